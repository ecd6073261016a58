"""Which share of the people is of a kind, told by no number: half, a fifth, some of, both."""

import pytest

from tests.claims.test_numbers_in_prose import read

TOLD = [
    ("en", "Half of those freed were civilians."),
    ("en", "A fifth of them are women."),
    ("en", "Some of the civilians had been held since 2014."),
    ("en", "Both minors came home with their parents."),
    ("uk", "Більшість звільнених — цивільні."),
    ("uk", "Частина цивільних сиділа за ґратами з 2014 року."),
    ("uk", "Серед них 157 військових, у їх числі офіцера."),
    ("ru", "Пятая часть из них женщины."),
    ("ru", "Оба несовершеннолетних вернулись домой."),
    ("ru", "К празднику четыре украинки вернулись из российского плена."),
    ("ar", "كان بعض المدنيين محتجزين منذ عام 2014."),
    ("ar", "عاد المفرج عنهم ونصفهم من المدنيين."),
]
NOT_TOLD = [
    ("en", "Some officers said that Ukraine would exchange more prisoners."),
    ("en", "Some families waited for the exchange in the rain."),
    ("en", "Both sides thanked the mediators of the exchange."),
    ("uk", "Деякі родини чекали на обмін уночі."),
    ("ru", "Некоторые родственники ждали обмена ночью."),
    ("ar", "انتظر بعض الأهل التبادل ليلا."),
]


@pytest.mark.parametrize(("language", "sentence"), TOLD)
def test_a_share_is_a_breakdown(language: str, sentence: str) -> None:
    assert "breakdown" in {c.claim_type for c in read(language, sentence)}


@pytest.mark.parametrize(("language", "sentence"), NOT_TOLD)
def test_who_did_not_come_home_is_no_share(language: str, sentence: str) -> None:
    assert not read(language, sentence)


def test_half_is_not_true_where_the_record_has_fewer() -> None:
    assert [c.verdict for c in read("en", "Half of those freed were civilians.")] == ["unknown"]
