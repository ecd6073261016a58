"""What the packaged tables say in English is said in the reader's language where the set of it is closed."""

from repatria import i18n
from repatria.history import category_words, load, table_words, words


def test_every_gap_conflict_and_speaker_has_its_words():
    history = load()
    assert set(table_words._MISSING) == {gap.missing for gap in history.gaps}
    assert set(table_words._CONFLICTS) == set(history.conflicts)
    assert set(table_words._SPEAKERS) == {claim.speaker for claim in history.held_claims}


def test_the_words_in_english_are_those_of_the_table():
    for sentences in (table_words._MISSING, table_words._SPEAKERS):
        assert all(say() == written for written, say in sentences.items())


def test_a_table_of_ones_own_is_quoted_as_it_is():
    assert (table_words.missing("two days of May"), table_words.speaker("N. N.")) == ("two days of May", "N. N.")


def test_a_gap_is_said_in_the_readers_language(monkeypatch):
    monkeypatch.setattr(table_words, "_", lambda text: f"[{text}]")
    history = load()
    found = history.first_since(history.exchange("ru-ua-2022-06-10"))
    with i18n.language("uk"):
        assert "[Kyiv's tenth exchange was not found]" in words.first_since(found)


def test_every_category_of_the_packaged_statements_has_its_words():
    used = {said.category.partition(":")[0] for exchange in load() for said in exchange.statements}
    assert used - set(category_words._CATEGORIES) == set()


def test_a_category_may_carry_what_it_is_about():
    assert category_words.counted("year_total", "2024") == "people in the year (2024):"
    assert category_words.counted("of_my_own") == "of my own"
    held = next(s for s in load().exchange("multi-2024-08-01").statements if s.category.startswith("held_in"))
    assert words.statement(held).startswith(
        "states they had been held in (United States, Germany, Poland, Slovenia"
    )
