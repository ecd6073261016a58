"""A sentence as a row of tagged words and phrases: what the patterns are matched against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from repatria.claims.words import arabic_atoms, date_reading, durations, numbers
from repatria.claims.words.languages import LANGUAGES, Language
from repatria.claims.words.months_told import with_months
from repatria.claims.words.numbers import Spoken
from repatria.claims.words.patterns import Match as Found
from repatria.claims.words.patterns import compiled
from repatria.claims.words.reading import Reading
from repatria.claims.words.tags import Atom
from repatria.claims.words.tokens import Token, sentences, tokenise

_MARKS = {
    ",": ",", "(": ",", ")": ",", ";": ";", ":": ";", ".": ".", "!": ".", "?": ".", "—": "-", '"': '"', "-": "_",
    "#": "H",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its atoms, and their tags as one string with a letter for each atom."""

    language: Language
    atoms: tuple[Atom, ...]
    tags: str
    start: int
    end: int
    index: int

    def find(self, pattern: str, **options: int) -> Iterator["Match"]:
        """Find `pattern`, a regular expression over the tags."""
        for m in compiled(pattern).finditer(self.tags, **options):
            yield Match(self, m)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the plain text of the atoms `first` to `last` (inclusive)."""
        return self.atoms[first].start, self.atoms[last].end


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in a sentence."""

    sentence: Sentence
    match: Found

    @property
    def span(self) -> tuple[int, int]:
        """Offsets in the plain text."""
        return self.sentence.span(self.match.start(), self.match.end() - 1)

    @property
    def atoms(self) -> Sequence[Atom]:
        """All atoms of the match."""
        return self.sentence.atoms[self.match.start() : self.match.end()]

    def atom(self, name: str) -> Atom | None:
        """The first atom of the named group, or None where the group is not there."""
        at = self.match.start(name)
        return self.sentence.atoms[at] if at >= 0 else None

    def all(self, tag: str) -> list[Atom]:
        """The atoms of the match that bear `tag`."""
        return [atom for atom in self.atoms if atom.tag == tag]


def tag(reading: Reading) -> list[Sentence]:
    """Cut a reading into tagged sentences, each in its own language; unreadable ones are left out."""
    cut = list(sentences(reading.plain, tokenise(reading.plain)))
    cyrillic = [told for sentence in cut if (told := _by_letters(sentence, reading.plain))]
    usual = max(cyrillic, key=cyrillic.count, default=LANGUAGES["ru"])
    only = usual if cyrillic and all(told is usual for told in cyrillic) else None
    sure = [language_of(sentence, reading.plain, only) for sentence in cut]
    english = _reads_as_english(cut)
    found: list[Sentence] = []
    for sentence, language in zip(cut, sure, strict=True):
        if language is None and _letters(sentence, reading.plain)["cyrillic"] > 1:
            language = usual
        if language is None and found and _short_answer(found[-1], sentence):
            language = found[-1].language
        if language is LANGUAGES["en"] and not english:
            continue
        if language is not None:
            found.append(_tagged(sentence, language, reading, len(found)))
    placed = with_months([sentence.atoms for sentence in found])
    return [replace(sentence, atoms=atoms) for sentence, atoms in zip(found, placed, strict=True)]


def _short_answer(question: Sentence, sentence: Sequence[Token]) -> bool:
    """A number alone is in the language of the question it answers."""
    return question.atoms[-1].text == "?" and any(t.kind == "number" for t in sentence)


_ONLY_UKRAINIAN = frozenset("іїєґ")
_ONLY_RUSSIAN = frozenset("ыэъ")
_UKRAINIAN_WORDS = frozenset("що від після було були лютого які серед також із зі сьогодні".split())


_ENGLISH_WORDS = frozenset(
    "the of and to was were by said with it had from that for is their who has have been an as not its on in at "
    "exchange exchanged prisoners soldiers servicemen wounded mediator previous people each both returned".split()
)
FEWEST_WORDS_TO_JUDGE, LEAST_SHARE_OF_ENGLISH = 12, 0.06


def _reads_as_english(cut: Sequence[Sequence[Token]]) -> bool:
    """Are the words in Latin letters English, not French or German? A few words are given the benefit of doubt."""
    words = [t.text for sentence in cut for t in sentence if t.kind == "word" and "a" <= t.text[0] <= "z"]
    known = sum(word in _ENGLISH_WORDS for word in words)
    return len(words) < FEWEST_WORDS_TO_JUDGE or known >= LEAST_SHARE_OF_ENGLISH * len(words)


def _letters(sentence: Sequence[Token], plain: str) -> dict[str, int]:
    text = plain[sentence[0].start : sentence[-1].end]
    return {
        "latin": sum("a" <= c <= "z" for c in text),
        "arabic": sum("\u0620" <= c <= "\u064a" for c in text),
        "cyrillic": sum("\u0400" <= c <= "\u04ff" for c in text),
    }


def language_of(sentence: Sequence[Token], plain: str, around: Language | None = None) -> Language | None:
    """The language of a sentence by its letters; None where it is none of the four, or cannot be told.

    Ukrainian and Russian share most letters: a short sentence without one that only one of them has is told by
    the rest of the report.

    Args:
        around: the one of the two that all sentences with such a letter are in.
    """
    letters = _letters(sentence, plain)
    most = max(letters, key=lambda script: letters[script])
    if letters[most] < 2:
        return None
    if most != "cyrillic":
        return LANGUAGES["ar" if most == "arabic" else "en"]
    return _by_letters(sentence, plain) or _by_known_words(sentence, around)


def _by_letters(sentence: Sequence[Token], plain: str) -> Language | None:
    """Ukrainian or Russian, where a letter or a word that only one of them has tells."""
    text = plain[sentence[0].start : sentence[-1].end]
    ukrainian = sum(c in _ONLY_UKRAINIAN for c in text)
    russian = sum(c in _ONLY_RUSSIAN for c in text)
    if ukrainian != russian:
        return LANGUAGES["uk" if ukrainian > russian else "ru"]
    return LANGUAGES["uk"] if {t.text for t in sentence} & _UKRAINIAN_WORDS else None


# So many more words of one language outweigh that the rest of the report is in the other.
CLEARLY_MORE = 2


def _by_known_words(sentence: Sequence[Token], around: Language | None) -> Language | None:
    """Where no letter tells Ukrainian from Russian: the one whose word lists know more of the words."""
    words = [t.text for t in sentence]
    known = {
        code: sum(LANGUAGES[code].lexicon.longest(words, at) is not None for at in range(len(words)))
        for code in ("uk", "ru")
    }
    more = abs(known["uk"] - known["ru"])
    if around is not None and more < CLEARLY_MORE:
        return around
    return LANGUAGES[max(known, key=lambda code: known[code])] if more else None


def _tagged(tokens: Sequence[Token], language: Language, reading: Reading, index: int) -> Sentence:
    atoms = tuple(_atoms(tokens, language, reading))
    if language.code == "ar":
        atoms = arabic_atoms.mended(atoms)
    atoms = tuple(_one_speaker(atoms))
    return Sentence(language, atoms, "".join(a.tag for a in atoms), tokens[0].start, tokens[-1].end, index)


def _one_speaker(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """ "The head of state Volodymyr Zelensky": office and name are one speaker."""
    for at, atom in enumerate(atoms):
        before = atoms[at - 1] if at else None
        if before and before.tag == atom.tag == "K" and before.value == atom.value:
            continue
        following = at + 1
        end = atom.end
        while following < len(atoms) and atoms[following].tag == atom.tag == "K":
            if atoms[following].value != atom.value:
                break
            end, following = atoms[following].end, following + 1
        yield replace(atom, end=end) if end != atom.end else atom


def _atoms(tokens: Sequence[Token], language: Language, reading: Reading) -> Iterator[Atom]:
    words = [t.text for t in tokens]
    at = 0
    while at < len(tokens):
        tag_, spoken = _best(tokens, words, at, language, reading)
        last = tokens[at + spoken.length - 1]
        text = " ".join(words[at : at + spoken.length])
        yield Atom(tag_, spoken.value, text, tokens[at].start, last.end)
        at += spoken.length


def _best(
    tokens: Sequence[Token], words: list[str], at: int, language: Language, reading: Reading
) -> tuple[str, Spoken]:
    """The longest reading that begins at `at`; of equals, dates before numbers before words."""
    if tokens[at].kind == "mark" and words[at] != "'s":
        return _MARKS.get(words[at], "_"), Spoken(None, 1)
    if _clock(words, at):
        return "_", Spoken(None, 3)
    candidates: list[tuple[str, Spoken | None]] = [
        ("d", date_reading.read(tokens, at, language)),
        ("F", numbers.pair(tokens, at, language)),
        ("u", durations.duration(tokens, at, language)),
        ("o", _ordinal(tokens, at, language)),
        ("n", numbers.number(tokens, at, language)),
    ]
    entry = language.lexicon.longest(words, at)
    if entry and not _is_pronoun(tokens[at], reading) and not (entry.tag == "U" and words[at].startswith("ال")):
        candidates.append((entry.tag, Spoken(entry.value, len(entry.words))))
    read = [(name, spoken) for name, spoken in candidates if spoken]
    bare_unit = all(name == "u" and spoken.length == 1 for name, spoken in read)
    if bare_unit and read and durations.counts_itself(words[at], language):
        return "u", read[0][1]
    if bare_unit:
        unit = durations.unit(tokens, at, language)
        return ("i", Spoken(unit, 1)) if unit else ("_", Spoken(None, 1))
    return max(read, key=lambda pair: pair[1].length)


def _clock(words: list[str], at: int) -> bool:
    """ "16:40", the time of an entry; but "15:15" inside a sentence is a formula."""
    hour, mark, minute = (*words[at : at + 3], "", "", "")[:3]
    told = mark == ":" and hour.isdigit() and minute.isdigit() and len(minute) == 2
    return told and int(hour) < HOURS and int(minute) < MINUTES and (at == 0 or hour != minute)


HOURS, MINUTES = 24, 60


def _ordinal(tokens: Sequence[Token], at: int, language: Language) -> Spoken | None:
    return numbers.ordinal(tokens, at, language)


def _is_pronoun(token: Token, reading: Reading) -> bool:
    """Is this "us" the pronoun and not the country?"""
    start, end = reading.span(token.start, token.end)
    return token.text == "us" and reading.original[start:end] != "US"
