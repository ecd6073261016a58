"""The tables of the manual, written from the code: ``python -m repatria.conventions.manual`` prints them."""

from collections.abc import Iterable

from repatria.conventions.audience import AUDIENCES, Audience, Scope
from repatria.conventions.rules import Before, Every, Holds, On, Rule, Soft, Standing, Within
from repatria.conventions.treaty import RULES
from repatria.conventions.vocabulary import About, Category, Role

BEGIN, END = "<!-- made from the code: begin -->", "<!-- made from the code: end -->"
TEST = "tests/conventions/test_every_duty.py"
_LENGTHS = {
    "0d": "the same day", "1w": "1 week", "14d": "14 days", "1mo": "1 month", "3mo": "3 months", "6mo": "6 months",
}  # fmt: skip
_SCOPES = {Scope.ALL: "all", Scope.OWN: "own", Scope.CONSENT: "own, with consent"}


def tables() -> str:
    """Give every rule, then every audience, as Markdown."""
    return "\n".join([*_rules(), "", *_audiences()])


def in_step(page: str) -> str:
    """Give `page` with what stands between the two marks replaced by the tables of today's code."""
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def _rules() -> Iterable[str]:
    heads = "article", "rule", "what is owed", "who → to whom", "clock", "begins with", "shown by"
    yield "| " + " | ".join((*heads, "falls away with", "sees", "test")) + " |"
    yield "|---" * (len(heads) + 3) + "|"
    for rule in RULES.values():
        what = f"{rule.text} *{rule.reading}*" if rule.reading else rule.text
        cells = (
            rule.article,
            f"`{rule.id}`",
            what,
            f"{rule.owes} → {', '.join(rule.to)}; per {rule.about}{_whose(rule)}",
            clock(rule),
            _listened(rule.starts),
            _listened(rule.met_by),
            _listened(rule.ends),
            _audience_name(rule.seen_by),
            f"`[{rule.id}]`",
        )
        yield "| " + " | ".join(cells) + " |"


def _whose(rule: Rule) -> str:
    if rule.about is not About.PERSON or len(rule.applies_to) == len(Category):
        return ""
    return f" ({', '.join(sorted(rule.applies_to))})"


def clock(rule: Rule) -> str:
    """Say the clock of `rule` in a few words, with N where the treaty has the number and S where it has words."""
    match rule.clock:
        case Within(length):
            said = f"within {_LENGTHS[length]}" if length != "0d" else _LENGTHS[length]
        case Every(length):
            said = f"at least every {_LENGTHS[length]}"
        case Before(days, None):
            said = f"at least {days} days before"
        case Before(_days, words):
            said = f"before it: “{words}”"
        case Soft(words):
            said = f"“{words}”"
        case Holds(bounds, unless):
            said = "; ".join(_bound(one.attribute, one.at_least, one.at_most, one.one_of) for one in bounds)
            said += f" (or {unless[0]} = {unless[1]})" if unless else ""
        case Standing():
            said = "always"
    return f"{rule.number}: {said}" if rule.number != "-" else said


def _bound(name: str, least: float | None, most: float | None, words: tuple[str, ...]) -> str:
    if words:
        return f"{name} = {' or '.join(words)}"
    if least is not None and least == most:
        return f"{name} = {least:g}"
    if least is not None:
        return f"{name} ≥ {least:g}"
    return f"{name} ≤ {most:g}" if most is not None else f"{name} is given"


def _listened(ons: tuple[On, ...]) -> str:
    return ", ".join(str(one.kind) for one in ons)


def _audience_name(audience: Audience) -> str:
    return next(name for name, one in AUDIENCES.items() if one is audience)


def _audiences() -> Iterable[str]:
    roles = [role for role in Role if role not in (Role.PRESS, Role.ADMINISTRATOR)]
    yield "| sees | " + " | ".join(roles) + " | press, administrator |"
    yield "|---" * (len(roles) + 2) + "|"
    for name, audience in AUDIENCES.items():
        cells = [_SCOPES[audience[role]] if role in audience else "no" for role in roles]
        yield f"| {name} | " + " | ".join(cells) + " | no |"


if __name__ == "__main__":
    print(tables())
