"""The pages of the talks, without a browser: rounds, terms of every kind, and what goes wrong."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from repatria.web import policy
from repatria.web.exchanges.models import Exchange
from repatria.web.registry.models import Person
from repatria.web.talks import agreements, panels, rounds, terms
from repatria.web.talks.models import Agreement, PlanRun, Round, Signature, Term
from tests.web.cast import Cast
from tests.web.talks.world import PASSPHRASE, agree_on, count, make_keys, make_talks, opened, planned


def said(answer: Any) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


@pytest.fixture
def exchange(cast: Cast) -> Exchange:
    return make_talks(cast, 6)


ROUND = {"place": "Muscat", "begins_on": "2026-03-01", "ends_on": "2026-03-04", "agenda": "Lists"}


def test_the_next_round_is_fixed_once(cast: Cast) -> None:
    client, path = cast.client("hala"), f"/desk/talks/process/{cast.process.pk}/round/1/"
    assert client.post(path, ROUND).status_code == 302
    again = cast.client("hala2").post(path, {**ROUND, "place": "Amman"})
    assert "changed while you had it open" in said(again)
    assert Round.objects.get().place == "Muscat"
    shown = cast.client("south").get(f"/desk/talks/process/{cast.process.pk}/").content.decode()
    assert "Muscat" in shown
    assert "Fix the next round" not in shown


def test_a_communique_is_written_to_the_round_that_was_seen(cast: Cast) -> None:
    one = rounds.fix(
        cast.process, 1, place="Muscat", begins_on="2026-03-01", ends_on=None, agenda="", communique=""
    )
    one.refresh_from_db()
    path = f"/desk/talks/process/{cast.process.pk}/round/1/"
    seen = rounds.fingerprint(one)
    cast.client("hala").post(path, {**ROUND, "communique": "We agreed to go on.", "seen": seen})
    late = cast.client("hala2").post(path, {**ROUND, "communique": "Another.", "seen": seen})
    assert Round.objects.get().communique == "We agreed to go on."
    assert "Another." in late.content.decode()  # nothing typed is lost


def test_a_round_does_not_end_before_it_begins(cast: Cast) -> None:
    path = f"/desk/talks/process/{cast.process.pk}/round/1/"
    answer = cast.client("hala").post(path, {**ROUND, "ends_on": "2026-02-01"})
    assert "The last day is before the first" in answer.content.decode()


def test_the_mediator_begins_the_talks(cast: Cast) -> None:
    path = f"/desk/talks/{cast.exchange.pk}/begin/"
    assert "not open yet" in said(cast.client("hala").post(path))
    Exchange.objects.filter(pk=cast.exchange.pk).update(state="replies")
    cast.client("hala").post(path)
    cast.client("hala2").post(path)
    assert Exchange.objects.get(pk=cast.exchange.pk).state == "talks"


def filled(exchange: Exchange, kind: str) -> dict[str, Any]:
    """What is typed into the form of each kind of term."""
    code = f"NTH-{exchange.pk}N0"
    return {
        "count": {"select-holder": "NTH", "min": "1", "max": "3", "select-category": ["officer", "nco"],
                  "select-min_days": "100", "weights": "on"},
        "balance": {"left": "NTH", "right": "STH", "n": "1", "m": "3", "tolerance": "0"},
        "parity": {"left": "NTH", "right": "STH", "per": "category", "tolerance": "2",
                   "both-category": ["officer"]},
        "share": {"of-holder": "NTH", "within-max_age": "25", "min_percent": "30"},
        "include": {"select-ids": code},
        "exclude": {"select-holder": "STH", "select-category": ["civilian"]},
        "sites": {"select-holder": "NTH", "max": "7"},
        "together": {"ids": f"{code}\nNTH-{exchange.pk}N1"},
        "if_then": {"if-ids": code, "then-ids": f"STH-{exchange.pk}S0"},
        "net": {"party": "NTH", "min": "-5"},
        "longest_held": {"bucket_days": "90", "buckets": "12"},
        "staging": {"days": "3", "per_day": "400", "lead": "20", "same_day_groups": "on", "order": "on"},
        "separate": {"select-category": ["civilian"]},
        "offer": {"party": "NTH", "gives": code, "wants-holder": "STH"},
    }[kind]  # fmt: skip


SENTENCES = {
    "count": "North hands over between 1 and 3, counting only: officers, non-commissioned officers;"
    " held 100 days or longer, by rank equivalents.",
    "balance": "For every 1 whom North hands over, South hands over 3.",
    "parity": "From North and South, officers go in near equal number, at most 2 apart.",
    "share": "Of those whom North holds, at least 30 per cent of those who go are aged 25 or under.",
    "sites": "North opens at most 7 places of detention.",
    "longest_held": "Who has been held longest goes first, counted in steps of 90 days.",
    "net": "The whole is worth at least -5 points to North, by the points that it has given.",
    "exclude": "These do not go: those whom South holds (civilians).",
}


@pytest.mark.parametrize("kind", sorted(policy.TERMS))
def test_each_kind_of_term_is_written_read_and_written_again(cast: Cast, exchange: Exchange, kind: str) -> None:
    who = "north" if policy.Role.DELEGATION in policy.TERMS[kind] else "hala"
    client, path = cast.client(who), f"/desk/talks/{exchange.pk}/terms/new/{kind}/"
    assert client.get(path).status_code == 200
    assert client.post(path, filled(exchange, kind)).status_code == 302
    term = Term.objects.get()
    table = client.get(f"/desk/talks/{exchange.pk}/").content.decode()
    if kind in SENTENCES:
        assert SENTENCES[kind] in table.replace("&#x27;", "'")
    # The form for changing shows what was written: sent back untouched it is the same term, not a new version.
    from repatria.web.talks.forms import TermForm

    form = TermForm(kind, exchange, None, term.document)
    data = {f.html_name: f.value() for part in (form.main, *(p for _t, p in form.parts)) for f in part if f.value()}
    client.post(f"/desk/talks/term/{term.pk}/change/", data)
    assert [one.version for one in Term.objects.all()] == [1]


def test_a_second_click_writes_one_term(cast: Cast, exchange: Exchange) -> None:
    path = f"/desk/talks/{exchange.pk}/terms/new/sites/"
    cast.client("north").post(path, filled(exchange, "sites"))
    again = cast.client("north").post(path, filled(exchange, "sites"))
    assert "stands on the table already" in said(again)
    assert Term.objects.count() == 1


def test_only_its_author_changes_a_term_and_versions_stay(cast: Cast, exchange: Exchange) -> None:
    term = terms.write(exchange, cast["north"], count("NTH", 1, 3))
    for who in ("south", "hala"):
        assert cast.client(who).get(f"/desk/talks/term/{term.pk}/change/").status_code == 403
        assert cast.client(who).post(f"/desk/talks/term/{term.pk}/withdraw/").status_code == 403
    data = {"select-holder": "NTH", "min": "2", "max": "4"}
    cast.client("north").post(f"/desk/talks/term/{term.pk}/change/", data)
    late = cast.client("north2").post(f"/desk/talks/term/{term.pk}/change/", {**data, "max": "9"})
    assert "changed while you had it open" in said(late)
    assert 'value="9"' in late.content.decode()
    assert [one.document["max"] for one in Term.objects.order_by("version")] == [3, 4]
    history = cast.client("iris").get(f"/desk/talks/term/{term.pk}/").content.decode()
    assert "between 1 and 3" in history
    assert "between 2 and 4" in history


def test_a_side_does_not_write_the_stages_nor_anothers_offer(cast: Cast, exchange: Exchange) -> None:
    path = f"/desk/talks/{exchange.pk}/terms/new/"
    assert cast.client("north").get(f"{path}staging/").status_code == 403
    assert cast.client("hala").get(f"{path}offer/").status_code == 403
    assert cast.client("north").get(f"{path}nonsense/").status_code == 404
    other = cast.client("south").post(f"{path}offer/", filled(exchange, "offer"))
    assert "Only a party itself" in said(other)


def test_a_number_that_nobody_bears_is_named_by_its_place(cast: Cast, exchange: Exchange) -> None:
    path = f"/desk/talks/{exchange.pk}/terms/new/include/"
    answer = cast.client("north").post(path, {"select-ids": f"NTH-{exchange.pk}N0\nNTH-none"})
    assert "place 2" in answer.content.decode()
    assert not Term.objects.exists()


def test_a_plan_is_asked_for_watched_and_shown(
    cast: Cast, exchange: Exchange, django_capture_on_commit_callbacks: Any
) -> None:
    agree_on(cast, exchange, 2)
    hala = cast.client("hala")
    with django_capture_on_commit_callbacks(execute=True):
        answer = hala.post(f"/desk/talks/{exchange.pk}/plan/", {"terms": ["T1", "T2"], "alternatives": "1"})
    run = PlanRun.objects.get()
    assert answer["Location"] == f"/desk/talks/plan/{run.pk}/"
    assert hala.get(f"{answer['Location']}progress/").headers["HX-Refresh"] == "true"
    for query in ("", "?who=stay", "?plan=1&who=go", "?page=99"):
        assert hala.get(answer["Location"] + query).status_code == 200
    assert hala.get(answer["Location"] + "?plan=7").status_code == 404
    assert cast.client("south").get(answer["Location"]).status_code == 404


def test_a_dead_workers_run_says_so_and_starts_again(cast: Cast, exchange: Exchange) -> None:
    from repatria.web.talks import runs

    run = runs.start(exchange, cast["hala"], agree_on(cast, exchange, 2))
    PlanRun.objects.filter(pk=run.pk).update(state="running", beat_at=timezone.now() - timedelta(minutes=1))
    page = cast.client("hala").get(f"/desk/talks/plan/{run.pk}/").content.decode()
    assert "ended in the middle" in page
    again = cast.client("hala").post(f"/desk/talks/plan/{run.pk}/again/")
    assert again["Location"] != f"/desk/talks/plan/{run.pk}/"


def test_a_cycle_is_shown_as_its_offers(cast: Cast, exchange: Exchange) -> None:
    def key(number: str) -> str:
        return str(Person.objects.get(number=number).pk)

    n = exchange.pk
    offers = [
        terms.write(exchange, cast["north"], {"type": "offer", "party": "NTH", "gives": key(f"{n}N0"),
                    "wants": {"holder": "STH"}}),
        terms.write(exchange, cast["south"], {"type": "offer", "party": "STH", "gives": key(f"{n}S0"),
                    "wants": {"holder": "NTH"}}),
    ]  # fmt: skip
    run = planned(cast, exchange, offers, kind="cycles", max_cycle=3, max_chain=0)
    page = cast.client("hala").get(f"/desk/talks/plan/{run.pk}/").content.decode()
    assert "A cycle: each gives to the next" in page


def test_a_third_party_sees_numbers_and_nobody(cast: Cast, exchange: Exchange) -> None:
    cast.process.participants.add(cast.parties["NOR"])
    from repatria.web.talks import acceptance

    run = planned(cast, exchange, agree_on(cast, exchange, 2))
    package = acceptance.put(run, 0, cast["hala"], timezone.now() + timedelta(hours=1))
    page = cast.client("noor").get(f"/desk/talks/package/{package.pk}/").content.decode()
    assert "Surname" not in page
    assert "Nobody whom you may see." in page


def test_reading_people_is_noted(cast: Cast, exchange: Exchange) -> None:
    from repatria.web.audit.models import Reading as Read

    run = planned(cast, exchange, agree_on(cast, exchange, 2))
    cast.client("hala").get(f"/desk/talks/plan/{run.pk}/")
    assert Read.objects.filter(reader=cast["hala"], page="talks_plan").count() == len(run.plan["plans"][0]["go"])


def test_signing_a_text_that_changed_says_so_and_signs_nothing(cast: Cast, exchange: Exchange) -> None:
    agreement = opened(cast, exchange, planned(cast, exchange, agree_on(cast, exchange, 2)))
    make_keys(cast, "north")
    read = agreement.text_sha256
    agreements.write(agreement, 1, language="en", change_rule="pause", reserve=0, clauses=["One."])
    path = f"/desk/talks/agreement/{agreement.pk}/sign/"
    answer = cast.client("north").post(path, {"passphrase": PASSPHRASE, "text_sha256": read})
    assert "The text has changed since you read it" in said(answer)
    assert not Signature.objects.exists()
    assert PASSPHRASE not in answer.content.decode()
    assert cast.client("iris").post(path, {}).status_code == 404


def test_the_desk_tells_what_waits_and_not_who_has_answered(cast: Cast, exchange: Exchange) -> None:
    from repatria.web.talks import acceptance

    run = planned(cast, exchange, agree_on(cast, exchange, 2))
    package = acceptance.put(run, 0, cast["hala"], timezone.now() + timedelta(hours=1))
    before = panels.talks(cast["north"])
    acceptance.answer(package, cast["north"], acceptance.YES)
    assert panels.talks(cast["north"]) == before
    assert before is not None


def test_a_signed_exchange_is_read_only(cast: Cast, exchange: Exchange) -> None:
    from tests.web.talks.world import sign_all

    agreement = sign_all(cast, opened(cast, exchange, planned(cast, exchange, agree_on(cast, exchange, 2))))
    assert agreement.state == Agreement.State.SIGNED
    answer = cast.client("north").post(f"/desk/talks/{exchange.pk}/terms/new/sites/", filled(exchange, "sites"))
    assert "not in its talks now" in said(answer)
    timeline = cast.client("south").get(f"/desk/talks/process/{cast.process.pk}/").content.decode()
    steps = ["is signed by all", "is open for signature", "is put to all sides", "The process is opened"]
    assert sorted(steps, key=timeline.index) == steps
