"""The Spark engine gives what the local engine gives, to the last pair, on a real local Spark."""

import shutil
from random import Random

import polars as pl
import pytest

from repatria.matching import Settings, reconcile
from repatria.matching.decisions import Decisions

for package in ("pyspark", "pyarrow", "pandas"):
    pytest.importorskip(package, reason=f"LEFT OUT: {package} is not installed (extra repatria[spark])")
if shutil.which("java") is None:
    pytest.skip("LEFT OUT: Java is not on this machine", allow_module_level=True)

from repatria.matching.spark import local_session, reconcile_on_spark  # noqa: E402 (after what it needs)

SURNAMES = "Коваленко Бондаренко Мельник Ворик Шевчук Гаврилюк Лисенко Ярема Дзюба Осадчий Тимчук Заєць".split()
IN_RUSSIAN = "Коваленко Бондаренко Мельник Ворик Шевчук Гаврилюк Лысенко Ярема Дзюба Осадчий Тымчук Заец".split()
GIVEN = "Микола Олександр Дмитро Сергій Олексій Андрій".split()
GIVEN_IN_RUSSIAN = "Николай Александр Дмитрий Сергей Алексей Андрей".split()
TOWNS = "Бахмут Суми Лиман Ізюм".split()


def two_lists(people: int, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """North's list in Ukrainian, South's in Russian with slips, gaps, short forms and cells out of order."""
    dice = Random(seed)
    left, right = [], []
    for number in range(people):
        family, given = dice.randrange(len(SURNAMES)), dice.randrange(len(GIVEN))
        day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(1970, 2003)
        unit, town = f"{dice.randint(10, 40)} ОМБр", dice.choice(TOWNS)
        left.append((f"N-{number}", SURNAMES[family], GIVEN[given], "", f"{year}-{month:02}-{day:02}", town, unit))
        surname = IN_RUSSIAN[family] if dice.random() < 0.9 else IN_RUSSIAN[family][1:]
        cells = [surname, GIVEN_IN_RUSSIAN[given], ""]
        if dice.random() < 0.1:
            cells[0], cells[1] = cells[1], cells[0]
        if dice.random() < 0.1:
            cells = ["", "", f"{surname} {GIVEN_IN_RUSSIAN[given]}"]
        born = "" if dice.random() < 0.15 else f"{day:02}.{month:02}.{year}"
        right.append((f"S-{number}", *cells, born, town if dice.random() < 0.6 else "", unit))
    columns = "id surname given_name full_name_native date_of_birth place_of_birth unit".split()
    return tuple(pl.DataFrame(rows, schema=columns, orient="row") for rows in (left, right))  # type: ignore[return-value]


@pytest.fixture(scope="module")
def spark():
    session = local_session(threads=2, memory=1 << 30)
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.mark.slow
def test_every_pair_of_long_lists_is_found_with_the_same_probability(spark):
    lists = two_lists(people=400, seed=3)
    by_keys = Settings(all_pairs=0)
    here, there = reconcile(*lists, by_keys), reconcile_on_spark(spark, *lists, by_keys)
    assert here.table(everything=True).equals(there.table(everything=True))
    assert here.table().height > 200


@pytest.mark.slow
def test_short_lists_are_compared_pair_by_pair_there_too(spark):
    lists = two_lists(people=40, seed=4)
    assert reconcile(*lists).table(everything=True).equals(reconcile_on_spark(spark, *lists).table(everything=True))


@pytest.mark.slow
def test_what_people_decided_holds_there_too(spark):
    left, right = two_lists(people=120, seed=5)
    decided = Decisions(same=frozenset({("N-1", "S-2")}), different=frozenset({("N-3", "S-3")}))
    settings = Settings(all_pairs=0, decisions=decided)
    found = reconcile_on_spark(spark, left, right, settings).table(everything=True)
    assert found.equals(reconcile(left, right, settings).table(everything=True))
    assert found.filter(left_id="N-1", right_id="S-2")["probability"].to_list() == [1.0]
