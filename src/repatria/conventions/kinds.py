"""What can happen: the closed list of events that duties listen to (domain terms of GC III 122, GC IV 136)."""

from enum import StrEnum


class Kind(StrEnum):
    """The kind of an event. The name is what an events file writes."""

    # Custody of a person
    CAPTURE = "capture"
    RECAPTURE = "recapture"
    EVACUATED = "evacuated"
    EVACUATION_LISTED = "evacuation_listed"
    ARRIVAL_AT_SITE = "arrival_at_site"
    INTERNMENT = "internment"
    ASSIGNED_RESIDENCE = "assigned_residence"
    TRANSFER_PLANNED = "transfer_planned"
    TRANSFER = "transfer"
    HANDED_TO_OTHER_POWER = "handed_to_other_power"
    RELEASE = "release"
    REPATRIATION = "repatriation"
    RECEIVED = "received"
    ESCAPE = "escape"
    DEATH = "death"
    BIRTH = "birth"
    HOSPITAL_ADMISSION = "hospital_admission"
    REMAINS_RECOVERED = "remains_recovered"

    # Status and identity
    STATUS_DOUBT = "status_doubt"
    TRIBUNAL_DECISION = "tribunal_decision"
    CATEGORY_RECORDED = "category_recorded"
    IDENTITY_RECORDED = "identity_recorded"
    IDENTITY_CORRECTED = "identity_corrected"
    UNABLE_TO_STATE_IDENTITY = "unable_to_state_identity"
    HANDED_TO_MEDICAL_SERVICE = "handed_to_medical_service"
    IDENTITY_CARD_TAKEN = "identity_card_taken"
    IDENTITY_CARD_RETURNED = "identity_card_returned"
    PARTICULARS_RECORDED = "particulars_recorded"
    DISC_AND_PAPERS_SENT = "disc_and_papers_sent"
    PUBLIC_EXPOSURE = "public_exposure"
    EXPOSURE_REMOVED = "exposure_removed"

    # Belongings and money
    VALUABLES_TAKEN = "valuables_taken"
    RECEIPT_GIVEN = "receipt_given"
    VALUABLES_RETURNED = "valuables_returned"
    VALUABLES_SENT_NIB = "valuables_sent_nib"
    EFFECTS_LEFT_BEHIND = "effects_left_behind"
    EFFECTS_FORWARDED = "effects_forwarded"
    EFFECTS_PACKET_SENT = "effects_packet_sent"
    NO_EFFECTS_LEFT = "no_effects_left"
    CREDIT_STATEMENT_GIVEN = "credit_statement_given"
    CERTIFIED_LIST_SENT = "certified_list_sent"

    # Transfers
    ASSURANCE_RECEIVED = "assurance_received"
    SHORTCOMING_NOTIFIED = "shortcoming_notified"
    SHORTCOMING_CORRECTED = "shortcoming_corrected"
    RETURN_REQUESTED = "return_requested"
    LISTED_FOR_DEPARTURE = "listed_for_departure"
    FITNESS_ASSESSED = "fitness_assessed"
    TRANSFER_NOTICE_GIVEN = "transfer_notice_given"
    MAIL_FORWARDED = "mail_forwarded"
    FEAR_RECORDED = "fear_recorded"
    RISK_CLEARED = "risk_cleared"
    DEPORTATION = "deportation"
    RETURNED_AFTER_DEPORTATION = "returned_after_deportation"

    # Health
    MEDICAL_INSPECTION = "medical_inspection"
    SERIOUSLY_ILL = "seriously_ill"
    HEALTH_REPORT = "health_report"
    RECOVERED = "recovered"
    SICKNESS = "sickness"
    CERTIFICATE_REQUESTED = "certificate_requested"
    MEDICAL_CERTIFICATE_ISSUED = "medical_certificate_issued"
    MEDICAL_CERTIFICATE_SENT_CTA = "medical_certificate_sent_cta"
    MEDICAL_CATEGORY = "medical_category"
    LONG_CAPTIVITY = "long_captivity"
    ACCIDENT = "accident"
    TRAVEL_DECISION = "travel_decision"
    RETURNED_AGAINST_WILL = "returned_against_will"
    COUNTED_IN_RATIO = "counted_in_ratio"
    TAKEN_OUT_OF_RATIO = "taken_out_of_ratio"
    NEUTRAL_ACCOMMODATION = "neutral_accommodation"
    NEUTRAL_TALKS_OPENED = "neutral_talks_opened"
    NEUTRAL_AGREEMENT = "neutral_agreement"

    # Medics and chaplains
    MEDICS_RETAINED = "medics_retained"
    RELIEF_PROCEDURE_AGREED = "relief_procedure_agreed"
    NO_LONGER_NEEDED = "no_longer_needed"
    COUNTED_AS_POW = "counted_as_pow"
    COUNT_CORRECTED = "count_corrected"
    ORDER_OF_RETURN_BROKEN = "order_of_return_broken"
    AID_STAFF_DETAINED = "aid_staff_detained"

    # Cards, letters, parcels
    CAPTURE_CARD_OFFERED = "capture_card_offered"
    CAPTURE_CARD_WRITTEN = "capture_card_written"
    CAPTURE_CARD_FORWARDED_FAMILY = "capture_card_forwarded_family"
    CAPTURE_CARD_FORWARDED_CTA = "capture_card_forwarded_cta"
    INTERNMENT_CARD_OFFERED = "internment_card_offered"
    INTERNMENT_CARD_WRITTEN = "internment_card_written"
    INTERNMENT_CARD_FORWARDED_FAMILY = "internment_card_forwarded_family"
    INTERNMENT_CARD_FORWARDED_CTA = "internment_card_forwarded_cta"
    MAIL_RULES_CHANGED = "mail_rules_changed"
    FIRST_PRISONERS_TAKEN = "first_prisoners_taken"
    MAIL_RULES_NOTIFIED = "mail_rules_notified"
    MAIL_LIMITED = "mail_limited"
    MAIL_LIMIT_LIFTED = "mail_limit_lifted"
    MAIL_MONTH = "mail_month"
    LONG_WITHOUT_NEWS = "long_without_news"
    TELEGRAM_SENT = "telegram_sent"
    NEWS_LIMITED = "news_limited"
    MAIL_HELD_FOR_CENSORING = "mail_held_for_censoring"
    MAIL_CENSORED = "mail_censored"
    MAIL_BANNED = "mail_banned"
    MAIL_BAN_LIFTED = "mail_ban_lifted"
    PARCELS_LIMITED = "parcels_limited"
    PARCEL_LIMIT_LIFTED = "parcel_limit_lifted"
    PARCEL_ARRIVED = "parcel_arrived"
    PARCEL_DELIVERED = "parcel_delivered"
    POSTAGE_OR_DUTY_CHARGED = "postage_or_duty_charged"
    CHARGE_REFUNDED = "charge_refunded"
    RELIEF_TRANSPORT_REFUSED = "relief_transport_refused"
    RELIEF_TRANSPORT_ADMITTED = "relief_transport_admitted"
    RELIEF_RECEIVED = "relief_received"
    RELIEF_RECEIPT_SIGNED = "relief_receipt_signed"
    LEGAL_DOCUMENT_MADE = "legal_document_made"
    LEGAL_DOCUMENT_FORWARDED = "legal_document_forwarded"
    WILL_SENT_PROTECTING_POWER = "will_sent_protecting_power"
    WILL_COPY_SENT_CTA = "will_copy_sent_cta"

    # Sites and visits
    SITE_OPENED = "site_opened"
    SITE_MOVED = "site_moved"
    SITE_CLOSED = "site_closed"
    LOCATION_NOTIFIED = "location_notified"
    REPRESENTATIVE_ELECTED = "representative_elected"
    REPRESENTATIVE_VACANCY = "representative_vacancy"
    REPRESENTATIVE_REFUSED = "representative_refused"
    REFUSAL_REASON_SENT = "refusal_reason_sent"
    VISIT_REQUESTED = "visit_requested"
    VISIT_ANSWERED = "visit_answered"
    VISIT_REFUSED = "visit_refused"
    ICRC_VISIT = "icrc_visit"
    VISIT_LIMITED = "visit_limited"
    VISIT_LIMIT_LIFTED = "visit_limit_lifted"
    PLACE_WITHHELD = "place_withheld"
    PLACE_DISCLOSED = "place_disclosed"

    # Charges and courts
    CHARGE = "charge"
    TRIAL_SCHEDULED = "trial_scheduled"
    TRIAL_OPENED = "trial_opened"
    TRIAL_ADJOURNED = "trial_adjourned"
    TRIAL_NOTICE_RECEIVED = "trial_notice_received"
    TRIAL_NOTICE_GIVEN_PERSON = "trial_notice_given_person"
    TRIAL_NOTICE_GIVEN_REPRESENTATIVE = "trial_notice_given_representative"
    JUDGMENT = "judgment"
    JUDGMENT_REPORTED = "judgment_reported"
    JUDGMENT_FINAL = "judgment_final"
    DEATH_SENTENCE = "death_sentence"
    DETAILED_REPORT_SENT = "detailed_report_sent"
    HELD_BACK = "held_back"
    HELD_BACK_ENDED = "held_back_ended"
    NAMES_OF_HELD_BACK_SENT = "names_of_held_back_sent"

    # Mixed Medical Commission
    MMC_REQUESTED = "mmc_requested"
    MMC_APPOINTED = "mmc_appointed"
    MMC_DEPUTIES_APPOINTED = "mmc_deputies_appointed"
    MMC_APPOINTMENT_FAILED = "mmc_appointment_failed"
    MMC_APPROVED = "mmc_approved"
    MMC_BEGAN_WORK = "mmc_began_work"
    MMC_DISSOLVED = "mmc_dissolved"
    MMC_VISIT = "mmc_visit"
    MMC_DECISIONS_NOTIFIED = "mmc_decisions_notified"
    PROPOSED_FOR_MMC = "proposed_for_mmc"
    MMC_EXAMINED = "mmc_examined"
    MMC_DECISION = "mmc_decision"
    MMC_DECISION_TOLD = "mmc_decision_told"
    MMC_DECISION_NOTIFIED = "mmc_decision_notified"
    REPATRIATION_CERTIFICATE_ISSUED = "repatriation_certificate_issued"

    # Deaths
    DEATH_EXAMINED = "death_examined"
    DEATH_CERTIFICATE_FORWARDED = "death_certificate_forwarded"
    BURIAL = "burial"
    GRAVE_REGISTERED = "grave_registered"
    SERIOUS_INJURY = "serious_injury"
    ENQUIRY_OPENED = "enquiry_opened"
    DEATH_NOTICE_SENT = "death_notice_sent"
    ENQUIRY_REPORT_SENT = "enquiry_report_sent"
    GUILT_INDICATED = "guilt_indicated"
    PROSECUTION_OPENED = "prosecution_opened"

    # Information: bureaux, the Central Agency, families, the missing
    NIB_OPENED = "nib_opened"
    INFORMATION_SENT_NIB = "information_sent_nib"
    INFORMATION_SENT_ORIGIN = "information_sent_origin"
    INFORMATION_SENT_CTA = "information_sent_cta"
    CHANGE_SENT_NIB = "change_sent_nib"
    CHANGE_SENT_ORIGIN = "change_sent_origin"
    CHANGE_SENT_CTA = "change_sent_cta"
    INFORMATION_WITHHELD = "information_withheld"
    WITHHOLDING_ENDED = "withholding_ended"
    CTA_TRANSMITTED = "cta_transmitted"
    UNSEALED_PAPER_SENT = "unsealed_paper_sent"
    SEALED_PAPER_SENT = "sealed_paper_sent"
    ENQUIRY_RECEIVED = "enquiry_received"
    ENQUIRY_ANSWERED = "enquiry_answered"
    FAMILY_ENQUIRY = "family_enquiry"
    FAMILY_ENQUIRY_HELPED = "family_enquiry_helped"
    REPORTED_MISSING = "reported_missing"
    SEARCH_RESULT_SENT = "search_result_sent"
    SEARCH_RESULT_SENT_CTA = "search_result_sent_cta"
    SEARCH_TEAMS_PROPOSED = "search_teams_proposed"
    SEARCH_TEAMS_AGREED = "search_teams_agreed"

    # War and peace
    OUTBREAK = "outbreak"
    ACTIVE_HOSTILITIES_ENDED = "active_hostilities_ended"
    REPATRIATION_PLAN_MADE = "repatriation_plan_made"
    REPATRIATION_PLAN_TOLD = "repatriation_plan_told"
    REPATRIATION_COMPLETED = "repatriation_completed"
    COSTS_APPORTIONED = "costs_apportioned"
    SEARCH_COMMISSION_SET_UP = "search_commission_set_up"
    ACTIVE_SERVICE_AFTER_RETURN = "active_service_after_return"
    ACTIVE_SERVICE_ENDED = "active_service_ended"

    # Civilians
    HOSTAGE_TAKING = "hostage_taking"
    HOSTAGE_FREED = "hostage_freed"
    REVIEW_REQUESTED = "review_requested"
    INTERNMENT_REVIEWED = "internment_reviewed"
    REASONS_ENDED = "reasons_ended"
    VULNERABLE_INTERNEE = "vulnerable_internee"
    RETURNED_HOME = "returned_home"
    RETURN_COSTS_PAID = "return_costs_paid"

    # The record itself
    WITHDRAWN = "withdrawn"


# Written down before they happen: `occurred_on` is the day they are planned for.
PLANNED = frozenset({Kind.TRANSFER_PLANNED, Kind.TRIAL_SCHEDULED})

# They put a person into a Power's hands, and name that Power.
CUSTODY_BEGINS = (
    Kind.CAPTURE, Kind.RECAPTURE, Kind.ARRIVAL_AT_SITE, Kind.INTERNMENT, Kind.ASSIGNED_RESIDENCE,
    Kind.HANDED_TO_OTHER_POWER,
)  # fmt: skip
CUSTODY_ENDS = (Kind.RELEASE, Kind.REPATRIATION, Kind.RECEIVED, Kind.ESCAPE, Kind.DEATH)
# They say what a person is in law.
CATEGORY_KINDS = (
    Kind.CAPTURE, Kind.INTERNMENT, Kind.STATUS_DOUBT, Kind.TRIBUNAL_DECISION, Kind.CATEGORY_RECORDED, Kind.BIRTH,
)  # fmt: skip
# Who did, or underwent, one of these was alive that day.
SIGNS_OF_LIFE = (
    Kind.CAPTURE, Kind.RECAPTURE, Kind.ARRIVAL_AT_SITE, Kind.RELEASE, Kind.REPATRIATION, Kind.RECEIVED, Kind.ESCAPE,
    Kind.MEDICAL_INSPECTION, Kind.HEALTH_REPORT, Kind.HOSPITAL_ADMISSION, Kind.CAPTURE_CARD_WRITTEN,
    Kind.INTERNMENT_CARD_WRITTEN, Kind.MMC_EXAMINED, Kind.TRAVEL_DECISION, Kind.TRIAL_OPENED, Kind.RETURNED_HOME,
)  # fmt: skip
