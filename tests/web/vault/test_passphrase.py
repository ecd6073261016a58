"""A secret under a passphrase opens with it, for whom it was bound, and else not."""

import pytest
from argon2.low_level import Type

from repatria.web.vault import passphrase
from repatria.web.vault.passphrase import WrongPassphrase, lock, unlock


def test_a_passphrase_is_stretched_as_rfc_9106_recommends() -> None:
    assert passphrase.ARGON == {
        "time_cost": 3, "memory_cost": 65536, "parallelism": 4, "hash_len": 32, "type": Type.ID,
    }  # fmt: skip


def test_what_is_locked_opens() -> None:
    assert unlock(lock(b"secret", "five quiet words", b"hers"), "five quiet words", b"hers") == b"secret"


@pytest.mark.parametrize(("words", "bound"), [("five loud words", b"hers"), ("five quiet words", b"his")])
def test_it_does_not_open_for_others(words: str, bound: bytes) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(lock(b"secret", "five quiet words", b"hers"), words, bound)


def test_twice_locked_is_never_the_same() -> None:
    assert lock(b"secret", "five quiet words", b"") != lock(b"secret", "five quiet words", b"")
