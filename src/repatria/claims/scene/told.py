"""What the words of a speech tell: numbers, a first in months, the news itself."""

from repatria.claims.scene.speech import Speech
from repatria.claims.words.patterns import compiled


def told_numbers(speech: Speech) -> set[int | None]:
    """All plain numbers among the words said."""
    atoms = speech.sentence.atoms[speech.first : speech.last + 1]
    return {getattr(a.value, "n", None) for a in atoms if a.tag == "n"}


def first_to_tell(speech: Speech) -> bool:
    """ "The first to break the news was the envoy"; "the envoy told his followers that an exchange was agreed"."""
    tags = speech.sentence.tags[speech.begin : speech.end + 1]
    return bool(compiled("o[^.;]*[yz][^.;]*K|K[^.;]*o_?[yz]|y[^.;]*[?_]_?[xl]Z").search(tags)) and "n" not in tags


def announces(speech: Speech) -> bool:
    """ "The envoy announced the swap"."""
    whole = speech.sentence.tags[speech.begin : speech.end + 1]
    return speech.announces or bool(compiled("^K_?[yz]_{0,2}[xl]").search(whole))


def first_in_months(speech: Speech) -> bool:
    """Is it said that this is the first in so many months?"""
    return bool(
        compiled(r"o[_xpX]{0,4}[s_]_{0,2}u|I_{0,3}u|u_?I|xI_?u|[xX]_?N_{0,2}u|N[_pxXre]{0,4}s?_?u").search(
            speech.tags
        )
    )


_TOPICS = {
    "goodwill": (
        "goodwill", "good will", "доброї волі", "доброй воли", "доброи воли", "حسن نيه", "حسن النيه", "حسن نيتها",
    ),
    "sensitive category": ("sensitive", "чутлив", "чувствительн", "حساسه", "الحساسه"),
    "had been promised": ("promise", "пообіця", "обіця", "обеща", "пообеща", "وعد", "تعهد"),
}  # fmt: skip


def topic(speech: Speech) -> str | None:
    """A topic that the notes of the record hold: a gesture of goodwill, a sensitive category, a number promised."""
    words = " ".join(a.text for a in speech.sentence.atoms[speech.begin : speech.end + 1])
    for name, told in _TOPICS.items():
        promised = name == "had been promised"
        if any(word in words for word in told) and (not promised or any(n for n in told_numbers(speech))):
            return name
    return None
