"""The square on our own paper, before a tablet's camera: the line opens, and is answered."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from pypdf import PdfReader

from repatria import paper
from repatria.handover import Line, Outcome
from repatria.web.handover.papers import manifest_paper
from tests.handover.cast import line, manifest
from tests.hub.conftest import NOON
from tests.hub.tablets import RunningHub, several
from tests.hub.test_tablets import eventually, outcome

LINES = tuple(line(n, "NTH" if n <= 3 else "STH", names=(f"Person {n}",), seat=n) for n in range(1, 7))
FRAMES = 20


@pytest.fixture
def hub(tmp_path):
    running = RunningHub(tmp_path / "hub", manifest(lines=LINES, reserve=(), days=(date(2026, 2, 5),)))
    yield running
    running.kill()


@pytest.fixture
def tablets(chromium, hub, tmp_path):
    with several(chromium, hub, tmp_path) as make:
        yield make


def squares(lines: tuple[Line, ...]) -> list[Image.Image]:
    """The squares of the printed manifest, line after line."""
    made = manifest_paper(manifest(lines=lines, reserve=()), lines, "The road")
    file = PdfReader(io.BytesIO(paper.pdf(made, language_code="en", at=NOON)))
    return [picture.image.convert("L") for page in file.pages for picture in page.images]


def film(square: Image.Image, place: Path) -> Path:
    """What a camera sees: the square on a grey table, askew, not quite sharp, moving a little."""
    frames = []
    for number in range(FRAMES):
        large = square.resize((square.width * 8, square.height * 8), resample=0)
        seen = Image.new("L", (1280, 720), 150)
        turned = large.rotate(9 + number / 4, expand=True, fillcolor=150)
        seen.paste(turned, (380 + number, 120))
        out = io.BytesIO()
        seen.filter(ImageFilter.GaussianBlur(1.2)).convert("RGB").save(out, "JPEG", quality=80)
        frames.append(out.getvalue())
    place.write_bytes(b"".join(frames))
    return place


def test_a_line_is_scanned_from_our_own_paper_and_received(tablets, hub, tmp_path):
    tablets("table", "mediator")
    seen = film(squares(LINES)[1], tmp_path / "camera.mjpeg")
    iris = tablets("iris", "icrc", camera=seen)
    iris.context.set_offline(True)  # the reader is on the tablet: it needs no hub
    iris.page.click("#scan")
    iris.page.wait_for_selector(f'#person[data-subject="{LINES[1].code}"]')
    iris.page.click('[data-answer="received"]')
    iris.context.set_offline(False)
    iris.wait_sent()
    eventually(lambda: outcome(hub, 2) is Outcome.PENDING)


def test_a_square_of_another_list_opens_nobody(tablets, tmp_path):
    tablets("table", "mediator")
    stranger = line(88, "NTH", seat=88)
    iris = tablets("iris", "icrc", camera=film(squares((stranger,))[0], tmp_path / "camera.mjpeg"))
    iris.page.click("#scan")
    iris.page.wait_for_selector(".problem:not(:empty)")
    assert "not of this list" in iris.page.inner_text(".problem:not(:empty)")


def test_without_a_camera_one_types(tablets):
    tablets("table", "mediator")
    iris = tablets("iris", "icrc")
    iris.page.click("#scan")
    iris.page.wait_for_function("() => document.body.textContent.includes('type the number')")
    iris.page.click("#scan-stop")
    iris.show(3)
