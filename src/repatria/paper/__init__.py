"""Documents on paper, as PDF in five languages: cards and certificates of the Conventions, the papers of a
handover, the agreement and the public statement.

Make the dataclass of a document, give it to :func:`pdf` with a language and the time, and get bytes.
"""

from repatria.paper.agreement import AgreementPaper, Annex, Article, Signature
from repatria.paper.bus_lists import Bus, BusLists, Seat
from repatria.paper.capture_card import CaptureCard
from repatria.paper.cards import Health
from repatria.paper.death_notice import DeathNotice
from repatria.paper.departure_list import Departure, DepartureList
from repatria.paper.effects_receipt import Effect, EffectsReceipt
from repatria.paper.errors import BadPaper, CannotTypeset, PaperError
from repatria.paper.internment_card import InternmentCard
from repatria.paper.listed import ListedPerson
from repatria.paper.manifest import ManifestLine, ManifestPaper
from repatria.paper.public_statement import PublicStatementPaper
from repatria.paper.repatriation_certificate import (
    Decision,
    RepatriationCertificate,
    RepatriationCertificates,
)
from repatria.paper.sheet import Printable, Sheet, pdf
from repatria.paper.wristbands import WristbandSheet

__all__ = [
    "AgreementPaper",
    "Annex",
    "Article",
    "BadPaper",
    "Bus",
    "BusLists",
    "CannotTypeset",
    "CaptureCard",
    "DeathNotice",
    "Decision",
    "Departure",
    "DepartureList",
    "Effect",
    "EffectsReceipt",
    "Health",
    "InternmentCard",
    "ListedPerson",
    "ManifestLine",
    "ManifestPaper",
    "PaperError",
    "Printable",
    "PublicStatementPaper",
    "RepatriationCertificate",
    "RepatriationCertificates",
    "Seat",
    "Sheet",
    "Signature",
    "WristbandSheet",
    "pdf",
]
