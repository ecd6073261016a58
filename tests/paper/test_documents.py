"""Every kind of document: its data are in it, its size is right, its bytes are the same each time."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from repatria.i18n import LANGUAGES
from repatria.paper import BadPaper, ManifestLine, ManifestPaper, WristbandSheet, pdf
from tests.paper.samples import ACROSS, AT, HASH, PETRO, SAMPLES, SIZES, made, reader, text_of

KINDS = sorted(SAMPLES)
MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_document_meets_the_standards_in_every_language(kind, code):
    file = made(SAMPLES[kind], code)
    root = reader(file).trailer["/Root"]
    assert root["/Lang"] == code
    assert root["/MarkInfo"]["/Marked"]
    metadata = root["/Metadata"].get_data()
    assert b"pdfuaid:part" in metadata
    assert b"pdfaid:part" in metadata


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_has_its_size(kind):
    width, height = SIZES.get(kind, (297, 210) if kind in ACROSS else (210, 297))
    for page in reader(made(SAMPLES[kind])).pages:
        assert float(page.mediabox.width) == pytest.approx(width * MILLIMETRE, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(height * MILLIMETRE, abs=0.1)


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ("statement", "agreement")])
def test_the_person_is_in_the_document_and_not_in_its_metadata(kind):
    file = made(SAMPLES[kind])
    assert "Іваненко" in text_of(file)
    found = reader(file)
    said = str(found.metadata) + found.trailer["/Root"]["/Metadata"].get_data().decode()
    assert not any(word in said for word in ("Іваненко", "Ivanenko", "Петро", "Orlov", "NTH-000123", "Camp 12"))
    assert found.outline == [] or "Іваненко" not in str(found.outline)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_data_and_time_give_the_same_bytes(kind):
    assert made(SAMPLES[kind], "ar") == made(SAMPLES[kind], "ar")


def test_another_process_gives_the_same_bytes():
    script = (
        "import sys; from tests.paper.samples import *; sys.stdout.buffer.write(made(SAMPLES['manifest'], 'uk'))"
    )
    other = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout
    assert other == made(SAMPLES["manifest"], "uk")


def test_another_time_gives_other_bytes():
    document = SAMPLES["manifest"]
    assert pdf(document, language_code="en", at=AT.replace(hour=13)) != made(document)


def test_a_time_without_zone_is_refused():
    with pytest.raises(BadPaper, match="time zone"):
        pdf(SAMPLES["manifest"], language_code="en", at=AT.replace(tzinfo=None))


def test_the_capture_card_keeps_lines_and_strikes_out_only_other_states_of_health():
    card = text_of(made(SAMPLES["capture card"]))
    assert "Олена Іваненко" in card
    assert "1988-??-??" in card
    assert "seriously wounded" in card


def test_the_card_refuses_a_fourth_and_an_unknown_language():
    for languages in (("uk", "ar", "fr"), ("xx",)):
        with pytest.raises(BadPaper, match="two or three languages"):
            made(type(SAMPLES["capture card"])("South", "A", languages=languages))


def test_each_bus_has_a_page_and_says_how_many_ride():
    pages = reader(made(SAMPLES["bus lists"])).pages
    assert ["Bus 1" in pages[0].extract_text(), "Bus 2" in pages[1].extract_text()] == [True, True]
    assert "1 person" in pages[0].extract_text()


def test_the_agreement_has_numbered_articles_annexes_by_hash_and_fingerprints():
    text = text_of(made(SAMPLES["agreement"]))
    assert "Article 1. Release" in text
    assert "Annex 1. List of North" in text
    assert text.replace(" ", "").count(HASH) == 2
    assert "not signed" in text


def test_the_statement_has_its_numbers_and_the_address_of_its_proof():
    text = text_of(made(SAMPLES["statement"])).replace(" ", "")
    assert "ReturnedtoNorth157" in text
    assert "https://repatria.example/v/12" in text


def test_threads_of_a_server_get_the_same_bytes():
    document = SAMPLES["manifest"]
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _turn: made(document, "ar"), range(12))) == {made(document, "ar")}


def test_a_wristband_shows_no_date_of_birth_number_or_rank():
    text = text_of(made(SAMPLES["wristbands"]))
    assert PETRO.code in text
    assert not any(str(hidden) in text for hidden in (PETRO.born, PETRO.number, PETRO.rank))


def test_six_wristbands_stand_on_a_sheet():
    bands = [replace(PETRO, code=f"N-{at}") for at in range(7)]
    assert [len(reader(made(WristbandSheet(bands[:n]))).pages) for n in (6, 7)] == [1, 2]


def test_a_long_manifest_repeats_its_headings_and_counts_its_pages():
    lines = [ManifestLine(replace(PETRO, code=f"N-{at}"), "North", "South") for at in range(400)]
    pages = [page.extract_text() for page in reader(made(ManifestPaper("Exchange", "m-1", lines))).pages]
    assert all("Seen by" in page for page in pages[:-1])
    assert f"Page 3 of {len(pages)}" in pages[2]
    assert "N-399" in "".join(pages)
