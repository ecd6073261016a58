"""Small lists for tests. Every person is invented."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from repatria.people import DateStyle, Decisions, Reading, read_lists

TODAY = date(2026, 11, 23)
HEADER = ["name", "born", "number"]
NORTHERNERS = [
    ["Ковальчук Михайло Іванович", "1997-04-22", "R-8505"],
    ["Ґалаґан Дмитро Степанович", "2002-03-16", "R-4959"],
    ["Поліщук Юрій Миколайович", "2000-07-25", "R-5592"],
]
SOUTHERNERS = [
    ["Воробьёв Пётр Николаевич", "1981-05-21", "R-8878"],
    ["Щукин Фёдор Ильич", "1965-06-27", "R-3688"],
    ["Хабибуллин Эльдар Петрович", "1998-11-19", "R-7145"],
]
EASTERNERS = [
    ["محمد أحمد الحسن", "1979-05-18", "R-4438"],
    ["خالد إبراهيم العلي", "1979-06-16", "R-2537"],
    ["يحيى عيسى", "1973-04-17", "R-2261"],
]


def as_text(rows: list[list[str]], header: list[str] | None = None, comma: str = ",") -> str:
    lines = [comma.join(row) for row in [HEADER if header is None else header, *rows] if row]
    return "\r\n".join(lines) + "\r\n"


def decided(**settled: object) -> Decisions:
    settled.setdefault("dates", DateStyle(reference_day=TODAY))
    return Decisions(**settled)  # type: ignore[arg-type]


def read(path: Path, **settled: object) -> Reading:
    readings = read_lists(path, decided(**settled))
    assert len(readings) == 1
    return readings[0]


def read_text(folder: Path, text: str | bytes, name: str = "list.csv", **settled: object) -> Reading:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, **settled)


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def sheet(rows: list[list[str]], extra: str = "") -> str:
    """A worksheet's XML with the rows as text; `extra` goes behind the data (merged cells)."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + i)}{number}", text) for i, text in enumerate(row) if text)
        lines.append(f'<row r="{number}">{cells}</row>')
    return _worksheet("".join(lines), extra)


def _worksheet(data: str, extra: str = "") -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{data}</sheetData>{extra}</worksheet>'


def workbook(sheets: dict[str, str], hidden: tuple[str, ...] = ()) -> bytes:
    """A minimal XLSX package (ECMA-376) of sheet name -> worksheet XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    named, related, types = "", "", ""
    for number, name in enumerate(sheets, 1):
        state = ' state="hidden"' if name in hidden else ""
        named += f'<sheet name="{name}" sheetId="{number}"{state} r:id="r{number}"/>'
        related += f'<Relationship Id="r{number}" Type="{links}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        types += (
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        f'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="w" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{related}</Relationships>',
    }
    parts |= {f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), 1)}
    return zipped({name: content.encode() for name, content in parts.items()})
