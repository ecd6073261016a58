"""One document of each kind, about invented people, and what a reader finds in it."""

from datetime import UTC, date, datetime
from io import BytesIO

from pypdf import PdfReader

from repatria.paper import (
    AgreementPaper,
    Annex,
    Article,
    Bus,
    BusLists,
    CaptureCard,
    DeathNotice,
    Decision,
    Departure,
    DepartureList,
    Effect,
    EffectsReceipt,
    Health,
    InternmentCard,
    ListedPerson,
    ManifestLine,
    ManifestPaper,
    PublicStatementPaper,
    RepatriationCertificate,
    Seat,
    Signature,
    WristbandSheet,
    pdf,
)

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
PETRO = ListedPerson("N-0417-K7", "Іваненко Петро", "Ivanenko Petro", "1988-??-??", "NTH-000123", "сержант")
MUHAMMAD = ListedPerson("S-0001-A2", "محمد الحسيني", "Muhammad al-Husayni", date(1990, 3, 4), "STH-77", "رقيب")
BOTH = [PETRO, MUHAMMAD]

SAMPLES = {
    "capture card": CaptureCard(
        "South", "Іваненко", "Петро", born="1988-??-??", rank="сержант", service_number="NTH-000123",
        next_of_kin_address="Олена Іваненко\nвул. Садова 7-Б", health=Health.SICK, languages=("uk", "ar"),
    ),
    "internment card": InternmentCard("South", "Іваненко", "Петро", occupation="учитель", born="1988-??-??"),
    "certificate": RepatriationCertificate("Іваненко", "Петро", born="1988-??-??", decision=Decision.DIRECT),
    "death notice": DeathNotice("Camp 12", "South", "Іваненко", "Петро", died_on="2026-01-??", grave_marked=True),
    "manifest": ManifestPaper(
        "Exchange of 314", "manifest-1", [ManifestLine(p, "North", "South") for p in BOTH], AT.date(), sha256=HASH
    ),
    "bus lists": BusLists(
        "Exchange of 314", "manifest-1",
        [Bus("Bus 1", [Seat("1", PETRO)], 40), Bus("Bus 2", [Seat("2", MUHAMMAD)])],
    ),
    "departure list": DepartureList("Camp 12", [Departure(p, "yes", 25.5) for p in BOTH], manifest="manifest-1"),
    "wristbands": WristbandSheet(BOTH, "manifest-1"),
    "receipt": EffectsReceipt("R-1", PETRO, [Effect("Watch")], "Orlov", "captain", "Guard company 3"),
    "statement": PublicStatementPaper(
        "157 came home", ["They crossed at noon."], [("Returned to North", 157)], "https://repatria.example/v/12"
    ),
    "agreement": AgreementPaper(
        "On the exchange of 314", ["North", "South"],
        [Article("Release", ["All on the list are released."]), Article("Days", ["One.", "Two."])],
        [Signature("North", "Orlov", "head of delegation", AT, "SHA256:" + HASH), Signature("South", "Noor")],
        [Annex("List of North", HASH, 157)], number="agreement-1",
    ),
}  # fmt: skip
"""By name of the kind."""

SIZES = {"capture card": (150, 105), "internment card": (150, 105), "certificate": (148, 210)}
ACROSS = {"manifest", "wristbands"}

__all__ = ["ACROSS", "AT", "HASH", "MUHAMMAD", "PETRO", "SAMPLES", "SIZES", "made", "reader", "text_of"]


def made(document, language="en"):
    return pdf(document, language_code=language, at=AT)


def reader(file: bytes) -> PdfReader:
    return PdfReader(BytesIO(file))


def text_of(file: bytes) -> str:
    """All text of all pages, white space as one space."""
    return " ".join(" ".join(page.extract_text() for page in reader(file).pages).split())
