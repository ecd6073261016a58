"""Who said what, in the turns of phrase that agencies, broadcasters and ministries use."""

from datetime import date

import pytest

from repatria.claims import Claim, check
from repatria.history import load

DAY = date(2024, 12, 31)
EMIRATI = "Emirati foreign ministry"
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


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "Ukrainian authorities reported 189 returned.", "Ukraine"),
        ("en", "Kyiv announced the return of 189 people.", "Ukraine"),
        ("en", "189 of our people are home, said Kyiv.", "Ukraine"),
        ("en", "The Russian side counted 150 of its men.", "Russia"),
        ("en", "Ukraine's foreign minister said that 189 citizens had been freed.", "Ukrainian foreign minister"),
        ("en", "The Emirati foreign ministry reckoned that 339 captives were exchanged.", EMIRATI),
        ("en", "Deputy Prime Minister Iryna Vereshchuk said two of the freed were civilians.", "Vereshchuk"),
        ("en", "Two civilians came home; 189 people are back in all, by his account, Zelensky said.", "Zelensky"),
        ("uk", "Київ нарахував 189 прибулих людей.", "Ukraine"),
        ("uk", "Київ відрапортував про 189 визволених людей.", "Ukraine"),
        ("uk", "Додому їдуть 189 людей, повідомили в Києві.", "Ukraine"),
        ("uk", "Міноборони країни-агресорки заявило про 150 своїх військових.", MINISTRY),
        ("uk", "Російська влада говорить про 150 своїх військових.", "Russia"),
        ("ru", "Киев рапортовал о 189 возвращённых людях.", "Ukraine"),
        ("ru", "Российская сторона отчиталась о 150 военных.", "Russia"),
        ("ru", "Россия, как заявили в её оборонном ведомстве, отдала 150 украинцев.", MINISTRY),
        ("ru", "По 150 человек с каждой стороны, сообщает Москва.", "Russia"),
        ("ar", "وأعلنت كييف أنها استعادت 189 شخصاً.", "Ukraine"),
        ("ar", "وأحصت كييف 189 شخصاً.", "Ukraine"),
        ("ar", "وذكرت السلطات الأوكرانية أن 189 أسيراً عادوا.", "Ukraine"),
        ("ar", "وقالت نائبة رئيس الوزراء إيرينا فيريشتشوك إن بين المحررين مدنيين اثنين.", "Vereshchuk"),
    ],
)  # fmt: skip
def test_whoever_speaks_for_a_side_is_found(language, sentence, speaker):
    assert speaker in [claim.value["speaker"] for claim in said(language, sentence)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "According to Kyiv, 189 people came home."),
        ("en", "Officials said that 189 people came home."),
        ("en", "Kyiv said it was the 59th exchange and that 3,956 people had come home."),
        ("en", "Kyiv's headquarters says 3,956 people have been freed in all."),
        ("en", "The Russian defence ministry said nothing of whom it had given up."),
        ("en", "Kyiv said it would not stop."),
        ("en", "Zelensky said that everybody would be brought home."),
        ("en", "Zelensky said Ukraine had received 40 tanks."),
        ("en", "Zelensky said many of those freed were wounded."),
        ("en", "Kyiv said 189 people were back, 187 of them servicemen and two civilians."),
        ("uk", "За даними Києва, додому повернулися 189 людей."),
        ("uk", "За його словами, 38 з них обороняли Маріуполь."),
        ("ru", "По данным украинской стороны, домой вернулись 189 человек."),
        ("ru", "Киев заявил, что не остановится."),
        ("ru", "Зеленский пообещал вернуть всех."),
        ("ar", "وقالت كييف إنها لن تتوقف."),
        ("ar", "وقال مسؤولون إن 189 شخصاً عادوا."),
    ],
)
def test_whose_number_it_is_makes_no_saying(language, sentence):
    assert not said(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The ministry in Moscow spoke of 150 on each side."),
        ("en", "189 is the number. That is what President Zelensky said."),
        ("uk", "Російське оборонне відомство всіх 150 переданих назвало військовими."),
        ("uk", "Про це повідомив президент Володимир Зеленський."),
        ("uk", "Дві жінки, за словами донецького ватажка Дениса Пушиліна, лишилися в Росії."),
        ("uk", "Президент Зеленський оголосив, що третю частину обміну завершено."),
        ("ru", "Об этом уведомило Минобороны России."),
        ("ru", "По 150 человек, уточнили в Минобороны."),
        ("ru", "Обмен по формуле 150 на 150 подтвердила Москва."),
        ("ar", "وقدّمت وزارة الدفاع الروسية رواية أخرى، إذ تحدثت عن 150 جندياً."),
        ("en", "Kyiv announced the return of 189 men and women."),
        ("ru", "Все они попали в плен в Курской области, уточнили в Минобороны России."),
        ("ar", "وقال ويتكوف إن الجانبين لم يتبادلا الأسرى منذ خمسة أشهر."),
        ("en", "Twenty-two were officers, the head of President Zelensky's office, Andriy Yermak, said."),
        ("ru", "Вернулись 189 человек, сообщил вчера Зеленский, уточнив, что это не предел."),
        ("ru", "Подробность привёл в Донецке Денис Пушилин: две женщины отказались ехать."),
        ("uk", "Відомство також заявило про 150 військових, каже Зеленський."),
        ("ar", 'وأعلنت وزارة الدفاع الروسية، على "تلغرام"، عودة 150 من عسكرييها، وأضافت أنهم في بيلاروس حالياً.'),
        ("en", '"We got 189 people back today," the Ukrainian leader told journalists.'),
        ("en", "Kyiv begs to differ: it counts 189."),
        ("uk", "Росія, як повідомили в її міноборони, передала 150 українців."),
        ("ru", "«Всего возвращены 150 военнослужащих», — заявили в министерстве обороны РФ."),
        ("ar", "وأشارت الوزارة في موسكو إلى عودة 150 جندياً."),
    ],
)
def test_a_saying_is_found_wherever_its_verb_and_its_content_stand(language, sentence):
    assert said(language, sentence)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The Russian defence ministry called the return of the wounded a goodwill gesture.", "true"),
        ("Moscow had promised 23.", "true"),
        ("Moscow had promised 30.", "unknown"),
        ("The Russian defence ministry spoke of people of a sensitive category.", "unknown"),
    ],
)
def test_what_the_notes_of_the_record_say_that_moscow_said(sentence, verdict):
    opening = "Ukraine and Russia exchanged prisoners on 19 March 2025."
    claims = check(f"{opening}\n\n{sentence}", load(), date(2025, 3, 20)).claims
    assert [c.verdict for c in claims if c.claim_type == "attribution"] == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Russian defence ministry said all of its 150 men had been captured in Kursk region.",
        "The Russian defence ministry said 150 people were still in captivity.",
    ],
)
def test_where_men_were_captured_or_are_held_is_no_number_of_the_exchange(sentence):
    assert [c.verdict for c in said("en", sentence)] == ["unknown"]


@pytest.mark.parametrize(
    ("opening", "day", "sentence", "speaker"),
    [
        ("Israel and Hamas exchanged captives on Monday.", date(2025, 10, 14),
         "The Qassam Brigades announced the release of 20 captives.", "Qassam Brigades"),
        ("Russia and the United States exchanged prisoners on Thursday.", date(2024, 8, 2),
         "The Kremlin said eight Russians had returned.", "Russia"),
    ],
)  # fmt: skip
def test_a_number_that_may_be_of_the_other_side_is_not_called_false(opening, day, sentence, speaker):
    claims = check(f"{opening} {sentence}", load(), day).claims
    told = [(c.value["speaker"], c.verdict != "false") for c in claims if c.claim_type == "attribution"]
    assert told == [(speaker, True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the same statement Armenia gave up its candidacy to host the COP29 climate conference.",
        "Armenia declared in the same document that it was giving up its bid to host the COP29 summit.",
        "Вірменія поступилася правом приймати кліматичну конференцію COP29, знявши власну заявку.",
        "В документе содержится отказ Армении от претензий на климатическую конференцию COP29.",
        "وتنازلت أرمينيا عن طلب استضافة مؤتمر المناخ.",
    ],
)
def test_a_bid_given_up_beside_the_exchange_is_a_saying(sentence):
    opening = "Azerbaijan and Armenia exchanged prisoners on 13 December 2023."
    claims = check(f"{opening} {sentence}", load(), date(2023, 12, 14)).claims
    assert [c.verdict for c in claims if c.claim_type == "attribution"] == ["unknown"]


def test_a_part_that_the_record_has_otherwise_makes_the_saying_false():
    opening = "Ukraine and Russia exchanged prisoners on 17 October 2022."
    told = "The Russian defence ministry listed eighty sailors among the 110 people who were sent to Russia."
    claims = check(f"{opening} {told}", load(), date(2022, 10, 18)).claims
    assert [c.verdict for c in claims if c.claim_type == "attribution"] == ["false"]


def test_each_of_two_speakers_in_a_row_is_judged_by_its_own_number():
    found = said("en", "Kyiv says 189, Moscow says 150.")
    assert [(c.value["speaker"], c.verdict) for c in found] == [("Ukraine", "true"), ("Russia", "true")]


def test_the_numbers_of_two_speakers_are_told_apart():
    text = "Kyiv announced that 189 were back, the defence ministry in Moscow that 150 were."
    assert [c.value["speaker"] for c in said("en", text)] == ["Ukraine", MINISTRY]


def test_the_mediators_running_total_is_judged_by_its_own_count():
    opening = "Ukraine and Russia exchanged prisoners on 5 February 2026."
    told = "The Emirati foreign ministry said that {} captives had been freed so far."
    verdicts = {}
    for number in ("4,955", "4,641", "9,000"):
        claims = check(f"{opening}\n\n{told.format(number)}", load(), date(2026, 2, 6)).claims
        verdicts[number] = [c.verdict for c in claims if c.claim_type == "attribution"]
    assert verdicts["4,955"] == ["true"]
    assert "true" not in verdicts["4,641"] + verdicts["9,000"]


def test_what_a_side_told_of_its_last_exchanges_together_is_its_word():
    opening = "Ukraine and Russia exchanged prisoners on 26 November 2022."
    claims = check(f"{opening}\n\nKyiv reported 98 people home in a week.", load(), date(2022, 11, 27)).claims
    assert [c.verdict for c in claims if c.claim_type == "attribution"] == ["true"]


def test_a_number_pointed_at_is_never_called_false():
    opening = "Ukraine and Russia exchanged prisoners on Monday. 500 Ukrainians came home."
    claims = check(f"{opening}\n\nThat figure was confirmed by President Zelensky.", load(), DAY).claims
    told = [c for c in claims if c.claim_type == "attribution"]
    assert [c.verdict for c in told] == ["unknown"]
