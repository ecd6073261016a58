"""What was put in is found again: QR codes, Arabic in its order, words for who cannot see."""

import shutil
import subprocess

import pytest
import zxingcpp

from tests.paper.samples import MUHAMMAD, PETRO, SAMPLES, made, reader, text_of


def codes_in(file: bytes) -> list[str]:
    found = []
    for page in reader(file).pages:
        for picture in page.images:
            square = picture.image.convert("L")
            large = square.resize((square.width * 6, square.height * 6), resample=0)
            found += [code.text for code in zxingcpp.read_barcodes(large)]
    return found


@pytest.mark.parametrize("kind", ["manifest", "wristbands"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_qr_code_says_the_line_code(kind, language):
    assert sorted(codes_in(made(SAMPLES[kind], language))) == sorted([PETRO.code, MUHAMMAD.code])


def test_the_statement_leads_to_its_proof():
    assert codes_in(made(SAMPLES["statement"])) == ["https://repatria.example/v/12"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arabic_letters_come_back_in_logical_order(language):
    text = text_of(made(SAMPLES["manifest"], language))
    for word in (*MUHAMMAD.name.split(), MUHAMMAD.rank):
        assert word in text


def test_a_whole_arabic_name_comes_back_in_order():
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed, so the order of words cannot be read back")
    file = made(SAMPLES["wristbands"], "ar")
    text = subprocess.run(["pdftotext", "-", "-"], input=file, capture_output=True, check=True).stdout.decode()
    plain = "".join(letter for letter in text if letter not in "\u202a\u202b\u202c")
    assert MUHAMMAD.name in plain


def test_partial_dates_and_codes_are_whole_in_an_arabic_document():
    text = text_of(made(SAMPLES["manifest"], "ar"))
    assert "1988-??-??" in text
    assert PETRO.code in text


def test_a_qr_code_has_words_for_who_cannot_see_it():
    file = made(SAMPLES["wristbands"])
    assert f"QR code: {PETRO.code}" in alternatives(reader(file).trailer["/Root"]["/StructTreeRoot"])


def alternatives(node) -> list[str]:
    node = node.get_object()
    if isinstance(node, list):
        return [each for part in node for each in alternatives(part)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (alternatives(node["/K"]) if "/K" in node else [])
