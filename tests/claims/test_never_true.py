"""Never "true" for a false claim: every exchange of the record, told with one lie in it, in four languages."""

from datetime import date
from functools import cache

import pytest

from repatria.claims import Claim, check
from repatria.history import load
from tests.claims.adversarial import LANGUAGES, Told, told

# The types a point may be read as: a number of people may be taken for a part or for the whole.
TYPES = {
    "sides": {"per_side"}, "home": {"per_side", "breakdown", "total"}, "given": {"per_side", "breakdown", "total"},
    "together": {"total"}, "mediator": {"mediator"}, "first": {"first_since"}, "previous": {"first_since"},
    "day": {"date_of_exchange"}, "war": {"months_of_war"}, "kyiv": {"ordinal"}, "largest": {"largest_since"},
}  # fmt: skip


@cache
def points(lie: bool) -> list[Told]:
    # Every third keeps the suite quick; the benchmark reads them all.
    return list(told(load().of("Russia-Ukraine"), lie))[:: 3 if lie else 2]


def claims(point: Told) -> list[Claim]:
    """The claims of the sentence in question."""
    start = point.text.index(".") + 1
    wanted = TYPES[point.kind.partition(":")[0]]
    found = check(point.text, load(), point.as_of).claims
    return [c for c in found if c.claim_type in wanted and c.end > start]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lie_is_never_called_true(language):
    fooled = [
        p.text for p in points(True) if p.language == language and any(c.verdict == "true" for c in claims(p))
    ]
    assert fooled == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_truth_is_found_and_never_called_false(language):
    told_so = [(p, claims(p)) for p in points(False) if p.language == language]
    assert [p.text for p, found in told_so if not found] == []
    assert [p.text for p, found in told_so if any(c.verdict == "false" for c in found)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Abu Dhabi mediated between the two countries in partnership with Doha.",
        "Посередником між країнами виступив Абу-Дабі у партнерстві з Катаром.",
        "Посредником между странами выступил Абу-Даби в партнёрстве с Катаром.",
        "وتوسطت أبوظبي بين البلدين بالشراكة مع الدوحة.",
    ],
)
def test_a_mediator_beside_whom_a_wrong_one_stands_is_not_called_true(sentence: str) -> None:
    found = check(sentence, load(), date(2025, 5, 7)).claims
    assert "mediator" in [c.claim_type for c in found]
    assert "true" not in [c.verdict for c in found if c.claim_type == "mediator"]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The Emirates, whose mediation is now at work together with Turkey, were thanked.", "false"),
        ("Емірати, чиє посередництво спрацювало спільно з турецьким.", "false"),
        ("The Emirates mediated, and Belarus received the soldiers.", "true"),
    ],
)
def test_a_mediator_beside_whom_another_may_be_meant_is_not_called_true(sentence: str, verdict: str) -> None:
    found = check(f"Russia and Ukraine exchanged prisoners. {sentence}", load(), date(2025, 5, 7)).claims
    assert [c.verdict for c in found if c.claim_type == "mediator"] == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "The UAE mediated, as it did on 6 May.",
        "Посредничали, как и 6 мая, Объединённые Арабские Эмираты.",
        "وقادت الإمارات جهود الوساطة على غرار ما فعلت في السادس من مايو.",
    ],
)
def test_who_mediated_another_exchange_did_not_mediate_this_one(sentence: str) -> None:
    opening = "Russia and Ukraine exchanged prisoners on Sunday. "
    found = check(opening + sentence, load(), date(2025, 5, 25)).claims
    assert next(c.verdict for c in found if c.claim_type == "mediator") == "false"
