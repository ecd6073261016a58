"""A reason for everybody's day."""

from collections.abc import Mapping

from repatria.i18n import _
from repatria.planning.instance import Instance
from repatria.planning.plan import Reason
from repatria.planning.staging.travellers import rules


def day_reasons(instance: Instance, days: Mapping[str, int]) -> dict[str, Reason]:
    """Give each captive's id the reason why he or she goes on that day, or stays."""
    captives, staging = instance.captives, rules(instance)
    group = captives.coded("group")
    found = {}
    for row, who in enumerate(captives.ids):
        if not captives.eligible[row]:
            found[who] = Reason("refused", because=_("does not want to go; nobody goes against his or her will"))
        elif who not in days:
            found[who] = Reason("not_chosen", because=_("the plan that serves the aims best does without"))
        elif captives.owed[row]:
            sentence = _("owed, regardless of number or rank (GC III 109); goes on day {day}")
            found[who] = Reason("owed", because=sentence.format(day=days[who]))
        elif staging.same_day_groups and group[row] is not None:
            found[who] = Reason("chosen", because=_("goes on day {day}, with the group").format(day=days[who]))
        elif staging.longest_held_first and group[row] is None:
            sentence = _("goes on day {day}; everyone held longer at the same site goes on that day or before")
            found[who] = Reason("chosen", because=sentence.format(day=days[who]))
        else:
            found[who] = Reason("chosen", because=_("goes on day {day}").format(day=days[who]))
    return found
