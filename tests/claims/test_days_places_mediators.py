"""When, where and by whose mediation, in wordings of many kinds; and sentences that tell of none of them."""

from datetime import date

import pytest

from repatria.claims import check
from repatria.history import load

DAY = date(2025, 5, 6)
OPENINGS = {
    "en": "Russia and Ukraine exchanged prisoners, 205 for 205.",
    "uk": "Україна і Росія обмінялися полоненими, 205 на 205.",
    "ru": "Россия и Украина обменялись пленными, 205 на 205.",
    "ar": "تبادلت روسيا وأوكرانيا الأسرى، 205 مقابل 205.",
}


def found(kind: str, sentence: str, language: str, day: date = DAY) -> list[str]:
    opening = OPENINGS[language]
    claims = check(f"{opening} {sentence}", load(), day).claims
    return [c.verdict for c in claims if c.claim_type == kind and c.start > len(opening)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The exchange was the work of Emirati diplomats."),
        ("en", "Abu Dhabi hammered out the terms."),
        ("en", "The swap crowned the efforts of the Emirates."),
        ("en", "The UAE joined in too."),
        ("en", "UAE secures freedom for 410 captives"),
        ("en", "Behind the deal, officials say, stood the Emirates."),
        ("en", "It was directed from start to finish by the Emirates."),
        ("uk", "Не обійшлося без Еміратів."),
        ("uk", "Долучилися також Емірати."),
        ("uk", "До обміну доклали рук Емірати."),
        ("uk", "Еміратські дипломати місяць вмовляли обидві столиці."),
        ("ru", "Содействие оказали ОАЭ."),
        ("ru", "За сделкой стоит Абу-Даби."),
        ("ru", "Переговоры вёл Абу-Даби."),
        ("ru", "МИД ОАЭ объявил об успехе очередной посреднической миссии."),
        ("ar", "تكللت جهود الإمارات بإنجاز التبادل."),
        ("ar", "الإمارات تنجح في إتمام عملية تبادل جديدة"),
        ("ar", "أثمرت الجهود الإماراتية إطلاق سراح 410 أسرى."),
    ],
)
def test_who_helped_is_told_by_many_words(language: str, sentence: str) -> None:
    assert found("mediator", sentence, language) == ["true"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Emirates had no hand in it."),
        ("en", "The UAE does not count this exchange as its own."),
        ("en", "The exchange stayed outside the Emirati tally."),
        ("en", "No foreign capital claims to have helped."),
        ("en", "It was negotiated by Egypt and Jordan."),
        ("uk", "Хто саме допоміг сторонам домовитися, не розкривають."),
        ("uk", "Жодна іноземна столиця не заявила про свою участь."),
        ("ru", "Эмираты организовали обмен вместе с Турцией."),
        ("ru", "Посредничали ООН, МККК и Оман."),
        ("ru", "Эмираты этот обмен своим не считают."),
        ("ar", "وبقيت العملية خارج السجل الإماراتي."),
        ("ar", "لم يُعرف من توسط بين الطرفين."),
    ],
)
def test_who_did_not_help_is_refuted_where_it_did(language: str, sentence: str) -> None:
    assert found("mediator", sentence, language) == ["false"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The president will visit the Emirates on Monday."),
        ("en", "The UAE foreign ministry said 4,181 prisoners had been freed through its mediation."),
        ("en", "It is Abu Dhabi's fifteenth success."),
        ("ru", "Всего при посредничестве ОАЭ освобождены 4181 человек."),
        ("ar", "وهي خامس عشرة وساطة إماراتية."),
    ],
)
def test_a_visit_or_a_count_is_no_mediator(language: str, sentence: str) -> None:
    assert found("mediator", sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Russians passed through Belarus."),
        ("en", "The handover was carried out at a point on the Ukrainian-Belarusian frontier."),
        ("uk", "Росіяни зараз у Білорусі, де їх оглядають лікарі."),
        ("uk", "Обмін відбувся на кордоні з Білоруссю."),
        ("ru", "Первой остановкой для россиян стала Белоруссия."),
        ("ru", "Местом передачи послужил пограничный переход между Украиной и Белоруссией."),
        ("ar", "مر العسكريون الروس ببيلاروسيا."),
        ("ar", "وصل العسكريون الروس إلى أراضي بيلاروسيا."),
    ],
)
def test_a_place_is_told_by_many_words(language: str, sentence: str) -> None:
    assert found("place", sentence, language) == ["true"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A former mayor of Kherson is among the freed."),
        ("en", "Ukrainian troops crossed into Kursk region in August."),
        ("en", "Seventeen are from the border guard."),
        ("en", "The Geneva Conventions are clear."),
        ("uk", "Він потрапив у полон на Курщині."),
        ("ru", "От спецпосланника США стало известно об обмене."),
        ("ar", "أسروا في مقاطعة كورسك."),
    ],
)
def test_another_place_is_no_place_of_the_exchange(language: str, sentence: str) -> None:
    assert found("place", sentence, language) == []


@pytest.mark.parametrize(
    ("language", "day", "sentence"),
    [
        ("en", date(2022, 12, 31), "The last day of the year brought 140 of them home."),
        ("uk", date(2025, 7, 24), "Почалося ж усе 9 червня. Наступного дня настала черга тяжкопоранених."),
        ("ru", date(2023, 4, 17), "Обмен приурочили к православной Пасхе."),
        ("ar", date(2024, 8, 25), "وتزامن ذلك مع عيد استقلال أوكرانيا."),
        ("uk", date(2022, 4, 2), "Першим вважають березневий, коли 24-го числа поміняли десятьох на десятьох."),
        ("ru", date(2026, 3, 7), "В четверг, 5 марта, домой вернулись двести, на следующий день ещё триста."),
    ],
)
def test_a_day_is_told_by_feast_or_by_the_day_before_it(language: str, day: date, sentence: str) -> None:
    verdicts = found("date_of_exchange", sentence, language, day)
    assert set(verdicts) == {"true"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In March Budanov put it at more than 8,000."),
        ("en", "Ukrainian troops crossed into Kursk region on 6 August."),
        ("en", "Thirty-seven of them left Azovstal in May."),
        ("uk", "Родини святкують Великдень."),
        ("ru", "Что известно к утру вторника"),
    ],
)
def test_a_day_of_words_or_of_war_is_no_day_of_an_exchange(language: str, sentence: str) -> None:
    assert found("date_of_exchange", sentence, language) == []
