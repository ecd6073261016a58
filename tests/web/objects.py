"""Sample objects for the matrix of access: for each argument of an address, something of the cast's own world.

A room adds what its addresses ask for: the name of the argument (``list_id``), or of the address and the argument
where a name alone is not enough (``mfa_edit_webauthn:pk``), and a function that makes the object for a cast. The
object is one that some people of the cast can reach and others cannot; who can is worked out from the policy.

Give a model's instance, and the address gets its primary key; give ``Sample(instance, value)`` where the address
goes by something else; give a plain value where the argument names no object (a page number, a language).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from repatria.handover import line_code
from repatria.web.ledger import enter as ledger
from repatria.web.ledger import keeper
from tests.web import register
from tests.web.cast import Cast
from tests.web.duties import samples as duties
from tests.web.families import samples as families
from tests.web.lists.samples import a_list, a_run, a_second_version, an_export
from tests.web.talks import samples as talks
from tests.web.visits import samples as visits


@dataclass(frozen=True)
class Sample:
    """An object, what the address says for it, and what it says for one that never was."""

    instance: Any
    value: Any
    never: Any = None


def _passkey(cast: Cast) -> Any:
    from allauth.mfa.models import Authenticator

    return Authenticator.objects.filter(user=cast["north"]).first()


def _invitation(cast: Cast) -> Any:
    from repatria.web.accounts.models import Invitation

    return Invitation.make(email="new@example.org", name="New", role="bureau", party=cast.parties["NTH"])[0]


def _link(cast: Cast) -> Sample:
    from repatria.web.accounts.models import Invitation

    token = Invitation.make(email="new@example.org", name="New", role="bureau", party=cast.parties["NTH"])[1]
    return Sample(None, token, never="never-given-out")


def _act(cast: Cast) -> Any:
    from repatria.web.accounts.acts import propose_invitation

    north = cast.parties["NTH"]
    return propose_invitation(cast["north"], email="new@example.org", name="New", role="bureau", party=north)


def _statement(cast: Cast) -> Any:
    from repatria.web.public.models import Statement

    on = cast.exchange.opened_at.date()
    return Statement.objects.create(
        exchange=cast.exchange, version=1, kind="carried_out", on=on, written_by=cast["press"]
    )


def _released(cast: Cast, kind: str = "carried_out") -> Any:
    statement = _statement(cast)
    statement.kind, statement.state, statement.released_at = kind, "released", cast.exchange.opened_at
    statement.figures = {"people": 0, "formula": 0, "sides": []}
    statement.entry = ledger.enter(
        "statement published", by="HAL", exchange=cast.exchange.reference, statement=statement.reference,
        text="0" * 64, returned=0, counted_to=0,
    )  # fmt: skip
    statement.save()
    keeper.publish()
    return statement


def _account(cast: Cast, state: str = "draft") -> Any:
    from repatria.web.public.models import SideAccount

    account = SideAccount.objects.create(
        exchange=cast.exchange, party=cast.parties["NTH"], version=1, texts={"en": ["Ours."]}, revision=1,
        state=state, written_by=cast["north"],
    )  # fmt: skip
    if state == "released":
        account.entry = ledger.enter(
            "account published", by="NTH", exchange=cast.exchange.reference, version=account.reference,
            text="0" * 64,
        )  # fmt: skip
        account.save()
        keeper.publish()
    return account


def _agreed(cast: Cast) -> Any:
    cast.exchange.state = "agreed"
    cast.exchange.save()
    return cast.exchange


def _exchange_with_a_draft(cast: Cast) -> Any:
    _account(cast)
    return _agreed(cast)


def _kept_report(cast: Cast) -> Any:
    from repatria.web.public.models import KeptReport

    return KeptReport.objects.create(key="k" * 22, text="157 each")


def _reply(cast: Cast) -> Any:
    from repatria.web.public.models import ReaderReply

    return ReaderReply.objects.create(about="ru-ua-2026-02-05", text="A word")


def _alarm(cast: Cast) -> Any:
    from repatria.web.audit.models import Alarm

    return Alarm.objects.create(kind=Alarm.Kind.CANARY, account=cast["south"], party=cast.parties["NTH"])


def _manifest(cast: Cast) -> Any:
    from tests.web.handover.signed import frozen

    return frozen(cast)


def _apart(cast: Cast) -> Any:
    from repatria.web.handover.apart_acts import release
    from repatria.web.registry.models import Person

    Person.objects.create(keeper=cast.parties["NTH"], number="R-900", origin=cast.parties["STH"])
    day = cast.exchange.opened_at.date()
    return release(cast.exchange, cast["north"], number="R-900", day=day, why="late_find")


SAMPLES: dict[str, Callable[[Cast], Any]] = {
    "mfa_edit_webauthn:pk": _passkey,
    "mfa_remove_webauthn:pk": _passkey,
    "account_id": lambda cast: cast["north2"],
    "invitation_id": _invitation,
    "accounts_accept:token": _link,
    "act_id": _act,
    **{
        f"{page}:id": lambda cast: "ru-ua-2026-02-05"
        for page in ("exchange", "reply-send", "exchange-picture", "voices")
    },
    **{f"{page}:number": _statement for page in ("statement-write", "statement-release")},
    **{
        f"{page}:number": _released
        for page in ("statement-text", "statement-pdf", "statement-proof", "verify-statement")
    },
    "exchange-agreed:number": lambda cast: _released(cast, "agreed").exchange,
    **{
        f"{page}:number": lambda cast: _account(cast, "released")
        for page in ("account-text", "account-proof", "verify-account")
    },
    "account-write:exchange_id": _agreed,
    "account-release:exchange_id": _exchange_with_a_draft,
    "account-settle:number": lambda cast: _account(cast, "held"),
    "statement-draft:number": lambda cast: cast.exchange,
    "reply-settle:reply": _reply,
    "press-kept:key": _kept_report,
    "record-file:path": lambda cast: "checkpoint" if keeper.publish() == 0 else "",
    "alarm_id": _alarm,
    "manifest_id": _manifest,
    "handover-line:code": lambda cast: line_code("NTH", 1),
    "handover-certificate:code": lambda cast: line_code("NTH", 1),
    "handover-paper:kind": lambda cast: "buses",
    "handover-departure:site": lambda cast: "N-1",
    "apart_id": _apart,
    "exchange_id": lambda cast: cast.exchange,
    "process_id": lambda cast: cast.process,
    "list_id": a_list,
    "list_changes:list_id": a_second_version,
    "export_id": an_export,
    **{
        f"{page}:run_id": a_run
        for page in (
            "run",
            "run_progress",
            "run_again",
            "review",
            "review_undo",
            "review_blind",
            "review_groups",
            "review_decided",
            "review_together",
        )
    },
    "list_send:purpose": lambda cast: "sought",
    "list_faults:ending": lambda cast: "csv",
}

SAMPLES.update(register.SAMPLES)
SAMPLES.update(talks.SAMPLES)
SAMPLES.update(families.SAMPLES)
SAMPLES.update(visits.SAMPLES)
SAMPLES.update(duties.SAMPLES)
