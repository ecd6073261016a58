"""A term as a sentence, in the reader's language: the same on the table, in a conflict and in the signed text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from repatria.i18n import isolate
from repatria.web.talks.kinds import Document

Selector = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and keys are called: parties by code, captives by key (their number in the holder's register)."""

    parties: Mapping[str, str]
    captives: Mapping[str, str] = field(default_factory=dict)

    def party(self, code: Any) -> str:
        """Name a party."""
        return self.parties.get(str(code), str(code))

    def people(self, keys: Any) -> str:
        """Name captives by their numbers, three at most and how many more."""
        named = sorted(self.captives.get(key, _("somebody no longer listed")) for key in keys)
        shown = ", ".join(map(isolate, named[:6]))
        more = len(named) - 6
        if more <= 0:
            return shown
        return ngettext("{names} and {n} other", "{names} and {n} others", more).format(names=shown, n=more)


def category(code: str) -> str:
    """Name a class of captives, as the planner has them."""
    return {
        "officer": _("officers"),
        "nco": _("non-commissioned officers"),
        "enlisted": _("enlisted"),
        "civilian": _("civilians"),
        "retained": _("medical and religious personnel"),
    }[code]


def sentence(document: Document, names: Names) -> str:
    """Say a term as one sentence."""
    return capital(_SENTENCES[document["type"]](document, names)) + "."


def one_line(select: Selector, names: Names) -> str:
    """Say whom a selector means."""
    if "holder" in select:
        held = _("those whom {party} holds").format(party=_parties(select["holder"], names))
        what = qualities({k: v for k, v in select.items() if k != "holder"}, names)
        return _("{who} ({what})").format(who=held, what=what) if what else held
    return qualities(select, names) or _("everybody")


def qualities(select: Selector, names: Names) -> str:
    """Say the conditions of a selector, without the holder."""
    return "; ".join(_qualities(select, names))


def _qualities(select: Selector, names: Names) -> list[str]:
    said = [category(code) for code in _many(select.get("category"))]
    found = [", ".join(said)] if said else []
    if "dest" in select:
        found.append(_("going to {party}").format(party=_parties(select["dest"], names)))
    if "health" in select:
        found.append({"wounded": _("wounded or sick"), "fit": _("fit")}[str(select["health"])])
    if "min_days" in select:
        found.append(_("held {n} days or longer").format(n=select["min_days"]))
    if "max_days" in select:
        found.append(_("held {n} days at most").format(n=select["max_days"]))
    if "min_age" in select:
        found.append(_("aged {n} or over").format(n=select["min_age"]))
    if "max_age" in select:
        found.append(_("aged {n} or under").format(n=select["max_age"]))
    if "ids" in select:
        found.append(names.people(select["ids"]))
    return found


def _many(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _parties(value: Any, names: Names) -> str:
    return ", ".join(names.party(code) for code in _many(value))


def _counting(said: str, select: Selector, names: Names) -> str:
    what = qualities({k: v for k, v in select.items() if k != "holder"}, names)
    return _("{sentence}, counting only: {what}").format(sentence=said, what=what) if what else said


def _weighed(said: str, document: Document) -> str:
    return _("{sentence}, by rank equivalents").format(sentence=said) if document.get("weights") else said


def _count(document: Document, names: Names) -> str:
    select, least, most = document["select"], document.get("min"), document.get("max")
    party = _parties(select.get("holder"), names)
    if least is not None and most is not None:
        same = _("{party} hands over exactly {n}") if party else _("exactly {n} go home")
        apart = _("{party} hands over between {least} and {most}") if party else _(
            "between {least} and {most} go home"
        )  # fmt: skip
        said = same if least == most else apart
    elif least is not None:
        said = _("{party} hands over at least {least}") if party else _("at least {least} go home")
    else:
        said = _("{party} hands over at most {most}") if party else _("at most {most} go home")
    said = said.format(party=party, n=least, least=least, most=most)
    return _weighed(_counting(said, select, names), document)


def _balance(document: Document, names: Names) -> str:
    # The planner's factors stand crosswise: 1 held by A for 3 held by B is left 3, right 1.
    left, right = document["right_factor"], document["left_factor"]
    words = {
        "left": names.party(document["left"]["holder"]), "right": names.party(document["right"]["holder"]),
        "n": left, "m": right, "tolerance": document["tolerance"],
    }  # fmt: skip
    if left == right == 1:
        said = _("{left} and {right} hand over the same number")
        if document["tolerance"]:
            said = _("{left} and {right} hand over nearly the same number, at most {tolerance} apart")
        said = said.format(**words)
    elif document["tolerance"]:
        said = _(
            "for every {n} whom {left} hands over, {right} hands over {m}; the sums may be {tolerance} apart"
        ).format(**words)
    else:
        said = _("for every {n} whom {left} hands over, {right} hands over {m}").format(**words)
    return _weighed(_counting(said, document["left"], names), document)


def _parity(document: Document, names: Names) -> str:
    left = document["left"]
    words = {
        "left": names.party(left["holder"]), "right": names.party(document["right"]["holder"]),
        "what": ", ".join(map(category, _many(left.get("category")))), "n": document["tolerance"],
    }  # fmt: skip
    if document["per"] == "grade":
        return _(
            "grade by grade, {left} and {right} hand over in near equal number, at most {n} apart in any grade"
        ).format(**words)
    if not words["what"]:
        return _(
            "class by class, {left} and {right} hand over in near equal number, at most {n} apart in any class"
        ).format(**words)
    return _("from {left} and {right}, {what} go in near equal number, at most {n} apart").format(**words)


def _share(document: Document, names: Names) -> str:
    return _("of {whom}, at least {n} per cent of those who go are {what}").format(
        whom=one_line(document["of"], names), n=document["min_percent"], what=qualities(document["within"], names)
    )


def _include(document: Document, names: Names) -> str:
    return _("these all go: {who}").format(who=one_line(document["select"], names))


def _exclude(document: Document, names: Names) -> str:
    return _("these do not go: {who}").format(who=one_line(document["select"], names))


def _sites(document: Document, names: Names) -> str:
    party, n = _parties(document["select"].get("holder"), names), document["max"]
    if not party:
        return ngettext(
            "at most {n} place of detention is opened", "at most {n} places of detention are opened", n
        ).format(n=n)
    return ngettext(
        "{party} opens at most {n} place of detention", "{party} opens at most {n} places of detention", n
    ).format(party=party, n=n)


def _together(document: Document, names: Names) -> str:
    if document.get("ids"):
        return _("these travel together, all or none: {who}").format(who=names.people(document["ids"]))
    return _("brothers, and others whom the registers keep as a group, travel together: all of a group, or none")


def _if_then(document: Document, names: Names) -> str:
    return _("if anybody of these goes: {some}; then all of these go: {others}").format(
        some=one_line(document["if"], names), others=one_line(document["then"], names)
    )


def _net(document: Document, names: Names) -> str:
    return _("the whole is worth at least {n} points to {party}, by the points that it has given").format(
        n=document["min"], party=names.party(document["party"])
    )


def _longest_held(document: Document, names: Names) -> str:
    return _("who has been held longest goes first, counted in steps of {n} days").format(n=document["bucket_days"])


def _staging(document: Document, names: Names) -> str:
    parts = [
        ngettext(
            "the handover takes at most {n} day", "the handover takes at most {n} days", document["days"]
        ).format(n=document["days"]),
        _("at most {n} a day go from one party to another").format(n=document["per_day"]),
        _("neither side is ever more than {n} ahead").format(n=document["lead"]),
    ]
    if document.get("same_day_groups"):
        parts.append(_("groups travel on one day"))
    if document.get("order"):
        parts.append(_("from each place, who has been held longest goes first"))
    return "; ".join(parts)


def _separate(document: Document, names: Names) -> str:
    return _("on a line of their own, counted in no number, go: {who}").format(
        who=one_line(document["select"], names)
    )


def _offer(document: Document, names: Names) -> str:
    words = {"party": names.party(document["party"]), "gives": names.people([document["gives"]])}
    if document.get("unconditional"):
        return _("{party} hands over {gives} and asks for nothing in return").format(**words)
    return _("{party} hands over {gives} if it receives one of these: {who}").format(
        **words, who=one_line(document["wants"], names)
    )


_SENTENCES: Mapping[str, Callable[[Document, Names], str]] = {
    "count": _count, "balance": _balance, "parity": _parity, "share": _share, "include": _include,
    "exclude": _exclude, "sites": _sites, "together": _together, "if_then": _if_then, "net": _net,
    "longest_held": _longest_held, "staging": _staging, "separate": _separate, "offer": _offer,
}  # fmt: skip


def capital(said: str) -> str:
    """Begin a sentence with a capital letter."""
    return said[:1].upper() + said[1:]


def kind_title(kind: str) -> str:
    """Name a kind of term."""
    return {
        "count": _("How many go"),
        "balance": _("So many for so many"),
        "parity": _("Near equal number"),
        "share": _("A share"),
        "include": _("Who goes by name or class"),
        "exclude": _("Who does not go"),
        "sites": _("Places of detention"),
        "together": _("Who travels together"),
        "if_then": _("If some go, others go"),
        "net": _("What it is worth to a party"),
        "longest_held": _("Longest held first"),
        "staging": _("Days and stages"),
        "separate": _("A line of its own"),
        "offer": _("An offer among several parties"),
    }[kind]
