"""The Fourth Convention and Protocol I as rows: civilians and the missing (GC IV 25 to 143, AP I 33)."""

from repatria.conventions.audience import (
    CONFIDENTIAL,
    FATE,
    HEALTH,
    IDENTITY,
    MOVEMENT,
    PARTY_DUTY,
    SITE,
    VISIT_FINDINGS,
    VULNERABLE,
)
from repatria.conventions.deferred import _
from repatria.conventions.kinds import CUSTODY_ENDS, Kind
from repatria.conventions.rules import Before, Bound, Every, Holds, On, Rule, Soft, Standing, Within, on
from repatria.conventions.vocabulary import ANYBODY, CIVILIAN, About, Actor, Category

K = Kind
_DP, _ORIGIN, _CTA, _PERSON = Actor.DETAINING_POWER, Actor.POWER_OF_ORIGIN, Actor.CTA, Actor.PERSON
_FAMILY, _NIB, _EACH, _ICRC = Actor.FAMILY, Actor.NIB, Actor.EACH_PARTY, Actor.ICRC
_ENDS = on(*CUSTODY_ENDS)

FAMILIES_AND_SAFETY: tuple[Rule, ...] = (
    Rule(
        id="IV-25-news", article="GC IV 25", about=About.PARTY, owes=_EACH, to=(_PERSON, _FAMILY),
        text=_("Where family news is restricted, forms of 25 freely chosen words, one a month, remain."),
        starts=on(K.NEWS_LIMITED), met_by=on(K.MAIL_LIMIT_LIFTED), seen_by=PARTY_DUTY,
        clock=Holds((Bound("words", at_least=25), Bound("messages", at_least=1))),
    ),
    Rule(
        id="IV-26-enquiry", article="GC IV 26", about=About.PERSON, owes=_EACH, to=(_FAMILY,),
        text=_("A family's enquiry for its dispersed members is helped."),
        starts=on(K.FAMILY_ENQUIRY), clock=Soft("shall facilitate"), met_by=on(K.FAMILY_ENQUIRY_HELPED),
        applies_to=ANYBODY, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-34-hostages", article="GC IV 34", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("Nobody is taken hostage."),
        starts=on(K.HOSTAGE_TAKING), clock=Standing(), met_by=on(K.HOSTAGE_FREED), applies_to=ANYBODY, seen_by=FATE,
        reading=_("A legal finding, not a word for any captive."),
    ),
    Rule(
        id="IV-45-persecution", article="GC IV 45", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Nobody is handed to a country where he fears persecution for opinions or religion."),
        starts=on(K.HANDED_TO_OTHER_POWER, K.REPATRIATION, K.TRANSFER_PLANNED), given=On(K.FEAR_RECORDED),
        clock=Before(words="in no circumstances"), met_by=on(K.RISK_CLEARED),
        applies_to=CIVILIAN, seen_by=CONFIDENTIAL,
        reading=_("A block before the journey: without a clearance after private interview the duty is broken."),
    ),
    Rule(
        id="IV-49-deportation", article="GC IV 49", about=About.PERSON, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("Nobody is deported or forcibly transferred out of occupied territory, whatever the motive."),
        starts=(On(K.DEPORTATION), On(K.TRANSFER, "out_of_occupied_territory", ("yes",))), clock=Standing(),
        met_by=on(K.RETURNED_AFTER_DEPORTATION, K.RETURNED_HOME), applies_to=CIVILIAN, seen_by=FATE,
    ),
)  # fmt: skip

INTERNMENT: tuple[Rule, ...] = (
    Rule(
        id="IV-43-review", article="GC IV 43", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("In a party's own territory a court or board reviews an internment at least twice a year."),
        starts=(On(K.INTERNMENT, "territory", ("own",), ask=True),), clock=Every("6mo"),
        met_by=on(K.INTERNMENT_REVIEWED), ends=_ENDS, applies_to=CIVILIAN, seen_by=IDENTITY,
        reading=_("'Twice yearly' is read as no more than six months apart."),
    ),
    Rule(
        id="IV-43-request", article="GC IV 43, 78", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("An internment is reconsidered when the interned person asks."),
        starts=on(K.REVIEW_REQUESTED), clock=Soft("as soon as possible"), met_by=on(K.INTERNMENT_REVIEWED),
        ends=_ENDS, applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-78-review", article="GC IV 78", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("In occupied territory an internment is reviewed, if possible, every six months."),
        starts=(On(K.INTERNMENT, "territory", ("occupied",)),), clock=Every("6mo"),
        met_by=on(K.INTERNMENT_REVIEWED),
        ends=_ENDS, applies_to=CIVILIAN, seen_by=IDENTITY,
        reading=_("The treaty adds 'if possible': a late review asks for an explanation."),
    ),
    Rule(
        id="IV-106-card", article="GC IV 106", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The internee can send an internment card to the family and one to the Central Agency."),
        starts=on(K.INTERNMENT, K.ARRIVAL_AT_SITE, K.HOSPITAL_ADMISSION, K.SICKNESS), clock=Within("1w"),
        since=K.CAPTURE, met_by=on(K.INTERNMENT_CARD_OFFERED, K.INTERNMENT_CARD_WRITTEN), ends=_ENDS,
        applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-106-family", article="GC IV 106", about=About.PERSON, owes=_DP, to=(_FAMILY,),
        text=_("The internment card is forwarded to the family."),
        starts=on(K.INTERNMENT_CARD_WRITTEN), clock=Soft("as rapidly as possible"),
        met_by=on(K.INTERNMENT_CARD_FORWARDED_FAMILY), applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-106-cta", article="GC IV 106", about=About.PERSON, owes=_DP, to=(_CTA,),
        text=_("The internment card is forwarded to the Central Agency."),
        starts=on(K.INTERNMENT_CARD_WRITTEN), clock=Soft("as rapidly as possible"),
        met_by=on(K.INTERNMENT_CARD_FORWARDED_CTA), applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-107-limit", article="GC IV 107", about=About.SITE, owes=_DP, to=(_PERSON,),
        text=_("Where internees' mail is limited, not fewer than two letters and four cards a month remain."),
        starts=(On(K.MAIL_LIMITED, "regime", ("civilian", "mixed")),), met_by=on(K.MAIL_LIMIT_LIFTED),
        clock=Holds((Bound("letters", at_least=2), Bound("cards", at_least=4))), seen_by=SITE,
    ),
    Rule(
        id="IV-107-month", article="GC IV 107", about=About.PERSON, owes=_DP, to=(_PERSON, _FAMILY),
        text=_("In each month of a limit two letters and four cards could be sent by the internee."),
        starts=on(K.MAIL_MONTH),
        clock=Holds((Bound("letters", at_least=2), Bound("cards", at_least=4)), unless=("hindered", "no")),
        applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-132-release", article="GC IV 132", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The internee is released when the reasons for the internment end."),
        starts=on(K.REASONS_ENDED), clock=Soft("as soon as"), met_by=on(K.RELEASE, K.REPATRIATION, K.RECEIVED),
        ends=on(K.ESCAPE, K.DEATH), applies_to=CIVILIAN, seen_by=IDENTITY, outside_ratio=True,
    ),
    Rule(
        id="IV-132-agreement", article="GC IV 132", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("For children, pregnant women, mothers, the wounded, sick and long detained, release is agreed."),
        starts=on(K.VULNERABLE_INTERNEE), clock=Soft("shall endeavour"),
        met_by=on(K.RELEASE, K.REPATRIATION, K.RECEIVED, K.RETURNED_HOME, K.NEUTRAL_ACCOMMODATION),
        ends=on(K.ESCAPE, K.DEATH), applies_to=CIVILIAN, seen_by=VULNERABLE, outside_ratio=True,
    ),
    Rule(
        id="IV-133-end", article="GC IV 133", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Internment ends after the close of hostilities."),
        starts=on(K.ACTIVE_HOSTILITIES_ENDED), clock=Soft("as soon as possible"),
        met_by=on(K.RELEASE, K.REPATRIATION, K.RECEIVED), ends=on(K.ESCAPE, K.DEATH),
        applies_to=CIVILIAN, seen_by=IDENTITY, outside_ratio=True,
    ),
    Rule(
        id="IV-134-return", article="GC IV 134", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("The Parties endeavour to return the internee to the last residence."),
        starts=on(K.RELEASE), clock=Soft("shall endeavour"), met_by=on(K.RETURNED_HOME, K.REPATRIATION, K.RECEIVED),
        ends=(On(K.TRAVEL_DECISION, "travels", ("no",)), On(K.DEATH)), applies_to=CIVILIAN, seen_by=MOVEMENT,
        outside_ratio=True,
    ),
    Rule(
        id="IV-135-costs", article="GC IV 135", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The Detaining Power bears the cost of the way back."),
        starts=on(K.RELEASE), clock=Soft("shall bear the expense"), met_by=on(K.RETURN_COSTS_PAID),
        ends=on(K.DEATH), applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
)  # fmt: skip

_CHANGES = on(K.TRANSFER, K.RELEASE, K.REPATRIATION, K.ESCAPE, K.HOSPITAL_ADMISSION, K.BIRTH, K.DEATH)

INFORMATION: tuple[Rule, ...] = (
    Rule(
        id="IV-136-custody", article="GC IV 136", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The bureau is told of a civilian who is in custody for more than two weeks."),
        starts=on(K.CAPTURE), clock=Within("14d"), met_by=on(K.INFORMATION_SENT_NIB), ends=_ENDS,
        applies_to=CIVILIAN, seen_by=IDENTITY,
        reading=_("Two weeks is when the duty arises; the treaty then says 'within the shortest possible period'."),
    ),
    Rule(
        id="IV-136-interned", article="GC IV 136", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The bureau is told of a civilian who is interned or in assigned residence."),
        starts=on(K.INTERNMENT, K.ASSIGNED_RESIDENCE), since=K.CAPTURE,
        clock=Soft("within the shortest possible period"), met_by=on(K.INFORMATION_SENT_NIB),
        applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-136-change", article="GC IV 136", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The bureau is told of a transfer, release, return, escape, admission to hospital, birth or death."),
        starts=_CHANGES, clock=Soft("without delay"), met_by=on(K.CHANGE_SENT_NIB),
        applies_to=CIVILIAN, seen_by=FATE,
        reading=_("Births are reported among civilians. A child born in a camp is never a prisoner of war."),
    ),
    Rule(
        id="IV-137-origin", article="GC IV 137", about=About.PERSON, owes=_NIB, to=(_ORIGIN,),
        text=_("The bureau tells the state of nationality or of residence, unless that may harm the person."),
        starts=on(K.INFORMATION_SENT_NIB), clock=Soft("immediately ... by the most rapid means"),
        met_by=on(K.INFORMATION_SENT_ORIGIN), ends=on(K.INFORMATION_WITHHELD), applies_to=CIVILIAN,
        seen_by=IDENTITY,
    ),
    Rule(
        id="IV-137-cta", article="GC IV 137", about=About.PERSON, owes=_NIB, to=(_CTA,),
        text=_("The bureau tells the Central Agency in every case; nothing is withheld from the Agency."),
        starts=on(K.INFORMATION_SENT_NIB), clock=Soft("immediately ... by the most rapid means"),
        met_by=on(K.INFORMATION_SENT_CTA), applies_to=CIVILIAN, seen_by=IDENTITY,
        reading=_("Withholding from the state does not end this duty."),
    ),
    Rule(
        id="IV-137-withheld", article="GC IV 137", about=About.PERSON, owes=_NIB, to=(_CTA,),
        text=_("The Central Agency is told that, and why, something is withheld from others."),
        starts=on(K.INFORMATION_WITHHELD), clock=Soft("may not be withheld from the Central Agency"),
        met_by=on(K.INFORMATION_SENT_CTA), applies_to=ANYBODY, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-138-record", article="GC IV 138", about=About.PERSON, owes=_NIB, to=(_PERSON, _ORIGIN),
        text=_("The bureau's record has the particulars that identify the person and the measure taken."),
        starts=on(K.INFORMATION_SENT_NIB), clock=Soft("at least"), met_by=on(K.PARTICULARS_RECORDED),
        applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-138-health", article="GC IV 138", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The health of internees who are seriously ill or wounded is reported every week."),
        starts=on(K.SERIOUSLY_ILL), clock=Every("1w"), met_by=on(K.HEALTH_REPORT), ends=(*on(K.RECOVERED), *_ENDS),
        applies_to=CIVILIAN, seen_by=HEALTH, reading=_("The treaty adds 'if possible'."),
    ),
    Rule(
        id="IV-139-valuables", article="GC IV 139", about=About.PERSON, owes=_NIB, to=(_ORIGIN, _FAMILY),
        text=_("Valuables left by those who went home, escaped or died are forwarded in sealed packets."),
        starts=on(K.RELEASE, K.REPATRIATION, K.ESCAPE, K.DEATH), clock=Soft("shall be forwarded"),
        met_by=on(K.EFFECTS_PACKET_SENT, K.NO_EFFECTS_LEFT), applies_to=CIVILIAN, seen_by=FATE,
    ),
    Rule(
        id="IV-140-transmitted", article="GC IV 140", about=About.PERSON, owes=_CTA, to=(_ORIGIN,),
        text=_("The Central Agency transmits what it received, except where that may harm the person."),
        starts=on(K.INFORMATION_SENT_CTA), clock=Soft("as rapidly as possible"), met_by=on(K.CTA_TRANSMITTED),
        ends=on(K.INFORMATION_WITHHELD), applies_to=CIVILIAN, seen_by=IDENTITY,
    ),
    Rule(
        id="IV-141-free", article="GC IV 141", about=About.PARTY, owes=_EACH, to=(_NIB, _CTA),
        text=_("The mail of the bureaux and of the Central Agency is free of postage."),
        starts=on(K.POSTAGE_OR_DUTY_CHARGED), clock=Standing(), met_by=on(K.CHARGE_REFUNDED), seen_by=PARTY_DUTY,
    ),
)  # fmt: skip

_CIVILIAN_SITE = ("civilian", "mixed")

VISITS: tuple[Rule, ...] = (
    Rule(
        id="IV-143-answer", article="GC IV 143", about=About.SITE, owes=_DP, to=(Actor.PROTECTING_POWER, _ICRC),
        text=_("A request to visit a place where protected civilians are is answered."),
        starts=(On(K.VISIT_REQUESTED, "regime", _CIVILIAN_SITE),), clock=Soft("shall have permission"),
        met_by=on(K.VISIT_ANSWERED, K.ICRC_VISIT, K.VISIT_REFUSED), ends=on(K.SITE_CLOSED), seen_by=SITE,
    ),
    Rule(
        id="IV-143-refusal", article="GC IV 143", about=About.SITE, owes=_DP, to=(Actor.PROTECTING_POWER, _ICRC),
        text=_("A visit to civilians is refused only for imperative military necessity, until a stated day."),
        starts=(On(K.VISIT_REFUSED, "regime", _CIVILIAN_SITE),), met_by=on(K.VISIT_ANSWERED, K.ICRC_VISIT),
        clock=Holds((Bound("reason", one_of=("imperative_military_necessity",)), Bound("until", present=True))),
        seen_by=SITE,
    ),
    Rule(
        id="IV-143-private", article="GC IV 143", about=About.SITE, owes=_DP, to=(Actor.PROTECTING_POWER, _ICRC),
        text=_("Visitors speak with civilians without witnesses."),
        starts=(On(K.ICRC_VISIT, "regime", _CIVILIAN_SITE),), seen_by=VISIT_FINDINGS,
        clock=Holds((Bound("private_interviews", one_of=("yes",)),)),
    ),
)  # fmt: skip

_OUTSIDE_THE_CONVENTIONS = frozenset({Category.OTHER})

THE_MISSING: tuple[Rule, ...] = (
    Rule(
        id="AP1-33-search", article="AP I 33(1)", about=About.PERSON, owes=_EACH, to=(_ORIGIN, _FAMILY),
        text=_("Whoever the other side reports missing is searched for, and the result is sent."),
        starts=on(K.REPORTED_MISSING), clock=Soft("at the latest from the end of active hostilities"),
        met_by=on(K.SEARCH_RESULT_SENT), applies_to=ANYBODY, seen_by=FATE,
    ),
    Rule(
        id="AP1-33-cta", article="AP I 33(3)", about=About.PERSON, owes=_EACH, to=(_CTA,),
        text=_("The Central Agency is told as well, in every case."),
        starts=on(K.SEARCH_RESULT_SENT), clock=Soft("shall ensure"), met_by=on(K.SEARCH_RESULT_SENT_CTA),
        applies_to=ANYBODY, seen_by=FATE,
    ),
    Rule(
        id="AP1-33-record", article="AP I 33(2)", about=About.PERSON, owes=_DP, to=(_ORIGIN, _FAMILY),
        text=_("The particulars of others held for more than two weeks, or who died in custody, are recorded."),
        starts=on(K.CAPTURE), clock=Within("14d"), met_by=on(K.PARTICULARS_RECORDED, K.INFORMATION_SENT_NIB),
        ends=on(K.RELEASE, K.REPATRIATION, K.RECEIVED, K.ESCAPE),
        applies_to=_OUTSIDE_THE_CONVENTIONS, seen_by=IDENTITY,
        reading=_("For those whom the Conventions do not treat better. Two weeks is when the duty arises."),
    ),
    Rule(
        id="AP1-33-teams", article="AP I 33(4)", about=About.PARTY, owes=_EACH, to=(_ORIGIN,),
        text=_("The Parties endeavour to agree on teams that search for the dead."),
        starts=on(K.SEARCH_TEAMS_PROPOSED), clock=Soft("shall endeavour to agree"),
        met_by=on(K.SEARCH_TEAMS_AGREED),
        seen_by=PARTY_DUTY,
    ),
)  # fmt: skip

CIVILIANS_AND_MISSING = (*FAMILIES_AND_SAFETY, *INTERNMENT, *INFORMATION, *VISITS, *THE_MISSING)
