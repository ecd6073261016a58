"""Who said what, in the turns of phrase that agencies, broadcasters and ministries use."""

from datetime import date

import pytest

from repatria.claims import Claim, check
from repatria.history import load

DAY = date(2024, 12, 31)
MINISTRY = "Russian defence ministry"
OPENINGS = {
    "en": "Ukraine and Russia exchanged prisoners on Monday. 189 Ukrainians came home.",
    "uk": "Україна та Росія обмінялися полоненими в понеділок. Додому повернулися 189 українців.",
    "ru": "Украина и Россия обменялись пленными в понедельник. Домой вернулись 189 украинцев.",
    "ar": "تبادلت أوكرانيا وروسيا الأسرى يوم الاثنين. وعاد 189 أوكرانياً.",
}


def said(language: str, sentence: str) -> list[Claim]:
    opening = OPENINGS[language]
    found = check(f"{opening}\n\n{sentence}", load(), DAY).claims
    return [c for c in found if c.claim_type == "attribution" and c.start >= len(opening)]


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "The return of 189 Ukrainians was announced by President Volodymyr Zelensky.", "Zelensky"),
        ("en", "150 Russian soldiers are back home, the Russian defence ministry announced.", MINISTRY),
        ("en", "There are 189 more of us at home, President Zelensky announced on Monday.", "Zelensky"),
        ("en", "Russia told a different story. Its defence ministry spoke of 150 on each side.", MINISTRY),
        ("en", "The defence ministry in Moscow confirmed handing over 150 Ukrainian prisoners.", MINISTRY),
        ("en", "The number was confirmed by the defence ministry in Moscow.", MINISTRY),
        ("en", "As President Zelensky put it, 189 Ukrainians are home.", "Zelensky"),
        ("en", "The White House thanked Turkey and four European governments.", "White House"),
        ("uk", "Про повернення 189 українців повідомив президент Володимир Зеленський.", "Zelensky"),
        ("uk", "Міноборони РФ відзвітувало про повернення 150 військових.", MINISTRY),
        ("uk", "Таку кількість назвали в російському оборонному відомстві.", MINISTRY),
        ("uk", "У заяві російського міноборони йдеться про 150 військовополонених.", MINISTRY),
        ("uk", "Обмін відбувся: додому їдуть 189 українців - Зеленський", "Zelensky"),
        ("ru", "О возвращении 189 украинцев сообщил президент Владимир Зеленский.", "Zelensky"),
        ("ru", "Эту цифру подтвердило Минобороны России.", MINISTRY),
        ("ru", "Из плена, как рассказал Зеленский, вернулись 189 человек.", "Zelensky"),
        ("ru", "Белый дом поблагодарил Турцию и правительства четырёх европейских стран.", "White House"),
        ("ar", "أعلنت وزارة الدفاع الروسية استعادة 150 عسكرياً.", MINISTRY),
        ("ar", "وأكدت وزارة الدفاع الروسية الرقم نفسه.", MINISTRY),
        ("ar", "وجاء في بيان وزارة الدفاع الروسية أن 150 عسكرياً عادوا.", MINISTRY),
        ("ar", "عاد 189 أوكرانياً إلى ديارهم، كما أعلن زيلينسكي.", "Zelensky"),
    ],
)  # fmt: skip
def test_who_speaks_is_found(language, sentence, speaker):
    (claim,) = said(language, sentence)
    assert claim.value["speaker"] == speaker


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Coordination Headquarters counted it as the 59th exchange."),
        ("en", "The defence ministry never published a figure."),
        ("en", "Neither side said who mediated."),
        ("en", "Zelensky thanked the United Arab Emirates for mediation."),
        ("en", "The ministry published a video of the buses."),
        ("uk", "Міноборони РФ цифр не оприлюднило."),
        ("uk", "Зеленський подякував Еміратам за посередництво."),
        ("ru", "Минобороны цифр не опубликовало."),
        ("ru", "Зеленский сказал, что команда продолжит работу."),
        ("ar", "ولم تنشر وزارة الدفاع الروسية أي رقم."),
        ("ar", "وقالت الخارجية الإماراتية إنها الوساطة العاشرة."),
    ],
)
def test_what_says_nothing_of_the_exchange_is_no_attribution(language, sentence):
    assert not said(language, sentence)


def test_a_number_pointed_at_is_never_called_false():
    opening = "Ukraine and Russia exchanged prisoners on Monday. 500 Ukrainians came home."
    claims = check(f"{opening}\n\nThat figure was confirmed by President Zelensky.", load(), DAY).claims
    told = [c for c in claims if c.claim_type == "attribution"]
    assert [c.verdict for c in told] == ["unknown"]
