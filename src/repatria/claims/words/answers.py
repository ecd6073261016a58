"""Questions with their answers, and lines with a label: words that lean on what stands before them.

"Who mediated? The Emirates." says that the Emirates mediated; so does the line "Mediator: the Emirates".
"""

from collections.abc import Sequence
from dataclasses import replace

from repatria.claims.claim import Found
from repatria.claims.words.tagging import Sentence
from repatria.claims.words.tags import Atom

# A longer answer, or a longer question, stands for itself.
DATE_WORDS = frozenset("date when day дата коли день когда التاريخ تاريخ متي اليوم".split())
_PLACE_WORDS = frozenset("place where місце де место где المكان مكان اين".split())
# A question claims no rank: "Was it the largest exchange?"
_NEVER_ASKED = frozenset(("largest_since", "first_since", "ordinal", "mediator", "months_of_war"))
_ANSWER = frozenset("answer a ответ о відповідь в جواب الجواب ج".split())
_BULLETS = ("-", "—", "•", "*", "·", "▪")
LONGEST_ANSWER, LONGEST_QUESTION, LONGEST_LABEL, LONGEST_DATED_LABEL = 18, 22, 9, 5


def joined(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Give the sentences with each short answer joined to its question, and labels joined to what they name."""
    plain = [_without_colon(sentence) for sentence in sentences]
    told = list(plain)
    for at in range(1, len(plain)):
        question, answer = plain[at - 1], plain[at]
        asked = _asks(question) or _labelled_answer(answer)
        if asked and not _asks(answer) and len(answer.atoms) <= LONGEST_ANSWER:
            told[at] = _join(question, answer)
    return told


def own(found: Found, sentences: Sequence[Sentence], whole: Sequence[Sentence]) -> Found | None:
    """Keep of a claim what stands in the answer; None where all of it stands in the question."""
    start = sentences[found.sentence].start
    if _asks(sentences[found.sentence]) and found.claim_type in _NEVER_ASKED:
        return None
    if found.claim_type.startswith("date") and found.start < start and not _dated_in_answer(found, sentences):
        return None
    if whole[found.sentence].start == start or found.start >= start:
        return found
    return replace(found, start=_first_word(sentences[found.sentence], start)) if found.end > start else None


def _dated_in_answer(found: Found, sentences: Sequence[Sentence]) -> bool:
    atoms = sentences[found.sentence].atoms
    return any(a.tag == "d" and a.end <= found.end for a in atoms)


def _first_word(sentence: Sentence, start: int) -> int:
    return next((atom.start for atom in _without_label(sentence.atoms)), start)


def _asks(sentence: Sentence) -> bool:
    return bool(sentence.atoms) and sentence.atoms[-1].text == "?" and len(sentence.atoms) <= LONGEST_QUESTION


def _labelled_answer(sentence: Sentence) -> bool:
    """ "A reader asks when this last happened. *Answer:* on 27 February"."""
    return len(sentence.atoms) > 2 and sentence.atoms[0].text in _ANSWER and sentence.atoms[1].text == ":"


def _join(question: Sentence, answer: Sentence) -> Sentence:
    asked = replace(question.atoms[-1], tag="_")
    atoms = (*_without_label(question.atoms[:-1]), asked, *_without_label(answer.atoms))
    return replace(answer, atoms=atoms, tags="".join(a.tag for a in atoms), start=question.start)


def _without_label(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """ "Q:", "Ответ:", "جواب:"."""
    if len(atoms) > 2 and atoms[1].text == ":" and atoms[0].tag == "_":
        return tuple(atoms[2:])
    return tuple(a for i, a in enumerate(atoms) if i or a.text not in _BULLETS)


def _without_colon(sentence: Sentence) -> Sentence:
    """Let a label and what it names be one: "Mediator: the Emirates"."""
    at = next((i for i, a in enumerate(sentence.atoms) if a.text == ":"), None)
    if at is None or not 0 < at <= LONGEST_LABEL or sentence.tags[at + 1 : at + 2] in ('"', ""):
        return sentence
    label = sentence.tags[:at]
    if label == "d" and getattr(sentence.atoms[0].value, "full", False):
        return sentence  # "5 February 2026: ..." is a dateline
    dated = sentence.tags[at + 1 : at + 2] == "d" and any(a.text in DATE_WORDS for a in sentence.atoms[:at])
    if sentence.tags[at + 1 : at + 2] == "d" and not dated and at > LONGEST_DATED_LABEL:
        return sentence  # "It began in winter: on 5 February the envoy told of a deal"
    counted = "n" not in label and sentence.tags[at + 1 : at + 2] == "n" and bool(set(label) & set("mckbp"))
    placed = any(a.text in _PLACE_WORDS for a in sentence.atoms[:at])
    if (
        not dated
        and not counted
        and not placed
        and (not set(label) & set("MPxSGoqvThIdZ") or label.endswith("y") or "K" in label)
    ):
        return sentence
    atoms = tuple(_of_label(a, i, at, dated) for i, a in enumerate(sentence.atoms))
    return replace(sentence, atoms=atoms, tags="".join(a.tag for a in atoms))


def _of_label(atom: Atom, at: int, colon: int, dated: bool) -> Atom:
    if atom.text in _PLACE_WORDS and at < colon:
        return replace(atom, tag="?")
    if dated and atom.text in DATE_WORDS and at < colon:
        return replace(atom, tag="e")  # "Date: 14 September" says that it took place then
    return replace(atom, tag="_") if at == colon else atom
