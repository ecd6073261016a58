"""Words, numbers and signs of a plain text, and its sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from repatria.claims.words.patterns import VERBOSE, compiled

# A number may be grouped by comma, full stop, apostrophe or space in threes.
_TOKEN = compiled(
    r"""
    (?P<number>[0-9]{1,3}(?:[,.' ][0-9]{3})+(?![0-9])|[0-9]+)
    |(?P<word>(?:\p{L}\.){2,}|\p{L}+(?:'(?!s\b)\p{L}+)*)
    |(?P<mark>'s\b|[^\s\w])
    """,
    VERBOSE,
)
# A longer one is cut at its next comma, so that the time to read it stays bounded.
LONGEST_SENTENCE = 120
# Ukrainian and Russian words of one letter that may end a sentence: "стільки ж."
_PARTICLES = frozenset("жбя")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr col gen lt sgt ret st no vs feb jan mar apr jun jul aug sep sept oct nov dec".split()
    + "г гг ст тис тыс млн руб чел грн ім им см p.m a.m".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; `start` and `end` are offsets in the plain text."""

    text: str
    kind: str
    start: int
    end: int


def tokenise(plain: str) -> list[Token]:
    """Cut `plain` into tokens, leaving out spaces."""
    return [Token(m.group(), m.lastgroup or "", m.start(), m.end()) for m in _TOKEN.finditer(plain)]


def sentences(plain: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """Give the tokens sentence by sentence. A line break between paragraphs ends a sentence too."""
    sentence: list[Token] = []
    for index, token in enumerate(tokens):
        if (len(sentence) >= LONGEST_SENTENCE and token.text in ",;:") or len(sentence) >= 2 * LONGEST_SENTENCE:
            yield sentence
            sentence = []
        if sentence and "\n" in plain[sentence[-1].end : token.start]:
            yield sentence
            sentence = []
        sentence.append(token)
        if token.text in ".!?" and _ends(tokens, index, plain):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _ends(tokens: list[Token], index: int, plain: str) -> bool:
    token = tokens[index]
    following = plain[token.end : token.end + 1]
    if following and not following.isspace() and following not in "\"')":
        return False
    if token.text != ".":
        return True
    before = tokens[index - 1].text if index else ""
    initial = len(before) == 1 and before.isalpha() and before not in _PARTICLES
    return before not in _ABBREVIATIONS and not initial
