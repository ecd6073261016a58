"""Bad and hostile data: nothing is read as markup, nothing runs over the edge, errors name the line alone."""

import json
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from repatria.paper import (
    BadPaper,
    Bus,
    BusLists,
    CaptureCard,
    EffectsReceipt,
    ListedPerson,
    ManifestLine,
    ManifestPaper,
    Seat,
    WristbandSheet,
)
from repatria.paper.letters import has_glyph
from tests.paper.samples import PETRO, SAMPLES, made, reader, text_of

MARKUP = [
    '#panic("x")',
    "*bold* _it_",
    "$x^2$",
    '"); #read("/etc/passwd")',
    "\\u{41} @ref <label>",
    "// gone /* too */",
]


def manifest(*names: str) -> ManifestPaper:
    lines = [ManifestLine(ListedPerson(f"L-{at}", name, name), "N", "S") for at, name in enumerate(names)]
    return ManifestPaper("Exchange", "m-1", lines)


@pytest.mark.parametrize("name", MARKUP)
def test_markup_in_a_name_is_printed_as_it_stands(name):
    assert name.replace(" ", "") in text_of(made(manifest(name))).replace(" ", "")


@pytest.mark.shared
def test_naughty_strings_pass_through_every_name_field(shared):
    strings = json.loads((shared / "data/badinput/public/blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 250
    for code in ("en", "ar"):
        file = made(manifest(*strings), code)
        assert b"pdfaid" in file
        assert f"L-{len(strings) - 1}" in text_of(file)
    for name in strings[::10]:
        assert b"pdfaid" in made(CaptureCard(name, name, name, next_of_kin_address=name, addressee=name))


def test_a_missing_glyph_is_visible_and_explained():
    text = text_of(made(manifest("王 小明")))
    assert "[U+738B]" in text
    assert "its number in Unicode" in text
    assert not has_glyph("王")
    assert "its number in Unicode" not in text_of(made(manifest("Petro")))


@pytest.mark.parametrize("name", ["W" * 500, "Щ" * 500, "م" * 500, "Петро " * 83, "-" * 500, "7-B – " * 83])
def test_500_letters_stay_on_the_page_and_none_is_lost(name):
    for document in (manifest(name), WristbandSheet([replace(PETRO, name=name)]), CaptureCard("S", name, name)):
        file = made(document)
        wanted = name.replace(" ", "")[:400]
        assert wanted[:1] * 3 in text_of(file).replace(" ", "") or wanted[:12] in text_of(file).replace(" ", "")
        assert_inside(file)


def assert_inside(file: bytes) -> None:
    """No word begins or ends outside the page (needs poppler's pdftotext)."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed, so the places of words cannot be measured")
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=file, capture_output=True, check=True).stdout
    width = float(reader(file).pages[0].mediabox.width)
    edges = [float(edge) for edge in re.findall(rb'xMax="([0-9.]+)"', boxes)]
    assert edges
    assert max(edges) <= width - 10


def test_two_lines_with_one_code_are_refused_by_number():
    with pytest.raises(BadPaper, match="lines 1 and 3") as refused:
        made(WristbandSheet([PETRO, replace(PETRO, code="X-2"), PETRO]))
    assert "Іваненко" not in str(refused.value)


def test_a_line_without_code_is_refused():
    with pytest.raises(BadPaper, match="line 2 has no line code"):
        made(WristbandSheet([PETRO, replace(PETRO, code=" ")]))


def test_a_code_too_long_for_a_qr_code_is_refused():
    with pytest.raises(BadPaper, match="too long"):
        made(WristbandSheet([replace(PETRO, code="N" * 5000)]))


def test_a_bus_with_more_people_than_places_is_refused():
    seats = [Seat(str(at), replace(PETRO, code=f"L-{at}")) for at in range(3)]
    with pytest.raises(BadPaper, match="2 places and 3 people"):
        made(BusLists("E", "m-1", [Bus("Bus 1", seats, places=2)]))


def test_a_receipt_needs_a_thing_and_an_officer_who_can_be_found():
    receipt = SAMPLES["receipt"]
    assert isinstance(receipt, EffectsReceipt)
    for broken, said in (
        (replace(receipt, effects=[]), "at least one"),
        (replace(receipt, officer_unit=" "), "unit"),
    ):
        with pytest.raises(BadPaper, match=said):
            made(broken)


def test_an_empty_list_is_still_a_paper():
    assert "0 persons" in text_of(made(manifest()))
