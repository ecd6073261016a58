"""The secretariat reads the four lists, settles each question aloud, and gives the faults back to the sender."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from repatria.demo.lists import SentList
from repatria.demo.steps import Step
from repatria.demo.world import PARTIES, TODAY
from repatria.i18n import _, isolate
from repatria.people import Reading, read_list
from repatria.people.report import write_report


@dataclass(frozen=True)
class ReadList:
    """A list after the secretariat's questions were answered."""

    sent: SentList
    reading: Reading
    frame: pl.DataFrame

    @cached_property
    def rows(self) -> dict[str, dict[str, str]]:
        """The rows that go on, by their id."""
        return {row["id"]: row for row in self.frame.iter_rows(named=True)}

    @cached_property
    def truth(self) -> dict[str, int]:
        """Whom each row that goes on means; only the invented world knows."""
        return {row_id: self.sent.truth[row_id] for row_id in self.rows if row_id in self.sent.truth}


def read_all(sent: Mapping[str, SentList], reports: Path) -> tuple[dict[str, ReadList], Step]:
    """Read every list; write a report for its sender where rows were held or left out."""
    read, says, figures, files = {}, [], [], []
    for title, one in sent.items():
        read[title], aloud = _read(one)
        says += aloud
        reading = read[title].reading
        figures.append((title, _row_counts(reading)))
        if reading.rejected:
            report = reports / f"{title}-to-mend.csv"
            write_report(report, [reading])
            files.append(str(report))
    return read, Step(_("The four lists are read"), says, figures, files=files)


def _read(one: SentList) -> tuple[ReadList, list[str]]:
    """Ask first, as the desk does; then read with what the sender answered."""
    first = read_list(one.path, reference_day=TODAY)
    asked = [question.text.partition(": --columns")[0] for question in first.questions]
    aloud = [f"{PARTIES[one.party]}, {one.path.name}: {text}" for text in asked]
    encoding = one.encoding if first.encoding != one.encoding and first.questions else None
    settled = read_list(one.path, encoding=encoding, reference_day=TODAY)
    if settled.questions:
        settled = read_list(one.path, encoding=encoding, columns=settled.fields, reference_day=TODAY)
    if aloud:
        aloud.append(_("{party} answers, and the list is read.").format(party=PARTIES[one.party]))
    return ReadList(one, settled, settled.frame()), aloud


def _row_counts(reading: Reading) -> str:
    return _("{rows} rows, {faults} for the sender to mend ({encoding})").format(
        rows=reading.count, faults=len(reading.rejected), encoding=isolate(reading.encoding or "XLSX")
    )
