"""Numbers of people as reporters tell them: whatever stands first, whoever acts, with the noun far away or missing.

Every sentence tells the truth about the exchange of 5 February 2026, or is about something else.
"""

from datetime import date

import pytest

from repatria.claims import Claim, check
from repatria.history import load

OPENINGS = {
    "en": "Ukraine and Russia exchanged prisoners on 5 February.",
    "uk": "Україна і Росія обмінялися полоненими 5 лютого.",
    "ru": "Украина и Россия обменялись пленными 5 февраля.",
    "ar": "تبادلت روسيا وأوكرانيا الأسرى في 5 فبراير.",
}
NUMBERS = {"per_side", "total", "breakdown", "still_in_captivity"}


def read(language: str, sentence: str, day: date = date(2026, 2, 16)) -> list[Claim]:
    """The claims about numbers of people in `sentence`."""
    opening = OPENINGS[language]
    found = check(f"{opening} {sentence}", load(), day).claims
    return [c for c in found if c.end > len(opening) + 1 and c.claim_type in NUMBERS]


TOLD = [
    ("en", "per_side", "Home are 157 Ukrainians."),
    ("en", "per_side", "Russia let 157 go."),
    ("en", "per_side", "Kyiv gave their number as 157."),
    ("en", "per_side", "The Ukrainians freed number 157."),
    ("en", "per_side", "157 went one way, and 157 the other."),
    ("en", "per_side", "157 to Ukraine, 157 to Russia."),
    ("en", "per_side", "In return Ukraine let 157 Russian servicemen leave."),
    ("en", "per_side", "Freed from Russian prisons were 157 men and women."),
    ("en", "per_side", "Ukraine secured the freedom of 157 captives."),
    ("en", "total", "Both together make 314 people."),
    ("en", "total", "Add them up and you get 314."),
    ("en", "total", "The UAE has now helped free 4,955 captives."),
    ("en", "total", "The Emirati count now stands at 4,955."),
    ("en", "breakdown", "150 are soldiers, seven never wore a uniform."),
    ("en", "breakdown", "Civilians account for seven of the Ukrainians."),
    ("en", "breakdown", "Soldiers made up 150 of the group and civilians seven."),
    ("en", "breakdown", "The group included soldiers (150) and civilians (7)."),
    ("en", "breakdown", "Of those home, 139 had been locked up from 2022."),
    ("en", "breakdown", "A civilian was among those freed."),
    ("en", "still_in_captivity", "Kyiv believes some 7,000 of its soldiers have not come home."),
    ("en", "still_in_captivity", "About 7,000 Ukrainians have yet to be freed."),
    ("uk", "per_side", "З російського полону вирвалися 157 українців."),
    ("uk", "per_side", "157 полонених віддала Росія."),
    ("uk", "per_side", "Україна повернула 157, Росія — 160."),
    ("uk", "per_side", "Обмін приніс волю 157 українцям."),
    ("uk", "per_side", "Натомість Росії віддали 157 військових."),
    ("uk", "total", "В обидва боки проїхали 314 людей."),
    ("uk", "total", "Якщо скласти, виходить 314."),
    ("uk", "breakdown", "Військових серед них 150, цивільних семеро."),
    ("uk", "breakdown", "Цивільних — семеро."),
    ("uk", "breakdown", "У полоні з 2022 року були 139 із них."),
    ("uk", "breakdown", "Серед звільнених є поранені."),
    ("uk", "still_in_captivity", "Близько 7000 українців досі не повернулися з полону."),
    ("uk", "still_in_captivity", "За ґратами в Росії — близько 7000 українців."),
    ("ru", "per_side", "Взамен переданы 157 военнопленных ВСУ."),
    ("ru", "per_side", "В Россию уехали 160 человек."),
    ("ru", "per_side", "Обмен принёс свободу 157 украинцам."),
    ("ru", "total", "В обе стороны проехали 314 человек."),
    ("ru", "total", "С начала войны Эмираты помогли вызволить 4955 человек."),
    ("ru", "breakdown", "Военных среди них 150, гражданских семеро."),
    ("ru", "breakdown", "Большинство, 139, попали в плен в 2022 году."),
    ("ru", "breakdown", "Среди освобождённых есть раненые."),
    ("ru", "still_in_captivity", "Около 7000 украинцев до сих пор не вернулись из плена."),
    ("ar", "per_side", "حصلت موسكو على 160 من مواطنيها."),
    ("ar", "per_side", "غادر السجون الروسية 157 أوكرانيا."),
    ("ar", "per_side", "157 إلى أوكرانيا و157 إلى روسيا."),
    ("ar", "total", "إذا جمعنا العددين كان المجموع 314."),
    ("ar", "breakdown", "150 منهم عسكريون وسبعة مدنيون."),
    ("ar", "breakdown", "اثنان محكومان بالمؤبد."),
    ("ar", "breakdown", "بين المفرج عنهم جرحى."),
    ("ar", "still_in_captivity", "نحو 7000 أوكراني لم يعودوا بعد."),
]
SOMETHING_ELSE = [
    ("en", "Each got 2 phone calls and 1,000 hryvnias."),
    ("en", "Article 118 of the Geneva Convention demands release."),
    ("en", "The youngest is 22, the oldest 59."),
    ("en", "Some 50 journalists were present."),
    ("uk", "Її син, 24-річний боєць 36-ї бригади, вийшов останнім."),
    ("uk", "Приїхали 50 журналістів."),
    ("uk", "Кожен отримав 1000 гривень."),
    ("ru", "Её сын, 24-летний боец 36-й бригады, вышел последним."),
    ("ru", "Приехали 50 журналистов."),
    ("ru", "Каждый получил 1000 рублей."),
    ("ar", "حصل كل منهم على 1000 هريفنيا."),
    ("ar", "حضر 50 صحفيا."),
]


@pytest.mark.parametrize(("language", "kind", "sentence"), TOLD)
def test_a_number_of_people_is_found_and_its_sense_told(language, kind, sentence):
    found = read(language, sentence)
    assert {c.claim_type for c in found} == {kind}
    assert [c for c in found if c.verdict == "false"] == []


@pytest.mark.parametrize(("language", "sentence"), SOMETHING_ELSE)
def test_a_number_of_something_else_gives_no_claim(language, sentence):
    assert read(language, sentence) == []


def test_people_who_have_not_come_home_are_no_running_total():
    (claim,) = read("en", "Kyiv believes some 7,000 of its soldiers have not come home.")
    assert claim.verdict == "unknown"


def test_a_number_told_in_the_background_is_judged_by_its_own_exchange():
    (right,) = read("en", "In March last year 197 people had come home to Ukraine.")
    (wrong,) = read("en", "In March last year 555 people had come home to Ukraine.")
    assert right.verdict == "true"
    assert wrong.verdict != "true"


def test_two_groups_exchanged_for_one_another_belong_to_opposite_sides():
    (claim,) = read("en", "Russia handed over 157 people for 160 soldiers.")
    assert claim.value == {"UKR": 157, "RUS": 160}
