"""The Third Convention as rows, part 1: from capture to captivity (GC III 5 to 79)."""

from repatria.conventions.audience import FATE, HEALTH, IDENTITY, MOVEMENT, PARTY_DUTY, SITE
from repatria.conventions.deferred import _
from repatria.conventions.kinds import CUSTODY_ENDS, Kind
from repatria.conventions.rules import Before, Bound, Every, Holds, On, Rule, Soft, Standing, Within, on
from repatria.conventions.vocabulary import ANYBODY, POW, POW_BENEFITS, About, Actor

K = Kind
_DP, _ORIGIN, _PP, _CTA = Actor.DETAINING_POWER, Actor.POWER_OF_ORIGIN, Actor.PROTECTING_POWER, Actor.CTA
_PERSON, _FAMILY = Actor.PERSON, Actor.FAMILY
_ENDS = on(*CUSTODY_ENDS)

STATUS_AND_CAPTURE: tuple[Rule, ...] = (
    Rule(
        id="III-5-tribunal", article="GC III 5(2)", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("A competent tribunal decides on a status that is in doubt."),
        starts=on(K.STATUS_DOUBT), clock=Soft("until"), met_by=on(K.TRIBUNAL_DECISION), ends=_ENDS,
        applies_to=ANYBODY, seen_by=IDENTITY,
    ),
    Rule(
        id="III-5-protection", article="GC III 5(2)", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Until the tribunal decides, the person is treated as a prisoner of war."),
        starts=on(K.STATUS_DOUBT), clock=Holds((Bound("interim_status", one_of=("pow",)),)),
        met_by=on(K.TRIBUNAL_DECISION), applies_to=ANYBODY, seen_by=IDENTITY,
    ),
    Rule(
        id="III-12-receiver", article="GC III 12", about=About.PERSON, owes=_DP, to=(_PERSON, _PP),
        text=_("Before a transfer to another Power, it is sure that this Power is bound, willing and able."),
        starts=on(K.HANDED_TO_OTHER_POWER), clock=Before(words="after ... has satisfied itself"),
        met_by=on(K.ASSURANCE_RECEIVED), applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
    Rule(
        id="III-12-return", article="GC III 12", about=About.PERSON, owes=_DP, to=(_PERSON, _PP),
        text=_(
            "Where the receiving Power fails the prisoner, the shortcoming is corrected or his return requested."
        ),
        starts=on(K.SHORTCOMING_NOTIFIED), clock=Soft("take effective measures ... or shall request the return"),
        met_by=on(K.SHORTCOMING_CORRECTED, K.RETURN_REQUESTED), applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
    Rule(
        id="III-13-curiosity", article="GC III 13", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The prisoner is protected from insults and public curiosity: no image, no identity made public."),
        starts=on(K.PUBLIC_EXPOSURE), clock=Standing(), met_by=on(K.EXPOSURE_REMOVED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-17-identity", article="GC III 17", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Surname, first names, rank, date of birth and number are asked for and written down."),
        starts=on(K.CAPTURE), clock=Soft("when questioned"), met_by=on(K.IDENTITY_RECORDED), ends=_ENDS,
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-17-card", article="GC III 17", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The identity card may be asked for, and is never taken away."),
        starts=on(K.IDENTITY_CARD_TAKEN), clock=Standing(), met_by=on(K.IDENTITY_CARD_RETURNED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-17-unable", article="GC III 17", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Who cannot state his identity is handed over to the medical service."),
        starts=on(K.UNABLE_TO_STATE_IDENTITY), clock=Soft("shall be handed over"),
        met_by=on(K.HANDED_TO_MEDICAL_SERVICE), ends=_ENDS, applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="III-18-order", article="GC III 18", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Money is taken from a prisoner only by order of an officer."),
        starts=on(K.VALUABLES_TAKEN), clock=Holds((Bound("officer_ordered", one_of=("yes",)),)),
        met_by=on(K.VALUABLES_RETURNED), applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-18-receipt", article="GC III 18", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("An itemised receipt is given for money and valuables at the moment they are taken."),
        starts=on(K.VALUABLES_TAKEN), clock=Within("0d"), met_by=on(K.RECEIPT_GIVEN, K.VALUABLES_RETURNED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
        reading=_("The article ties the receipt to the taking; counted as the same day."),
    ),
    Rule(
        id="III-19-evacuation", article="GC III 19", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The prisoner is evacuated to a camp out of danger."),
        starts=on(K.CAPTURE), clock=Soft("as soon as possible after their capture"),
        met_by=on(K.EVACUATED, K.ARRIVAL_AT_SITE), ends=_ENDS, applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
    Rule(
        id="III-20-list", article="GC III 20", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("A list is made of the prisoners who are evacuated."),
        starts=on(K.EVACUATED), clock=Soft("as soon as possible"), met_by=on(K.EVACUATION_LISTED),
        applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
)  # fmt: skip

CAMP: tuple[Rule, ...] = (
    Rule(
        id="III-23-location", article="GC III 23", about=About.SITE, owes=_DP, to=(_ORIGIN, _PP),
        text=_("The Powers concerned are told where the camp lies."),
        starts=on(K.SITE_OPENED, K.SITE_MOVED), clock=Soft("all useful information"),
        met_by=on(K.LOCATION_NOTIFIED), ends=on(K.SITE_CLOSED), seen_by=SITE,
    ),
    Rule(
        id="III-30-certificate", article="GC III 30", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("A prisoner who was treated receives on request a certificate of illness, duration and treatment."),
        starts=on(K.CERTIFICATE_REQUESTED), clock=Soft("upon request"), met_by=on(K.MEDICAL_CERTIFICATE_ISSUED),
        applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="III-30-cta", article="GC III 30", about=About.PERSON, owes=_DP, to=(_CTA,),
        text=_("A duplicate of the medical certificate goes to the Central Agency."),
        starts=on(K.MEDICAL_CERTIFICATE_ISSUED), clock=Soft("a duplicate ... shall be forwarded"),
        met_by=on(K.MEDICAL_CERTIFICATE_SENT_CTA), applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="III-31-inspection", article="GC III 31", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Each prisoner is medically inspected at least once a month."),
        starts=on(K.ARRIVAL_AT_SITE), clock=Every("1mo"), met_by=on(K.MEDICAL_INSPECTION), ends=_ENDS,
        applies_to=POW_BENEFITS, seen_by=HEALTH,
        reading=_("Counted from arrival at a camp and from each inspection: no gap longer than a month."),
    ),
    Rule(
        id="III-31-weight", article="GC III 31", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("At each medical inspection the weight is recorded."),
        starts=on(K.MEDICAL_INSPECTION), clock=Holds((Bound("weight_recorded", one_of=("yes",)),)),
        applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="III-33-procedure", article="GC III 33", about=About.PARTY, owes=_DP, to=(_ORIGIN,),
        text=_("The Powers agree on the relief of retained medics and chaplains, and on its procedure."),
        starts=on(K.MEDICS_RETAINED), clock=Soft("shall agree"), met_by=on(K.RELIEF_PROCEDURE_AGREED),
        seen_by=PARTY_DUTY,
    ),
)  # fmt: skip

TRANSFERS: tuple[Rule, ...] = (
    Rule(
        id="III-46-list", article="GC III 46", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The complete list of those transferred is drawn up before departure, and names this person."),
        starts=on(K.TRANSFER_PLANNED, K.TRANSFER), clock=Before(words="before departure"),
        met_by=on(K.LISTED_FOR_DEPARTURE), applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
    Rule(
        id="III-47-fitness", article="GC III 47", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_(
            "Before a wounded or sick prisoner is moved, it is assessed whether the journey endangers recovery."
        ),
        starts=(
            On(K.TRANSFER_PLANNED, "wounded_or_sick", ("yes",)), On(K.TRANSFER, "wounded_or_sick", ("yes",)),
        ),
        clock=Before(words="shall not be transferred as long as"), met_by=on(K.FITNESS_ASSESSED),
        applies_to=POW_BENEFITS, seen_by=HEALTH,
    ),
    Rule(
        id="III-47-no-danger", article="GC III 47", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("A wounded or sick prisoner whose recovery would be endangered is not moved."),
        starts=(On(K.TRANSFER, "recovery_endangered", ("yes",)),), clock=Standing(),
        applies_to=POW_BENEFITS, seen_by=HEALTH,
        reading=_("An imperative danger at the place of departure excuses; the record must then be explained."),
    ),
    Rule(
        id="III-48-notice", article="GC III 48", about=About.PERSON, owes=_DP, to=(_PERSON, _FAMILY),
        text=_("The prisoner is told of the departure and of his new postal address in time to pack and to write."),
        starts=on(K.TRANSFER_PLANNED, K.TRANSFER), clock=Before(words="in time"),
        met_by=on(K.TRANSFER_NOTICE_GIVEN), applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
    Rule(
        id="III-48-baggage", article="GC III 48", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("On a transfer baggage may be limited to what one can carry, and that is never more than 25 kg."),
        starts=on(K.TRANSFER), clock=Holds((Bound("baggage_limit_kg", at_most=25),)),
        applies_to=POW_BENEFITS, seen_by=MOVEMENT,
        reading=_("A ceiling on the load. Article 119 sets a floor for the way home: the two point opposite ways."),
    ),
    Rule(
        id="III-48-mail", article="GC III 48", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("Mail and parcels sent to the former camp are forwarded."),
        starts=on(K.TRANSFER), clock=Soft("without delay"), met_by=on(K.MAIL_FORWARDED), ends=_ENDS,
        applies_to=POW_BENEFITS, seen_by=MOVEMENT,
    ),
    Rule(
        id="III-66-credit", article="GC III 66", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("At the end of captivity a signed statement of the credit balance is given."),
        starts=on(K.RELEASE, K.REPATRIATION), clock=Soft("on the termination of captivity"),
        met_by=on(K.CREDIT_STATEMENT_GIVEN), applies_to=POW, seen_by=IDENTITY,
    ),
    Rule(
        id="III-66-list", article="GC III 66", about=About.PERSON, owes=_DP, to=(_ORIGIN, _PP),
        text=_("The certified list of those whose captivity ended, by whatever means, goes to their own Power."),
        starts=on(K.RELEASE, K.REPATRIATION, K.ESCAPE, K.DEATH), clock=Soft("shall send"),
        met_by=on(K.CERTIFIED_LIST_SENT), applies_to=POW, seen_by=FATE,
    ),
)  # fmt: skip

MAIL: tuple[Rule, ...] = (
    Rule(
        id="III-69-informed", article="GC III 69", about=About.PARTY, owes=_DP, to=(_PERSON, _ORIGIN),
        text=_("Prisoners and their Power are told the rules on mail and relief, and every change of them."),
        starts=on(K.FIRST_PRISONERS_TAKEN, K.MAIL_RULES_CHANGED), clock=Soft("immediately"),
        met_by=on(K.MAIL_RULES_NOTIFIED), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-70-card", article="GC III 70", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("The prisoner can write a capture card for the family and one for the Central Agency."),
        starts=on(K.ARRIVAL_AT_SITE, K.HOSPITAL_ADMISSION, K.SICKNESS), clock=Within("1w"), since=K.CAPTURE,
        met_by=on(K.CAPTURE_CARD_OFFERED, K.CAPTURE_CARD_WRITTEN), ends=_ENDS,
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
        reading=_("A transit camp counts. Sickness, hospital and each new camp begin the week again."),
    ),
    Rule(
        id="III-70-family", article="GC III 70", about=About.PERSON, owes=_DP, to=(_FAMILY,),
        text=_("The capture card is forwarded to the family."),
        starts=on(K.CAPTURE_CARD_WRITTEN), clock=Soft("as rapidly as possible"),
        met_by=on(K.CAPTURE_CARD_FORWARDED_FAMILY), applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-70-cta", article="GC III 70", about=About.PERSON, owes=_DP, to=(_CTA,),
        text=_("The capture card is forwarded to the Central Agency."),
        starts=on(K.CAPTURE_CARD_WRITTEN), clock=Soft("as rapidly as possible"),
        met_by=on(K.CAPTURE_CARD_FORWARDED_CTA), applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-71-limit", article="GC III 71", about=About.SITE, owes=_DP, to=(_PERSON,),
        text=_("Where mail is limited, not fewer than two letters and four cards a month remain."),
        starts=(On(K.MAIL_LIMITED, "regime", (None, "pow", "mixed")),), met_by=on(K.MAIL_LIMIT_LIFTED),
        clock=Holds((Bound("letters", at_least=2), Bound("cards", at_least=4))), seen_by=SITE,
    ),
    Rule(
        id="III-71-month", article="GC III 71", about=About.PERSON, owes=_DP, to=(_PERSON, _FAMILY),
        text=_("In each month of a limit two letters and four cards could be sent, capture cards not counted."),
        starts=on(K.MAIL_MONTH),
        clock=Holds((Bound("letters", at_least=2), Bound("cards", at_least=4)), unless=("hindered", "no")),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
        reading=_("Fewer sent is no breach where nothing kept the prisoner from writing more."),
    ),
    Rule(
        id="III-71-telegram", article="GC III 71", about=About.PERSON, owes=_DP, to=(_PERSON, _FAMILY),
        text=_("Who has long been without news may send a telegram."),
        starts=on(K.LONG_WITHOUT_NEWS), clock=Soft("shall be permitted"), met_by=on(K.TELEGRAM_SENT), ends=_ENDS,
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-72-parcels", article="GC III 72", about=About.SITE, owes=_DP, to=(_PERSON,),
        text=_("Parcels are limited only as a Protecting Power, the ICRC or a relief body proposes."),
        starts=on(K.PARCELS_LIMITED), met_by=on(K.PARCEL_LIMIT_LIFTED), seen_by=SITE,
        clock=Holds((Bound("proposed_by", one_of=("protecting_power", "icrc", "relief_organisation")),)),
    ),
    Rule(
        id="III-73-delivery", article="GC III 73", about=About.PERSON, owes=_DP, to=(_PERSON,),
        text=_("A parcel that has arrived is handed to its addressee."),
        starts=on(K.PARCEL_ARRIVED), clock=Soft("shall not be restricted"), met_by=on(K.PARCEL_DELIVERED),
        ends=_ENDS, applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-74-free", article="GC III 74", about=About.PARTY, owes=Actor.EACH_PARTY, to=(_PERSON,),
        text=_("Parcels and mail for prisoners are free of duty and postage."),
        starts=on(K.POSTAGE_OR_DUTY_CHARGED), clock=Standing(), met_by=on(K.CHARGE_REFUNDED), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-75-transport", article="GC III 75", about=About.PARTY, owes=Actor.EACH_PARTY, to=(_PERSON, _CTA),
        text=_("Where war prevents the transport of mail and relief, the ICRC may carry it."),
        starts=on(K.RELIEF_TRANSPORT_REFUSED), clock=Standing(), met_by=on(K.RELIEF_TRANSPORT_ADMITTED),
        seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-76-once", article="GC III 76", about=About.PERSON, owes=Actor.EACH_PARTY, to=(_PERSON, _FAMILY),
        text=_("Each state censors a piece of mail once at most."),
        starts=on(K.MAIL_CENSORED), clock=Holds((Bound("times", at_most=1),)),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-76-quick", article="GC III 76", about=About.PERSON, owes=Actor.EACH_PARTY, to=(_PERSON, _FAMILY),
        text=_("Mail that is held for censoring is censored and passed on."),
        starts=on(K.MAIL_HELD_FOR_CENSORING), clock=Soft("as quickly as possible"), met_by=on(K.MAIL_CENSORED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-76-ban", article="GC III 76", about=About.PARTY, owes=Actor.EACH_PARTY, to=(_PERSON, _FAMILY),
        text=_("A ban on mail is temporary: it is lifted again."),
        starts=on(K.MAIL_BANNED), clock=Soft("only temporary ... as short as possible"),
        met_by=on(K.MAIL_BAN_LIFTED), seen_by=PARTY_DUTY,
    ),
    Rule(
        id="III-77-documents", article="GC III 77", about=About.PERSON, owes=_DP, to=(_PERSON, _PP, _CTA),
        text=_("A will, a power of attorney or another legal document is forwarded."),
        starts=on(K.LEGAL_DOCUMENT_MADE), clock=Soft("all facilities"), met_by=on(K.LEGAL_DOCUMENT_FORWARDED),
        applies_to=POW_BENEFITS, seen_by=IDENTITY,
    ),
    Rule(
        id="III-79-election", article="GC III 79", about=About.SITE, owes=_DP, to=(_PERSON,),
        text=_("In a camp without officers the prisoners elect their representative by secret ballot."),
        starts=(On(K.SITE_OPENED, "officers_camp", ("no",), ask=True),), clock=Every("6mo"),
        met_by=on(K.REPRESENTATIVE_ELECTED), ends=on(K.SITE_CLOSED), seen_by=SITE,
    ),
    Rule(
        id="III-79-vacancy", article="GC III 79", about=About.SITE, owes=_DP, to=(_PERSON,),
        text=_("A vacancy among the prisoners' representatives is filled by an election."),
        starts=on(K.REPRESENTATIVE_VACANCY), clock=Soft("in case of vacancies"),
        met_by=on(K.REPRESENTATIVE_ELECTED), ends=on(K.SITE_CLOSED), seen_by=SITE,
    ),
    Rule(
        id="III-79-refusal", article="GC III 79", about=About.SITE, owes=_DP, to=(_PP,),
        text=_("Why an elected representative was refused is told to the Protecting Power."),
        starts=on(K.REPRESENTATIVE_REFUSED), clock=Soft("must inform"), met_by=on(K.REFUSAL_REASON_SENT),
        seen_by=SITE,
    ),
)  # fmt: skip

CAPTIVITY = (*STATUS_AND_CAPTURE, *CAMP, *TRANSFERS, *MAIL)
