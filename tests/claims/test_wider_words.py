"""Words that lean on something else: "ours", "then", "yesterday", a side not named, a quotation."""

from datetime import date

from repatria.claims import check
from repatria.history import load
from tests.claims.world import claim, read


def test_ours_are_the_people_of_the_side_that_writes_so():
    found = claim("Додому повернулися 157 наших захисників.", "per_side", opening="Обмін з Росією відбувся.")
    assert found.value == {"UKR": 157}
    assert found.verdict == "true"


def test_a_number_that_fits_only_the_side_not_named_is_not_true():
    found = claim("Ukraine cheered as 160 people arrived.", "per_side")
    assert found.verdict != "true"


def test_both_sides_together_and_each_are_told_apart_by_the_record():
    assert claim("On both sides 314 people were freed.", "total").verdict == "true"
    assert claim("On both sides 157 people were freed.", "per_side").verdict == "true"


def test_all_mediators_of_a_list_are_judged():
    found = claim("Посредниками выступили ОАЭ совместно с Катаром.", "mediator")
    assert found.value == ["ARE", "QAT"]
    assert found.verdict == "false"


def test_no_larger_exchange_since_is_a_claim_of_size():
    assert claim("No larger exchange has been held since October.", "largest_since").verdict == "true"
    assert claim("No larger exchange has been held since August.", "largest_since").verdict == "false"


def test_the_largest_since_a_day_does_not_speak_of_that_day_s_own_exchange():
    found = claim(
        "It was the largest exchange since 17 October.", "largest_since", as_of=date(2022, 11, 3),
        opening="Ukraine and Russia exchanged 107 prisoners each on Thursday.",
    )  # fmt: skip
    assert "2022-10-17" not in {str(e.date) for e in found.exchanges[-1:]}


def test_then_is_the_exchange_the_sentence_before_called_the_one_before():
    found = claim("Від попереднього обміну минуло 126 днів. Тоді обидві сторони отримали по 205 людей.", "per_side")
    assert [e.id for e in found.exchanges] == ["ru-ua-2025-10-02"]


def test_numbers_listed_by_day_are_judged_each_by_its_own():
    report = check(
        "Ukraine and Russia exchanged prisoners for three days. On Friday 390, on Saturday 306, on Sunday 303.",
        load(), date(2025, 5, 26),
    )  # fmt: skip
    assert [c.verdict for c in report.claims if c.claim_type == "per_side"] == ["true", "false", "true"]


def test_a_report_without_a_date_is_dated_by_its_yesterday():
    text = "Yesterday Ukraine and Russia exchanged prisoners: 205 for 205, 185 soldiers and 20 civilians each. "
    report = check(text + "It was Kyiv's 69th exchange.", load())
    assert report.as_of == date(2025, 10, 3)


def test_short_sentences_are_told_ukrainian_from_russian_by_their_words():
    report = check("Украина и Россия обменялись пленными. Угоду оголосили в четвер.", load(), date(2026, 2, 5))
    assert "uk" in report.languages


def test_a_sentence_in_quotation_marks_is_no_attribution_by_a_number_in_it():
    report = read('"We have agreed to return 314 people to their homes at last," Witkoff stated.')
    assert not [c for c in report.claims if c.claim_type == "attribution"]


def test_a_quotation_without_a_stored_original_is_said_to_be_uncheckable():
    report = read('"My son called me from the bus this very morning," said a mother.')
    assert any("quotation" in u.why for u in report.cannot_be_checked)


def test_a_capital_speaks_for_its_side():
    found = claim("Kyiv says 157 of its people are home.", "attribution")
    assert found.value == {"speaker": "Ukraine", "said": {"UKR": {"people": 157}}}
    assert found.verdict == "true"


def test_an_unnamed_source_is_never_confirmed():
    assert claim("A spokesman said 157 Ukrainians had come home.", "attribution").verdict == "unknown"


def test_a_capital_where_talks_were_held_is_that_city_in_each_of_its_forms():
    day = date(2025, 6, 27)
    for text in ("Об этом обмене стороны договорились 2 июня в Анкаре.", "Про обмін домовилися 2 червня в Анкарі."):
        report = check(f"Украина и Россия провели обмен 26 июня 2025 года. {text}", load(), day)
        (place,) = [c for c in report.claims if c.claim_type == "place"]
        assert place.verdict == "false", text


def test_a_number_that_is_not_round_is_no_estimate_of_another():
    opening = "Учора, 14 вересня 2024 року, Україна й Росія обмінялися полоненими: 103 на 103."
    text = "Лік людей, визволених за участі Об'єднаних Арабських Еміратів, довели до {n}."
    for n, verdict in ((1984, "false"), (1994, "true")):
        report = check(f"{opening} {text.format(n=n)}", load(), date(2024, 9, 15))
        (total,) = [c for c in report.claims if c.claim_type == "total" and str(n) in c.text_span]
        assert total.verdict == verdict
