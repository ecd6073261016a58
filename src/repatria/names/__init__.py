"""One name across scripts: Cyrillic (Ukrainian, Russian), Latin and Arabic."""

from repatria.names.bulk import NAME_CELLS, read_many
from repatria.names.compare import code, compare, search_key
from repatria.names.evidence import Evidence
from repatria.names.levels import Coded, FamilyLevel, NameLevel, coded, family_levels, name_levels
from repatria.names.script import clean, script_of
from repatria.names.split import Reading, readings
from repatria.names.tradition import tradition_of
from repatria.names.vocabulary import ABSENT, Lexicon, Readings, Vocabulary
from repatria.names.word import Tradition, Word, place_code

__all__ = [
    "ABSENT",
    "NAME_CELLS",
    "Coded",
    "Evidence",
    "FamilyLevel",
    "Lexicon",
    "NameLevel",
    "Reading",
    "Readings",
    "Tradition",
    "Vocabulary",
    "Word",
    "clean",
    "code",
    "coded",
    "compare",
    "family_levels",
    "name_levels",
    "place_code",
    "read_many",
    "readings",
    "script_of",
    "search_key",
    "tradition_of",
]
