"""Arabic names: consonants, vowels, and the words around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.names import arabic
from repatria.names.groups import arabic_groups
from repatria.names.script import clean, script_of


def code(text: str) -> str:
    return "".join(arabic.code_and_vowels(word)[0] for word in arabic.words(clean(text)))


@pytest.mark.parametrize(
    "spellings",
    [
        "محمد|Mohammed|Muhammad|Mohamed|Mouhammad",
        "عبد الله|عبدالله|Abdullah|Abdallah|Abdulla",
        "عبد الرحمن|عبدالرحمن|Abdul Rahman|Abdulrahman|Abderrahman|Ebdul Rahman",
        "عبد العزيز|Abdulaziz|Abdul Aziz|Abdelaziz",
        "نور الدين|نورالدين|Nureddin|Nour Eddine|Nur al-Din",
        "السعيد|Al-Said|El Saeed|Essaid",
        "بن خالد|bin Khaled|خالد|Khalid",
        "حمزة|حمزه|Hamza|Hamzah",
    ],
)
def test_all_spellings_share_one_consonant_code(spellings: str) -> None:
    assert len({code(text) for text in spellings.split("|")}) == 1


@pytest.mark.parametrize(
    ("latin", "fits", "clashes"),
    [("Hasan", "حسن", "حسين"), ("Hussein", "حسين", "حسن"), ("Said", "سعيد", "سعود")],
)
def test_vowels_tell_names_of_equal_consonants_apart(latin: str, fits: str, clashes: str) -> None:
    def share(one: str, other: str) -> bool:
        found = [arabic_groups(*arabic.code_and_vowels(clean(w)), script_of(w) == "arabic") for w in (one, other)]
        return bool(set(found[0]) & set(found[1]))

    assert share(latin, fits)
    assert not share(latin, clashes)


def test_a_family_name_is_known_by_its_article() -> None:
    assert arabic.has_article("الحسيني")
    assert arabic.has_article("al-hussaini")
    assert not arabic.has_article("علي")
    assert not arabic.has_article("ali")


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.characters(codec="ascii")))
def test_any_text_has_as_many_gaps_as_its_consonants_leave(text: str) -> None:
    for word in arabic.words(clean(text)):
        consonants, vowels = arabic.code_and_vowels(word)
        assert vowels.count(".") == len(consonants)
