"""The picture that a shared link shows, and what it shows in words."""

from functools import lru_cache

from django.utils.translation import gettext as _

from repatria.history import Exchange, words
from repatria.paper.pictures import Count, ExchangePicture, alternative_text, picture


def drawn(found: Exchange, language: str) -> bytes:
    """Give the picture of an exchange (PNG, 1200 by 630)."""
    return _kept(_of(found), language)


def in_words(found: Exchange, language: str) -> str:
    """Say what the picture shows, for who cannot see it."""
    return alternative_text(_of(found), language_code=language)


def _of(found: Exchange) -> ExchangePicture:
    counts = tuple(Count(words.party(side.name), side.total) for side in found.sides)
    return ExchangePicture(_("Exchange of captives"), counts, day=words.day(found), place=found.place)


@lru_cache(maxsize=128)
def _kept(what: ExchangePicture, language: str) -> bytes:
    return picture(what, language_code=language)
