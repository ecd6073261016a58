"""The languages that can be read, and which of them a stretch of text is in."""

from repatria.claims.words.languages.arabic import ARABIC
from repatria.claims.words.languages.english import ENGLISH
from repatria.claims.words.languages.language import Language
from repatria.claims.words.languages.russian import RUSSIAN
from repatria.claims.words.languages.ukrainian import UKRAINIAN

LANGUAGES = {language.code: language for language in (ENGLISH, UKRAINIAN, RUSSIAN, ARABIC)}

__all__ = ["ARABIC", "ENGLISH", "LANGUAGES", "RUSSIAN", "UKRAINIAN", "Language"]
