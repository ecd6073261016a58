"""The secrets of second factors lie sealed inside the library's own rows; so they are sealed anew from here."""

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from django.db import transaction

from repatria.web.vault import keys
from repatria.web.vault.sealing import number_of_key, seal, unseal

PLACE = "mfa|secret"
_SEALED = ("secret", "seed")


def seal_secret(text: str) -> str:
    """Seal a secret, as hexadecimal digits."""
    return seal(text, PLACE, None).hex()


def open_secret(sealed: str) -> str:
    """Open it again."""
    return unseal(bytes.fromhex(sealed), PLACE, None)


class SecondFactors:
    """What :mod:`repatria.web.vault.rotation` needs to know of them: they belong to the site, to no party."""

    def reseal(self, party: int | None) -> int:
        """Seal anew what lies under an old key; give how many values."""
        return sum(_sealed_anew(key, name) for key, name in list(_stale(party)))

    def left(self, party: int | None) -> int:
        """Count what lies under an old key."""
        return sum(1 for _one in _stale(party))


def _stale(party: int | None) -> Iterator[tuple[int, str]]:
    if party is not None:
        return
    newest, _key = keys.newest(None)
    for key, data in Authenticator.objects.values_list("pk", "data").iterator():
        for name in _SEALED:
            if data.get(name) and number_of_key(bytes.fromhex(data[name])) != newest:
                yield key, name


@transaction.atomic
def _sealed_anew(key: int, name: str) -> int:
    found = Authenticator.objects.select_for_update().filter(pk=key).first()
    if found is None:
        return 0
    found.data[name] = seal_secret(open_secret(found.data[name]))
    found.save(update_fields=["data"])
    return 1
