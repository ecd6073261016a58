"""Numbers that count something else are no claims about an exchange."""

from datetime import date

import pytest

from repatria.claims import check
from repatria.history import load

OPENINGS = {
    "en": "Ukraine and Russia exchanged prisoners on Thursday.",
    "uk": "Україна та Росія обмінялися полоненими в четвер.",
    "ru": "Украина и Россия обменялись пленными в четверг.",
    "ar": "تبادلت أوكرانيا وروسيا الأسرى يوم الخميس.",
}
OTHERS = [
    ("en", "Russia launched 157 drones at Ukraine overnight."),
    ("en", "More than 10,000 civilians have been killed since the war began."),
    ("en", "The mayor, 54, said the town had lost 300 houses."),
    ("en", "Some 700 people gathered in the square to greet the buses."),
    ("en", "The United States has sent 31 tanks to Ukraine."),
    ("en", "Putin and Trump spoke for 90 minutes on Tuesday."),
    ("en", "Some 19,000 Ukrainian children were taken to Russia, Kyiv says."),
    ("en", "A court in Moscow sentenced 23 Ukrainians to prison terms of up to 23 years."),
    ("en", "He had spent 22 months in captivity."),
    ("en", "Zelensky flew to Paris on Friday for talks on 300 billion dollars."),
    ("uk", "Росія вночі випустила 157 дронів."),
    ("uk", "За час війни загинуло понад 10 000 цивільних."),
    ("uk", "США передали Україні 31 танк."),
    ("uk", "Він провів у полоні 22 місяці."),
    ("ru", "Ночью Россия выпустила 157 беспилотников."),
    ("ru", "За время войны погибло более 10 000 мирных жителей."),
    ("ru", "Суд в Москве приговорил 23 украинцев к срокам до 23 лет."),
    ("ar", "وأطلقت روسيا 157 طائرة مسيرة ليلاً."),
    ("ar", "وقُتل أكثر من 10 آلاف مدني منذ بدء الحرب."),
]


@pytest.mark.parametrize(("language", "sentence"), OTHERS)
def test_a_number_of_something_else_is_passed_over(language, sentence):
    opening = OPENINGS[language]
    found = check(f"{opening} {sentence}", load(), date(2026, 2, 5)).claims
    assert [c.text_span for c in found if c.end > len(opening) and c.verdict != "unknown"] == []
