import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.history import BadHistoryFile, Voice, When, compare, load, most_like
from repatria.history.voices import read, write

SAID = "Seven came home today. We thank the mediator, and we go on until the last one is back."


@pytest.mark.parametrize(
    ("quoted", "likeness"),
    [
        (SAID, "exact"),
        ("“we thank the mediator”", "exact"),
        ("Seven came home today … until the last one is back", "shortened"),
        ("the last one is back … Seven came home today", "altered"),
        ("Nine came home today. We thank the mediator, and we stop.", "altered"),
        ("The weather at the border was poor and the buses were late.", "absent"),
        ("", "absent"),
    ],
)
def test_a_quotation_beside_what_was_said(quoted, likeness):
    assert compare(quoted, SAID).likeness == likeness


def test_the_words_that_were_never_said_are_named():
    assert "nine" in compare("Nine came home today. We thank the mediator", SAID).foreign


@given(st.integers(0, 16), st.integers(1, 17))
def test_every_run_of_the_words_is_exact(start, length):
    part = SAID.split()[start : start + length]
    assert compare(" ".join(part), SAID).likeness == "exact"


def test_the_quotation_of_the_article_was_never_said():
    history = load()
    voices = history.voices_of(history.exchange("ru-ua-2026-02-05"))
    found = most_like("the parties have agreed to return 314 people to their families", voices)
    assert found.likeness != "exact"


def test_voices_come_in_order_of_day_and_only_of_their_exchange():
    history = load()
    voices = history.voices_of(history.exchange("ru-ua-2026-02-05"))
    assert {v.exchange for v in voices} == {"ru-ua-2026-02-05"}
    assert all(v.link.startswith("https://") and v.role for v in voices)
    assert history.voices_of(history.exchange("ru-ua-2025-10-02")) == ()


words = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=20).map(str.strip)


@given(words, words, st.booleans())
def test_what_is_written_is_read(said, original, found):
    voice = Voice("a-1", "Hala", "mediator", "HAL", When(2026, 2, 5), "here", "", said, "en", original, found)
    assert read(write([voice])) == [voice]


def test_a_table_without_a_column_is_refused():
    with pytest.raises(BadHistoryFile, match="speaker"):
        read("exchange,role\n")


def test_a_voice_without_its_speaker_is_refused_with_its_line():
    empty = write([]) + "a-1,,x,,2026-02-05,,,,,,\n"
    with pytest.raises(BadHistoryFile, match="line 2"):
        read(empty)
