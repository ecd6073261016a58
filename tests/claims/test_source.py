from datetime import date

import pytest

from repatria.claims import CannotReadReport
from repatria.claims.source import parse, read

PAGE = """<!doctype html><html><head><title>t</title><meta property="article:published_time" content="2026-02-05">
<script>document.write("314 prisoners each")</script></head><body><article><h1>Exchange</h1>
<p>ABU DHABI, 5 February 2026. Ukraine and Russia exchanged 157 prisoners each on Thursday, the mediators said in a
long statement that was published in the afternoon and confirmed by both capitals.</p>
<p onclick="steal()">The exchange was mediated by the United Arab Emirates and the United States.</p>
</article></body></html>"""


def test_a_page_gives_its_text_and_its_date_and_no_script():
    source = parse(PAGE.encode())
    assert "157 prisoners each" in source.text
    assert "314" not in source.text
    assert "steal" not in source.text
    assert (source.page_date, source.from_page) == (date(2026, 2, 5), True)


def test_a_page_of_little_text_is_read_too():
    assert "75 for 75" in parse(b"<html><body><p>Swap: 75 for 75</p><script>x</script></body></html>").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_texts(encoding):
    assert parse("У четвер обмін".encode(encoding)).text == "У четвер обмін"


def test_an_old_encoding_is_told():
    text = "Вчера Россия и Украина обменялись пленными по формуле сто на сто. Посредниками выступили Эмираты. " * 3
    source = parse(text.encode("cp1251"))
    assert (source.text, source.encoding.lower()) == (text, "windows-1251")


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x89PNG\r\n", b"\x00\x01\x02\x00\x00" * 50])
def test_a_file_that_is_no_text_is_refused(data):
    with pytest.raises(CannotReadReport):
        parse(data, "report.pdf")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(CannotReadReport, match=r"gone\.txt"):
        read(tmp_path / "gone.txt")
