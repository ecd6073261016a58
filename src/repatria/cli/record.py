"""`repatria record`: keep, prove and verify the tamper-evident record."""

import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from repatria.cli.screen import existing_file, paper, print_json, say
from repatria.i18n import _, ngettext
from repatria.record import (
    ACTS,
    Log,
    Note,
    Opening,
    Policy,
    Report,
    TlogProof,
    commit,
    create_log,
    verify_folder,
    verify_proof,
)
from repatria.record.entries import read_json
from repatria.record.errors import EntryRefused, MalformedPolicy
from repatria.record.prove import Prover
from repatria.record.transport import ask_witness, folder_server, witness_server
from repatria.record.witness import Witness
from repatria.whole_file import whole_file

DIR = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
PRIVATE = click.option("--private", type=DIR, help="The private folder (DIR.private if not given).")
PASSPHRASE = click.option("--passphrase-file", type=FILE, help="A file whose first line unlocks the private keys.")


@click.group("record")
def command() -> None:
    """Keep, prove and verify the tamper-evident record."""


def _now() -> datetime:
    return datetime.now(UTC)


def _passphrase(file: Path | None) -> str | None:
    return existing_file(file).read_text().split("\n")[0] if file else None


def _memory() -> Path:
    """A place outside the record that a restored backup of it does not take back in time."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "repatria" / "record" / f"{secrets.token_hex(8)}.signed"


@command.command()
@click.argument("folder", metavar="DIR", type=DIR)
@click.option("--origin", help="The log's name for ever, as example.org/exchange-1 (made up if not given).")
@click.option("--by", default="LOG", show_default=True, help="Code of the party that keeps the record.")
@click.option("--party", "parties", multiple=True, help="Code of a party, 2 to 4 capital letters; repeat.")
@click.option("--policy", type=FILE, help="Witnesses, groups and quorum (C2SP tlog-policy) for keys.txt.")
@click.option("--memory", type=FILE, help="Where to remember what was signed, outside the record.")
@click.option("--no-memory", is_flag=True, help="Remember nothing outside: a restored backup may then fork.")
@PRIVATE
@PASSPHRASE
@JSON
def init(
    folder: Path,
    origin: str | None,
    by: str,
    parties: tuple[str, ...],
    policy: Path | None,
    memory: Path | None,
    no_memory: bool,
    private: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Begin a record in DIR, a new folder. Its private keys go to DIR.private, which is never shown to anybody."""
    log = create_log(
        folder,
        origin or f"localhost/record-{secrets.token_hex(4)}",
        at=_now(),
        by=by,
        parties=parties,
        policy=Policy.parse(existing_file(policy).read_bytes()) if policy else None,
        private=private,
        memory=None if no_memory else memory or _memory(),
        passphrase=_passphrase(passphrase_file),
    )
    with log:
        keys = [known.key.format() for known in log.policy.logs]
        if as_json:
            print_json({"folder": str(folder), "origin": log.origin, "size": log.size, "keys": keys})
        else:
            say(_("The record {origin} begins in {folder}.").format(origin=log.origin, folder=folder))
            say(_("Give {file} to everybody who should be able to check it.").format(file=folder / "keys.txt"))


@command.command()
@click.argument("folder", metavar="DIR", type=DIR)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@PRIVATE
@JSON
def append(folder: Path, files: tuple[Path, ...], private: Path | None, as_json: bool) -> None:
    """Append entries: JSON files, each one object or one object to a line; without FILES, standard input."""
    texts = [_text(file) for file in files or (Path("-"),)]
    documents = [document for text in texts for document in _documents(text)]
    with Log(folder, private) as log:
        numbers = log.append_all(documents)
    if as_json:
        print_json({"numbers": list(numbers), "size": numbers.stop})
    else:
        say(_("Appended entries: {numbers}.").format(numbers=", ".join(map(str, numbers)) or "-"))


def _text(file: Path) -> bytes:
    return sys.stdin.buffer.read() if str(file) == "-" else existing_file(file).read_bytes()


def _documents(text: bytes) -> list[dict[str, Any]]:
    lines = [line for line in text.split(b"\n") if line.strip()]
    try:
        return [read_json(text)]
    except EntryRefused:
        if len(lines) < 2:
            raise
        return [read_json(line) for line in lines]


@command.command()
@click.argument("folder", metavar="DIR", type=DIR)
@click.option("--witness", "witnesses", multiple=True, metavar="URL", help="Ask this witness too; repeat.")
@click.option("--newest", type=FILE, help="The newest checkpoint anybody outside holds, after a loss.")
@PRIVATE
@PASSPHRASE
@JSON
def checkpoint(
    folder: Path,
    witnesses: tuple[str, ...],
    newest: Path | None,
    private: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Sign and publish everything appended so far. Witnesses are asked first whether they know of more."""
    shown = Note.parse(existing_file(newest).read_bytes()) if newest else None
    with Log(folder, private) as log:
        for url in witnesses:
            ask_witness(log, url)
        log.checkpoint(_now(), _passphrase(passphrase_file), shown)
        for url in witnesses:
            ask_witness(log, url)
        note, size = log.request(0).checkpoint, log.published_size
    if as_json:
        print_json({"size": size, "checkpoint": note})
    else:
        say(ngettext("The checkpoint covers {n} entry.", "The checkpoint covers {n} entries.", size).format(n=size))


@command.command()
@click.argument("folder", metavar="DIR", type=DIR)
@click.argument("number", type=int, required=False)
@click.option("--holding", metavar="HEX", help="Instead of NUMBER: the first entry that holds this commitment.")
@click.option("--short", is_flag=True, help="Leave out the long ML-DSA signatures: fits one QR code.")
@click.option("--out", type=FILE, help="Write the proof here instead of standard output.")
@JSON
def prove(
    folder: Path, number: int | None, holding: str | None, short: bool, out: Path | None, as_json: bool
) -> None:
    """Prove entry NUMBER on one page of text (C2SP tlog-proof); the page carries the entry itself."""
    if (number is None) == (holding is None):
        raise click.UsageError(_("name either an entry's number or --holding"))
    prover = Prover(folder)
    proof = prover.prove(prover.find(holding) if holding is not None else number or 0)
    text = (proof.short() if short else proof).format()
    if out:
        with whole_file(out) as file:
            file.write(text.encode())
    if as_json:
        print_json({"number": proof.index, "size": prover.checkpoint.size, "proof": text})
    elif not out:
        click.echo(text, nl=False)


@command.command()
@click.argument("path", metavar="DIR_OR_PROOF", type=click.Path(path_type=Path))
@click.option("--keys", type=FILE, help="Whom to trust: a policy, or verifier keys, one to a line.")
@click.option("--older", multiple=True, type=FILE, help="A checkpoint you kept: must be a prefix; repeat.")
@click.option("--entry", "entry_file", type=FILE, help="For a proof that does not carry its entry.")
@click.option("--foreign", is_flag=True, help="A log of another program: any entries, any further files.")
@JSON
@click.pass_context
def verify(
    ctx: click.Context,
    path: Path,
    keys: Path | None,
    older: tuple[Path, ...],
    entry_file: Path | None,
    foreign: bool,
    as_json: bool,
) -> None:
    """Check a record's folder, or one page of proof, from the public keys alone."""
    policy = _policy(keys) if keys else None
    if path.is_dir():
        notes = [Note.parse(existing_file(file).read_bytes()) for file in older]
        report = verify_folder(path, policy, notes, foreign)
    else:
        report = _check_page(existing_file(path), policy, entry_file)
    _show(report, given=policy is not None, as_json=as_json)
    ctx.exit(0 if report.in_order else 1)


def _check_page(page: Path, policy: Policy | None, entry_file: Path | None) -> Report:
    if policy is None:
        raise click.UsageError(_("a proof is checked against keys: name them with --keys"))
    proof = TlogProof.parse(page.read_bytes().decode("utf-8", "replace"))
    return verify_proof(proof, policy, existing_file(entry_file).read_bytes() if entry_file else None)


def _policy(file: Path) -> Policy:
    data = existing_file(file).read_bytes()
    try:
        return Policy.parse(data)
    except MalformedPolicy:
        if b" " in data.strip():
            raise
        return Policy.of_keys(data.decode("utf-8", "replace"))


def _show(report: Report, given: bool, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "in_order": report.in_order,
                "fault": report.fault,
                "origin": report.origin,
                "size": report.size,
                "root": report.root.hex(),
                "signed_by": report.signed_by,
                "holds": report.holds,
                "remarks": report.remarks,
            }
        )
        return
    for sentence in report.holds:
        paper.print(f"✓ {sentence}", markup=False)
    for sentence in report.remarks:
        paper.print(f"· {sentence}", markup=False)
    if not given:
        paper.print(
            _("· The keys came with the folder: they show that it holds together, not whose it is."), markup=False
        )
    if report.fault is None:
        paper.print(_("The record is in order."), markup=False)
    else:
        paper.print(_("✗ NOT in order: {fault}").format(fault=report.fault), markup=False)


@command.command()
@click.argument("folder", metavar="DIR", type=DIR)
@click.option("--name", required=True, help="The witness's name, as witness.example.org.")
@click.option("--log", "logs", multiple=True, required=True, type=FILE, help="keys.txt of a log; repeat.")
@click.option("--port", type=int, default=0, help="Port on 127.0.0.1 (a free one if not given).")
@PASSPHRASE
@JSON
def witness(
    folder: Path, name: str, logs: tuple[Path, ...], port: int, passphrase_file: Path | None, as_json: bool
) -> None:
    """Run a witness (C2SP tlog-witness) on loopback; DIR holds its keys and what it has seen."""
    keys = [known.key for file in logs for known in _policy(file).logs]
    watching = Witness(folder, name, keys, passphrase=_passphrase(passphrase_file))
    server = witness_server(watching, port, lambda: int(_now().timestamp()))
    url = f"http://127.0.0.1:{server.server_port}"
    public = [key.format() for key in watching.verifiers]
    if as_json:
        print_json({"url": url, "keys": public})
        sys.stdout.flush()
    else:
        say(_("The witness {name} listens at {url}").format(name=name, url=url))
        say(_("Its keys, for policies, are in {file}").format(file=folder / "public-keys.txt"))
    _until_stopped(server)


@command.command()
@click.argument("folder", metavar="DIR", type=DIR)
@click.option("--port", type=int, default=0, help="Port on 127.0.0.1 (a free one if not given).")
def serve(folder: Path, port: int) -> None:
    """Show the public folder DIR on loopback, read-only, with the verifier page at its front."""
    server = folder_server(folder, port)
    say(_("The record is at {url}").format(url=f"http://127.0.0.1:{server.server_port}/"))
    _until_stopped(server)


def _until_stopped(server: Any) -> None:
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say(_("Stopped."))
    finally:
        server.server_close()


@command.command()
@JSON
def acts(as_json: bool) -> None:
    """List the acts that may stand in the record, with an example of each."""
    if as_json:
        print_json([{"purpose": act.purpose, "example": act.example()} for act in ACTS])
        return
    for act in ACTS:
        paper.print(f"{act.name}: {act.purpose}", markup=False)
        for name, kind in sorted(act.fields.items()):
            optional = _("; may be left out") if name in act.optional else ""
            paper.print(f"    {name}: {kind.meaning}{optional}", markup=False)


@command.command("commit")
@click.argument("fact", type=FILE)
@click.option("--opening", required=True, type=FILE, help="Write the opening here; give it to those entitled.")
def commit_to(fact: Path, opening: Path) -> None:
    """Commit to the JSON in FACT: prints the commitment for an entry, writes the secret opening."""
    secret = commit(read_json(existing_file(fact).read_bytes()))
    commitment = secret.commitment
    with whole_file(opening) as file:
        file.write(secret.format().encode())
    opening.chmod(0o600)
    click.echo(commitment)


@command.command("open")
@click.argument("opening", type=FILE)
@click.argument("folder", metavar="DIR", type=DIR)
@JSON
def open_commitment(opening: Path, folder: Path, as_json: bool) -> None:
    """Show which entry of DIR an OPENING opens, and the fact in it."""
    secret = Opening.parse(existing_file(opening).read_bytes())
    number = Prover(folder).find(secret.commitment)
    if as_json:
        print_json({"number": number, "commitment": secret.commitment, "fact": secret.fact})
    else:
        say(_("The opening belongs to entry {n}. It says:").format(n=number))
        print_json(secret.fact)
