"""The Third Convention as rows, part 2: courts, the way home, the dead, information, visits (GC III 104 to 126)."""

from repatria.conventions.attributes import CAUSES_FOR_ENQUIRY, DIRECT_REPATRIATION, NEUTRAL_COUNTRY
from repatria.conventions.audience import (
    CHARGES,
    CONFIDENTIAL,
    FATE,
    HEALTH,
    IDENTITY,
    MOVEMENT,
    PARTY_DUTY,
    SITE,
    VISIT_FINDINGS,
)
from repatria.conventions.deferred import _
from repatria.conventions.kinds import CUSTODY_ENDS, Kind
from repatria.conventions.rules import Before, Bound, Every, Holds, On, Rule, Soft, Standing, on
from repatria.conventions.vocabulary import ANYBODY, POW, POW_BENEFITS, About, Actor

K = Kind
_DP, _ORIGIN, _PP, _CTA = Actor.DETAINING_POWER, Actor.POWER_OF_ORIGIN, Actor.PROTECTING_POWER, Actor.CTA
_PERSON, _NIB, _EACH = Actor.PERSON, Actor.NIB, Actor.EACH_PARTY
_ENDS = on(*CUSTODY_ENDS)
# Who is owed without counterpart, and whose return article 117 covers.
_OWED = On(K.MEDICAL_CATEGORY, "art110", DIRECT_REPATRIATION)
_STAYS = (On(K.TRAVEL_DECISION, "travels", ("no",)),)

COURTS: tuple[Rule, ...] = (
    Rule(
        id="III-104-notice", article="GC III 104", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("The Protecting Power has the notice of trial at least three weeks before it opens."),
        starts=on(K.TRIAL_SCHEDULED, K.TRIAL_OPENED), clock=Before(days=21), met_by=on(K.TRIAL_NOTICE_RECEIVED),
        ends=on(K.TRIAL_ADJOURNED), applies_to=POW_BENEFITS, seen_by=CHARGES,
        reading=_("Counted from receipt. Without proof of the notice the trial must be adjourned."),
    ),
    Rule(
        id="III-104-person", article="GC III 104", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The accused has the same notice before the trial opens."),
        starts=on(K.TRIAL_SCHEDULED, K.TRIAL_OPENED), clock=Before(words="in good time"),
        met_by=on(K.TRIAL_NOTICE_GIVEN_PERSON), ends=on(K.TRIAL_ADJOURNED),
        applies_to=POW_BENEFITS, seen_by=CHARGES,
    ),
    Rule(
        id="III-104-representative", article="GC III 104", about=About.PERSON, owes=_DP,
        to=(Actor.REPRESENTATIVE,),
        text=_("The prisoners' representative has the same notice before the trial opens."),
        starts=on(K.TRIAL_SCHEDULED, K.TRIAL_OPENED), clock=Before(words="the same communication"),
        met_by=on(K.TRIAL_NOTICE_GIVEN_REPRESENTATIVE), ends=on(K.TRIAL_ADJOURNED),
        applies_to=POW_BENEFITS, seen_by=CHARGES,
    ),
    Rule(
        id="III-107-judgment", article="GC III 107", about=About.PERSON, owes=_DP,
        to=(_PP, _PERSON, Actor.REPRESENTATIVE),
        text=_("A summary of the judgment and of the right of appeal is sent."),
        starts=on(K.JUDGMENT), clock=Soft("immediately"), met_by=on(K.JUDGMENT_REPORTED),
        applies_to=POW_BENEFITS, seen_by=CHARGES,
    ),
    Rule(
        id="III-107-report", article="GC III 107", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("A detailed report follows once a sentence is final, or is a sentence of death."),
        starts=on(K.JUDGMENT_FINAL, K.DEATH_SENTENCE), clock=Soft("as soon as possible"),
        met_by=on(K.DETAILED_REPORT_SENT), applies_to=POW_BENEFITS, seen_by=CHARGES,
    ),
)  # fmt: skip

WOUNDED_AND_SICK: tuple[Rule, ...] = (
    Rule(
        id="III-109-return", article="GC III 109(1), 110(1)", about=About.PERSON, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("The seriously wounded or sick go home, regardless of number or rank, once fit to travel."),
        starts=(On(K.MEDICAL_CATEGORY, "art110", DIRECT_REPATRIATION, and_yes="fit_to_travel"),),
        clock=Soft("regardless of number or rank, after having cared for them until they are fit to travel"),
        met_by=on(K.REPATRIATION, K.RECEIVED), ends=(*_STAYS, *on(K.RELEASE, K.ESCAPE, K.DEATH)),
        applies_to=POW_BENEFITS, seen_by=HEALTH, outside_ratio=True,
        reading=_("A debt, not a unit of exchange. Runs from a finding that says he is fit to travel."),
    ),
    Rule(
        id="III-109-ratio", article="GC III 109(1)", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("Whoever is owed without counterpart is not counted inside a ratio."),
        starts=on(K.COUNTED_IN_RATIO), given=_OWED, clock=Standing(), met_by=on(K.TAKEN_OUT_OF_RATIO),
        applies_to=POW_BENEFITS, seen_by=MOVEMENT, outside_ratio=True,
    ),
    Rule(
        id="III-109-will", article="GC III 109(3)", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("No sick or wounded prisoner is sent home against his will during hostilities."),
        starts=on(K.RETURNED_AGAINST_WILL), clock=Standing(), applies_to=ANYBODY, seen_by=CONFIDENTIAL,
        outside_ratio=True,
    ),
    Rule(
        id="III-109-neutral", article="GC III 109(2), 110(2)", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("The Parties endeavour to place the sick in a neutral country."),
        starts=(On(K.MEDICAL_CATEGORY, "art110", NEUTRAL_COUNTRY),), clock=Soft("shall endeavour"),
        met_by=on(K.NEUTRAL_ACCOMMODATION, K.REPATRIATION, K.RECEIVED),
        ends=(*_STAYS, *on(K.RELEASE, K.ESCAPE, K.DEATH)),
        applies_to=POW_BENEFITS, seen_by=HEALTH, outside_ratio=True,
    ),
    Rule(
        id="III-109-long", article="GC III 109(2)", about=About.PERSON, owes=_EACH, to=(_PERSON,),
        text=_("The Parties may agree on the return, or a neutral country, for the able-bodied long in captivity."),
        starts=on(K.LONG_CAPTIVITY), clock=Soft("may, in addition, conclude agreements"),
        met_by=on(K.NEUTRAL_ACCOMMODATION, K.REPATRIATION, K.RECEIVED), ends=on(K.RELEASE, K.ESCAPE, K.DEATH),
        applies_to=POW, seen_by=IDENTITY,
        reading=_("The article permits; it does not oblige. Without a target it is never more than open."),
    ),
    Rule(
        id="III-111-agreement", article="GC III 111", about=About.PARTY, owes=_EACH, to=(Actor.NEUTRAL_POWER,),
        text=_(
            "The Detaining Power, the Power of origin and a neutral Power endeavour to agree on internment there."
        ),
        starts=on(K.NEUTRAL_TALKS_OPENED), clock=Soft("shall endeavour to conclude agreements"),
        met_by=on(K.NEUTRAL_AGREEMENT), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-112-commission", article="GC III 112", about=About.PARTY, owes=_DP, to=(_PERSON, Actor.MMC),
        text=_("A Mixed Medical Commission is appointed upon the outbreak of hostilities."),
        starts=on(K.OUTBREAK), clock=Soft("upon the outbreak of hostilities"), met_by=on(K.MMC_APPOINTED),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-113-examined", article="GC III 113", about=About.PERSON, owes=_DP, to=(_PERSON, Actor.MMC),
        text=_("Whoever is proposed, or presents himself, is examined by the Mixed Medical Commission."),
        starts=on(K.PROPOSED_FOR_MMC), clock=Soft("shall be permitted to present themselves"),
        met_by=on(K.MMC_EXAMINED), ends=_ENDS, applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="III-114-accident", article="GC III 114", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Who meets with an accident that is not self-inflicted is examined as the wounded are."),
        starts=(On(K.ACCIDENT, "self_inflicted", ("no",), ask=True),),
        clock=Soft("shall have the benefit of the provisions"),
        met_by=on(K.MMC_EXAMINED, K.MEDICAL_CATEGORY), ends=_ENDS, applies_to=POW_BENEFITS, seen_by=HEALTH,
        outside_ratio=True,
    ),
    Rule(
        id="III-115-disciplinary", article="GC III 115", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("A disciplinary punishment never delays a return; only a judicial matter may."),
        starts=on(K.HELD_BACK), clock=Holds((Bound("basis", one_of=("judicial",)),)), met_by=on(K.HELD_BACK_ENDED),
        applies_to=POW_BENEFITS, seen_by=CHARGES,
    ),
    Rule(
        id="III-115-names", article="GC III 115, 119", about=About.PERSON, owes=_DP, to=(_ORIGIN,),
        text=_("The name of whoever is kept back for a judicial matter is communicated."),
        starts=(On(K.HELD_BACK, "basis", ("judicial",), ask=True),),
        clock=Soft("shall communicate to each other the names"),
        met_by=on(K.NAMES_OF_HELD_BACK_SENT, K.HELD_BACK_ENDED),
        applies_to=POW_BENEFITS, seen_by=CHARGES,
    ),
    Rule(
        id="III-116-costs", article="GC III 116", about=About.PARTY, owes=_EACH, to=(_ORIGIN,),
        text=_("The costs of a return are divided at the frontier of the Detaining Power."),
        starts=on(K.REPATRIATION_COMPLETED), clock=Soft("from the frontiers"), met_by=on(K.COSTS_APPORTIONED),
        seen_by=PARTY_DUTY, reading=_("Article 118(4) divides the costs at the end of hostilities alike."),
    ),
    Rule(
        id="III-117-service", article="GC III 117", about=About.PERSON, owes=_ORIGIN, to=(_DP,),
        text=_("Who was sent home as wounded or sick is not employed on active military service."),
        starts=on(K.ACTIVE_SERVICE_AFTER_RETURN), clock=Standing(), met_by=on(K.ACTIVE_SERVICE_ENDED),
        given=_OWED, applies_to=ANYBODY, seen_by=FATE,
        reading=_(
            "The commentary ties the article to returns under 109 and 110; for other exchanges it is disputed."
        ),
    ),
)  # fmt: skip

END_OF_HOSTILITIES: tuple[Rule, ...] = (
    Rule(
        id="III-118-plan", article="GC III 118", about=About.PARTY, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("Each Detaining Power makes a plan of repatriation, with or without an agreement."),
        starts=on(K.ACTIVE_HOSTILITIES_ENDED), clock=Soft("without delay"), met_by=on(K.REPATRIATION_PLAN_MADE),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-118-told", article="GC III 118", about=About.PARTY, owes=_DP, to=(_PERSON,),
        text=_("The prisoners are told of the plan."),
        starts=on(K.REPATRIATION_PLAN_MADE), clock=Soft("shall be brought to the knowledge"),
        met_by=on(K.REPATRIATION_PLAN_TOLD), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-118-return", article="GC III 118", about=About.PERSON, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("After the end of active hostilities every prisoner is released and sent home."),
        starts=on(K.ACTIVE_HOSTILITIES_ENDED), clock=Soft("without delay"),
        met_by=on(K.RELEASE, K.REPATRIATION, K.RECEIVED), ends=(*_STAYS, *on(K.ESCAPE, K.DEATH)),
        applies_to=POW, seen_by=IDENTITY,
    ),
    Rule(
        id="III-119-valuables", article="GC III 119", about=About.PERSON, owes=_DP, to=(_PERSON, _NIB),
        text=_("What was taken under article 18 is given back at repatriation, or sent to the bureau."),
        starts=on(K.REPATRIATION), given=On(K.VALUABLES_TAKEN), clock=Soft("on repatriation"),
        met_by=on(K.VALUABLES_RETURNED, K.VALUABLES_SENT_NIB), applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-119-baggage", article="GC III 119", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("On repatriation at least 25 kg of baggage are allowed in all cases."),
        starts=on(K.REPATRIATION), clock=Holds((Bound("baggage_limit_kg", at_least=25),)),
        applies_to=POW_BENEFITS, seen_by=MOVEMENT,
        reading=_(
            "A floor under the allowance. Article 48 sets a ceiling on transfers: the two point opposite ways."
        ),
    ),
    Rule(
        id="III-119-effects", article="GC III 119", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Effects left behind are forwarded."),
        starts=on(K.EFFECTS_LEFT_BEHIND), clock=Soft("as soon as"), met_by=on(K.EFFECTS_FORWARDED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-119-search", article="GC III 119", about=About.PARTY, owes=_EACH, to=(_PERSON,),
        text=_("Commissions search for dispersed prisoners, so that they go home soon."),
        starts=on(K.ACTIVE_HOSTILITIES_ENDED), clock=Soft("with the least possible delay"),
        met_by=on(K.SEARCH_COMMISSION_SET_UP), seen_by=PARTY_DUTY,
    ),
)  # fmt: skip

_DEATH_BY_OTHERS = (
    On(K.DEATH, "cause", CAUSES_FOR_ENQUIRY, ask=True), On(K.SERIOUS_INJURY, "cause", CAUSES_FOR_ENQUIRY, ask=True),
)  # fmt: skip

THE_DEAD: tuple[Rule, ...] = (
    Rule(
        id="III-120-will", article="GC III 77, 120(1)", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("After death the will goes to the Protecting Power."),
        starts=(On(K.DEATH, "will", ("yes",)),), clock=Soft("without delay"),
        met_by=on(K.WILL_SENT_PROTECTING_POWER),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-120-will-copy", article="GC III 77, 120(1)", about=About.PERSON, owes=_DP, to=(_CTA,),
        text=_("A certified copy of the will goes to the Central Agency."),
        starts=(On(K.DEATH, "will", ("yes",)),), clock=Soft("without delay"), met_by=on(K.WILL_COPY_SENT_CTA),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-120-certificate", article="GC III 120", about=About.PERSON, owes=_DP, to=(_NIB, _ORIGIN, _CTA),
        text=_("A death certificate, or a certified list, is forwarded to the bureau."),
        starts=on(K.DEATH), clock=Soft("as rapidly as possible"), met_by=on(K.DEATH_CERTIFICATE_FORWARDED),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-120-examination", article="GC III 120", about=About.PERSON, owes=_DP, to=(_ORIGIN,),
        text=_("Before burial a medical examination confirms the death."),
        starts=on(K.BURIAL), clock=Before(words="shall be preceded by"), met_by=on(K.DEATH_EXAMINED),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-120-grave", article="GC III 120", about=About.PERSON, owes=_DP, to=(_ORIGIN,),
        text=_("The dead have an individual grave, unless circumstances make a collective one unavoidable."),
        starts=on(K.BURIAL),
        clock=Holds((Bound("individual_grave", one_of=("yes",)),), unless=("collective_unavoidable", "yes")),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-120-registered", article="GC III 120", about=About.PERSON, owes=_DP, to=(_ORIGIN,),
        text=_("The graves registration service records the grave."),
        starts=on(K.BURIAL), clock=Soft("so that graves may always be found"), met_by=on(K.GRAVE_REGISTERED),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-121-enquiry", article="GC III 121", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("An official enquiry opens into a death or serious injury caused by others, or of unknown cause."),
        starts=_DEATH_BY_OTHERS, clock=Soft("immediately"), met_by=on(K.ENQUIRY_OPENED),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-121-notice", article="GC III 121", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("Such a death or injury is notified to the Protecting Power."),
        starts=_DEATH_BY_OTHERS, clock=Soft("immediately"), met_by=on(K.DEATH_NOTICE_SENT),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-121-report", article="GC III 121", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("The report of the enquiry, with the statements of witnesses, goes to the Protecting Power."),
        starts=on(K.ENQUIRY_OPENED), clock=Soft("shall be forwarded"), met_by=on(K.ENQUIRY_REPORT_SENT),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-121-prosecution", article="GC III 121", about=About.PERSON, owes=_DP, to=(_PP,),
        text=_("Where the enquiry shows guilt, those responsible are prosecuted."),
        starts=on(K.GUILT_INDICATED), clock=Soft("all measures"), met_by=on(K.PROSECUTION_OPENED),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
)  # fmt: skip

_CHANGES = on(K.TRANSFER, K.RELEASE, K.REPATRIATION, K.ESCAPE, K.HOSPITAL_ADMISSION, K.DEATH)

INFORMATION: tuple[Rule, ...] = (
    Rule(
        id="III-122-bureau", article="GC III 122", about=About.PARTY, owes=_EACH, to=(_ORIGIN, _CTA),
        text=_("Each party opens a national information bureau."),
        starts=on(K.OUTBREAK), clock=Soft("upon the outbreak of a conflict"), met_by=on(K.NIB_OPENED),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-122-to-bureau", article="GC III 122", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The bureau is told of every enemy who falls into the party's power."),
        starts=on(K.CAPTURE), clock=Soft("within the shortest possible period"), met_by=on(K.INFORMATION_SENT_NIB),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-122-to-origin", article="GC III 122(3)", about=About.PERSON, owes=_NIB, to=(_ORIGIN,),
        text=_("The bureau tells the Power on which the prisoner depends."),
        starts=on(K.INFORMATION_SENT_NIB), clock=Soft("immediately ... by the most rapid means"),
        met_by=on(K.INFORMATION_SENT_ORIGIN), applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-122-to-cta", article="GC III 122(3)", about=About.PERSON, owes=_NIB, to=(_CTA,),
        text=_("The bureau tells the Central Agency: always both, the Power and the Agency."),
        starts=on(K.INFORMATION_SENT_NIB), clock=Soft("immediately ... by the most rapid means"),
        met_by=on(K.INFORMATION_SENT_CTA), applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-122-change", article="GC III 122(5)", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The bureau is told of a transfer, release, repatriation, escape, admission to hospital or death."),
        starts=_CHANGES, clock=Soft("within the shortest possible period"), met_by=on(K.CHANGE_SENT_NIB),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-122-change-origin", article="GC III 122(3), (5)", about=About.PERSON, owes=_NIB, to=(_ORIGIN,),
        text=_("The bureau passes the change on to the Power on which the prisoner depends."),
        starts=on(K.CHANGE_SENT_NIB), clock=Soft("immediately"), met_by=on(K.CHANGE_SENT_ORIGIN),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-122-change-cta", article="GC III 122(3), (5)", about=About.PERSON, owes=_NIB, to=(_CTA,),
        text=_("The bureau passes the change on to the Central Agency."),
        starts=on(K.CHANGE_SENT_NIB), clock=Soft("immediately"), met_by=on(K.CHANGE_SENT_CTA),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-122-health", article="GC III 122(6)", about=About.PERSON, owes=_DP, to=(_NIB,),
        text=_("The health of the seriously ill or wounded is reported every week."),
        starts=on(K.SERIOUSLY_ILL), clock=Every("1w"), met_by=on(K.HEALTH_REPORT), ends=(*on(K.RECOVERED), *_ENDS),
        applies_to=POW_BENEFITS, seen_by=HEALTH,
        reading=_(
            "The treaty adds 'if possible': a late week asks for an explanation before it is called a breach."
        ),
    ),
    Rule(
        id="III-122-seal", article="GC III 122(8)", about=About.PARTY, owes=_NIB, to=(_ORIGIN, _CTA),
        text=_("Every written communication of the bureau bears a signature or a seal."),
        starts=on(K.UNSEALED_PAPER_SENT), clock=Standing(), met_by=on(K.SEALED_PAPER_SENT), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-122-enquiry", article="GC III 122(7)", about=About.PERSON, owes=_NIB, to=(Actor.ENQUIRER,),
        text=_("The bureau answers an enquiry, and makes enquiries where it does not know."),
        starts=on(K.ENQUIRY_RECEIVED), clock=Soft("shall be responsible for replying"),
        met_by=on(K.ENQUIRY_ANSWERED),
        applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-122-packet", article="GC III 122(9)", about=About.PERSON, owes=_NIB, to=(_ORIGIN,),
        text=_(
            "Valuables left by those who went home, escaped or died go on in a sealed packet with an inventory."
        ),
        starts=on(K.RELEASE, K.REPATRIATION, K.ESCAPE, K.DEATH), clock=Soft("shall be forwarded"),
        met_by=on(K.EFFECTS_PACKET_SENT, K.NO_EFFECTS_LEFT), applies_to=POW_BENEFITS, seen_by=FATE,
    ),
    Rule(
        id="III-123-transmitted", article="GC III 123", about=About.PERSON, owes=_CTA, to=(_ORIGIN,),
        text=_("The Central Agency transmits what it received to the country of origin."),
        starts=on(K.INFORMATION_SENT_CTA), clock=Soft("as rapidly as possible"), met_by=on(K.CTA_TRANSMITTED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-125-receipt", article="GC III 125", about=About.SITE, owes=_DP, to=(Actor.ICRC,),
        text=_("Relief that was received is signed for."),
        starts=on(K.RELIEF_RECEIVED), clock=Soft("as soon as ... or very shortly afterwards"),
        met_by=on(K.RELIEF_RECEIPT_SIGNED), seen_by=SITE,
    ),
)  # fmt: skip

_POW_SITE = (None, "pow", "mixed")

VISITS: tuple[Rule, ...] = (
    Rule(
        id="III-126-answer", article="GC III 126", about=About.SITE, owes=_DP, to=(_PP, Actor.ICRC),
        text=_("A request to visit a place where prisoners are is answered."),
        starts=(On(K.VISIT_REQUESTED, "regime", _POW_SITE),), clock=Soft("shall have permission"),
        met_by=on(K.VISIT_ANSWERED, K.ICRC_VISIT, K.VISIT_REFUSED), ends=on(K.SITE_CLOSED), seen_by=SITE,
    ),
    Rule(
        id="III-126-refusal", article="GC III 126", about=About.SITE, owes=_DP, to=(_PP, Actor.ICRC),
        text=_("A visit is refused only for imperative military necessity, and until a stated day."),
        starts=(On(K.VISIT_REFUSED, "regime", _POW_SITE),), met_by=on(K.VISIT_ANSWERED, K.ICRC_VISIT), seen_by=SITE,
        clock=Holds((Bound("reason", one_of=("imperative_military_necessity",)), Bound("until", present=True))),
    ),
    Rule(
        id="III-126-temporary", article="GC III 126", about=About.SITE, owes=_DP, to=(_PP, Actor.ICRC),
        text=_("A refused visit takes place after all: a refusal is exceptional and temporary."),
        starts=(On(K.VISIT_REFUSED, "regime", _POW_SITE),), clock=Soft("exceptional and temporary measure"),
        met_by=on(K.ICRC_VISIT), ends=on(K.SITE_CLOSED), seen_by=SITE,
    ),
    Rule(
        id="III-126-private", article="GC III 126", about=About.SITE, owes=_DP, to=(_PP, Actor.ICRC),
        text=_("Visitors speak with prisoners without witnesses."),
        starts=(On(K.ICRC_VISIT, "regime", _POW_SITE),),
        clock=Holds((Bound("private_interviews", one_of=("yes",)),)), seen_by=VISIT_FINDINGS,
    ),
    Rule(
        id="III-126-frequency", article="GC III 126", about=About.SITE, owes=_DP, to=(_PP, Actor.ICRC),
        text=_("The duration and frequency of visits are not restricted."),
        starts=on(K.VISIT_LIMITED), clock=Standing(), met_by=on(K.VISIT_LIMIT_LIFTED), seen_by=SITE,
    ),
    Rule(
        id="III-126-places", article="GC III 126", about=About.SITE, owes=_DP, to=(_PP, Actor.ICRC),
        text=_("All places may be seen, those of departure, passage and arrival of transfers included."),
        starts=on(K.PLACE_WITHHELD), clock=Standing(), met_by=on(K.PLACE_DISCLOSED, K.ICRC_VISIT), seen_by=SITE,
    ),
)  # fmt: skip

RETURN_AND_CONTROL = (*COURTS, *WOUNDED_AND_SICK, *END_OF_HOSTILITIES, *THE_DEAD, *INFORMATION, *VISITS)
