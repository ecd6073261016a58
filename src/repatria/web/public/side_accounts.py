"""The sides' own words about an exchange, as its public pages show them side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from repatria.i18n import LANGUAGES
from repatria.web import gate
from repatria.web.exchanges.models import Exchange
from repatria.web.public.models import SideAccount

Words = tuple[str, str, list[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """One side's words: code and name of a language with its paragraphs, the reader's own first."""

    account: SideAccount
    first: Words
    others: list[Words]
    versions: list[SideAccount]


def of(exchange: Exchange, language: str) -> list[Shown]:
    """Give what each side has released, in a fixed order of the sides."""
    versions = gate.public(SideAccount).filter(exchange=exchange).select_related("party", "entry")
    return list(_shown(list(versions.order_by("party__code", "version")), language))


def _shown(versions: list[SideAccount], language: str) -> Iterator[Shown]:
    for account in versions:
        if account.state == SideAccount.State.RELEASED:
            first, *others = sorted(_words(account), key=lambda words: words[0] != language)
            own = [version for version in versions if version.party_id == account.party_id]
            yield Shown(account, first, others, own)


def _words(account: SideAccount) -> list[Words]:
    return [(code, name, account.texts[code]) for code, name in LANGUAGES.items() if code in account.texts]
