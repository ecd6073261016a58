"""What all at the table need for reading a term: who the sides are, and what captives are called."""

from collections.abc import Iterable, Iterator
from typing import Any

from repatria.web.compartments import house
from repatria.web.exchanges.models import Exchange, Party
from repatria.web.registry.models import Person
from repatria.web.talks.kinds import Document, people_of
from repatria.web.talks.models import Term
from repatria.web.talks.sentences import Names, sentence


def sides(exchange: Exchange) -> list[Party]:
    """Give the parties that give and receive, in the order of their codes."""
    return list(exchange.process.sides)


def signers(exchange: Exchange) -> list[Party]:
    """Give the parties that sign: the sides, then the mediator."""
    return [*sides(exchange), exchange.process.mediator]


def code(holder: str, number: str) -> str:
    """Give what all at the table call a captive: the holder's code and his number in the holder's register."""
    return f"{holder}-{number}"


def codes(keys: Iterable[str]) -> dict[str, str]:
    """Give what captives are called, by their keys: numbers are no secret among those at the table."""
    found: dict[str, str] = {}
    with house():
        for some in portions(sorted(keys)):
            people = Person.objects.filter(pk__in=some).values_list("pk", "keeper__code", "number")
            found |= {str(key): code(keeper, number) for key, keeper, number in people}
    return found


def names(exchange: Exchange, documents: Iterable[Document] = ()) -> Names:
    """Give the names that some terms need."""
    parties = {party.code: party.name for party in signers(exchange)}
    return Names(parties, codes(people_of_all(documents)))


def people_of_all(documents: Iterable[Document]) -> set[str]:
    """Give the keys of all persons named by some terms."""
    return set[str]().union(*(people_of(document) for document in documents))


def portions(keys: list[Any], size: int = 500) -> Iterator[list[Any]]:
    """Cut a list into portions that a database takes in one question."""
    return (keys[start : start + size] for start in range(0, len(keys), size))


def standing(exchange: Exchange) -> list[Term]:
    """Give the terms on the table: of each code the newest version, unless it was withdrawn; oldest first."""
    newest: dict[str, Term] = {}
    for term in exchange.terms.select_related("by", "written_by").order_by("version"):
        newest[term.code] = term
    found = [term for term in newest.values() if term.withdrawn_at is None]
    return sorted(found, key=lambda term: int(term.code[1:]))


def told(exchange: Exchange, terms: Iterable[Term]) -> list[dict[str, Any]]:
    """Give terms with their sentences, for a page."""
    terms = list(terms)
    called = names(exchange, (term.document for term in terms))
    return [{"term": term, "sentence": sentence(term.document, called)} for term in terms]
