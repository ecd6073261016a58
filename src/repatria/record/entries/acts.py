"""The acts that can stand in the record, each with a versioned schema.

An act is added here, with a new version where its fields change; an old version is never removed, because
old entries must stay readable for ever.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from repatria.i18n import _
from repatria.record.entries.kinds import (
    COMMITMENT,
    COUNT,
    DAY,
    DIGEST,
    ENTRY,
    MOMENT,
    PARTY,
    Kind,
    admits_text,
    breakdown,
    different_commitments,
    one_of,
    reference,
    several,
)
from repatria.record.errors import EntryRefused

CATEGORIES = ("able_bodied", "civilians", "retained_personnel", "seriously_wounded_or_sick")
APPROVALS = different_commitments(least=2, most=8)


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of entry: its name and version, what it says, and its fields."""

    name: str
    purpose: str
    required: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)
    version: int = 1

    def __post_init__(self) -> None:
        loose = sorted(name for name, kind in self.fields.items() if admits_text(kind))
        if loose:
            raise EntryRefused(
                _("an act may not have a field that could hold text about a person: {fields}").format(
                    fields=", ".join(loose)
                )
            )

    @property
    def fields(self) -> dict[str, Kind]:
        """Every field with its kind, without `act` and `v`."""
        return {**self.required, **self.optional}

    @property
    def pattern(self) -> str:
        """The regular expression of the whole entry in canonical JSON."""
        parts = [f'"act":"{re.escape(self.name)}"']
        for name, kind in sorted({**self.fields, "v": Kind(str(self.version), "", 1)}.items()):
            part = f',"{name}":{kind.pattern}'
            parts.append(f"(?:{part})?" if name in self.optional else part)
        return r"\{" + "".join(parts) + r"\}"

    def example(self) -> dict[str, object]:
        """An entry that would be accepted, with every field."""
        values = {name: kind.example for name, kind in self.fields.items()}
        return {"act": self.name, **values, "v": self.version}


def _act(name: str, purpose: str, optional: Mapping[str, Kind] | None = None, **required: Kind) -> Act:
    return Act(name, purpose, {"at": MOMENT, "by": PARTY, **required}, optional or {})


_EXCHANGE = reference("exchange")
_LIST = reference("list")
_MANIFEST = reference("manifest")

ACTS = (
    _act(
        "record opened",
        "The record begins: its parties, and the keys that go with it.",
        parties=several(PARTY, most=16),
        keys=DIGEST,
    ),
    _act("keys changed", "keys.txt was replaced; two people approved.", keys=DIGEST, approvals=APPROVALS),
    _act(
        "list sealed",
        "A side has handed in a list; nobody can read it yet.",
        exchange=_EXCHANGE,
        list=_LIST,
        seal=COMMITMENT,
        persons=COUNT,
    ),
    _act(
        "list opened",
        "A sealed list was opened to those entitled, once both sides were in.",
        exchange=_EXCHANGE,
        list=_LIST,
        seal=COMMITMENT,
        approvals=APPROVALS,
    ),
    _act(
        "list exported",
        "A whole list left the system; two people approved.",
        exchange=_EXCHANGE,
        list=_LIST,
        approvals=APPROVALS,
    ),
    _act(
        "reply given",
        "The holder has answered for one person; what it said is committed, not shown.",
        exchange=_EXCHANGE,
        list=_LIST,
        reply=COMMITMENT,
    ),
    _act(
        "match decided",
        "A person has decided whether two rows are one person; the decision is committed.",
        {"undoes": ENTRY},
        exchange=_EXCHANGE,
        decision=COMMITMENT,
    ),
    _act(
        "proposal put",
        "A plan of who goes home was put to the sides.",
        {"breakdown": breakdown(CATEGORIES)},
        exchange=_EXCHANGE,
        proposal=reference("proposal"),
        plan=COMMITMENT,
        persons=COUNT,
    ),
    _act(
        "agreement signed",
        "The sides have signed; two people approved for the signer.",
        exchange=_EXCHANGE,
        agreement=reference("agreement"),
        proposal=reference("proposal"),
        text=COMMITMENT,
        persons=COUNT,
        approvals=APPROVALS,
    ),
    _act(
        "manifest closed",
        "The list of those who travel is final.",
        {"breakdown": breakdown(CATEGORIES)},
        exchange=_EXCHANGE,
        agreement=reference("agreement"),
        manifest=_MANIFEST,
        contents=COMMITMENT,
        persons=COUNT,
    ),
    _act(
        "receipt given",
        "The receiving side has one person back.",
        exchange=_EXCHANGE,
        manifest=_MANIFEST,
        receipt=COMMITMENT,
    ),
    _act(
        "receipts disagree",
        "Two devices say different things of one line of a manifest.",
        exchange=_EXCHANGE,
        manifest=_MANIFEST,
        receipts=different_commitments(least=2, most=8),
    ),
    _act(
        "stage closed",
        "One stage of a manifest is reconciled and closed by all; the handover goes on.",
        exchange=_EXCHANGE,
        manifest=_MANIFEST,
        stage=COUNT,
        day=DAY,
        returned=COUNT,
        not_returned=COUNT,
    ),
    _act(
        "handover completed",
        "A manifest is done: so many were receipted, so many were not.",
        exchange=_EXCHANGE,
        manifest=_MANIFEST,
        day=DAY,
        returned=COUNT,
        not_returned=COUNT,
    ),
    _act(
        "statement published",
        "A public statement, by its hash and the number it states.",
        {"breakdown": breakdown(CATEGORIES)},
        exchange=_EXCHANGE,
        statement=reference("statement"),
        text=DIGEST,
        returned=COUNT,
        counted_to=ENTRY,
    ),
    _act(
        "account published",
        "A side's own account of an exchange, by the hash of its words; whatever it counts is that side's claim.",
        exchange=_EXCHANGE,
        version=reference("account"),
        text=DIGEST,
    ),
    _act(
        "withheld",
        "A side does not say something, and says that it does not.",
        exchange=_EXCHANGE,
        what=one_of(
            "breakdown by category",
            "breakdown by nationality",
            "names of those held back",
            "number of dead",
            "place of detention",
            "reply to a list",
            "route and time",
        ),
        reason=one_of("agreed by both sides", "danger to persons", "law", "military necessity", "not given"),
    ),
    _act(
        "correction",
        "An earlier entry was wrong; it stays, and this one stands beside it.",
        {"replaced_by": ENTRY},
        corrects=ENTRY,
        reason=one_of(
            "counted wrongly", "entered twice", "wrong date", "wrong party", "wrong reference", "decided otherwise"
        ),
    ),
    _act(
        "opening destroyed",
        "A fact was erased: nobody can open this commitment any more.",
        commitment=COMMITMENT,
        reason=one_of("at the person's wish", "end of retention", "by law", "by order of a court"),
    ),
    _act(
        "enquiry received",
        "A family asks for word of somebody; what it sent is committed, not shown.",
        enquiry=COMMITMENT,
    ),
    _act(
        "notice given",
        "A family was given a notice; its code and what it says are committed, so that it can be verified as ours.",
        notice=COMMITMENT,
    ),
    _act(
        "notes key changed",
        "The key that the ICRC seals notes to was put in use, or has another passphrase; two approved.",
        what=one_of("passphrase changed", "put in use"),
        approvals=APPROVALS,
    ),
    _act(
        "checkpoint seen",
        "A party states which checkpoint it holds.",
        size=ENTRY,
        root=DIGEST,
        checkpoint_of=one_of("this record", "the other side's record"),
    ),
    _act(
        "backup restored", "The keeper went back to a backup; two people approved.", size=ENTRY, approvals=APPROVALS
    ),
)
