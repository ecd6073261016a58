"""Paper: a manifest of 1,000 lines with a QR code each, wristbands for all, and one capture card."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from benchmarks.figures import Figure, peak_megabytes, stopwatch
from repatria.paper import CaptureCard, ListedPerson, ManifestLine, ManifestPaper, WristbandSheet, pdf

PERSONS = 1_000
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES = [("Іваненко Петро Олексійович", "Ivanenko Petro"), ("محمد عبد الله الحسيني", "Muhammad al-Husayni")]


def persons() -> list[ListedPerson]:
    names = (NAMES[at % len(NAMES)] for at in count())
    return [
        ListedPerson(f"N-{at:04}-K7", *next(names), born="1988-??-??", number=f"NTH-{at:06}", rank="сержант")
        for at in range(PERSONS)
    ]


def run() -> list[Figure]:
    people = persons()
    figures = []
    manifest = ManifestPaper("Exchange", "manifest-1", [ManifestLine(each, "North", "South") for each in people])
    for name, document, goal in (
        (f"manifest of {PERSONS:,} lines", manifest, "< 10 s"),
        (f"{PERSONS:,} wristbands", WristbandSheet(people), "< 10 s"),
        ("one capture card", CaptureCard("South", "Іваненко", "Петро", languages=("uk", "ar")), ""),
    ):
        with stopwatch() as clock:
            made = pdf(document, language_code="ar", at=AT)
        note = f"{len(made) / 1e6:.2f} MB, Arabic"
        figures.append(Figure(f"paper: {name}", f"{clock.seconds:.2f} s", goal, note))
    for at in range(6):
        pdf(replace(manifest, stage=str(at)), language_code="en", at=AT)
    figures.append(Figure("paper: peak memory after six more manifests", f"{peak_megabytes():,.0f} MB", "< 600 MB"))
    return figures
