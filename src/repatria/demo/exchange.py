"""One exchange of 314 from the first list to the public statement, a function a step.

Read this file to see the whole way of one person through the house: lists → matches → replies → plan → receipts →
record → statement. Nothing later is typed in again: each step takes what the step before gave it.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from repatria.demo.handover import (
    Receipts,
    hand_over,
    handover_step,
    open_record,
    prove_one,
    publish,
    record_list,
    record_replies,
)
from repatria.demo.lists import send_lists
from repatria.demo.matching import Matched, match_side, matching_step
from repatria.demo.planning import planning_step, solved
from repatria.demo.reading import ReadList, read_all
from repatria.demo.replies import Answer, Reply, answer_list, tally
from repatria.demo.review import repeats
from repatria.demo.statement import from_the_public_history, statement
from repatria.demo.steps import Step
from repatria.demo.talks import instance
from repatria.demo.world import NORTH, PARTIES, SOUTH, Person, World, make_world
from repatria.i18n import LANGUAGES, _, language
from repatria.planning import Plan
from repatria.record import Log

SEEKS = {SOUTH: "south-seeks", NORTH: "north-seeks"}
HOLDS = {NORTH: "north-holds", SOUTH: "south-holds"}
OTHER = {NORTH: SOUTH, SOUTH: NORTH}


@dataclass
class Demo:
    """The exchange while it runs: what each step has left for the next."""

    folder: Path
    people: int
    seed: int
    threads: int
    record: Path | None = None
    world: World = field(init=False)
    lists: dict[str, ReadList] = field(init=False)
    matched: dict[str, Matched] = field(init=False)
    replies: dict[str, list[Reply]] = field(init=False)
    captives: dict[str, Person] = field(init=False)
    problem: dict[str, Any] = field(init=False)
    plan: Plan = field(init=False)
    log: Log = field(init=False)
    receipts: Receipts = field(init=False)

    @property
    def record_folder(self) -> Path:
        """Where the record of this run lies: ``record`` of the folder, unless the site is to keep its own there."""
        return self.record or self.folder / "record"

    def run(self) -> Iterator[Step]:
        """Take each step in turn; give its account when it is done."""
        for folder in ("lists", "matches", "replies", "plan", "handover", "statement"):
            (self.folder / folder).mkdir(parents=True)
        self.world = make_world(self.people, self.seed)
        self.log = open_record(self.record_folder, self.world)
        try:
            yield self.send_and_read_lists()
            yield self.match()
            yield self.answer()
            yield self.make_plan()
            yield self.hand_over()
            yield self.state()
            yield self.prove()
        finally:
            self.log.close()

    def send_and_read_lists(self) -> Step:
        """Each party sends whom it seeks and whom it holds; the secretariat reads them, faults and all."""
        sent = send_lists(self.world, self.folder / "lists")
        self.lists, step = read_all(sent, self.folder / "lists")
        for title, one in self.lists.items():
            record_list(self.log, self.world, title, one.sent.party, one.reading.sha256, one.frame.height)
        return step

    def match(self) -> Step:
        """Find who is who; reviewers decide."""
        self.matched, files = {}, []
        for seeker, title in SEEKS.items():
            one = match_side(self.lists[title], self.lists[HOLDS[OTHER[seeker]]], self.threads)
            self.matched[seeker] = one
            path = self.folder / "matches" / f"{title}.csv"
            one.table.write_csv(path)
            files.append(str(path))
        return matching_step(self.matched, files)

    def answer(self) -> Step:
        """The holder answers every name the other side asks for."""
        by_number = {person.number: person for person in self.world.people}
        self.replies, self.captives, figures, files = {}, {}, [], []
        for seeker, one in self.matched.items():
            confirmed = one.review.confirmed
            sought = {row: by_number[number] for row, number in one.seeker.truth.items()}
            replies = answer_list(sought, confirmed, repeats(one.seeker.truth, confirmed))
            self.replies[seeker] = replies
            self.captives |= {r.register_id: sought[r.row_id] for r in replies if r.answer is Answer.HELD}
            record_replies(self.log, self.world, SEEKS[seeker], OTHER[seeker], replies)
            files.append(str(_write_replies(self.folder / "replies" / f"{SEEKS[seeker]}.csv", replies)))
            counts = ", ".join(f"{answer.value} {n}" for answer, n in tally(replies).items())
            figures.append(
                (
                    _("{holder} answers {seeker}").format(holder=PARTIES[OTHER[seeker]], seeker=PARTIES[seeker]),
                    counts,
                )
            )
        return Step(_("Each name is answered"), [_("“Not held” means not with me; it never means missing.")],
                    figures, files=files)  # fmt: skip

    def make_plan(self) -> Step:
        """Plan 157 for 157, the owed beside them, with proof and reasons."""
        self.problem = instance(self.captives.items(), self.world.today)
        self.plan = solved(self.problem)
        files = [self.folder / "plan" / "instance.json", self.folder / "plan" / "plan.json"]
        _write_json(files[0], self.problem)
        files[1].write_bytes(self.plan.packed())
        return planning_step(self.problem, self.plan, self.captives, [str(file) for file in files])

    def hand_over(self) -> Step:
        """Live the day: check-ins on tablets, and a receipt for each person who has crossed."""
        folder = self.folder / "handover"
        day, self.receipts = hand_over(self.log, self.world, self.plan, self.problem, self.captives, folder)
        return handover_step(self.plan, day, self.receipts, self.captives, folder)

    def state(self) -> Step:
        """Count the receipts, write the statement around the figures, enter its hash and sign."""
        for code in LANGUAGES:
            with language(code):
                figures, paragraphs = statement(self.receipts.received, self.captives, self.world.today)
            path = self.folder / "statement" / f"statement.{code}.txt"
            path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        digest = sha256((self.folder / "statement" / "statement.en.txt").read_bytes()).hexdigest()
        publish(self.log, self.world, figures, digest)
        _figures, paragraphs = statement(self.receipts.received, self.captives, self.world.today)
        return Step(_("The statement, every number counted from receipts"), paragraphs,
                    quotes=["\n".join(from_the_public_history())],
                    files=[str(self.folder / "statement")])  # fmt: skip

    def prove(self) -> Step:
        """Prove one receipt on a page of text; verify the whole record from its folder."""
        page = self.folder / "statement" / "receipt-1.proof"
        return prove_one(self.log, self.record_folder, self.receipts, page)


def _write_replies(path: Path, replies: list[Reply]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "answer", "register_id", "duplicate_of", "released_on"])
        out.writerows(
            [r.row_id, r.answer.value, r.register_id, r.duplicate_of, r.released_on or ""] for r in replies
        )
    return path


def _write_json(path: Path, document: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
