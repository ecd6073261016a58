"""Requests are compared with registers and lists; a case worker decides."""

from repatria.web.families import acts, comparing
from repatria.web.families.models import Proposal, TracingRequest
from tests.web.cast import Cast
from tests.web.families.people import ask
from tests.web.register import make_list, make_person


def neighbours(cast: Cast) -> None:
    """A register with other people in it."""
    names = ("Коваль", "Мельник", "Бондар", "Гончар", "Кравець", "Ткач", "Шевчук", "Лисенко")
    for number, surname in enumerate(names, start=10):
        make_person(
            cast, number=f"N-{number}", surname=surname, given_name="Іван", date_of_birth=f"19{60 + number}-05-02"
        )


def test_a_request_in_one_alphabet_finds_a_register_in_another(cast: Cast) -> None:
    neighbours(cast)
    person = make_person(
        cast, surname="Vyhadanyi", given_name="Taras", patronymic="Oleksiiovych", date_of_birth="1990-03-17"
    )
    found, _receipt = ask(cast)
    comparing.compare([found])
    best = found.proposals.first()
    assert best is not None
    assert best.person == person
    assert best.because


def test_a_case_worker_reads_the_reasons_in_his_language(cast: Cast) -> None:
    found, _receipt = ask(cast)
    born = found.sought["date_of_birth"]
    who = make_person(cast, surname="Vyhadanyi", given_name="Taras", date_of_birth=born)
    Proposal.objects.create(request=found, person=who, probability=0.9, because=[["rank", 1, 2.2, 1.0]])
    for language, words in (("en", "same rank"), ("uk", "те саме звання"), ("ar", "الرتبة نفسها")):
        prefix = "" if language == "en" else f"/{language}"
        page = cast.client("case_worker").get(f"{prefix}/desk/families/{found.pk}/").content.decode()
        assert words in page, language


def test_opened_lists_are_searched_and_sealed_ones_are_not(cast: Cast) -> None:
    found, _receipt = ask(cast)
    who = {
        "surname": "Вигаданий",
        "given_name": "Тарас",
        "patronymic": "Олексійович",
        "date_of_birth": "1990-03-17",
    }
    make_list(cast, party="NTH", rows=1, purpose="held", opened=False, **who)
    assert comparing.compare([found]) == 0
    opened = make_list(cast, party="STH", rows=1, **who)
    comparing.compare([found])
    assert [one.row for one in found.proposals.all()] == [opened.rows.get()]


def test_what_a_case_worker_decided_is_not_proposed_again(cast: Cast) -> None:
    neighbours(cast)
    make_person(cast, surname="Вигаданий", given_name="Тарас", patronymic="Олексійович", date_of_birth="1990-03-17")
    found, _receipt = ask(cast)
    comparing.compare([found])
    first = found.proposals.first()
    assert first is not None
    acts.decide(first.pk, cast["case_worker"], "different")
    comparing.compare([TracingRequest.objects.get(pk=found.pk)])
    assert Proposal.objects.get(pk=first.pk).verdict == "different"
    assert found.proposals.filter(person=first.person).count() == 1


def test_nobody_like_him_is_nobody_proposed(cast: Cast) -> None:
    neighbours(cast)
    found, _receipt = ask(cast)
    comparing.compare([found])
    assert not found.proposals.exists()


def test_one_request_and_one_person_can_be_compared(cast: Cast) -> None:
    make_person(cast, surname="Вигаданий", given_name="Тарас", patronymic="Олексійович", date_of_birth="1990-03-17")
    found, _receipt = ask(cast)
    comparing.compare([found])
    assert found.proposals.count() == 1
