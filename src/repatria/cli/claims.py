"""``repatria claims``: a news report against the public history."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click
from rich.table import Table

from repatria.claims import CannotReadReport, Report, check
from repatria.claims import source as sources
from repatria.claims.claim_review import reviews
from repatria.claims.html_report import SIGNS, page, type_word
from repatria.cli.history import own_rows
from repatria.cli.screen import CannotRead, existing_file, paper, print_json, progress, say
from repatria.history import History, load
from repatria.i18n import _
from repatria.whole_file import whole_file

READABLE = {".txt", ".text", ".md", ".html", ".htm", ".xhtml"}


@click.command("claims")
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day of the report, if it does not say.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as one JSON document.")
@click.option("--html", "as_html", type=click.Path(path_type=Path), help="Write the marked report into this file.")
@click.option(
    "--schema-org", type=click.Path(path_type=Path), help="Write ClaimReview data (JSON-LD) into this file."
)
@click.pass_context
def command(
    ctx: click.Context,
    report: Path,
    as_of: datetime | None,
    as_json: bool,
    as_html: Path | None,
    schema_org: Path | None,
) -> None:
    """Check every claim of REPORT (a text, a saved page, or a folder of these) against the public history."""
    day = as_of.date() if as_of else None
    history = load(own_rows())
    if report.is_dir():
        if as_html or schema_org:
            raise click.UsageError(_("--html and --schema-org take one report, not a folder"))
        ctx.exit(_folder(report, day, as_json, history))
    checked, from_page = _checked(existing_file(report), day, history)
    if as_html:
        _save(as_html, page(checked, report.name))
    if schema_org:
        _save_json(schema_org, reviews(checked, report.name))
    if as_json:
        print_json(checked.document(report.name, with_text=from_page))
    elif not as_html and not schema_org:
        _show(checked, report.name)


def _checked(path: Path, day: date | None, history: History) -> tuple[Report, bool]:
    read = sources.read(path)
    if read.encoding not in ("utf-8-sig", "utf-16"):
        say(_("{file} is not UTF-8; it was read as {encoding}").format(file=path.name, encoding=read.encoding))
    return check(read.text, history, day, read.page_date), read.from_page


def _folder(folder: Path, day: date | None, as_json: bool, history: History) -> int:
    files = sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in READABLE)
    if not files:
        raise CannotRead(_("{folder} holds no .txt or .html report").format(folder=folder))
    answers: list[dict[str, object]] = []
    refused = 0
    with progress(_("Checking {n} reports").format(n=len(files)), len(files)) as steps:
        for number, (path, checked) in enumerate(_each(files, day, history), 1):
            if isinstance(checked, CannotReadReport):
                refused += 1
                answers.append({"report": path.name, "refused": str(checked)})
                say(str(checked))
            else:
                answers.append(checked.document(path.name))
                if not as_json:
                    _show_line(path.name, checked)
            steps.reached(number)
    if as_json:
        print_json(answers)
    return 1 if refused else 0


def _each(
    files: list[Path], day: date | None, history: History
) -> Iterator[tuple[Path, Report | CannotReadReport]]:
    for path in files:
        try:
            yield path, _checked(path, day, history)[0]
        except CannotReadReport as cause:
            yield path, cause


def _show_line(name: str, report: Report) -> None:
    counts = {verdict: sum(c.verdict == verdict for c in report.claims) for verdict in SIGNS}
    paper.print(
        _("{name}: {day}, {true} true, {false} false, {unknown} unknown, {n} contradictions").format(
            name=name, day=report.as_of or _("day unknown"), n=len(report.contradictions), **counts
        ),
        markup=False,
    )


def _show(report: Report, name: str) -> None:
    day = report.as_of or _("unknown")
    paper.print(
        _("{name}: day of the report {day} ({how})").format(name=name, day=day, how=report.how_dated), markup=False
    )
    for note in report.notes:
        paper.print(note, markup=False)
    if not report.claims:
        paper.print(_("No claim about an exchange of captives was found."), markup=False)
        return
    paper.print(_table(report))
    for c in report.contradictions:
        text = _("Contradicts itself: “{one}” against “{other}”: {why}")
        paper.print(text.format(one=c.between[0], other=c.between[1], why=c.why), markup=False)
    for q in report.quotations:
        text = _("Quotation “{text}”: {why}")
        paper.print(text.format(text=" ".join(q.text_span.split())[:90], why=q.because), markup=False)
    for u in report.cannot_be_checked:
        text = _("Cannot be checked: “{text}” ({why})")
        paper.print(text.format(text=" ".join(u.text_span.split())[:90], why=u.why), markup=False)


def _table(report: Report) -> Table:
    shown = Table(pad_edge=False)
    shown.add_column("")
    shown.add_column(_("claim"), ratio=2)
    shown.add_column(_("subject"), no_wrap=True)
    shown.add_column(_("what the record says"), ratio=4)
    styles = {"true": "green", "false": "red", "unknown": "yellow"}
    for claim in report.claims:
        span = " ".join(claim.text_span.split()).replace("[", "\\[")
        because = claim.because.replace("[", "\\[")
        sign = f"{SIGNS[claim.verdict]} {_VERDICTS[claim.verdict]()}"
        shown.add_row(sign, span, type_word(claim.claim_type), because, style=styles[claim.verdict])
    return shown


_VERDICTS = {"true": lambda: _("true"), "false": lambda: _("false"), "unknown": lambda: _("unknown")}


def _save(file: Path, text: str) -> None:
    with whole_file(file) as out:
        out.write(text.encode())
    say(_("written: {file}").format(file=file))


def _save_json(file: Path, document: dict[str, object]) -> None:
    _save(file, json.dumps(document, ensure_ascii=False, indent=1))
