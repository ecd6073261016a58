"""The text of an agreement: numbered articles, annexes by hash, signatures with the fingerprints of their keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from repatria.i18n import _
from repatria.paper.sheet import Sheet
from repatria.paper.text import Value, code, sentence, value, words


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Paragraphs are numbered when there is more than one."""

    heading: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: who, for whom, when, and the fingerprint of the key. Unsigned while `at` is None."""

    party: str
    name: str
    role: str = ""
    at: Value = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A file that belongs to the agreement: known by its SHA-256, never printed in it."""

    title: str
    sha256: str
    persons: int | None = None


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """An agreement as it is signed. `sha256` is that of the text that the signatures cover."""

    title: str
    parties: Sequence[str]
    articles: Sequence[Article]
    signatures: Sequence[Signature]
    annexes: Sequence[Annex] = ()
    preamble: Sequence[str] = ()
    number: str = ""
    day: Value = None
    place: str = ""
    sha256: str = ""

    def sheet(self) -> Sheet:
        """Give the agreement on A4."""
        data = {
            "name": words(self.title),
            "between": [value(party) for party in self.parties],
            "facts": self._facts(),
            "preamble": [words(paragraph) for paragraph in self.preamble],
            "articles": [_article(number, each) for number, each in enumerate(self.articles, start=1)],
            "annexes": [_annex(number, each) for number, each in enumerate(self.annexes, start=1)],
            "annexes_title": words(_("Annexes, known by their SHA-256")),
            "signed": [_signature(each) for each in self.signatures],
            "signed_title": words(_("Signatures")),
            "parties_title": words(_("Parties")),
        }
        return Sheet("agreement.typ", _("Agreement"), data, reference=self.number)

    def _facts(self) -> list[dict[str, Any]]:
        given = [
            {"label": words(_("Number")), "value": code(self.number), "wide": False},
            {"label": words(_("Day")), "value": code(self.day), "wide": False},
            {"label": words(_("Place")), "value": value(self.place), "wide": False},
            {"label": words(_("SHA-256 of the signed text")), "value": code(self.sha256), "wide": True},
        ]
        return [each for each in given if each["value"]]


def _article(number: int, each: Article) -> dict[str, Any]:
    return {
        "title": sentence(_("Article {number}. {heading}"), number=number, heading=each.heading),
        "paragraphs": [words(paragraph) for paragraph in each.paragraphs],
    }


def _annex(number: int, each: Annex) -> dict[str, Any]:
    title = sentence(_("Annex {number}. {title}"), number=number, title=each.title)
    if each.persons is not None:
        title += [(" · ", ""), *sentence(_("persons: {n}"), n=each.persons)]
    return {"title": title, "sha256": code(each.sha256)}


def _signature(each: Signature) -> dict[str, Any]:
    return {
        "party": value(each.party),
        "name": value(each.name),
        "role": value(each.role),
        "at": code(each.at) or words(_("not signed")),
        "key": words(_("Key")),
        "fingerprint": code(each.fingerprint),
    }
