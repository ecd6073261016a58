"""All duties of all registers of the site, for whoever runs it: people are named by the keys of their rows."""

from datetime import date

from repatria.conventions import Duties, evaluate
from repatria.web.duties.board import targets_of
from repatria.web.duties.registers import REGISTERS
from repatria.web.exchanges.models import Party, Process


def whole_site(as_of: date) -> Duties:
    """Work out the duties of every side, under the targets of the newest process."""
    process = Process.objects.order_by("-pk").first()
    sides = Party.objects.filter(kind=Party.Kind.SIDE)
    table = REGISTERS.table(sides)
    return evaluate(table, as_of, targets_of(process)) if process else evaluate(table, as_of)
