"""Lists as the sides send them: read CSV, XLSX and PFIF, name every bad row, write them back.

A list is a claim, not a fact: rows stay as they came, with file, row number and hash; cleaning adds, never overwrites.
"""

from repatria.people.errors import BadColumns, ListError, Refused, Undecided
from repatria.people.fields import DATES, FIELDS, LINKAGE, NAMES, Field
from repatria.people.limits import DEFAULT, Limits
from repatria.people.reading import Reading, list_frame, read_list
from repatria.people.remarks import Effect, Question, Rejected

__all__ = [
    "DATES",
    "DEFAULT",
    "FIELDS",
    "LINKAGE",
    "NAMES",
    "BadColumns",
    "Effect",
    "Field",
    "Limits",
    "ListError",
    "Question",
    "Reading",
    "Refused",
    "Rejected",
    "Undecided",
    "list_frame",
    "read_list",
]
