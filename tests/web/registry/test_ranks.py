"""Ranks in five languages, as grades."""

import pytest

from repatria.web.registry.ranks import class_of, grade_of


@pytest.mark.parametrize(
    ("rank", "grade"),
    [("рядовой", 0), ("Старший солдат", 0), ("молодший сержант", 1), ("Staff-Sergeant", 1), ("прапорщик", 2),
     ("ст. лейтенант", None), ("старший лейтенант медицинской службы", 3), ("капітан 3 рангу", 4), ("رائد", 5),
     ("Lieutenant-colonel", 6), ("colonel", 7), ("генерал-майор", 9), ("", None), ("driver", None)],
)  # fmt: skip
def test_a_rank_has_the_grade_of_its_language(rank: str, grade: int | None) -> None:
    assert grade_of(rank) == grade


def test_classes() -> None:
    assert [class_of(grade) for grade in (0, 1, 2, 3, 10)] == ["enlisted", "nco", "nco", "officer", "officer"]
