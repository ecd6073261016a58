"""`repatria hub`: handover day on a laptop, with no network but its own."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import segno

from repatria.cli.screen import data_folder, existing_file, print_json, say
from repatria.handover import BadEvent, Kept, Ledger, Manifest, board, parse_manifest, reconcile
from repatria.handover.ledger import admissible
from repatria.hub.serve import Shown, serve
from repatria.hub.store import Store
from repatria.i18n import _, ngettext
from repatria.whole_file import whole_file

_FOLDER = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the hub keeps everything (else hub in the data folder).",
)


def _hub_folder(folder: Path | None) -> Path:
    return folder or data_folder() / "hub"


@click.group(name="hub", invoke_without_command=True)
@click.option("--manifest", "manifest_file", type=click.Path(path_type=Path), help="The manifest; needed once.")
@_FOLDER
@click.option("--address", "addresses", multiple=True, help="An address of this machine (else its own are found).")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8443, show_default=True, help="For the tablets, HTTPS."
)
@click.option(
    "--trust-port",
    type=click.IntRange(1, 65535),
    default=8080,
    show_default=True,
    help="For the certificate, HTTP.",
)
@click.pass_context
def command(
    ctx: click.Context,
    manifest_file: Path | None,
    folder: Path | None,
    addresses: tuple[str, ...],
    port: int,
    trust_port: int,
) -> None:
    """Run the hub of a handover: its own authority, its own address, no internet.

    Stop it with Ctrl-C; started again with the same folder it has everything.
    """
    if ctx.invoked_subcommand is None:
        manifest = parse_manifest(existing_file(manifest_file).read_bytes()) if manifest_file else None
        serve(_hub_folder(folder), manifest, _tell, addresses, (port, trust_port))


def _tell(shown: Shown) -> None:
    say(
        ngettext(
            "The hub is up: {lines} line, {check_ins} check-ins kept.",
            "The hub is up: {lines} lines, {check_ins} check-ins kept.",
            shown.lines,
        ).format(lines=shown.lines, check_ins=shown.check_ins)
    )
    if shown.known_as:
        say(
            _(
                "WARNING: the tablets know this hub as {address}, which this laptop has not now. What is on them "
                "can be sent only there: give the hotspot its old address, or start with --address and --port."
            ).format(address=shown.known_as)
        )
    say("")
    say(
        _("1. Each tablet first trusts this laptop: scan this, or open {address}").format(
            address=shown.trust_address
        )
    )
    segno.make(shown.trust_address, micro=False).terminal(out=sys.stderr, compact=True, border=2)
    say(_("   Its fingerprint must read:"))
    half = len(shown.fingerprint) // 2
    say(f"   {shown.fingerprint[:half].strip()}\n   {shown.fingerprint[half:].strip()}")
    say("")
    say(_("2. The table itself: open {address} on this laptop").format(address=shown.address))
    say(_("   and let it in with the code {code} (ten minutes).").format(code=shown.table_code))
    say("")
    say(_("3. Every other tablet gets its code at the table, under “Tablets”."))


@command.command(name="report")
@_FOLDER
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def report(folder: Path | None, as_json: bool) -> None:
    """Say how the day stands: counts, balance, disagreements, and how every signed line ended."""
    store = Store(_hub_folder(folder))
    try:
        ledger = Ledger(store.manifest(), (kept.event for kept in store.kept()))
        found = _report(ledger, store.made())
    finally:
        store.close()
    if as_json:
        print_json(found)
        return
    for lane in found["lanes"]:
        say(
            _("{holder} to {receiver}, stage {stage}: {received} of {travelling} received, {open} open").format(
                **lane
            )
        )
    for lead in found["leads"]:
        say(_("balance {bound}: {now} (limit {most})").format(**lead))
    for change in found["changes"]:
        say(
            _("falls away: {line} ({cause}); in its place: {instead}").format(
                **{**change, "instead": change["instead"] or "–"}
            )
        )
    sums = found["reconciliation"]
    ends = ", ".join(f"{end} {n}" for end, n in sums["ends"].items() if n)
    say(_("signed lines: {listed} = {ends}").format(listed=sums["listed"], ends=ends))
    say(
        _("returned in all: {returned}, of them {substitutes} of the reserve and {extras} on no list").format(
            **sums
        )
    )
    if sums["open"]:
        say(ngettext("{n} difference is open", "{n} differences are open", sums["open"]).format(n=sums["open"]))


def _report(ledger: Ledger, made: dict[str, int]) -> dict[str, Any]:
    shown, sums = board(ledger, made=made), reconcile(ledger)
    return {
        "manifest": ledger.manifest.reference,
        "sha256": ledger.manifest.sha256,
        "check_ins": len(ledger),
        "lanes": [
            {"stage": one.stage, "holder": one.holder, "receiver": one.receiver, "travelling": one.travelling,
             "received": one.received, "open": one.open,
             "by_outcome": {outcome.value: n for outcome, n in one.by_outcome.items()}}
            for one in shown.counts
        ],
        "leads": [{"bound": one.bound, "now": one.now, "most": one.most} for one in shown.leads],
        "changes": [
            {"line": one.code, "cause": one.cause.value, "rule": one.rule.value, "instead": one.instead,
             "waits": one.pauses}
            for one in shown.changes
        ],
        "balance_after_each_stage": {one.bound: list(one.after) for one in shown.balance},
        "stops": [{"by": one.party or one.role.value, "reason": one.reason} for one in shown.stops],
        "disputed": list(shown.disputed),
        "missing": [{"device": gap.device, "first": gap.first, "last": gap.last} for gap in shown.gaps],
        "numbers_used_twice": list(shown.reused),
        "reconciliation": {
            "listed": sums.listed,
            "ends": {end.value: n for end, n in sums.ends.items()},
            "substitutes": sums.substitutes,
            "extras": sums.extras,
            "returned": sums.returned,
            "open": sums.open,
        },
    }  # fmt: skip


@command.command(name="export")
@click.argument("out", type=click.Path(path_type=Path))
@_FOLDER
def export(out: Path, folder: Path | None) -> None:
    """Write every check-in with both its times, one JSON object a line, to be carried to the desk."""
    store = Store(_hub_folder(folder))
    try:
        store.manifest()
        rows = store.kept()
    finally:
        store.close()
    with whole_file(out) as file:
        file.writelines(f"{kept.format()}\n".encode() for kept in rows)
    say(ngettext("{n} check-in written to {file}", "{n} check-ins written to {file}", len(rows)).format(
        n=len(rows), file=out))  # fmt: skip


@command.command(name="merge")
@click.argument("file", type=click.Path(path_type=Path))
@_FOLDER
def merge(file: Path, folder: Path | None) -> None:
    """Take in what another hub of the same manifest has exported: two ends of one bridge, a laptop that was lost.

    Any order, any number of times: what is known already changes nothing. Stop the hub first.
    """
    store = Store(_hub_folder(folder))
    try:
        manifest = store.manifest()
        others = list(_exported(existing_file(file), manifest))
        new = store.take_in(others)
    finally:
        store.close()
    known = len(others) - new
    say(_("{new} check-ins were new, {known} were known").format(new=new, known=known))


def _exported(file: Path, manifest: Manifest) -> Iterator[Kept]:
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        try:
            kept = Kept.parse(line)
            admissible(manifest, kept.event)
        except BadEvent as fault:
            raise BadEvent(_("{file}, line {line}: {why}").format(file=file, line=number, why=fault)) from fault
        yield kept
