"""``repatria history``: the public account of exchanges, and rows that join it."""

from datetime import date
from pathlib import Path

import click
from rich.table import Table

from repatria.cli.screen import data_folder, existing_file, paper, print_json, say
from repatria.history import About, BadExchange, Exchange, History, check, from_entries, load, with_rows
from repatria.history import table as rows_of
from repatria.history import words as say_of
from repatria.history.documents import document
from repatria.history.packaged import text_of
from repatria.history.timeline import timeline_svg
from repatria.i18n import _, ngettext
from repatria.record import entries_of, origin_of
from repatria.whole_file import whole_file


def own_rows() -> Path:
    """The file in which this installation keeps the rows that it added."""
    return data_folder() / "history" / "exchanges.csv"


@click.group("history", invoke_without_command=True)
@click.option("--conflict", help="Only this conflict, e.g. Russia-Ukraine.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON document.")
@click.option("--svg", type=click.Path(path_type=Path), help="Draw a timeline into this file.")
@click.option("--csv", "as_csv", type=click.Path(path_type=Path), help="Write the table into this file.")
@click.option("--pauses", type=click.IntRange(0, 100), default=5, show_default=True, help="How many pauses.")
@click.pass_context
def command(
    ctx: click.Context,
    conflict: str | None,
    as_json: bool,
    svg: Path | None,
    as_csv: Path | None,
    pauses: int,
) -> None:
    """Show the public history: totals, pauses, and what each exchange is first and largest since."""
    if ctx.invoked_subcommand:
        return
    if as_json and svg:
        raise click.UsageError(_("--json and --svg are two answers: ask for one at a time"))
    history = load(own_rows())
    history = history.of(conflict) if conflict else history
    if svg:
        _save(svg, timeline_svg(history))
    if as_csv:
        _save(as_csv, rows_of.write(history))
    if as_json:
        print_json(document(history, pauses))
    elif not svg and not as_csv:
        _show(history, pauses)


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--correction", is_flag=True, help="The rows replace exchanges of the same id.")
@click.option("--check-only", is_flag=True, help="Say whether the rows would be taken; take none.")
def add(file: Path, correction: bool, check_only: bool) -> None:
    """Add the rows of FILE (CSV in the columns of the table), all of them or none."""
    new = list(rows_of.read(text_of(existing_file(file))))
    history = load(own_rows())
    for line, row in new:
        _checked(history, line, row, correction)
        history = with_rows(history, [row])
    if not check_only:
        _keep([row for _line, row in new])
    said = ngettext("{n} row is in order", "{n} rows are in order", len(new))
    say(said.format(n=len(new)) if check_only else _("{n} rows joined the history").format(n=len(new)))


@command.command("join")
@click.argument("folder", metavar="RECORD", type=click.Path(path_type=Path, file_okay=False))
@click.option("--conflict", default="", help="Plain name of the conflict (the codes of the sides if not given).")
@click.option("--place", default="", help="Where people were handed over.")
@click.option("--code", "codes", multiple=True, metavar="NTH=UKR", help="The history's code for a party; repeat.")
@click.option("--check-only", is_flag=True, help="Say what would join; take nothing.")
def join(folder: Path, conflict: str, place: str, codes: tuple[str, ...], check_only: bool) -> None:
    """Let the exchanges of a RECORD folder join the history, counted from its receipts.

    The record is verified first. Rows that stand in the history already are passed over.
    """
    about = About(conflict, place, codes=dict(map(_code, codes)))
    made = from_entries(entries_of(folder), _("record {origin}").format(origin=origin_of(folder)), about)
    history = load(own_rows())
    new = [row for row in made if not _stands(row, history)]
    for row in new:
        check(row, history, date.today())
        history = with_rows(history, [row])
    if new and not check_only:
        _keep(new)
    for row in made:
        numbers = [f"{say_of.party(side.name)} {say_of.number(side)}" for side in row.sides]
        say(f"{row.id}: {'; '.join(numbers)}" + ("" if row in new else " " + _("(known already)")))
    said = ngettext("{n} handover joined the history", "{n} handovers joined the history", len(new))
    if not check_only:
        say(said.format(n=len(new)))


def _code(option: str) -> tuple[str, str]:
    ours, _equals, theirs = option.partition("=")
    if not ours or not theirs:
        raise click.UsageError(_("--code: write it as NTH=UKR"))
    return ours, theirs


def _stands(row: Exchange, history: History) -> bool:
    known = next((k for k in history if k.id == row.id), None)
    return known is not None and (known.date, known.a, known.b) == (row.date, row.a, row.b)


def _checked(history: History, line: int, row: Exchange, correction: bool) -> None:
    try:
        check(row, history, date.today(), correction)
    except BadExchange as fault:
        raise fault.at(line) from None


def _keep(new: list[Exchange]) -> None:
    store = own_rows()
    store.parent.mkdir(parents=True, exist_ok=True)
    old = [row for _line, row in rows_of.read(text_of(store))] if store.exists() else []
    _save(store, rows_of.write([*old, *new]))


def _save(file: Path, text: str) -> None:
    with whole_file(file) as out:
        out.write(text.encode())
    say(_("written: {file}").format(file=file))


def _show(history: History, pauses: int) -> None:
    for conflict in history.conflicts:
        paper.print(_exchanges(history.of(conflict), conflict))
    paper.print(_("* not certain: exchanges without a number or a day, or gaps of the record, lie in between."))
    paper.print()
    paper.print(_totals(history))
    paper.print(_pauses(history, pauses))
    for gap in history.gaps:
        paper.print(
            _("Record incomplete, {conflict}, {first} to {last}: {what}.").format(
                conflict=gap.conflict, first=gap.first, last=gap.last, what=gap.missing
            ),
            markup=False,
        )


def _exchanges(history: History, title: str) -> Table:
    first = history.exchanges[0]
    shown = Table(title=title, title_justify="left", show_lines=False, pad_edge=False)
    shown.add_column(_("date"), no_wrap=True)
    shown.add_column(_("home to {party}").format(party=say_of.party(first.a.name)), justify="right")
    shown.add_column(_("home to {party}").format(party=say_of.party(first.b.name)), justify="right")
    shown.add_column(_("first since"))
    shown.add_column(_("largest since"))
    for e in history:
        shown.add_row(
            say_of.day(e),
            say_of.number(e.a),
            say_of.number(e.b),
            say_of.first_since_in_short(history.first_since(e)),
            say_of.largest_since_in_short(history.largest_since(e)),
        )
    return shown


def _totals(history: History) -> Table:
    shown = Table(title=_("People home, by side and year"), title_justify="left", pad_edge=False)
    for heading in (_("conflict"), _("year"), _("side"), _("people")):
        shown.add_column(heading)
    for total in history.totals():
        shown.add_row(total.conflict, str(total.year), say_of.party(total.party), total.in_words())
    return shown


def _pauses(history: History, n: int) -> Table:
    shown = Table(title=_("Longest pauses"), title_justify="left", pad_edge=False)
    for heading in (_("days"), _("conflict"), _("after"), _("before")):
        shown.add_column(heading)
    for pause in history.longest_pauses(n):
        shown.add_row(str(pause.days), pause.conflict, say_of.day(pause.before), say_of.day(pause.after))
    return shown
