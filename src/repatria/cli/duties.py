"""``repatria duties``: what the Conventions ask of whom, as the record of the data folder stands on a day."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import click

from repatria.cli.screen import data_folder, existing_file, paper, progress
from repatria.conventions import Duties, Duty, Parties, Policy, Status, evaluate
from repatria.conventions.reading import (
    EVENTS_FILE,
    PARTIES_FILE,
    POLICY_FILE,
    read_events,
    read_parties,
    read_policy,
)
from repatria.i18n import _, isolate, ngettext

FORMAT = "repatria-duties/1"
SITE_FILE, SETTINGS = "site.sqlite3", "repatria.web.settings"
DAYS_OF_A_WEEK = 7
LINES_SHOWN = 40


@click.command()
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which the clocks are read (default: today).",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(as_of: datetime | None, as_json: bool) -> None:
    """Show which duties are late, due this week, cannot be told, or met, each with its article.

    Reads events.jsonl in the data folder (REPATRIA_DATA, else ./repatria-data), and policy.json and
    parties.json where they exist; where there is no events.jsonl, the registers of the site in the data
    folder (or in DATABASE_URL). People are named by their id only.
    """
    source, duties = _evaluated(as_of.date() if as_of else date.today())
    if as_json:
        _print_document(duties)
    else:
        _print(duties, source)


def _evaluated(as_of: date) -> tuple[str, Duties]:
    """Give the duties, and what their events were read from."""
    folder = data_folder()
    if not (folder / EVENTS_FILE).exists() and _has_site(folder):
        return _("the site's registers"), _of_site(folder, as_of)
    events = existing_file(folder / EVENTS_FILE)
    policy, parties = folder / POLICY_FILE, folder / PARTIES_FILE
    targets = read_policy(policy) if policy.exists() else Policy()
    bound = read_parties(parties) if parties.exists() else Parties()
    with progress(_("Reading the record and its clocks")):
        return EVENTS_FILE, evaluate(read_events(events), as_of, targets, bound)


def _has_site(folder: Path) -> bool:
    return bool(os.environ.get("DATABASE_URL")) or (folder / SITE_FILE).is_file()


def _of_site(folder: Path, as_of: date) -> Duties:
    """Read the registers of the site's database, with the targets of the newest process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.environ["REPATRIA_DATA"] = str(folder.absolute())
    import django

    django.setup()
    from repatria.web.duties.whole import whole_site

    with progress(_("Reading the registers of the site and their clocks")):
        return whole_site(as_of)


def _print_document(duties: Duties) -> None:
    """Print the answer for programs piece by piece: millions of duties need not lie in memory at once."""
    head = {
        "format": FORMAT,
        "as_of": str(duties.as_of),
        "counts": {
            name: {str(status): counts.get(status, 0) for status in Status}
            for name, counts in duties.counts().items()
        },
        "problems": [
            {"line": one.line, "fault": str(one.fault), "because": one.because} for one in duties.problems
        ],
    }
    click.echo(json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "duties": [', nl=False)
    before = "\n"
    for duty in duties:
        click.echo(before + json.dumps(_as_json(duty, duties.as_of), ensure_ascii=False), nl=False)
        before = ",\n"
    click.echo("\n ]\n}")


def _as_json(duty: Duty, as_of: date) -> dict[str, Any]:
    return {
        "rule": duty.rule.id,
        "article": duty.article,
        "about": str(duty.rule.about),
        "subject": duty.subject,
        "status": str(duty.status),
        "since": str(duty.since),
        "due_on": _day(duty.due_on),
        "met_on": _day(duty.met_on),
        "days_late": duty.days_late,
        "missing": duty.missing,
        "basis": "policy" if duty.by_target else "treaty",
        "clock": duty.rule.number,
        "open": duty.open,
        "owes": str(duty.rule.owes),
        "holder": duty.holder,
        "what": duty.what,
        "because": duty.because(as_of),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)


def _print(duties: Duties, source: str) -> None:
    _section(_("Late"), duties.of(Status.LATE).still_open())
    _section(_("Due this week"), duties.due_within(DAYS_OF_A_WEEK))
    _section(_("Cannot be told"), duties.of(Status.CANNOT_TELL))
    _problems(duties, source)
    _totals(duties)


def _section(title: str, duties: Duties) -> None:
    paper.print(f"\n[bold]{title}[/bold]")
    for line in _lines(islice(duties, LINES_SHOWN), duties.as_of):
        paper.print(line, markup=False)
    if not len(duties):
        paper.print(_("Nothing."), markup=False)
    _more(len(duties) - LINES_SHOWN)


def _more(left_out: int) -> None:
    if left_out > 0:
        text = ngettext("And {n} more; --json gives all.", "And {n} more; --json gives all.", left_out)
        paper.print(text.format(n=left_out), markup=False)


def _lines(duties: Iterable[Duty], as_of: date) -> Iterator[str]:
    for duty in duties:
        yield _("{about} {subject} · {article} · {what} {because}").format(
            about=_about(duty),
            subject=isolate(duty.subject),
            article=isolate(duty.article),
            what=duty.what,
            because=duty.because(as_of),
        )


def _about(duty: Duty) -> str:
    names = {"person": _("Person"), "site": _("Site"), "party": _("Party")}
    return names[duty.rule.about.value]


def _problems(duties: Duties, source: str) -> None:
    if not duties.problems:
        return
    paper.print("\n[bold]" + _("Records to look at") + "[/bold]")
    for one in duties.problems[:LINES_SHOWN]:
        paper.print(
            _("{file}, line {line}: {because}").format(file=source, line=one.line, because=one.because),
            markup=False,
        )
    _more(len(duties.problems) - LINES_SHOWN)


def _totals(duties: Duties) -> None:
    late = duties.of(Status.LATE)
    paper.print()
    paper.print(
        _(
            "On {day}: {late} late, of which {closed} can no longer be met; {due} due or open; "
            "{unknown} cannot be told; {met} met."
        ).format(
            day=isolate(str(duties.as_of)),
            late=len(late),
            closed=len(late) - len(late.still_open()),
            due=len(duties.of(Status.DUE)),
            unknown=len(duties.of(Status.CANNOT_TELL)),
            met=len(duties.of(Status.MET)),
        ),
        markup=False,
    )
