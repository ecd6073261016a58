"""Is a number of people right? The reason says whose number it is, and keeps the three senses apart."""

from collections.abc import Iterable, Sequence

from repatria.claims import figures
from repatria.claims.claim import Judgement, Verdict
from repatria.claims.figures import Figure
from repatria.claims.judge import cite
from repatria.claims.scene.scene import Scene
from repatria.claims.words.numbers import Number
from repatria.history import Exchange, Statement
from repatria.history.words import party as named
from repatria.i18n import _

Part = tuple[str, str, Number]
"""Party, kind of people, number."""


def per_side(parts: Sequence[Part], rows: Sequence[Exchange]) -> Judgement:
    """Judge numbers of people by side; every part must stand."""
    if not rows:
        return no_row()
    found = [_part(part, rows) for part in parts]
    verdict = cite.worst(v for v, _because in found)
    return cite.judged(verdict, " ".join(dict.fromkeys(because for _v, because in found)), rows)


def series_formula(number: Number, rows: Sequence[Exchange]) -> Judgement:
    """ "500 for 500": what was agreed for all days of a series together."""
    text = _("{n} for {n} was agreed for all days of the series together.").format(n=number.n)
    return cite.judged("true", text, rows)


def no_row() -> Judgement:
    """The verdict where the record holds no exchange that the words could mean."""
    return Judgement("unknown", _("The record holds no exchange that this could be said of."))


def _part(part: Part, rows: Sequence[Exchange]) -> tuple[Verdict, str]:
    party, kind, number = part
    if kind == "bodies":
        return _category(part, rows)
    known = figures.of_party(rows, party, kind)
    if kind not in ("people", "military", "civilians"):
        return _category(part, rows)  # "some" are people of whom only the number is told
    hits = [f for f in known if figures.matches(number, f)]
    if hits:
        return _hit(hits, known, party)
    if kind == "civilians" and not known:
        return _less_than_all(part, rows)
    return _miss(number, known, party, rows)


def _hit(hits: Sequence[Figure], known: Sequence[Figure], party: str) -> tuple[Verdict, str]:
    sound = [f for f in hits if not f.disputed]
    if not sound:
        f = hits[0]
        return "unknown", _(
            "{n} is the number of {speaker} alone; {party} itself gave {own}: the sides differ."
        ).format(n=f.number, speaker=named(f.speaker), party=named(party), own=_own(known))
    f = min(sound, key=lambda f: f.sense != "own")
    if f.sense == "own":
        others = sorted({o.number for o in known if o.disputed and o.number != f.number})
        text = _("{n} to {party}, by its own account.").format(n=f.number, party=named(party))
        if others:
            text += " " + _("The other side says {others}.").format(others=_listed(others))
        return "true", text
    return "true", _formula_text(f, known, party)


def _formula_text(f: Figure, known: Sequence[Figure], party: str) -> str:
    own = _own(known)
    if own in ("", str(f.number)):
        return _("{n} to {party}, as announced.").format(n=f.number, party=named(party))
    return _("{n} is the announced formula; {own} people went to {party} by its own account.").format(
        n=f.number, own=own, party=named(party)
    )


def _own(known: Iterable[Figure]) -> str:
    return next((str(f.number) for f in known if f.sense == "own"), "")


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(n) for n in numbers)


def _miss(number: Number, known: Sequence[Figure], party: str, rows: Sequence[Exchange]) -> tuple[Verdict, str]:
    if number.n is None:
        return "unknown", _("No exact number is claimed.")
    if not known:
        return "unknown", _("No number for {party} is in the record.").format(party=named(party))
    whole = figures.both_sides(rows)
    if any(figures.matches(number, f) for f in whole):
        return "false", _("{n} is both sides together; {party}: {real}.").format(
            n=number.n, party=named(party), real=_listed(dict.fromkeys(f.number for f in known))
        )
    if all(f.how != "exact" for f in known):
        return "unknown", _("The record has only estimates: {real}.").format(
            real=_listed(dict.fromkeys(f.number for f in known))
        )
    return "false", _("The record has {real} for {party}, not {n}.").format(
        real=_listed(dict.fromkeys(f.number for f in known)), party=named(party), n=number.n
    )


# Of a part that the words do not name ("seven were driven over"), what the record says of parts without a name.
_UNNAMED_PARTS = {"group", "first_day"}


def _category(part: Part, rows: Sequence[Exchange]) -> tuple[Verdict, str]:
    party, kind, number = part
    kinds = _UNNAMED_PARTS if kind == "some" else _SAME_LINE if kind in _SAME_LINE else {kind}
    large = kind == "some" and (number.n or 0) >= LEAST_TELLING
    said = [
        s
        for e in rows
        for s in e.statements
        if (s.category in kinds or (large and s.number == number.n and s.party))
        and (not party or s.party in (party, ""))
    ]
    for s in said:
        if _agrees(number, s, part, rows):
            return "true", _("The record has this detail, given by {speaker}.").format(speaker=named(s.speaker))
    if said and kind != "some" and all(s.number is not None for s in said):
        return "false", _("The record has {real}.").format(real=_listed(s.number or 0 for s in said))
    return _less_than_all(part, rows)


# So many of one kind are hardly as many of another by chance.
LEAST_TELLING = 100
# The defenders of the works are those of the town.
_SAME_LINE = {"azovstal", "mariupol"}


def _agrees(number: Number, said: Statement, part: Part, rows: Sequence[Exchange]) -> bool:
    """Does a number agree with a statement? One without a number only says that there were such people."""
    if number.n is None:
        return True
    if said.number is None:  # "115 conscripts", where all who came home were
        return any(figures.matches(number, f) for f in figures.of_party(rows, part[0], "people"))
    return figures.matches(number, Figure(said.number, "said", said.speaker, said.how))


def _less_than_all(part: Part, rows: Sequence[Exchange]) -> tuple[Verdict, str]:
    party, _kind, number = part
    sides = [side for e in rows for side in e.sides if party in side.parties or party == side.name]
    total = sum(side.total or 0 for side in sides)
    whole = bool(sides) and all(side.total is not None for side in sides)
    if whole and number.n is not None and _kind != "bodies" and number.n > total:
        return "false", _("More than all who came back to {party}: {total}.").format(
            party=named(party), total=total
        )
    return "unknown", _("This detail is not in the record.")


def together(number: Number, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge a number of people of both sides together."""
    if not rows:
        return no_row()
    known = figures.both_sides(rows)
    hits = [f for f in known if figures.matches(number, f)]
    if hits and all(f.disputed for f in hits):
        text = _("{n} rests on the number of one side alone; by the sides' own accounts: {own}.").format(
            n=number.n, own=_own(known)
        )
        return cite.judged("unknown", text, rows)
    if hits:
        return cite.judged("true", _together_hit([f for f in hits if not f.disputed], known), rows)
    if number.n is None or not known:
        return cite.judged("unknown", _("The record has no number for both sides together."), rows)
    text = _("Both sides together: {real}, not {n}.").format(
        real=_listed(dict.fromkeys(f.number for f in known)), n=number.n
    )
    for party in scene.sides:
        if any(figures.matches(number, f) for f in figures.of_party(rows, party, "people")):
            text += " " + _("{n} is the number of {party} alone.").format(n=number.n, party=named(party))
            break
    return cite.judged("false", text, rows)


def _together_hit(hits: Sequence[Figure], known: Sequence[Figure]) -> str:
    own = next((f.number for f in known if f.sense == "own"), None)
    f = hits[0]
    if own is None or own == f.number:
        return _("{n} on both sides together.").format(n=f.number)
    return _("{n} as announced; by the sides' own accounts {own} people went home.").format(n=f.number, own=own)


def cumulative(number: Number, counter: str | None, rows: Sequence[Exchange], scene: Scene) -> Judgement:
    """Judge a running total: people freed so far, by Kyiv's count or by the UAE's."""
    known = running_totals(scene, counter)
    if not known:
        return Judgement("unknown", _("The record has no running total that this could be checked against."))
    for total, row, how in reversed(known):
        if figures.matches(number, Figure(total, "said", counter or "", how)):
            return cite.judged("true", _("{n} is the running total given then.").format(n=total), [row])
    total, row, _how = _nearest(known, number)
    if number.n is not None and (row in rows or row in scene.main or number.n < known[-1][0]):
        text = _("The running total was {total} on {day}, not {n}.").format(total=total, day=row.date, n=number.n)
        return cite.judged("false", text, [row])
    return cite.judged("unknown", _("The last running total in the record is {total}.").format(total=total), [row])


def _nearest(known: Sequence[tuple[int, Exchange, str]], number: Number) -> tuple[int, Exchange, str]:
    return min(known, key=lambda entry: abs(entry[0] - (number.n or entry[0])))


def running_totals(scene: Scene, counter: str | None) -> list[tuple[int, Exchange, str]]:
    """Running totals up to the report's day, in order: number, the row that carries it, how exact."""
    found = []
    for e in scene.history or ():
        if counter in (None, "ARE"):
            found += [(o.running_total, e, "exact") for o in e.tags.ordinals if o.running_total]
        if counter in (None, "UKR"):
            found += [(s.number, e, s.how) for s in e.said("running_total") if s.number]
            found += [(s.number, e, "exact") for s in e.said("outside_exchanges") if s.number]
    if counter in (None, "UKR"):
        found += _brought_home(scene)
    return found


def _brought_home(scene: Scene) -> list[tuple[int, Exchange, str]]:
    """What speakers said of all who had come home by their day, each with the exchange before that day."""
    found = []
    for c in scene.everything.held_claims:
        before = [e for e in scene.history or () if e.date.earliest <= c.date.earliest <= scene.as_of]
        if c.what == "brought home" and before:
            found.append((c.number, before[-1], c.how))
    return found


def year_total(number: Number, year: int, party: str | None, scene: Scene) -> Judgement:
    """Judge a sum over a year: against the speaker's own, or the sum of rows where none is missing."""
    history = scene.history
    sums = (
        [t for t in history.totals() if t.year == year and (party is None or t.party == party)] if history else []
    )
    said = [
        (s.number, e)
        for e in history or ()
        for s in e.said(f"year_total:{year}")
        if s.number is not None and party in (None, s.party)
    ]
    for n, row in said:
        if number.n == n:
            return cite.judged(
                "true", _("{n} in {year}, as counted by the side itself.").format(n=n, year=year), [row]
            )
    for t in sums:
        rows_of_year = [e for e in history or () if e.date.year == year]
        if t.people == number.n:
            return cite.judged(
                "true", _("The rows of {year} sum to {n}.").format(year=year, n=t.people), rows_of_year[-1:]
            )
    if sums and all(t.complete for t in sums):
        text = _("The rows of {year} sum to {real}.").format(year=year, real=_listed(t.people or 0 for t in sums))
        return Judgement("false", text)
    return Judgement("unknown", _("The record of {year} is not complete.").format(year=year))


def all_of(found: Sequence[Judgement]) -> Judgement:
    """Join judgements on the parts of one statement."""
    rows = tuple({e.id: e for judgement in found for e in judgement.exchanges}.values())
    because = " ".join(dict.fromkeys(judgement.because for judgement in found))
    return Judgement(cite.worst(j.verdict for j in found), because, rows)
