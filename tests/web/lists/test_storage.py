"""The files that the sides send: under their party's newest key, and gone when they are withdrawn."""

from collections.abc import Callable

import pytest

from repatria.web.lists import acts, storage
from repatria.web.vault import keys, rotation
from repatria.web.vault.files import CannotOpen
from repatria.web.vault.models import PartyKey
from tests.web.cast import Cast
from tests.web.lists.samples import a_list

SAID = b"id,surname,date_of_birth\nS-1,Kovalenko,1990-04-03\n"


def text_of(name_list: object) -> bytes:
    with storage.in_clear(name_list) as path:  # type: ignore[arg-type]
        return path.read_bytes()


def test_when_a_partys_key_is_changed_its_files_move_to_the_new_one(cast: Cast) -> None:
    ours, theirs = a_list(cast), a_list(cast, "NTH")
    party = cast.parties["STH"].pk
    old, _key = keys.newest(party)
    keys.rotate(party)
    left = rotation.left_under_old_keys(party)
    assert text_of(ours) == SAID  # still opens meanwhile
    rotation.reseal(party)
    assert left > 0
    assert rotation.left_under_old_keys(party) == 0
    PartyKey.objects.filter(pk=old).update(wrapped=b"gone")
    keys.forget()
    assert text_of(ours) == text_of(theirs) == SAID


def test_a_draft_withdrawn_meanwhile_does_not_come_back(
    cast: Cast, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    draft = a_list(cast)
    keys.rotate(cast.parties["STH"].pk)
    [stale] = storage._stale(cast.parties["STH"].pk)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        acts.withdraw(cast["south"], draft)
    assert storage._sealed_anew(stale) == 0
    with pytest.raises(CannotOpen):
        text_of(draft)
