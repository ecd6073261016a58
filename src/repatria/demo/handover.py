"""The day: a manifest, a receipt for each person, and the record that anyone can check."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from repatria.demo.day import Day, draw_up
from repatria.demo.replies import Reply
from repatria.demo.steps import Step
from repatria.demo.world import NORTH, PARTIES, SOUTH, Person, World
from repatria.handover import End, reconcile
from repatria.handover.entries import handover_completed, manifest_closed, receipt_given, receipts_disagree
from repatria.history.statement import Figures
from repatria.i18n import _, ngettext
from repatria.planning import Plan
from repatria.record import Log, Opening, commit, create_log, entry, verify_folder
from repatria.record.prove import Prover

EXCHANGE = "exchange-314"
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


def hand_over(
    log: Log, world: World, plan: Plan, problem: dict[str, Any], people: Mapping[str, Person], folder: Path
) -> tuple[Day, Receipts]:
    """Close the manifest, live the day, and write a receipt for every person who has crossed."""
    manifest, instance = draw_up(plan, problem, people, world)
    (folder / "manifest.json").write_bytes(manifest.canonical())
    log.append(manifest_closed(manifest, _at(world, 9), MEDIATOR).entry)
    day = Day(world, manifest, instance).live(plan.needs_consent)
    with (folder / "check-ins.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(f"{event.format()}\n" for event in day.ledger.events())
    if day.disputed is not None:
        log.append(receipts_disagree(day.ledger, day.disputed, _at(world, 11), MEDIATOR).entry)
    openings = {}
    given = [receipt_given(day.ledger, standing, _at(world, 12)) for standing in day.received()]
    log.append_all(one.entry for one in given)
    for one in given:
        for subject, opening in one.openings.items():
            openings[manifest.by_code[subject].captive] = opening
    log.append(handover_completed(manifest, reconcile(day.ledger), world.today, _at(world, 15), MEDIATOR))
    return day, Receipts(tuple(openings), openings)


def handover_step(plan: Plan, day: Day, receipts: Receipts, people: Mapping[str, Person], folder: Path) -> Step:
    """Say what happened, and show that the sum comes out."""
    figures = [*_sums(day)]
    for side in (SOUTH, NORTH):
        received = sum(people[captive].origin == side for captive in receipts.received)
        figures.append((_("received by {party}").format(party=PARTIES[side]), str(received)))
    made = [len(tablet.made) for tablet in day.tablets.values()]
    figures.append((_("check-ins, from {n} tablets").format(n=len(made)), str(sum(made))))
    lead = _("{lead}, of at most {most}").format(lead=day.largest_lead, most=day.manifest.bounds[0].most)
    figures.append((_("furthest that one side was ahead"), lead))
    files = [str(folder / name) for name in ("manifest.json", "check-ins.jsonl")]
    return Step(_("The handover: a receipt for each person"), _told(plan, day), figures, files=files)


def _told(plan: Plan, day: Day) -> list[str]:
    says = [_("A person counts as returned when receipted, not when listed.")]
    if plan.needs_consent:
        says.append(
            ngettext(
                "{n} person had not been asked yet: the ICRC spoke with him in private.",
                "{n} people had not been asked yet: the ICRC spoke with each in private.",
                len(plan.needs_consent),
            ).format(n=len(plan.needs_consent))
        )
    says += [
        _(
            "One does not travel; why is between him and the ICRC. One fell ill on the morning. By the agreed rule "
            "the first of the reserve stepped in for each, and every term still holds."
        ),
        _(
            "One was missing at his bus and stepped out of another; two tablets took him for somebody not on the "
            "list. At the table Hala found that the two are one man, and which line he is."
        ),
        ngettext(
            "A tablet was away: {n} check-in waited on it and came in later, in another order, some twice.",
            "A tablet was away: {n} check-ins waited on it and came in later, in another order, some twice.",
            day.waited,
        ).format(n=day.waited),
    ]  # fmt: skip
    return says


def _sums(day: Day) -> Iterator[tuple[str, str]]:
    sums = reconcile(day.ledger)
    yield _("lines of the manifest"), str(sums.listed)
    names = {
        End.RETURNED: _("of these returned"),
        End.DOES_NOT_TRAVEL: _("of these do not travel"),
        End.NOT_FIT: _("of these not fit to travel"),
        End.ABSENT: _("of these absent"),
        End.OPEN: _("of these open"),
    }
    for end, name in names.items():
        yield name, str(sums.ends[end])
    yield _("stepped in from the reserve, and returned"), str(sums.substitutes)
    yield _("on no list"), str(sums.extras)


def publish(log: Log, world: World, figures: Figures, sha256: str) -> None:
    """Enter the statement's hash and the number it states, then sign."""
    log.append(
        entry("statement published", at=_at(world, 18), by=MEDIATOR, exchange=EXCHANGE, statement="statement-1",
              text=sha256, returned=figures.people, counted_to=log.size - 1)
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
