"""Text for people, in their language.

Every sentence that a person reads goes through :func:`_` or :func:`ngettext`; the catalogues lie in
``repatria/locale``. The language is a property of the reader, so it is passed in (``with language("uk"):``)
and never guessed inside the library.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = {"en": "English", "uk": "Українська", "ru": "Русский", "ar": "العربية", "fr": "Français"}
RIGHT_TO_LEFT = frozenset({"ar"})

_CATALOGUES = Path(__file__).parent / "locale"
_language: ContextVar[str] = ContextVar("language", default="en")


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation("repatria", _CATALOGUES, [code], fallback=True)


def _(message: str) -> str:
    """Give `message` in the reader's language (English where there is no translation yet)."""
    return message if _language.get() == "en" else _catalogue(_language.get()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Give the form of a counted sentence that suits `n` in the reader's language."""
    return _catalogue(_language.get()).ngettext(one, many, n)


def current_language() -> str:
    """Give the code of the language in force, one of :data:`LANGUAGES`."""
    return _language.get()


@contextmanager
def language(code: str) -> Iterator[None]:
    """Speak `code` inside the block. An unknown code falls back to English."""
    token = _language.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _language.reset(token)


def isolate(code: str) -> str:
    """Keep a code, range or partial date readable inside right-to-left text.

    Wraps `code` in LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9) when the
    reader's language runs right to left; gives it back untouched otherwise.
    """
    return f"\u2066{code}\u2069" if _language.get() in RIGHT_TO_LEFT else code
