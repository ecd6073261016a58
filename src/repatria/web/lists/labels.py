"""The words for the columns of a list."""

from typing import Any

from django.utils.translation import gettext_lazy as _

FIELD_WORDS: dict[str, Any] = {
    "id": _("sender's number"),
    "line": _("line"),
    "surname": _("surname"),
    "given_name": _("given name"),
    "patronymic": _("patronymic"),
    "full_name_native": _("full name in his own script"),
    "alternate_names": _("other spellings"),
    "callsign": _("call sign"),
    "date_of_birth": _("date of birth"),
    "age": _("age"),
    "place_of_birth": _("place of birth"),
    "sex": _("sex"),
    "father_given_name": _("father's first name"),
    "mother_maiden_name": _("mother's maiden name"),
    "nationality": _("nationality"),
    "service_number": _("service number"),
    "rank": _("rank"),
    "unit": _("unit"),
    "occupation": _("occupation"),
    "category": _("category"),
    "power_of_origin": _("Power on which he depends"),
    "capture_date": _("date of capture"),
    "capture_place": _("place of capture"),
    "captor": _("captured by"),
    "site": _("place of detention"),
    "mail_address": _("address for mail"),
    "health": _("state of health"),
    "next_of_kin": _("next of kin"),
    "residence": _("last residence"),
    "marks": _("distinguishing marks"),
    "reply": _("reply"),
    "reply_date": _("date of the reply"),
    "source": _("source"),
    "source_date": _("date of the source"),
    "remarks": _("remarks"),
}
