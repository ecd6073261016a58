"""One text that both sides and the mediator sign, each by two people with their own key."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import which
from textwrap import dedent
from typing import Any

import pytest

from repatria.record import Opening
from repatria.web.exchanges.models import Exchange
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.ledger.models import Opening as Kept
from repatria.web.replies.models import Reply
from repatria.web.talks import agreements, annex, bundle, keys, signing, terms
from repatria.web.talks.errors import AlreadyPromised, BadKey, CannotSign, ChangedMeanwhile, NotNow, NotYours
from repatria.web.talks.manifest import signed_manifest
from repatria.web.talks.models import Agreement, Line, Signature, SigningKey, Term
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from tests.web.cast import Cast
from tests.web.talks.world import (
    PASSPHRASE,
    accepted,
    agree_on,
    closed,
    make_keys,
    make_talks,
    opened,
    planned,
    sign_all,
)


@pytest.fixture
def agreement(cast: Cast) -> Agreement:
    return opened(cast, make_talks(cast))


def rewritten(agreement: Agreement, **changes: object) -> Agreement:
    asked = {"language": "en", "change_rule": "shrink", "reserve": 0, "clauses": []} | changes
    return agreements.write(agreement, agreement.version, **asked)  # type: ignore[arg-type]


def test_the_text_says_the_terms_with_their_authors_and_the_annex(agreement: Agreement) -> None:
    assert "12 persons of the annexed list go home:" in agreement.text
    assert "- from North to South: 5 under the formula, 1 owed" in agreement.text
    assert "North hands over exactly 5. (term T1, version 1, asked by North)" in agreement.text
    assert agreement.annex_sha256 in agreement.text
    assert annex.digest(agreement.annex) == agreement.annex_sha256


def test_the_annex_names_nobody_and_opens_line_by_line(agreement: Agreement) -> None:
    text = json.dumps(agreement.annex)
    assert "Surname" not in text
    line = agreement.lines.first()
    opening = Opening.parse(json.dumps(line.opening))
    opening.check(agreement.annex["lines"][0]["person"])
    assert opening.fact["names"][0].startswith("Surname")


def test_all_sign_and_the_exchange_is_agreed(cast: Cast, agreement: Agreement) -> None:
    signed = sign_all(cast, agreement)
    assert signed.state == Agreement.State.SIGNED
    assert Exchange.objects.get(pk=signed.exchange_id).state == Exchange.State.AGREED
    entries = [read_back(one) for one in Entry.objects.filter(act="agreement signed")]
    assert [one["by"] for one in entries] == ["NTH", "STH", "HAL"]
    assert all(len(one["approvals"]) == 2 and one["persons"] == 12 for one in entries)
    assert Kept.objects.get(commitment=entries[0]["text"]).contents["fact"]["text_sha256"] == signed.text_sha256


def test_one_person_is_not_two(cast: Cast, agreement: Agreement) -> None:
    make_keys(cast, "north")
    signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    with pytest.raises(CannotSign):
        signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    assert Signature.objects.count() == 1
    assert not Entry.objects.filter(act="agreement signed").exists()


def test_a_changed_text_makes_signatures_void_and_is_not_signed_unread(cast: Cast, agreement: Agreement) -> None:
    make_keys(cast, "north", "north2")
    signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    read = agreement.text_sha256
    changed = rewritten(agreement, clauses=["Buses are marked."])
    assert changed.text_sha256 != read
    with pytest.raises(ChangedMeanwhile):
        signing.sign(changed, cast["north2"], PASSPHRASE, read)
    mine = signing.under_text(changed, cast.parties["NTH"])
    assert (len(mine.valid), len(mine.void)) == (0, 1)
    signing.sign(changed, cast["north"], PASSPHRASE, changed.text_sha256)
    assert len(signing.under_text(changed, cast.parties["NTH"]).valid) == 1


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen just while a key is being unlocked."""
    really = keys.sign

    def during(act: Callable[[], object]) -> None:
        def sign(*args: Any) -> Any:
            monkeypatch.setattr(keys, "sign", really)
            act()
            return really(*args)

        monkeypatch.setattr(keys, "sign", sign)

    return during


def test_a_text_that_changes_while_a_key_is_unlocked_is_not_signed(
    cast: Cast, agreement: Agreement, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    make_keys(cast, "north")
    meanwhile(lambda: rewritten(Agreement.objects.get(pk=agreement.pk), clauses=["One more."]))
    with pytest.raises(ChangedMeanwhile):
        signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    assert not Signature.objects.exists()


def test_a_double_click_signs_once(
    cast: Cast, agreement: Agreement, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    make_keys(cast, "north")
    click = partial(signing.sign, agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    meanwhile(click)
    with pytest.raises(CannotSign):
        click()
    assert Signature.objects.count() == 1


def test_two_who_sign_at_once_make_one_entry(
    cast: Cast, agreement: Agreement, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    make_keys(cast, "north", "north2")
    meanwhile(partial(signing.sign, agreement, cast["north2"], PASSPHRASE, agreement.text_sha256))
    signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    assert Entry.objects.filter(act="agreement signed").count() == 1


def test_a_text_tampered_with_in_the_database_verifies_for_nobody(cast: Cast, agreement: Agreement) -> None:
    make_keys(cast, "north")
    signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)
    Agreement.objects.filter(pk=agreement.pk).update(text=agreement.text.replace("exactly 5", "exactly 4"))
    agreement.refresh_from_db()
    assert not signing.under_text(agreement, cast.parties["NTH"]).valid


def test_a_text_open_in_two_windows_is_written_once(agreement: Agreement) -> None:
    agreements.write(agreement, 1, language="en", change_rule="pause", reserve=0, clauses=[])
    with pytest.raises(ChangedMeanwhile):
        agreements.write(agreement, 1, language="en", change_rule="shrink", reserve=0, clauses=["x"])


def test_a_captive_is_in_one_live_agreement_and_the_loser_is_told_its_number_alone(
    cast: Cast, agreement: Agreement
) -> None:
    other = Exchange.objects.create(
        process=cast.process, title="Second", opened_at=cast.exchange.opened_at, state=Exchange.State.TALKS
    )
    for reply in Reply.objects.all():
        reply.row.list.exchange_id = other.pk
        reply.row.list.save()
    second = agreements.draft(accepted(cast, other), cast["hala"])
    with pytest.raises(AlreadyPromised) as told:
        agreements.open_for_signature(second)
    assert agreement.reference in str(told.value)
    assert "Surname" not in str(told.value)
    second.refresh_from_db()
    assert second.state == Agreement.State.DRAFT
    agreements.withdraw(agreement)
    assert agreements.open_for_signature(second).state == Agreement.State.OPEN


def test_the_database_itself_refuses_a_second_live_line(agreement: Agreement) -> None:
    from django.db import IntegrityError, transaction

    line = agreement.lines.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.create(
            agreement=agreement, number=99, captive=line.captive, reply=line.reply, holder=line.holder,
            receiver=line.receiver, account="formula",
        )  # fmt: skip


def test_a_reply_that_changed_since_stops_the_opening(cast: Cast) -> None:
    draft = agreements.draft(accepted(cast, make_talks(cast)), cast["hala"])
    Reply.objects.filter(pk=draft.lines.first().reply_id).update(answer="deceased")
    with pytest.raises(NotNow, match="1 person"):
        agreements.open_for_signature(draft)


def test_the_reserve_stands_by_in_order(cast: Cast) -> None:
    draft = agreements.draft(accepted(cast, make_talks(cast)), cast["hala"])
    found = rewritten(draft, change_rule="substitute", reserve=2)
    assert [line["number"] for line in found.annex["reserve"]] == [13, 14, 15, 16]
    assert {line["holder"] for line in found.annex["reserve"]} == {"NTH", "STH"}
    assert "the next of the reserve" in found.text


def test_drafting_twice_finds_the_first(cast: Cast) -> None:
    package = accepted(cast, make_talks(cast))
    assert agreements.draft(package, cast["hala"]).pk == agreements.draft(package, cast["hala2"]).pk


def test_a_package_without_overlap_becomes_no_agreement(cast: Cast) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from repatria.web.talks import acceptance

    exchange = make_talks(cast)
    package = acceptance.put(
        planned(cast, exchange, agree_on(cast, exchange)), 0, cast["hala"], timezone.now() + timedelta(hours=1)
    )
    with pytest.raises(NotNow):
        agreements.draft(closed(package), cast["hala"])


def test_a_party_that_does_not_sign_cannot(cast: Cast, agreement: Agreement) -> None:
    for who in ("iris", "noor", "north_bureau"):
        with pytest.raises(NotYours):
            signing.sign(agreement, cast[who], PASSPHRASE, agreement.text_sha256)


def test_without_a_confirmed_key_nothing_is_signed(cast: Cast, agreement: Agreement) -> None:
    keys.make(cast["north"], PASSPHRASE)
    with pytest.raises(CannotSign):
        signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)


def test_a_wrong_passphrase_opens_nothing_and_is_slowed_down(cast: Cast, agreement: Agreement) -> None:
    make_keys(cast, "north")
    for _try in range(keys.MOST_TRIES):
        with pytest.raises(CannotSign, match="does not open"):
            signing.sign(agreement, cast["north"], "not this one at all", agreement.text_sha256)
    with pytest.raises(CannotSign, match="five minutes"):
        signing.sign(agreement, cast["north"], PASSPHRASE, agreement.text_sha256)


def test_a_key_takes_two_people_and_replaces_the_one_before(cast: Cast) -> None:
    first = make_keys(cast, "north")["north"]
    with pytest.raises(BadKey):
        keys.make(cast["north"], "short")
    second = keys.make(cast["north"], PASSPHRASE)
    act = Act.objects.get(subject=str(second.pk))
    with pytest.raises(rule.NotSettled):
        rule.confirm(act.pk, cast["north"])
    with pytest.raises(rule.NotSettled):
        rule.confirm(act.pk, cast["south"])
    assert keys.in_force(cast["north"]) == first
    rule.confirm(act.pk, cast["north2"])
    assert keys.in_force(cast["north"]) == second
    assert SigningKey.objects.get(pk=first.pk).revoked_at is not None


def test_a_key_at_rest_is_locked_and_bound_to_its_person(cast: Cast) -> None:
    key = make_keys(cast, "north")["north"]
    make_keys(cast, "south")
    SigningKey.objects.filter(person=cast["south"]).update(locked=bytes(key.locked))
    with pytest.raises(CannotSign):
        keys.sign(cast["south"], PASSPHRASE, b"text")


@pytest.mark.skipif(which("openssl") is None, reason="OPENSSL ABSENT")
def test_openssl_verifies_the_files_of_the_bundle(cast: Cast, agreement: Agreement, tmp_path: Path) -> None:
    packed = bundle.packed(sign_all(cast, agreement))
    assert packed == bundle.packed(agreement)
    zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path)
    folder = tmp_path / agreement.reference
    for name in ("NTH-1", "NTH-2", "STH-1", "STH-2", "HAL-1", "HAL-2"):
        command = [
            "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", f"{name}.pem", "-rawin", "-in", "agreement.txt",
            "-sigfile", f"{name}.sig",
        ]  # fmt: skip
        assert " ".join(command) in (folder / "README.txt").read_text()
        assert subprocess.run(command, cwd=folder, capture_output=True).returncode == 0
        (folder / "other.txt").write_text("another text")
        command[command.index("agreement.txt")] = "other.txt"
        assert subprocess.run(command, cwd=folder, capture_output=True).returncode != 0


def test_the_python_of_the_manual_verifies_the_bundle(cast: Cast, agreement: Agreement, tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(bundle.packed(sign_all(cast, agreement)))).extractall(tmp_path)
    manual = (Path(__file__).parents[3] / "docs" / "manual" / "talks.md").read_text(encoding="utf-8")
    start = manual.index("    from pathlib import Path")
    recipe = dedent(manual[start : manual.index("That a key is a delegate's")])
    command = [sys.executable, "-c", recipe]
    done = subprocess.run(command, cwd=tmp_path / agreement.reference, capture_output=True, text=True, check=True)
    assert done.stdout.count("verifies") == 6


def test_the_bundle_names_no_captive(cast: Cast, agreement: Agreement) -> None:
    assert all(b"Surname" not in content for _name, content in bundle.files(sign_all(cast, agreement)))


def test_the_signed_list_goes_on_to_the_handover(cast: Cast, agreement: Agreement) -> None:
    with pytest.raises(NotNow):
        signed_manifest(agreement)
    found = signed_manifest(sign_all(cast, agreement))
    assert len(found.lines) == 12
    assert {line.account for line in found.lines} == {"formula", "owed"}
    assert all(line.site and line.names for line in found.lines)


def test_each_reader_of_the_signed_list_sees_what_is_his(cast: Cast, agreement: Agreement) -> None:
    signed = sign_all(cast, agreement)
    norths = signed_manifest(signed, cast["north"])
    assert all(bool(line.site) == (line.holder == "NTH") for line in norths.lines)
    assert not any(line.site for line in signed_manifest(signed, cast["hala"]).lines)
    assert all(line.site for line in signed_manifest(signed, cast["iris"]).lines)
    assert not signed_manifest(signed, cast["noor"]).lines


def test_a_signed_agreement_is_changed_by_nobody(cast: Cast, agreement: Agreement) -> None:
    signed = sign_all(cast, agreement)
    with pytest.raises(NotNow):
        rewritten(signed, clauses=["More."])
    with pytest.raises(NotNow):
        agreements.withdraw(signed)
    with pytest.raises(NotNow):
        terms.write(signed.exchange, cast["hala"], {"type": "include", "select": {}})


def test_once_agreed_no_second_agreement_is_drafted(cast: Cast, agreement: Agreement) -> None:
    other = accepted(cast, agreement.exchange, planned(cast, agreement.exchange, list(Term.objects.all())))
    signed = sign_all(cast, agreement)
    assert agreements.draft(signed.package, cast["hala"]) == signed
    with pytest.raises(NotNow):
        agreements.draft(other, cast["hala"])


def test_an_ended_agreement_frees_its_people(cast: Cast, agreement: Agreement) -> None:
    agreements.end(sign_all(cast, agreement))
    assert not Line.objects.filter(is_live=True).exists()


@pytest.mark.parametrize("language", ["en", "ar", "uk", "ru", "fr"])
def test_the_text_can_be_in_each_language(agreement: Agreement, language: str) -> None:
    found = rewritten(agreement, language=language)
    assert agreement.annex_sha256 in found.text
    assert found.text_sha256
