"""The Mixed Medical Commission's clocks as rows (GC III, Annex II)."""

from repatria.conventions.audience import HEALTH, PARTY_DUTY, SITE
from repatria.conventions.deferred import _
from repatria.conventions.kinds import Kind
from repatria.conventions.rules import Bound, Every, Holds, On, Rule, Soft, Within, on
from repatria.conventions.vocabulary import POW_BENEFITS, About, Actor

K = Kind
_DP, _ORIGIN, _PP, _ICRC = Actor.DETAINING_POWER, Actor.POWER_OF_ORIGIN, Actor.PROTECTING_POWER, Actor.ICRC
_MMC, _PERSON = Actor.MMC, Actor.PERSON

COMMISSION: tuple[Rule, ...] = (
    Rule(
        id="MMC-1-composition", article="GC III Annex II 1", about=About.PARTY, owes=_DP, to=(_PERSON,),
        text=_("The commission has two members of a neutral country and one of the Detaining Power."),
        starts=on(K.MMC_APPOINTED), met_by=on(K.MMC_DISSOLVED), seen_by=PARTY_DUTY,
        clock=Holds((
            Bound("neutral_members", at_least=2, at_most=2), Bound("detaining_members", at_least=1, at_most=1),
        )),
    ),
    Rule(
        id="MMC-2-appointed", article="GC III Annex II 2", about=About.PARTY, owes=_ICRC, to=(_DP,),
        text=_("The neutral members are appointed at the Detaining Power's request."),
        starts=on(K.MMC_REQUESTED), clock=Soft("at the request of the Detaining Power"), met_by=on(K.MMC_APPOINTED),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="MMC-3-approved", article="GC III Annex II 3", about=About.PARTY, owes=Actor.EACH_PARTY, to=(_ICRC, _PP),
        text=_("The Parties approve the neutral members."),
        starts=on(K.MMC_APPOINTED), clock=Soft("shall be approved"), met_by=on(K.MMC_APPROVED),
        ends=on(K.MMC_DISSOLVED), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="MMC-4-deputies", article="GC III Annex II 4", about=About.PARTY, owes=_ICRC, to=(_DP,),
        text=_("Deputy members are appointed with the members."),
        starts=on(K.MMC_APPOINTED), clock=Soft("in sufficient number"), met_by=on(K.MMC_DEPUTIES_APPOINTED),
        ends=on(K.MMC_DISSOLVED), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="MMC-5-otherwise", article="GC III Annex II 5", about=About.PARTY, owes=_PP, to=(_DP,),
        text=_("Where the ICRC cannot appoint the neutral members, the Protecting Power does."),
        starts=on(K.MMC_APPOINTMENT_FAILED), clock=Soft("shall be done"), met_by=on(K.MMC_APPOINTED),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="MMC-6-doctors", article="GC III Annex II 6", about=About.PARTY, owes=_ICRC, to=(_PERSON,),
        text=_("So far as possible one neutral member is a surgeon and the other a physician."),
        starts=on(K.MMC_APPOINTED), met_by=on(K.MMC_DISSOLVED), seen_by=PARTY_DUTY,
        clock=Holds((Bound("surgeon", one_of=("yes",)), Bound("physician", one_of=("yes",)))),
        reading=_("The treaty adds 'so far as possible'."),
    ),
    Rule(
        id="MMC-9-start", article="GC III Annex II 9", about=About.PARTY, owes=_MMC, to=(_PERSON,),
        text=_("The commission begins its work within three months of the approval of its neutral members."),
        starts=on(K.MMC_APPROVED), clock=Within("3mo"), met_by=on(K.MMC_BEGAN_WORK), ends=on(K.MMC_DISSOLVED),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="MMC-10-majority", article="GC III Annex II 10", about=About.PERSON, owes=_MMC, to=(_PERSON,),
        text=_("The commission decides by majority."),
        starts=on(K.MMC_DECISION), clock=Holds((Bound("votes_for", at_least=2),)),
        applies_to=POW_BENEFITS, seen_by=HEALTH, outside_ratio=True,
    ),
    Rule(
        id="MMC-11-notice", article="GC III Annex II 11", about=About.SITE, owes=_MMC, to=(_DP, _PP, _ICRC),
        text=_("The decisions are communicated during the month that follows the visit."),
        starts=on(K.MMC_VISIT), clock=Within("1mo"), met_by=on(K.MMC_DECISIONS_NOTIFIED), seen_by=SITE,
    ),
    Rule(
        id="MMC-11-told", article="GC III Annex II 11", about=About.PERSON, owes=_MMC, to=(_PERSON,),
        text=_("Each prisoner who was examined is told of the decision."),
        starts=on(K.MMC_DECISION), clock=Soft("shall also inform"), met_by=on(K.MMC_DECISION_TOLD),
        applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="MMC-11-certificate", article="GC III Annex II 11", about=About.PERSON, owes=_MMC, to=(_PERSON,),
        text=_("Whoever is proposed for return receives a certificate."),
        starts=(On(K.MMC_DECISION, "outcome", ("repatriate", "neutral_country")),), clock=Soft("shall issue"),
        met_by=on(K.REPATRIATION_CERTIFICATE_ISSUED), applies_to=POW_BENEFITS, seen_by=HEALTH, outside_ratio=True,
    ),
    Rule(
        id="MMC-12-execution", article="GC III Annex II 12", about=About.PERSON, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("The Detaining Power carries out a decision within three months of its notice."),
        starts=(On(K.MMC_DECISION_NOTIFIED, "outcome", ("repatriate", "neutral_country"), ask=True),),
        clock=Within("3mo"), met_by=on(K.REPATRIATION, K.RECEIVED, K.NEUTRAL_ACCOMMODATION),
        ends=(On(K.TRAVEL_DECISION, "travels", ("no",)), *on(K.RELEASE, K.ESCAPE, K.DEATH)),
        applies_to=POW_BENEFITS, seen_by=HEALTH, outside_ratio=True,
    ),
    Rule(
        id="MMC-14-visits", article="GC III Annex II 14", about=About.SITE, owes=_MMC, to=(_PERSON,),
        text=_("The commission visits each camp at intervals of no more than six months."),
        starts=on(K.MMC_BEGAN_WORK), clock=Every("6mo"), met_by=on(K.MMC_VISIT),
        ends=on(K.SITE_CLOSED, K.MMC_DISSOLVED), seen_by=SITE,
        reading=_(
            "Counted for every camp from the day the commission began, or the camp opened, whichever is later."
        ),
    ),
)  # fmt: skip
