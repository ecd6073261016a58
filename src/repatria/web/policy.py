"""Who may see and do what. This file is the only place that grants sight; what it does not grant does not exist.

Four tables, read top down:

* :data:`SIGHT`: which kind of fact about a captive may be seen from which standing ("who may see what");
* :data:`FACTS`: which kind of fact each stored field is;
* :data:`ROWS`: which rows of each kind of thing a person can reach at all;
* :data:`PAGES`: which roles each address is for. An address without a line here is a 404 for everybody.

The mechanism that reads them is in :mod:`repatria.web.gate`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from repatria.conventions import Role as Actor
from repatria.web.families.consent import Audience, at_least


class Role(StrEnum):
    """What a person does here. One person, one role; whoever has two tasks has two accounts."""

    DELEGATION = "delegation"
    BUREAU = "bureau"
    MEDIATOR = "mediator"
    ICRC = "icrc"
    CASE_WORKER = "case_worker"
    PRESS = "press"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Standing(StrEnum):
    """Where somebody stands towards one captive."""

    HOLDER = "holder"  # the Detaining Power
    ORIGIN = "origin"  # the Power on which the prisoner depends
    ICRC = "icrc"
    MEDIATOR = "mediator"
    FAMILY = "family"
    PUBLIC = "public"
    NOBODY = "nobody"


class Sight(StrEnum):
    """How much of a fact is seen."""

    NO = "no"
    YES = "yes"
    CATEGORY = "category"  # the class, never the detail
    TRAVELS = "travels"  # "travels" or "does not travel", never why
    POSTAL = "postal"  # an address for mail, not a place
    COUNTS = "counts"  # only as a number, five or more
    AFTER = "after"  # only once it is completed


class Fact(StrEnum):
    """A kind of fact about a captive."""

    IDENTITY = "identity"
    ON_A_DRAFT_LIST = "on_a_draft_list"
    REPLY = "reply"
    SITE = "site"
    HEALTH = "health"
    WILL = "will"
    VISIT_FINDING = "visit_finding"
    NEXT_OF_KIN = "next_of_kin"
    MARKS = "marks"
    CHARGES = "charges"
    UNIT_AND_RANK = "unit_and_rank"
    NATIONALITY = "nationality"
    GRAVE_HARM = "grave_harm"
    EFFECTS = "effects"
    MOVEMENT = "movement"
    HANDED_OVER = "handed_over"


# ---------------------------------------------------------------- who may see what

_COLUMNS = (
    Standing.HOLDER, Standing.ORIGIN, Standing.ICRC, Standing.MEDIATOR, Standing.FAMILY, Standing.PUBLIC,
)  # fmt: skip


def _row(*cells: str) -> Mapping[Standing, Sight]:
    return {Standing.NOBODY: Sight.NO, **dict(zip(_COLUMNS, map(Sight, cells), strict=True))}


# GC III 13 and GC IV 27 (public curiosity), GC IV 137 (harm), and the rule set built on them. Deny by default.
#                           holder      origin      ICRC   mediator    family    public
SIGHT: Mapping[Fact, Mapping[Standing, Sight]] = {
    Fact.IDENTITY:        _row("yes",     "yes",      "yes", "yes",      "yes",    "no"),
    Fact.ON_A_DRAFT_LIST: _row("yes",     "yes",      "yes", "yes",      "no",     "no"),
    Fact.REPLY:           _row("yes",     "yes",      "yes", "yes",      "yes",    "counts"),
    Fact.SITE:            _row("yes",     "no",       "yes", "no",       "postal", "no"),
    Fact.HEALTH:          _row("yes",     "category", "yes", "category", "no",     "counts"),
    Fact.WILL:            _row("no",      "no",       "yes", "travels",  "no",     "no"),
    Fact.VISIT_FINDING:   _row("no",      "no",       "yes", "no",       "no",     "no"),
    Fact.NEXT_OF_KIN:     _row("no",      "yes",      "yes", "no",       "yes",    "no"),
    Fact.MARKS:           _row("no",      "yes",      "yes", "no",       "yes",    "no"),
    Fact.CHARGES:         _row("yes",     "yes",      "yes", "yes",      "yes",    "counts"),
    Fact.UNIT_AND_RANK:   _row("yes",     "yes",      "yes", "yes",      "yes",    "counts"),
    Fact.NATIONALITY:     _row("yes",     "yes",      "yes", "yes",      "no",     "counts"),
    Fact.GRAVE_HARM:      _row("no",      "no",       "yes", "no",       "no",     "no"),
    Fact.EFFECTS:         _row("yes",     "yes",      "yes", "no",       "no",     "no"),
    Fact.MOVEMENT:        _row("yes",     "yes",      "yes", "yes",      "no",     "after"),
    Fact.HANDED_OVER:     _row("yes",     "yes",      "yes", "yes",      "yes",    "yes"),
}  # fmt: skip


# Which kind of fact each value of a registry, a list or a reply is. A value that is not here is seen by nobody.
FACTS: Mapping[str, Fact] = {
    **dict.fromkeys(
        ("id", "line", "surname", "given_name", "patronymic", "full_name_native", "alternate_names", "sex", "age",
         "date_of_birth", "place_of_birth", "service_number", "callsign", "father_given_name", "mother_maiden_name",
         "capture_date", "capture_place", "power_of_origin", "source", "source_date", "group"),
        Fact.IDENTITY,
    ),
    **dict.fromkeys(("rank", "unit", "occupation", "category"), Fact.UNIT_AND_RANK),
    "nationality": Fact.NATIONALITY,
    **dict.fromkeys(("site", "mail_address", "captor"), Fact.SITE),
    "health": Fact.HEALTH,
    **dict.fromkeys(("next_of_kin", "residence"), Fact.NEXT_OF_KIN),
    "marks": Fact.MARKS,
    "charges": Fact.CHARGES,
    "effects": Fact.EFFECTS,
    **dict.fromkeys(("reply", "reply_date"), Fact.REPLY),
    "will": Fact.WILL,
}  # fmt: skip


def sight(fact: Fact, standing: Standing) -> Sight:
    """Say how much of `fact` is seen from `standing`."""
    return SIGHT[fact][standing]


def standing(user: Any, *, holder: int | None, origin: int | None) -> Standing:
    """Say where `user` stands towards a captive whom party `holder` holds and party `origin` asks for."""
    role = user.role
    if role in (Role.ICRC, Role.CASE_WORKER):
        return Standing.ICRC
    if role == Role.MEDIATOR:
        return Standing.MEDIATOR
    if role in (Role.BUREAU, Role.DELEGATION) and user.party_id is not None:
        if user.party_id == origin:
            return Standing.ORIGIN
        if user.party_id == holder:
            return Standing.HOLDER
    return Standing.NOBODY


# ---------------------------------------------------------------- which rows can be reached

_NONE = Q(pk__in=[])
_SIDE = frozenset({Role.DELEGATION, Role.BUREAU})
_ICRC = frozenset({Role.ICRC, Role.CASE_WORKER})
_TALKERS = _SIDE | {Role.MEDIATOR, Role.ICRC}
_KEEPERS = _SIDE | _ICRC | {Role.MEDIATOR}

# Two people of each of these sign an agreement for their party.
SIGNERS = frozenset({Role.DELEGATION, Role.MEDIATOR})
# Who speaks for a side in what two of its people must settle.
DECIDES_FOR_A_SIDE = frozenset({Role.DELEGATION})

# Who answers for a party's own people: invites them, closes their accounts, sees what concerns the whole party.
HEADS = frozenset({Role.DELEGATION, Role.MEDIATOR, Role.ICRC})

# Which roles a party of each kind can give; None is the keeper of the site, who belongs to no party.
ROLES_OF_KIND: Mapping[str | None, frozenset[Role]] = {
    "side": frozenset({Role.DELEGATION, Role.BUREAU}),
    "mediator": frozenset({Role.MEDIATOR, Role.PRESS}),
    "icrc": frozenset({Role.ICRC, Role.CASE_WORKER}),
    None: frozenset({Role.ADMINISTRATOR, Role.AUDITOR}),
}


def _taking_part(path: str) -> Callable[[Any], Q]:
    """Rows of a process that the person's party takes part in, chairs, or accompanies as the ICRC."""

    def rows(user: Any) -> Q:
        mine = Q(**{f"{path}participants": user.party_id}) | Q(**{f"{path}mediator": user.party_id})
        if user.role in _TALKERS | {Role.PRESS}:
            return mine
        return Q() if user.role == Role.AUDITOR else _NONE

    return rows


def _people_kept(user: Any) -> Q:
    """A register is its keeper's; the ICRC's Central Agency receives everything (GC III 122-123, GC IV 137)."""
    if user.role in _ICRC:
        return Q()
    return Q(keeper=user.party_id) if user.role in _SIDE else _NONE


def _sites(user: Any) -> Q:
    """Places of detention: the holder's and the ICRC's alone (GC III 23)."""
    if user.role in _ICRC:
        return Q()
    return Q(party=user.party_id) if user.role in _SIDE else _NONE


def _events(user: Any) -> Q:
    if user.role in _ICRC:
        return Q()
    return Q(person__keeper=user.party_id) if user.role in _SIDE else _NONE


def _lists(user: Any) -> Q:
    """Its sender's from the start; everybody's at the table once all lists are opened, at one moment."""
    if user.role not in _TALKERS:
        return _NONE
    opened = Q(opened_at__isnull=False) & _taking_part("exchange__process__")(user)
    return opened | Q(party=user.party_id) if user.role in _SIDE else opened


def _list_rows(user: Any) -> Q:
    if user.role not in _TALKERS:
        return _NONE
    opened = Q(list__opened_at__isnull=False) & _taking_part("list__exchange__process__")(user)
    return opened | Q(list__party=user.party_id) if user.role in _SIDE else opened


def _matching(user: Any) -> Q:
    """Plaintext matching is the mediator's compartment; a side sees only replies, after a person has confirmed."""
    return _taking_part("exchange__process__")(user) if user.role == Role.MEDIATOR else _NONE


def _a_sides_own(path: str) -> Callable[[Any], Q]:
    """What a side alone sees of its lists: its doubts about them, and what it let leave."""
    return lambda user: Q(**{path: user.party_id}) if user.role in _SIDE else _NONE


def takes_lists(exchange: Any) -> bool:
    """Say whether sides may still send or replace lists: until names are agreed."""
    return exchange.state in ("lists", "replies", "talks")


def _own_party(user: Any) -> Q:
    return Q(party=user.party_id) if user.party_id else _NONE


def _parties(user: Any) -> Q:
    """One's own, and those at the same tables."""
    if user.role == Role.ADMINISTRATOR:
        return Q()
    me = user.party_id
    if me is None:
        return _NONE
    at_my_table = Q(processes__participants=me) | Q(processes__mediator=me) | Q(chairs__participants=me)
    return Q(pk=me) | at_my_table


def _staff(user: Any) -> Q:
    """All who work here, for the administrator; one's own party's people, for who answers for them."""
    if user.role == Role.ADMINISTRATOR:
        return Q()
    return _own_party(user) if user.role in HEADS else _NONE


def _acts(user: Any) -> Q:
    """What waits for a second person of one's own party; for an administrator, what concerns accounts."""
    mine = _own_party(user) | Q(proposed_by=user.pk)
    return mine | Q(party=None) | Q(kind__startswith="accounts.") if user.role == Role.ADMINISTRATOR else mine


def _alarms(user: Any) -> Q:
    if user.role == Role.ADMINISTRATOR:
        return Q()
    return _own_party(user) if user.role in _KEEPERS else _NONE


def _agreements(user: Any) -> Q:
    """A draft is the mediator's; once it is open for signature, it is everybody's at the table."""
    mine = _taking_part("exchange__process__")(user)
    return mine if user.role == Role.MEDIATOR else mine & ~Q(state="draft")


def _agreed_lines(user: Any) -> Q:
    """Lines of an agreement: who holds and who receives a person, the mediator and the ICRC."""
    mine = _taking_part("agreement__exchange__process__")(user)
    if user.role in _SIDE:
        ours = Q(holder=user.party_id) | Q(receiver=user.party_id) | Q(origin=user.party_id)
        return mine & ours & ~Q(agreement__state="draft")
    if user.role == Role.ICRC:
        return mine & ~Q(agreement__state="draft")
    return mine if user.role == Role.MEDIATOR else _NONE


def _replies(to_list: str, holder: str) -> Callable[[Any], Q]:
    """A reply is for its holder and the side that asked, for the mediator and the ICRC; for no third side."""

    def rows(user: Any) -> Q:
        if user.role not in _TALKERS:
            return _NONE
        at_the_table = _taking_part(f"{to_list}exchange__process__")(user)
        if user.role in _SIDE:
            return at_the_table & (Q(**{holder: user.party_id}) | Q(**{f"{to_list}party": user.party_id}))
        return at_the_table

    return rows


def _seen_by_icrc(user: Any) -> Q:
    """That the ICRC has seen him, and when: for those at the table. What it found is in no row at all."""
    return _taking_part("row__list__exchange__process__")(user) if user.role in _TALKERS else _NONE


def _tracing_requests(user: Any) -> Q:
    """The case workers' own; a side reads those whose families chose an audience that it belongs to."""
    if user.role in _ICRC:
        return Q()
    if user.role not in _SIDE:
        return _NONE
    own = Q(consent__in=at_least(Audience.OWN_SIDE), own_side=user.party_id)
    at_the_same_table = Q(own_side__processes__participants=user.party_id)
    other = Q(consent__in=at_least(Audience.BOTH_SIDES)) & at_the_same_table
    return Q(withdrawn_at=None, repeats=None) & (own | other)


def knows_places(user: Any) -> bool:
    """Say whether somebody may know where people are held: the holder and the ICRC (GC III 23)."""
    return user.role in _SIDE | {Role.ICRC}


def sites_counted(user: Any) -> Any:
    """Give the sites that somebody may know the number of: the mediator learns how many, never where."""
    from repatria.web.registry.models import Site

    if user.role == Role.ICRC:
        return Site.objects.all()
    if user.role == Role.MEDIATOR:
        return Site.objects.filter(party__processes__mediator=user.party_id).distinct()
    return Site.objects.filter(party=user.party_id) if user.role in _SIDE else Site.objects.none()


def _visits(user: Any) -> Q:
    """The ICRC's, and of the side that holds the site: that it was asked, and what it answered."""
    if user.role == Role.ICRC:
        return Q()
    return Q(site__party=user.party_id) if user.role in _SIDE else _NONE


def _delegates_alone(user: Any) -> Q:
    """What the ICRC's delegates hear; not even its case workers."""
    return Q(party=user.party_id) if user.role == Role.ICRC else _NONE


def _accounts_of_sides(user: Any) -> Q:
    """A side's own words: its delegation's; where a name seems to stand in them, the mediator's press officers'."""
    if user.role == Role.PRESS:
        return Q(state="held") & _taking_part("exchange__process__")(user)
    return _own_party(user) if user.role in DECIDES_FOR_A_SIDE else _NONE


def _icrc_alone(user: Any) -> Q:
    return Q() if user.role in _ICRC else _NONE


ROWS: dict[str, Callable[[Any], Q]] = {
    "exchanges.Party": _parties,
    "exchanges.Process": _taking_part(""),
    "exchanges.Exchange": _taking_part("process__"),
    "registry.Person": _people_kept,
    "registry.Site": _sites,
    "registry.Event": _events,
    "registry.ListImport": lambda user: Q(list__party=user.party_id) if user.role in _SIDE else _NONE,
    "lists.NameList": _lists,
    "lists.Row": _list_rows,
    "lists.Awaited": _taking_part("exchange__process__"),
    "lists.Repeat": _a_sides_own("list__party"),
    # What two people let leave is fetched by these two.
    "lists.Export": lambda user: Q(proposed_by=user.pk) | Q(confirmed_by=user.pk),
    "matching_desk.Run": _matching,
    "matching_desk.Pair": lambda user: (
        _taking_part("run__exchange__process__")(user) if user.role == Role.MEDIATOR else _NONE
    ),
    "matching_desk.Decision": _matching,
    "replies.Reply": _replies("row__list__", "holder"),
    "replies.Remark": _replies("reply__row__list__", "reply__holder"),
    "replies.SeenByIcrc": _seen_by_icrc,
    "replies.Wish": lambda user: Q() if user.role in _ICRC else _NONE,
    "replies.Deadline": _taking_part("exchange__process__"),
    "replies.BulkReplies": lambda user: _own_party(user) if user.role in _SIDE else _NONE,
    "talks.Round": _taking_part("process__"),
    "talks.Term": _taking_part("exchange__process__"),
    "talks.PlanRun": lambda user: (
        _taking_part("exchange__process__")(user) if user.role == Role.MEDIATOR else _NONE
    ),
    "talks.Package": _taking_part("exchange__process__"),
    "talks.Agreement": _agreements,
    "talks.Line": _agreed_lines,
    "talks.Points": lambda user: Q(party=user.party_id) if user.role == Role.DELEGATION else _NONE,
    "talks.SigningKey": lambda user: Q(person__party=user.party_id) if user.role in SIGNERS else _NONE,
    "tokens.Token": lambda user: Q(person=user.pk),
    "visits.Visit": _visits,
    "visits.Interview": _delegates_alone,
    "visits.Note": _delegates_alone,
    "visits.OwnKey": _delegates_alone,
    "families.TracingRequest": _tracing_requests,
    "families.Proposal": _icrc_alone,
    "families.Correction": _icrc_alone,
    "two_persons.Act": _acts,
    "accounts.User": _staff,
    "accounts.Invitation": _staff,
    "audit.Reading": lambda user: _own_party(user) if user.role in _KEEPERS else _NONE,
    "audit.Alarm": _alarms,
    "vault.PartyKey": lambda user: (
        _own_party(user) if user.role in HEADS else Q(party=None) if user.role == Role.ADMINISTRATOR else _NONE
    ),
    "audit.Canary": lambda user: _own_party(user) if user.role == Role.DELEGATION else _NONE,
    "handover_desk.Manifest": lambda user: (
        _taking_part("exchange__process__")(user) if user.role in _TALKERS else _NONE
    ),
    "handover_desk.ReleasedApart": lambda user: (
        _taking_part("exchange__process__")(user) if user.role in _TALKERS else _NONE
    ),
    "handover_desk.RemainsBag": lambda user: (
        _taking_part("exchange__process__")(user) if user.role in _TALKERS else _NONE
    ),
    "public.Statement": lambda user: (
        _taking_part("exchange__process__")(user) if user.role == Role.PRESS else _NONE
    ),
    "public.SideAccount": _accounts_of_sides,
    "public.Breakdown": lambda user: _own_party(user) if user.role == Role.DELEGATION else _NONE,
    "public.Voice": lambda user: Q() if user.role == Role.PRESS else _NONE,
    "public.ReaderReply": lambda user: Q() if user.role == Role.PRESS else _NONE,
}


# What anybody may reach without an account. Whatever is not here is not public.
_RELEASED = Q(state__in=["released", "corrected"])
PUBLIC_ROWS: dict[str, Q] = {
    "public.Statement": _RELEASED,
    "public.SideAccount": _RELEASED,
    "public.ReaderReply": Q(state="shown"),
    "public.Voice": Q(),
    "public.KeptReport": Q(),  # found by its key alone, which nobody can guess
}


# ---------------------------------------------------------------- who may do what


def keeps_register(user: Any, keeper: int | None) -> bool:
    """Say whether `user` writes in the register of party `keeper`: its own bureau alone does (GC III 122)."""
    return bool(user.role == Role.BUREAU and keeper is not None and user.party_id == keeper)


# A side's own words follow the mediator's statement of this kind; in a state that is not here none are released:
# while people are on the road, nobody tells of it.
STATEMENT_BEFORE_ACCOUNT: Mapping[str, str] = {"agreed": "agreed", "closed": "carried_out"}


def speaks_of(user: Any, exchange: Any) -> bool:
    """Say whether `user` writes his side's own account of an exchange: its delegation, once it is agreed."""
    return bool(user.role in DECIDES_FOR_A_SIDE and exchange.state in ("agreed", "handover", "closed"))


# ---------------------------------------------------------------- the talks: who writes what, and when

_WRITERS = SIGNERS

# Which kind of term who may write. All at the table read all of them. How a plan is made and carried out is the
# mediator's to propose; what a side gives is its own to offer.
TERMS: Mapping[str, frozenset[Role]] = {
    **dict.fromkeys(
        ("count", "balance", "parity", "share", "include", "exclude", "sites", "together", "if_then", "net",
         "separate"),
        _WRITERS,
    ),
    "offer": frozenset({Role.DELEGATION}),
    **dict.fromkeys(("longest_held", "staging"), frozenset({Role.MEDIATOR})),
}  # fmt: skip


def at_the_table(exchange: Any) -> bool:
    """Say whether terms can be written and plans put: only while the exchange is in its talks."""
    return bool(exchange.state == "talks")


# Names are answered once the lists are open, and until what was agreed on them is being carried out.
_ANSWERING = frozenset({"replies", "talks"})


def answers(user: Any, name_list: Any) -> bool:
    """Say whether `user` may answer the names of a list: the bureau of a side that is asked, while it is asked.

    `name_list` is an opened list of persons sought; its own side is asked nothing.
    """
    return bool(
        user.role == Role.BUREAU
        and name_list.purpose == "sought"
        and name_list.opened_at is not None
        and user.party_id != name_list.party_id
        and name_list.exchange.state in _ANSWERING
        and name_list.exchange.process.sides.filter(pk=user.party_id).exists()
    )


def remarks_on(user: Any, reply: Any) -> bool:
    """Say whether `user` may remark on a reply: the side that asked, and the holder who answers to the remark."""
    exchange = reply.row.list.exchange
    return bool(
        user.role in _SIDE
        and user.party_id in (reply.row.list.party_id, reply.holder_id)
        and exchange.state in _ANSWERING
    )


def sets_deadlines(user: Any, exchange: Any) -> bool:
    """Say whether `user` may change the deadlines of an exchange: its own mediator alone."""
    return bool(user.role == Role.MEDIATOR and user.party_id == exchange.process.mediator_id)


def visits(user: Any) -> bool:
    """Say whether `user` notes whom the ICRC has seen, and what was said to it without witnesses."""
    return bool(user.role == Role.ICRC)


# What a token of each role may be made for; the role's own limits hold besides.
_READING = frozenset({"exchanges:read", "lists:names", "replies:read"})
TOKEN_SCOPES: Mapping[Role, frozenset[str]] = {
    **dict.fromkeys(Role, frozenset()),
    Role.BUREAU: _READING | {"replies:write", "persons:read", "persons:write"},
    Role.DELEGATION: _READING | {"persons:read"},
    Role.MEDIATOR: _READING,
    Role.ICRC: _READING | {"persons:read"},
    Role.CASE_WORKER: frozenset({"persons:read"}),
}


# ---------------------------------------------------------------- which pages are for whom


@dataclass(frozen=True, slots=True)
class Page:
    """Who may open an address. `menu` puts it into the way round the desk."""

    roles: frozenset[Role] = frozenset()
    public: bool = False
    token: bool = False  # the API: it checks its own tokens, then asks this policy for rows
    while_enrolling: bool = False  # open to somebody who has no second factor yet
    menu: Any = None


def _for(*roles: Role, menu: Any = None) -> Page:
    return Page(roles=frozenset(roles), menu=menu)


EVERYBODY = Page(public=True)
ENROLLING = Page(while_enrolling=True)
STAFF = Page(roles=frozenset(Role))
MANAGING_ONESELF = STAFF
_AT_THE_TABLE = (*_SIDE, Role.MEDIATOR, Role.ICRC)

PAGES: dict[str, Page] = {
    "home": EVERYBODY,
    # The public rooms: no account, no person.
    **dict.fromkeys(
        (
            "history",
            "history-csv",
            "history-json",
            "history-picture",
            "history-style",
            "exchange-picture",
            "statement-pdf",
            "exchange",
            "exchange-agreed",
            "reply-send",
            "statement-text",
            "statement-proof",
            "account-text",
            "account-proof",
            "verify-account",
            "press",
            "press-kept",
            "press-style",
            "verify",
            "verify-statement",
            "record-file",
            "feed-atom",
            "feed-rss",
            "feed-json",
            "robots",
            "sitemap",
        ),
        EVERYBODY,
    ),
    "press-api": EVERYBODY,
    "handover": _for(*_TALKERS, menu=_("Handover")),
    **dict.fromkeys(("handover-show", "handover-line", "handover-apart", "handover-remains"), _for(*_TALKERS)),
    **dict.fromkeys(("handover-make", "handover-freeze", "handover-go-on"), _for(Role.MEDIATOR)),
    **dict.fromkeys(
        ("handover-answers", "handover-departure", "handover-certificate", "handover-certificates"), _for(Role.ICRC)
    ),
    "handover-effects": _for(*_SIDE, Role.ICRC),
    **dict.fromkeys(
        ("handover-rule", "handover-fall", "handover-pack", "handover-said", "handover-take-in", "handover-paper"),
        _for(Role.MEDIATOR, Role.ICRC),
    ),
    "handover-close": _for(Role.MEDIATOR, Role.DELEGATION),
    "handover-apart-receipt": _for(Role.DELEGATION),
    "statements": _for(Role.PRESS, menu=_("Statements")),
    **dict.fromkeys(
        ("statement-draft", "statement-write", "statement-release", "voices", "reply-settle"), _for(Role.PRESS)
    ),
    **dict.fromkeys(("breakdowns", "account-write", "account-release"), _for(Role.DELEGATION)),
    "account-settle": _for(Role.PRESS),
    "moderation": _for(Role.PRESS, menu=_("Readers' replies")),
    "desk": Page(roles=frozenset(Role), menu=_("Desk")),
    "desk_exchanges": _for(*_TALKERS, Role.PRESS, Role.AUDITOR, menu=_("Exchanges")),
    # The register of each party.
    "register": _for(*_SIDE, *_ICRC, menu=_("Register")),
    "person": _for(*_SIDE, *_ICRC),
    "person_new": _for(*_SIDE),
    "person_change": _for(*_SIDE, *_ICRC),
    "person_event": _for(*_SIDE, *_ICRC),
    "event_correct": _for(*_SIDE, *_ICRC),
    "sites": _for(*_SIDE, *_ICRC),
    "register_import": _for(*_SIDE),
    "register_import_list": _for(*_SIDE),
    # Answers to each name.
    "replies": _for(*_TALKERS, menu=_("Replies")),
    **dict.fromkeys(
        (
            "replies_board",
            "replies_deadlines",
            "replies_names",
            "reply_name",
            "reply_answer",
            "reply_remark",
            "reply_seen",
            "replies_sheet",
            "replies_sheet_file",
            "replies_sheet_names",
        ),
        _for(*_TALKERS),
    ),
    "reply_wish": _for(*_ICRC),
    "replies_checked": _for(*_SIDE),
    # The interface for programs, and the tokens that open it.
    "tokens": _for(*(role for role, scopes in TOKEN_SCOPES.items() if scopes), menu=_("Tokens")),
    "token_revoke": _for(*(role for role, scopes in TOKEN_SCOPES.items() if scopes)),
    "api_docs": EVERYBODY,
    "api_description": EVERYBODY,
    **dict.fromkeys(
        (
            "api:api-root",
            "api:exchanges",
            "api:exchange",
            "api:exchange_lists",
            "api:list_names",
            "api:standing",
            "api:replies",
            "api:give_reply",
            "api:persons",
            "api:persons_search",
            "api:person",
        ),
        Page(token=True),
    ),
    # Signing in, and the second factor that everybody must have.
    "account_login": EVERYBODY,
    "account_logout": EVERYBODY,
    "account_inactive": EVERYBODY,
    "account_reauthenticate": ENROLLING,
    "account_change_password": MANAGING_ONESELF,
    "mfa_authenticate": EVERYBODY,
    "mfa_login_webauthn": EVERYBODY,
    "mfa_index": ENROLLING,
    "mfa_reauthenticate": ENROLLING,
    "mfa_reauthenticate_webauthn": ENROLLING,
    "mfa_activate_totp": ENROLLING,
    "mfa_deactivate_totp": MANAGING_ONESELF,
    "mfa_add_webauthn": ENROLLING,
    "mfa_list_webauthn": ENROLLING,
    "mfa_edit_webauthn": MANAGING_ONESELF,
    "mfa_remove_webauthn": MANAGING_ONESELF,
    "mfa_generate_recovery_codes": ENROLLING,
    "mfa_view_recovery_codes": ENROLLING,
    "mfa_download_recovery_codes": ENROLLING,
    "usersessions_list": MANAGING_ONESELF,
    # Accounts, and what takes two people.
    "accounts_accept": EVERYBODY,
    "accounts_people": _for(Role.ADMINISTRATOR, *HEADS, menu=_("Accounts")),
    "accounts_invite": _for(Role.ADMINISTRATOR, *HEADS),
    "accounts_withdraw": _for(Role.ADMINISTRATOR, *HEADS),
    "accounts_renew": _for(Role.ADMINISTRATOR, *HEADS),
    "accounts_close": _for(Role.ADMINISTRATOR, *HEADS),
    "accounts_parties": _for(Role.ADMINISTRATOR, menu=_("Parties")),
    "audit_readings": _for(*_KEEPERS, menu=_("Who read our people")),
    "audit_alarms": _for(Role.ADMINISTRATOR, *_KEEPERS, menu=_("Alarms")),
    "audit_alarm_seen": _for(Role.ADMINISTRATOR, *_KEEPERS),
    "audit_canaries": _for(Role.DELEGATION),
    "vault_keys": _for(Role.ADMINISTRATOR, *HEADS),
    "backups": _for(Role.ADMINISTRATOR, menu=_("Backups")),
    # Duties: what each may know of; a calendar's program has a secret instead of an account.
    "duties": _for(Role.BUREAU, Role.DELEGATION, Role.MEDIATOR, Role.ICRC, menu=_("Duties")),
    "duties-targets": _for(Role.BUREAU, Role.DELEGATION, Role.MEDIATOR, Role.ICRC),
    "duties-calendar": _for(Role.BUREAU, Role.DELEGATION, Role.MEDIATOR, Role.ICRC),
    "duties-feed": Page(token=True),
    **dict.fromkeys(
        ("duties-export", "duties-export-ask", "duties-export-json", "duties-export-csv"), _for(Role.ICRC)
    ),
    "duties-paper": _for(Role.BUREAU, Role.DELEGATION, Role.ICRC, Role.CASE_WORKER),
    # Visits: places for the holder and the ICRC, counts for the mediator, notes for the delegates alone.
    "visits": _for(Role.ICRC, Role.BUREAU, Role.DELEGATION, Role.MEDIATOR, menu=_("Visits")),
    "visits-answer": _for(Role.BUREAU, Role.DELEGATION),
    **dict.fromkeys(
        (
            "visits-ask",
            "visits-picture",
            "visits-key",
            "visits-key-make",
            "visits-key-open",
            "visits-key-passphrase",
            "visits-key-close",
            "visits-visit",
            "visits-done",
            "visits-withdraw",
            "visits-note",
            "visits-interview",
        ),
        _for(Role.ICRC),
    ),
    # Families: their own pages need no account; case workers answer; sides see what families let them.
    "families": EVERYBODY,
    "families-request": EVERYBODY,
    "families-answer": EVERYBODY,
    "families-correct": EVERYBODY,
    "families-let-read": EVERYBODY,
    "families-withdraw": EVERYBODY,
    "families-notice": EVERYBODY,
    "families-queue": _for(Role.CASE_WORKER, menu=_("Families")),
    **dict.fromkeys(
        (
            "families-boards",
            "families-boards-ask",
            "families-boards-in",
            "families-boards-file",
            "families-boards-back",
            "families-case",
            "families-release",
            "families-side",
            "families-compare",
            "families-same",
            "families-decide",
            "families-take-over",
        ),
        _for(Role.CASE_WORKER),
    ),
    "families-enquiries": _for(Role.BUREAU, Role.DELEGATION, menu=_("Enquiries")),
    "families-switch": _for(Role.BUREAU, Role.DELEGATION),
    "families-switch-ask": _for(Role.BUREAU, Role.DELEGATION),
    "two_persons_inbox": Page(roles=frozenset(Role), menu=_("Second person")),
    "two_persons_act": STAFF,
    "two_persons_confirm": STAFF,
    "two_persons_refuse": STAFF,
    # The talks.
    "talks": _for(*_AT_THE_TABLE, menu=_("Talks")),
    "talks_process": _for(*_AT_THE_TABLE),
    "talks_round": _for(Role.MEDIATOR),
    "talks_table": _for(*_AT_THE_TABLE),
    "talks_begin": _for(Role.MEDIATOR),
    "talks_term_new": _for(*_WRITERS),
    "talks_term_change": _for(*_WRITERS),
    "talks_term_withdraw": _for(*_WRITERS),
    "talks_term": _for(*_AT_THE_TABLE),
    "talks_points": _for(Role.DELEGATION),
    "talks_plan_start": _for(Role.MEDIATOR),
    "talks_plan": _for(Role.MEDIATOR),
    "talks_plan_progress": _for(Role.MEDIATOR),
    "talks_plan_again": _for(Role.MEDIATOR),
    "talks_plan_what_if": _for(Role.MEDIATOR),
    "talks_plan_person": _for(Role.MEDIATOR),
    "talks_plan_tell": _for(Role.MEDIATOR),
    "talks_package_put": _for(Role.MEDIATOR),
    "talks_package": _for(*_AT_THE_TABLE),
    "talks_answer": _for(Role.DELEGATION),
    "talks_draft": _for(Role.MEDIATOR),
    "talks_agreement": _for(*_AT_THE_TABLE),
    "talks_agreement_write": _for(Role.MEDIATOR),
    "talks_agreement_open": _for(Role.MEDIATOR),
    "talks_agreement_withdraw": _for(Role.MEDIATOR),
    "talks_sign": _for(*SIGNERS),
    "talks_text": _for(*_AT_THE_TABLE),
    "talks_bundle": _for(*_AT_THE_TABLE),
    "talks_keys": _for(*SIGNERS, menu=_("Signing keys")),
    "talks_key_make": _for(*SIGNERS),
    "talks_key_confirm": _for(*SIGNERS),
    "talks_key_revoke": _for(*SIGNERS),
    # Exchanges: what they are, and where each side stands.
    "desk_exchange": _for(*_TALKERS, Role.PRESS, Role.AUDITOR),
    "process_new": _for(Role.MEDIATOR),
    "exchange_new": _for(Role.MEDIATOR),
    # Lists: their sender's until they are open, all the table's after that.
    "list_send": _for(*_SIDE),
    "lists_release": _for(Role.DELEGATION),
    "list": _for(*_TALKERS),
    "list_progress": _for(*_SIDE),
    "list_answer": _for(*_SIDE),
    "list_accept": _for(*_SIDE),
    "list_faults": _for(*_SIDE),
    "list_repeats": _for(*_SIDE),
    "list_seal": _for(*_SIDE),
    "list_again": _for(*_SIDE),
    "list_withdraw": _for(*_SIDE),
    "list_rows": _for(*_TALKERS),
    "list_changes": _for(*_TALKERS),
    "list_export": _for(*_TALKERS),
    "list_export_fetch": _for(*_TALKERS),
    # Who is who: the mediator's compartment.
    "matching": _for(Role.MEDIATOR),
    "matching_start": _for(Role.MEDIATOR),
    "run": _for(Role.MEDIATOR),
    "run_progress": _for(Role.MEDIATOR),
    "run_again": _for(Role.MEDIATOR),
    "review": _for(Role.MEDIATOR),
    "review_undo": _for(Role.MEDIATOR),
    "review_blind": _for(Role.MEDIATOR),
    "review_groups": _for(Role.MEDIATOR),
    "review_decided": _for(Role.MEDIATOR),
    "review_together": _for(Role.MEDIATOR),
}


# What each role does with a manifest, and in which of its states.
_HANDOVER: dict[str, tuple[frozenset[Role], frozenset[str]]] = {
    "make": (frozenset({Role.MEDIATOR}), frozenset({"none"})),
    "answer": (frozenset({Role.ICRC}), frozenset({"draft"})),
    "freeze": (frozenset({Role.MEDIATOR}), frozenset({"draft"})),
    "fall": (frozenset({Role.MEDIATOR, Role.ICRC}), frozenset({"draft"})),
    "take_in": (frozenset({Role.MEDIATOR, Role.ICRC}), frozenset({"frozen"})),
    "resolve": (frozenset({Role.MEDIATOR}), frozenset({"frozen"})),
    "close": (frozenset({Role.MEDIATOR, Role.DELEGATION}), frozenset({"frozen"})),
    "pack": (frozenset({Role.MEDIATOR, Role.ICRC}), frozenset({"frozen", "closed"})),
    "papers": (frozenset({Role.MEDIATOR, Role.ICRC}), frozenset({"draft", "frozen", "closed"})),
    "go_on": (frozenset({Role.MEDIATOR}), frozenset({"draft", "frozen"})),
    "effects": (_SIDE | {Role.ICRC}, frozenset({"frozen", "closed"})),
    "hand_over": (_SIDE | {Role.ICRC}, frozenset({"frozen"})),
    "certificates": (frozenset({Role.ICRC}), frozenset({"draft", "frozen", "closed"})),
    "departures": (frozenset({Role.ICRC}), frozenset({"draft", "frozen", "closed"})),
}
# For whom somebody speaks on a line, in the handover's words; a side only for its own part of it.
SPEAKS_AS: dict[Role, tuple[str, ...]] = {
    Role.DELEGATION: ("holder", "receiver"), Role.BUREAU: ("holder", "receiver"), Role.ICRC: ("icrc",),
    Role.MEDIATOR: ("mediator",),
}  # fmt: skip


def handover_acts(user: Any, state: str) -> frozenset[str]:
    """Give what `user` may do with a manifest in `state` (``none`` before there is one)."""
    return frozenset(act for act, (roles, states) in _HANDOVER.items() if user.role in roles and state in states)


def enters_apart(user: Any) -> bool:
    """Whether `user` enters releases apart and remains for his side."""
    return user.role == Role.DELEGATION


def tells_unfit_from_unwilling(user: Any) -> bool:
    """Only the ICRC: were the two told apart for a side, it would read off who has refused to come back to it."""
    return user.role == Role.ICRC


def sees_captives_of_all(user: Any) -> bool:
    """Whether `user` sees the captives of every side of his talks; a side sees its own and those it holds."""
    return user.role in (Role.MEDIATOR, Role.ICRC)


# Which of the Conventions' actors somebody is, for whom a duty may be seen; a side both holds and asks for people.
DUTIES_AS: dict[Role, tuple[Actor, ...]] = {
    Role.DELEGATION: (Actor.DETAINING_POWER, Actor.POWER_OF_ORIGIN),
    Role.BUREAU: (Actor.NIB, Actor.POWER_OF_ORIGIN),
    Role.MEDIATOR: (Actor.MEDIATOR,),
    Role.ICRC: (Actor.ICRC,),
}


def sees_all_contradictions(user: Any) -> bool:
    """Whether `user` is told of contradicting records of every side, not of his own alone."""
    return user.role == Role.ICRC


_WAY_ROUND = (
    "desk", "two_persons_inbox", "desk_exchanges", "register", "replies", "talks", "handover", "visits",
    "families-queue", "families-enquiries", "statements", "moderation", "talks_keys", "audit_readings",
    "audit_alarms", "accounts_people", "accounts_parties", "tokens",
)  # fmt: skip


def menu(user: Any) -> list[tuple[str, Any]]:
    """Give the pages that this person's role opens, as (address name, title), in the order of the work."""
    opened = [name for name, page in PAGES.items() if page.menu and user.role in page.roles]
    known = [name for name in _WAY_ROUND if name in opened]
    return [(name, PAGES[name].menu) for name in (*known, *(name for name in opened if name not in known))]
