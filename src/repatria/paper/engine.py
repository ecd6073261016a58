"""The typesetter: a template and JSON become a PDF or a picture.

Data reach the template as one JSON document and are only ever shown. The fonts are those of this package and no
others; the time is passed in: so the same data give the same bytes on every machine with the same version.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from repatria.i18n import _
from repatria.paper.errors import BadPaper, CannotTypeset

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]


_LARGE, _GENERATIONS = 200_000, 11
"""Letters of JSON from which on a document is large; compilations after which the compiler forgets what it knew."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_HERE / "fonts")])


def _compiler(template: str, data: str) -> typst.Compiler:
    return typst.Compiler(
        str(_TEMPLATES / template),
        root=str(_TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )


def _forget() -> None:
    # The compiler keeps the parts of its last ten documents: 200 MB for a manifest of 1,000, and people's names.
    nothing = _compiler("empty.typ", "")
    for _again in range(_GENERATIONS):
        nothing.compile(format="png", ppi=1)


def typeset_pdf(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Give a tagged PDF (PDF/A-2a and PDF/UA-1), dated `at`.

    Raises:
        BadPaper: `at` has no time zone.
        CannotTypeset: the template is at fault.
    """
    if at.tzinfo is None:
        raise BadPaper(_("the time at which a document is made needs its time zone"))
    letters = json.dumps(data, ensure_ascii=True)
    compiler = _compiler(template, letters)
    try:
        return _one(compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=at))
    except typst.TypstError:
        return _without_standards(compiler, at)
    finally:
        if len(letters) > _LARGE:
            _forget()


def _without_standards(compiler: typst.Compiler, at: datetime) -> bytes:
    # The standards refuse rare letter combinations that no font joins; the document is still needed on the day.
    try:
        return _one(compiler.compile(format="pdf", timestamp=at))
    except typst.TypstError as cause:
        raise CannotTypeset(_("the document could not be typeset; nothing was printed")) from cause


def typeset_png(template: str, data: Mapping[str, Any], *, pixels_per_inch: float) -> bytes:
    """Give the first page as a PNG.

    Raises:
        CannotTypeset: the template is at fault.
    """
    try:
        made = _compiler(template, json.dumps(data)).compile(format="png", ppi=pixels_per_inch)
    except typst.TypstError as cause:
        raise CannotTypeset(_("the picture could not be drawn")) from cause
    return _one(made)


def _one(made: bytes | list[bytes] | None) -> bytes:
    if isinstance(made, list):
        made = made[0]
    if made is None:
        raise CannotTypeset(_("the document could not be typeset; nothing was printed"))
    return made
