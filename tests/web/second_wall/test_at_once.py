"""Two people sign at once, one hand clicks twice: on two real connections, behind the second wall."""

from functools import partial
from typing import Any

import pytest
from django.db import connection

from repatria.web.compartments import house
from repatria.web.ledger.models import Entry
from repatria.web.lists import acts, release
from repatria.web.lists.models import NameList
from repatria.web.matching_desk import decide, runs
from repatria.web.matching_desk.models import Decision, Pair
from repatria.web.talks import agreements, keys, signing
from repatria.web.talks.models import Agreement, Signature, SigningKey
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from tests.web.cast import Cast
from tests.web.lists.little import all_opened, all_sealed, file_of, ready
from tests.web.second_wall.at_once import at_once, told
from tests.web.talks import world

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("database_cache"),
]


@pytest.fixture
def agreement(cast: Cast) -> Agreement:
    return world.opened(cast, world.make_talks(cast))


def entries(act: str) -> int:
    with house():
        return Entry.objects.filter(act=act).count()


def sign(cast: Cast, agreement: Agreement, who: str, passphrase: str = world.PASSPHRASE):  # type: ignore[no-untyped-def]
    return cast[who], partial(signing.sign, agreement, cast[who], passphrase, agreement.text_sha256)


def test_all_six_sign_at_once(cast: Cast, agreement: Agreement) -> None:
    world.make_keys(cast, *world.SIGNERS)
    assert told(at_once(*(sign(cast, agreement, who) for who in world.SIGNERS))) == []
    agreement.refresh_from_db()
    assert agreement.state == Agreement.State.SIGNED
    assert Signature.objects.count() == 6
    assert entries("agreement signed") == 3


def test_a_hand_that_clicks_four_times_signs_once(cast: Cast, agreement: Agreement) -> None:
    world.make_keys(cast, "north")
    results = at_once(*[sign(cast, agreement, "north")] * 4)
    assert len(told(results)) == 3
    assert Signature.objects.count() == 1


def test_a_text_changed_at_that_moment_is_signed_by_nobody_unread(cast: Cast, agreement: Agreement) -> None:
    world.make_keys(cast, "north", "north2")
    change = partial(
        agreements.write, agreement, agreement.version, language="en", change_rule="shrink", reserve=0,
        clauses=["One more."],
    )  # fmt: skip
    at_once(sign(cast, agreement, "north"), sign(cast, agreement, "north2"), (cast["hala"], change))
    agreement.refresh_from_db()
    # Whoever was quicker than the pen has signed the text that he read, which is void under the new one.
    assert signing.under_text(agreement, cast.parties["NTH"]).valid == []
    assert all(one.text_sha256 != agreement.text_sha256 for one in Signature.objects.all())


def test_of_twenty_guesses_at_once_five_are_tried(
    cast: Cast, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.make_keys(cast, "north")
    tried = []
    really = keys.unlock
    monkeypatch.setattr(keys, "unlock", lambda *secret: tried.append(secret) or really(*secret))
    at_once(*[sign(cast, agreement, "north", "not the passphrase")] * 20)
    assert len(tried) == keys.MOST_TRIES


def test_a_count_loses_nobody_and_fades_when_the_first_said(cast: Cast, database_cache: Any) -> None:
    database_cache.add("tries", 0, 300)
    fades = "SELECT expires FROM cache"
    with connection.cursor() as cursor:
        cursor.execute(fades)
        before = cursor.fetchall()
        at_once(*[(cast["north"], partial(database_cache.incr, "tries"))] * 16)
        cursor.execute(fades)
        assert (database_cache.get("tries"), cursor.fetchall()) == (16, before)


def test_a_key_is_confirmed_once(cast: Cast) -> None:
    key = keys.make(cast["north"], world.PASSPHRASE)
    act = Act.objects.get(subject=str(key.pk))
    results = at_once(*[(cast["north2"], partial(rule.confirm, act.pk, cast["north2"]))] * 4)
    assert len(told(results)) == 3
    assert SigningKey.objects.get().confirmed_by == cast["north2"]


def test_confirming_and_refusing_at_once_settles_once(cast: Cast) -> None:
    key = keys.make(cast["north"], world.PASSPHRASE)
    act = Act.objects.get(subject=str(key.pk))
    results = at_once(
        (cast["north2"], partial(rule.confirm, act.pk, cast["north2"])),
        (cast["north"], partial(rule.refuse, act.pk, cast["north"])),
    )
    assert len(told(results)) == 1


def test_two_who_send_at_once_both_have_their_version(cast: Cast) -> None:
    clicks = [
        (cast[who], partial(acts.upload, cast[who], cast.exchange, "sought", file_of(), "en"))
        for who in ("south_bureau", "south_bureau2")
    ]
    assert told(at_once(*clicks)) == []
    assert sorted(NameList.objects.values_list("version", flat=True)) == [1, 2]
    assert NameList.objects.filter(withdrawn_at=None).count() == 1


def test_a_list_is_sealed_once(cast: Cast) -> None:
    made = ready(cast, "STH", "sought")
    who = cast["south_bureau"]
    results = at_once(*[(who, partial(acts.seal, who, made))] * 4)
    assert len(told(results)) == 3
    assert entries("list sealed") == 1


def test_both_sides_release_at_once_and_all_lists_open_at_one_moment(cast: Cast) -> None:
    all_sealed(cast)
    asked = {side: release.ask_for_release(cast[side], cast.exchange) for side in ("north", "south")}
    clicks = [
        (cast[f"{side}2"], partial(rule.confirm, act.pk, cast[f"{side}2"]))
        for side, act in asked.items()
        for _click in range(2)
    ]
    assert len(told(at_once(*clicks))) == 2
    assert NameList.objects.values("opened_at").distinct().count() == 1
    assert not NameList.objects.filter(opened_at=None).exists()


def test_two_reviewers_at_once_leave_one_word(cast: Cast) -> None:
    all_opened(cast)
    runs.start(cast["hala"], cast.exchange)
    pair = Pair.objects.select_related("run").first()
    assert pair is not None
    results = at_once(
        (cast["hala"], partial(decide.decide, cast["hala"], pair, "same")),
        (cast["hala2"], partial(decide.decide, cast["hala2"], pair, "different")),
        (cast["hala"], partial(decide.decide, cast["hala"], pair, "same")),
    )
    assert len(told(results)) in (1, 2)
    assert Decision.objects.filter(undone_at=None).count() == 1
    assert entries("match decided") == 1


def test_an_agreement_is_drafted_once(cast: Cast) -> None:
    package = world.accepted(cast, world.make_talks(cast))
    drafts = at_once(*[(cast["hala"], partial(agreements.draft, package, cast["hala"]))] * 4)
    assert len({one.pk for one in drafts}) == 1
