"""The day: a manifest, a receipt for each person, and the record that anyone can check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from repatria.demo.replies import Reply
from repatria.demo.steps import Step
from repatria.demo.world import NORTH, PARTIES, SOUTH, Person, World
from repatria.history.statement import Figures
from repatria.i18n import _, ngettext
from repatria.planning import Plan
from repatria.record import Log, Opening, commit, create_log, entry, verify_folder
from repatria.record.prove import Prover

EXCHANGE, MANIFEST = "exchange-314", "manifest-1"
# The record admits no word of free text: lists are called by number.
LISTS = {"south-seeks": "list-1", "north-holds": "list-2", "north-seeks": "list-3", "south-holds": "list-4"}
CODES = {NORTH: "NTH", SOUTH: "STH"}
MEDIATOR = "HAL"


@dataclass(frozen=True, slots=True)
class Receipts:
    """One receipt a person: who came home, and the opening of each receipt's commitment."""

    received: tuple[str, ...]
    openings: Mapping[str, Opening]


def open_record(folder: Path, world: World) -> Log:
    """Begin the record of this exchange in the morning of the world's day."""
    return create_log(
        folder, "repatria.example/exchange-314", at=_at(world, 6), by=MEDIATOR, parties=[*CODES.values(), MEDIATOR]
    )


def _at(world: World, hour: int) -> datetime:
    return datetime.combine(world.today, time(hour), tzinfo=UTC)


def record_list(log: Log, world: World, title: str, party: str, sha256: str, persons: int) -> None:
    """Seal a list in the record: its hash is committed, nobody can read it there."""
    seal = commit({"list": title, "sha256": sha256}).commitment
    log.append(
        entry("list sealed", at=_at(world, 7), by=CODES[party], exchange=EXCHANGE, list=LISTS[title], seal=seal,
              persons=persons)
    )  # fmt: skip


def record_replies(log: Log, world: World, title: str, holder: str, replies: Sequence[Reply]) -> None:
    """Write one entry a reply; what it said is committed, not shown."""
    log.append_all(
        entry("reply given", at=_at(world, 8), by=CODES[holder], exchange=EXCHANGE, list=LISTS[title],
              reply=commit({"row": reply.row_id, "answer": reply.answer.value}).commitment)
        for reply in replies
    )  # fmt: skip


def hand_over(log: Log, world: World, go: Sequence[str], people: Mapping[str, Person]) -> Receipts:
    """Close the manifest, then give a receipt for every person who is seen to arrive."""
    contents = commit({"lines": list(go)})
    log.append(
        entry("manifest closed", at=_at(world, 9), by=MEDIATOR, exchange=EXCHANGE, agreement="agreement-1",
              manifest=MANIFEST, contents=contents.commitment, persons=len(go))
    )  # fmt: skip
    openings = {captive: commit({"line": n, "captive": captive}) for n, captive in enumerate(go, start=1)}
    log.append_all(
        entry("receipt given", at=_at(world, 12), by=CODES[people[captive].origin], exchange=EXCHANGE,
              manifest=MANIFEST, receipt=opening.commitment)
        for captive, opening in openings.items()
    )  # fmt: skip
    log.append(
        entry("handover completed", at=_at(world, 15), by=MEDIATOR, exchange=EXCHANGE, manifest=MANIFEST,
              day=world.today, returned=len(openings), not_returned=0)
    )  # fmt: skip
    return Receipts(tuple(openings), openings)


def handover_step(plan: Plan, receipts: Receipts, people: Mapping[str, Person]) -> Step:
    """Say how many lines the manifest had and how many people were received, each once."""
    says = [_("A person counts as returned when receipted, not when listed.")]
    if plan.needs_consent:
        says.append(
            ngettext(
                "{n} person had not been asked yet: the ICRC spoke with him in private, and he travels.",
                "{n} people had not been asked yet: the ICRC spoke with each in private, and they travel.",
                len(plan.needs_consent),
            ).format(n=len(plan.needs_consent))
        )
    figures = [(_("lines of the manifest"), str(len(plan.go)))]
    for side in (SOUTH, NORTH):
        received = sum(people[captive].origin == side for captive in receipts.received)
        figures.append((_("received by {party}").format(party=PARTIES[side]), str(received)))
    figures.append((_("absent, refused, extra"), str(len(plan.go) - len(receipts.received))))
    return Step(_("The handover: a receipt for each person"), says, figures)


def publish(log: Log, world: World, figures: Figures, sha256: str) -> None:
    """Enter the statement's hash and the number it states, then sign."""
    returned = figures.formula + figures.owed
    log.append(
        entry("statement published", at=_at(world, 18), by=MEDIATOR, exchange=EXCHANGE, statement="statement-1",
              text=sha256, returned=returned, counted_to=log.size - 1)
    )  # fmt: skip
    log.checkpoint(_at(world, 19))


def prove_one(log: Log, folder: Path, receipts: Receipts, proof: Path) -> Step:
    """Prove the first receipt on one page of text, then verify the whole record from its folder alone."""
    captive = receipts.received[0]
    opening = receipts.openings[captive]
    log.close()
    prover = Prover(folder)
    page = prover.prove(prover.find(opening.commitment)).format()
    proof.write_text(page, encoding="utf-8")
    report = verify_folder(folder)
    says = [
        _("Receipt {n} of {all} is proven on one page of text ({bytes} bytes).").format(
            n=1, all=len(receipts.received), bytes=len(page)
        ),
        _("The record verifies: {entries} entries, nothing about a person in clear.").format(entries=report.size)
        if report.in_order
        else _("The record does NOT verify."),
    ]
    return Step(_("The record is proven"), says, files=[str(proof), str(folder)])
