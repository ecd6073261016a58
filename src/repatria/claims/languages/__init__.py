"""The languages that can be read, and which of them a stretch of text is in."""

from repatria.claims.languages.arabic import ARABIC
from repatria.claims.languages.english import ENGLISH
from repatria.claims.languages.language import Language
from repatria.claims.languages.russian import RUSSIAN
from repatria.claims.languages.ukrainian import UKRAINIAN

LANGUAGES = {language.code: language for language in (ENGLISH, UKRAINIAN, RUSSIAN, ARABIC)}

__all__ = ["ARABIC", "ENGLISH", "LANGUAGES", "RUSSIAN", "UKRAINIAN", "Language"]
