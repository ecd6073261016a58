"""The statement of the invented exchange, beside the public record of the real one it is modelled on."""

from collections.abc import Mapping, Sequence
from datetime import date

from repatria import history
from repatria.demo.world import PARTIES, Person
from repatria.history.statement import CIVILIAN, FORMULA, MILITARY, OWED, Figures, Line, Occasion, count, write
from repatria.i18n import _, isolate

# The exchange of 5 February 2026, 157 for 157 (public record), gave the demo its size and its day.
MODEL = "ru-ua-2026-02-05"


def lines(go: Sequence[str], people: Mapping[str, Person]) -> list[Line]:
    """Make one line for each person who goes; a line holds neither name nor number."""
    return [
        Line(
            holder=PARTIES[person.holder],
            receiver=PARTIES[person.origin],
            status=CIVILIAN if person.category == "civilian" else MILITARY,
            account=OWED if person.health == "grave" else FORMULA,
        )
        for person in sorted((people[captive] for captive in go), key=lambda person: person.origin, reverse=True)
    ]


def statement(go: Sequence[str], people: Mapping[str, Person], today: date) -> tuple[Figures, list[str]]:
    """Count the lines and write the text around the figures."""
    figures = count(lines(go, people))
    occasion = Occasion(today, "Hala", carried_out=True)
    return figures, write(figures, occasion)


def from_the_public_history() -> list[str]:
    """Say what the record computes about the real exchange of that day: first since, largest since."""
    public = history.load()
    real = public.exchange(MODEL)
    since, largest = public.first_since(real), public.largest_since(real)
    said = []
    if since.previous and since.days:
        said.append(
            _("The real exchange of {day} was the first since {before}, {days} days earlier.").format(
                day=isolate(str(real.date)), before=isolate(str(since.previous.date)), days=since.days[0]
            )
        )
    if largest.size is not None and largest.larger is not None:
        said.append(
            _("With {size} people it was the largest since {before} ({people}).").format(
                size=largest.size, before=isolate(str(largest.larger.date)), people=largest.larger.living
            )
        )
        if largest.unknown_between:
            said.append(
                _("Not certain: {n} exchanges in between have no published number.").format(
                    n=len(largest.unknown_between)
                )
            )
    return said
