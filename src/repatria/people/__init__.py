"""Lists as the sides send them: read CSV, XLSX and PFIF, name every bad row, write them back.

A list is a claim, not a fact: rows stay as they came, with file, row number and hash; cleaning adds, and never
overwrites.
"""

from repatria.people.dates import DateStyle, PartialDate, Precision, read_date
from repatria.people.errors import BadColumns, CannotWriteList, ListError, Refused, Undecided
from repatria.people.fields import DATES, FIELDS, LINKAGE, NAMES, Field
from repatria.people.for_matching import list_frame
from repatria.people.headings import parse_columns
from repatria.people.limits import DEFAULT, Limits
from repatria.people.neutral import neutral, restored
from repatria.people.pfif_writing import Publisher, write_pfif
from repatria.people.reader import Decisions, read_list, read_lists
from repatria.people.reading import Reading
from repatria.people.remarks import About, Effect, Question, Rejected, in_words
from repatria.people.report import write_report
from repatria.people.senders import Sender, recall, remember
from repatria.people.writing import write_list, write_rows

__all__ = [
    "DATES",
    "DEFAULT",
    "FIELDS",
    "LINKAGE",
    "NAMES",
    "About",
    "BadColumns",
    "CannotWriteList",
    "DateStyle",
    "Decisions",
    "Effect",
    "Field",
    "Limits",
    "ListError",
    "PartialDate",
    "Precision",
    "Publisher",
    "Question",
    "Reading",
    "Refused",
    "Rejected",
    "Sender",
    "Undecided",
    "in_words",
    "list_frame",
    "neutral",
    "parse_columns",
    "read_date",
    "read_list",
    "read_lists",
    "recall",
    "remember",
    "restored",
    "write_list",
    "write_pfif",
    "write_report",
    "write_rows",
]
