"""The one text: numbered articles made from the terms, free clauses, the change rule, the annex by its hash."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repatria.web.background import speaking
from repatria.web.talks import table
from repatria.web.talks.models import Agreement, Term
from repatria.web.talks.sentences import sentence

Account = str
SKIPPED = frozenset({"offer"})  # what an offer gives and receives is in the annex, if the plan took it up


def draw_up(agreement: Agreement) -> None:
    """Write articles, text and hash anew, in the agreement's language."""
    with speaking(agreement.language):
        agreement.articles = [*_from_terms(agreement), *_clauses(agreement)]
        agreement.text = _whole(agreement)
    agreement.text_sha256 = digest(agreement.text)


def digest(text: str) -> str:
    """Give the SHA-256 of a text as it is signed: in UTF-8."""
    return sha256(text.encode()).hexdigest()


def clauses(agreement: Agreement) -> list[str]:
    """Give the free clauses."""
    return [article["text"] for article in agreement.articles if article["kind"] == "clause"]


def _from_terms(agreement: Agreement) -> Iterator[dict[str, Any]]:
    terms = [term for term in _terms(agreement) if term.document["type"] not in SKIPPED]
    called = table.names(agreement.exchange, (term.document for term in terms))
    for term in terms:
        yield {
            "kind": "term", "code": term.code, "version": term.version, "by": term.by.name,
            "text": sentence(term.document, called),
        }  # fmt: skip


def _terms(agreement: Agreement) -> list[Term]:
    terms = agreement.package.run.terms.select_related("by")
    return sorted(terms, key=lambda term: int(term.code[1:]))


def _clauses(agreement: Agreement) -> list[dict[str, Any]]:
    return [article for article in agreement.articles if article["kind"] == "clause"]


def _whole(agreement: Agreement) -> str:
    articles = [*_opening(agreement), *(_article(article) for article in agreement.articles), *_closing(agreement)]
    numbered = [_("Article {n}").format(n=n) + "\n" + body for n, body in enumerate(articles, 1)]
    return "\n\n".join([_head(agreement), *numbered]) + "\n"


def _head(agreement: Agreement) -> str:
    exchange = agreement.exchange
    sides = ", ".join(f"{party.name} ({party.code})" for party in table.sides(exchange))
    mediator = exchange.process.mediator
    return "\n".join(
        [
            _("Agreement on the release and return of captives: {reference}").format(reference=agreement.reference),
            "",
            _("Exchange: {title} ({reference})").format(title=exchange.title, reference=exchange.reference),
            _("Between: {sides}").format(sides=sides),
            _("Mediator: {name} ({code})").format(name=mediator.name, code=mediator.code),
            _("Made from: {reference}").format(reference=agreement.package.reference),
        ]
    )


def _opening(agreement: Agreement) -> Iterator[str]:
    yield _who_goes(agreement)
    yield _(
        "The seriously wounded and sick go home regardless of number or rank; they are counted in no number of this"
        " agreement (Third Geneva Convention, article 109). Nobody is sent against his or her will. Nothing in this"
        " agreement takes away a right (articles 6 and 7)."
    )


def _who_goes(agreement: Agreement) -> str:
    lanes: dict[tuple[str, str], Counter[Account]] = {}
    for line in agreement.annex["lines"]:
        lanes.setdefault((line["holder"], line["receiver"]), Counter())[line["account"]] += 1
    named = {party.code: party.name for party in table.sides(agreement.exchange)}
    rows = [
        "- "
        + _(
            "from {holder} to {receiver}: {formula} under the formula, {owed} owed,"
            " {separate} on a line of their own"
        )
        .format(holder=named[holder], receiver=named[receiver], formula=some["formula"], owed=some["owed"],
                separate=some["separate"])
        for (holder, receiver), some in sorted(lanes.items())
    ]  # fmt: skip
    total = len(agreement.annex["lines"])
    head = ngettext(
        "{n} person of the annexed list goes home:", "{n} persons of the annexed list go home:", total
    ).format(n=total)
    return "\n".join([head, *rows])


def _article(article: dict[str, Any]) -> str:
    if article["kind"] == "clause":
        return str(article["text"])
    return _("{text} (term {code}, version {version}, asked by {by})").format(**article)


def _closing(agreement: Agreement) -> Iterator[str]:
    yield change_rule(agreement)
    stages = Counter(line["stage"] for line in agreement.annex["lines"])
    if len(stages) > 1:
        said = "; ".join(
            _("stage {n}: {persons}").format(n=stage, persons=persons) for stage, persons in sorted(stages.items())
        )
        yield _("The handover has stages, as the annex gives them ({stages}).").format(stages=said)
    yield _(
        "The annex is the list with this SHA-256: {digest}. It holds a line for each person; who is entitled to a"
        " person is shown who it is."
    ).format(digest=agreement.annex_sha256)
    yield _(
        "This text is in force once two people of each side and two of the mediator have signed it, each with"
        " his or her own key. A changed text needs new signatures."
    )


def change_rule(agreement: Agreement) -> str:
    """Say what happens when somebody on the list cannot go."""
    if agreement.change_rule == Agreement.ChangeRule.SUBSTITUTE:
        return _(
            "If somebody on the list cannot go, the next of the reserve of the same holder takes that place, in the"
            " order of the annex; if the reserve is used up, the list shrinks."
        )
    if agreement.change_rule == Agreement.ChangeRule.PAUSE:
        return _("If somebody on the list cannot go, the stage pauses until the sides agree.")
    return _("If somebody on the list cannot go, the list shrinks; nobody takes that place.")
