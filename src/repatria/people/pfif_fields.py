"""PFIF 1.4 (People Finder Interchange Format, 29 May 2012) beside our fields.

What may harm a person never leaves: pictures, profiles, phone and mail of the person found, the place of detention,
the captor.
"""

NAMESPACE = "http://zesty.ca/pfif/1.4"
READ_NAMESPACES = tuple(f"http://zesty.ca/pfif/1.{minor}" for minor in (1, 2, 3, 4))

TO_OURS = {
    "person_record_id": "id",
    "full_name": "full_name_native",
    "family_name": "surname",
    "given_name": "given_name",
    "alternate_names": "alternate_names",
    "sex": "sex",
    "date_of_birth": "date_of_birth",
    "age": "age",
    "description": "marks",
    "source_name": "source",
    "source_date": "source_date",
    "status": "reply",
}
"""PFIF person field (and the status of the latest note) -> our field."""

RENAMED = {
    "first_name": "given_name",
    "last_name": "family_name",
    "other": "description",
    "found": "author_made_contact",
}
"""Names of versions before 1.4 -> names of 1.4."""

HOME = ("home_street", "home_neighborhood", "home_city", "home_state", "home_postal_code", "home_country")

PERSON = (
    "person_record_id", "entry_date", "expiry_date", "author_name", "author_email", "author_phone", "source_name",
    "source_date", "source_url", "full_name", "given_name", "family_name", "alternate_names", "description", "sex",
    "date_of_birth", "age", *HOME, "photo_url", "profile_urls",
)  # fmt: skip
"""The fields of a person, in the order of the specification."""

KEPT_ON_EXPIRY = ("person_record_id", "source_date", "entry_date", "expiry_date")

STATUS_OF_REPLY = {
    "held": "believed_alive",
    "released": "believed_alive",
    "not_held": "believed_missing",
    "deceased": "believed_dead",
    "claimed_deceased": "information_sought",
    "unknown": "information_sought",
    "refused_to_answer": "information_sought",
    "": "information_sought",
}
"""Our reply to a list -> PFIF status. A death is only told with its certificate (GC III 120)."""
