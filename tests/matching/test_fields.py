"""Places, units and ranks across languages."""

import pytest

from repatria.matching import fields


@pytest.mark.parametrize(
    "spellings",
    ["Бахмут|Артемівськ|Артемовск|Bakhmut|м. Бахмут", "Дніпро|Днепропетровск|Dnipro", "Київ|Киев|Kyiv|Kijow"],
)
def test_a_place_under_all_its_names_is_one_place(spellings: str) -> None:
    assert len({fields.place(text, "slavic") for text in spellings.split("|")}) == 1


def test_arabic_places_meet_their_latin_names() -> None:
    assert fields.place("الحديدة", "arabic") == fields.place("Hodeidah", "arabic")


def test_a_region_is_no_town() -> None:
    assert fields.place("Київська обл.", "slavic")[1]
    assert not fields.place("Київ", "slavic")[1]


@pytest.mark.parametrize(
    "spellings",
    [
        "47 ОМБр|47-а ОМБр|47-я омбр|47th Mech Bde",
        "12 бр ТрО|12-я бр ТО|12 TDF Bde",
        "35 ОБрМП|35 обрмп|35th Marine Bde",
    ],
)
def test_a_unit_has_one_number_and_one_kind(spellings: str) -> None:
    assert len({fields.unit(text) for text in spellings.split("|")}) == 1


def test_units_of_one_number_and_two_kinds_differ() -> None:
    assert fields.unit("36 ОМБр") != fields.unit("36 ОБрМП")


def test_ranks_of_both_armies_share_a_ladder() -> None:
    assert fields.rank("солдат") == fields.rank("рядовой") == fields.rank("Soldier") == fields.rank("جندي") == 1
    assert fields.rank("старший солдат") == fields.rank("ефрейтор") == 2
    assert fields.rank("beekeeper") == 0
