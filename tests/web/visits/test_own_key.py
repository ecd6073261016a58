"""The ICRC's own key: with the database, the secrets on the disk and every other key, nobody opens a note."""

import base64
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from repatria.web import environment
from repatria.web.two_persons.models import Act
from repatria.web.two_persons.rule import NotSettled, confirm
from repatria.web.vault import keys as vault_keys
from repatria.web.visits import acts, own_key
from repatria.web.visits.errors import DoesNotOpen, NotNow, StaysLocked
from repatria.web.visits.models import Note, OwnKey
from tests.web.cast import Cast
from tests.web.register import make_person, make_site
from tests.web.visits.samples import PASSPHRASE, ask, make_key

FINDING = "forty people in one room, and no doctor since June"
WHY = "his brother sits in the prison that he would go back to"


def test_a_key_is_in_use_only_when_a_second_delegate_has_confirmed_it(cast: Cast) -> None:
    own_key.make(cast["iris"], PASSPHRASE)
    assert own_key.in_use(cast.parties["ICR"]) is None
    act = Act.objects.get(kind="visits.own_key")
    with pytest.raises(NotSettled):
        confirm(act.pk, cast["iris"])
    confirm(act.pk, cast["iris2"])
    assert own_key.in_use(cast.parties["ICR"]) is not None


@pytest.mark.parametrize("who", ["hala", "north", "case_worker", "admin"])
def test_nobody_else_makes_a_key(cast: Cast, who: str) -> None:
    if cast[who].party is None:
        return
    with pytest.raises(NotSettled):
        own_key.make(cast[who], PASSPHRASE)
    assert not OwnKey.objects.exists()


def test_a_note_opens_with_the_passphrase(cast: Cast) -> None:
    key, visit = make_key(cast), ask(cast)
    note = acts.note(cast["iris"], Note.About.VISIT, FINDING, visit=visit)
    assert acts.read(note, own_key.unlock(key, PASSPHRASE, cast["iris2"])) == FINDING


def test_without_a_key_nothing_is_written_down(cast: Cast) -> None:
    with pytest.raises(NotNow):
        acts.note(cast["iris"], Note.About.VISIT, FINDING, visit=ask(cast))
    assert not Note.objects.exists()


def everything_at_rest() -> bytes:
    """Give all that lies in the database, and every file of secrets."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [repr(bytes(v) if isinstance(v, memoryview) else v) for row in cursor.fetchall() for v in row]
    secrets = [path.read_text() for path in Path(settings.DATA, "secrets").iterdir()]
    return "\n".join(found + secrets).encode()


def test_a_reader_of_database_and_secrets_opens_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    key, visit = make_key(cast), ask(cast)
    acts.note(cast["iris"], Note.About.VISIT, FINDING, visit=visit)
    person = make_person(cast, number="N-9")
    acts.interview(
        cast["iris"], person, timezone.localdate(), visit=visit, alone=True, travels="no", why=WHY, said=FINDING
    )
    client = cast.client("iris")
    client.post("/desk/visits/own-key/open/", {"passphrase": PASSPHRASE, "key": str(key.pk)})
    assert FINDING in client.get(f"/desk/visits/{visit.pk}/").content.decode(), "open in this very session"
    secret = own_key.unlock(key, PASSPHRASE, cast["iris"])
    there = everything_at_rest()
    for never in (FINDING.encode(), WHY.encode(), PASSPHRASE.encode(), secret.hex().encode(),
                  base64.b64encode(secret), repr(secret).encode()[2:-1]):  # fmt: skip
        assert never not in there
    monkeypatch.setattr(own_key, "MOST_TRIES", 1_000)
    _try_every_key_at_rest()


def _try_every_key_at_rest() -> None:
    """Whoever holds the master key and all parties' keys tries them on each box, and on the locked half."""
    held = [vault_keys.by_number(one.pk) for one in vault_keys.PartyKey.objects.all()]
    held += [bytes.fromhex(environment.secret(name)) for name in ("vault", "cookies", "families")]
    for note in Note.objects.all():
        for key in held:
            with pytest.raises(DoesNotOpen):
                acts.read(note, key)
    for own in OwnKey.objects.all():
        for key in held:
            for guess in (key.hex(), base64.b64encode(key).decode()):
                with pytest.raises(StaysLocked):
                    own_key.unlock(own, guess, own.made_by)


def test_passphrases_cannot_be_tried_for_long(cast: Cast) -> None:
    key = make_key(cast)
    for _try in range(own_key.MOST_TRIES):
        with pytest.raises(StaysLocked):
            own_key.unlock(key, "wrong and wrong again", cast["iris"])
    with pytest.raises(StaysLocked, match="Too many"):
        own_key.unlock(key, PASSPHRASE, cast["iris"])


def test_a_replaced_key_still_opens_older_notes(cast: Cast) -> None:
    old, visit = make_key(cast), ask(cast)
    first = acts.note(cast["iris"], Note.About.VISIT, FINDING, visit=visit)
    new = make_key(cast, "nine storks on the old mill")
    second = acts.note(cast["iris"], Note.About.VISIT, WHY, visit=visit)
    old.refresh_from_db()
    assert old.retired_at is not None
    assert (first.key, second.key) == (old, new)
    assert acts.read(first, own_key.unlock(old, PASSPHRASE, cast["iris"])) == FINDING


def test_a_note_moved_to_another_visit_does_not_open(cast: Cast) -> None:
    key, visit = make_key(cast), ask(cast)
    note = acts.note(cast["iris"], Note.About.VISIT, FINDING, visit=visit)
    note.visit = acts.ask(cast["iris"], make_site(cast, code="N-2"), None)
    with pytest.raises(DoesNotOpen):
        acts.read(note, own_key.unlock(key, PASSPHRASE, cast["iris"]))
