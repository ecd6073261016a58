"""The manual cannot lie: its examples are solved here."""

import json
import re
from pathlib import Path

from repatria.planning.cycles import solve_cycles
from repatria.planning.instance import parse_instance
from repatria.planning.staging import solve_staging

MANUAL = Path(__file__).parents[3] / "docs" / "manual" / "stages-and-cycles.md"


def example(name):
    blocks = re.findall(r"(?:^    .*\n)+", MANUAL.read_text(), re.MULTILINE)
    (found,) = (block for block in blocks if f'"name": "{name}"' in block)
    return json.loads(found)


def test_the_staging_example_goes_day_by_day_and_the_owed_first():
    plan = solve_staging(parse_instance(example("istanbul")))
    assert (plan.status, plan.objective) == ("optimal", (1, 9))
    assert plan.days["S-01"] == 1
    assert plan.extra["leads"][0]["size"] <= 1


def test_all_five_offers_that_ask_receive_somebody_in_the_example_of_cycles():
    document = example("ankara")
    plan = solve_cycles(document)
    assert (plan.status, plan.objective) == ("optimal", (5,))
    assert sorted(chain[0] for chain in plan.chains) == ["P1", "R1"]
    assert {why.code for why in plan.why.values()} == {"chosen"}
