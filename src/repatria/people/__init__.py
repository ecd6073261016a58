"""Lists as the sides send them: read CSV, XLSX and PFIF, name every bad row, write them back.

A list is a claim, not a fact: rows stay as they came, with file, row number and hash; cleaning adds, never overwrites.
"""

from repatria.people.dates import DateStyle, PartialDate, Precision, read_date
from repatria.people.errors import BadColumns, ListError, Refused, Undecided
from repatria.people.fields import DATES, FIELDS, LINKAGE, NAMES, Field
from repatria.people.for_matching import list_frame
from repatria.people.limits import DEFAULT, Limits
from repatria.people.reader import Decisions, read_list, read_lists
from repatria.people.reading import Reading
from repatria.people.remarks import Effect, Question, Rejected

__all__ = [
    "DATES",
    "DEFAULT",
    "FIELDS",
    "LINKAGE",
    "NAMES",
    "BadColumns",
    "DateStyle",
    "Decisions",
    "Effect",
    "Field",
    "Limits",
    "ListError",
    "PartialDate",
    "Precision",
    "Question",
    "Reading",
    "Refused",
    "Rejected",
    "Undecided",
    "list_frame",
    "read_date",
    "read_list",
    "read_lists",
]
