"""The second wall, tried by raw SQL as the site's own role: the whole cast, every table behind it."""

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from repatria.web import compartments, gate, policy
from repatria.web.compartments import as_user, house
from repatria.web.vault.fields import SealedText
from tests.web.cast import PEOPLE, Cast
from tests.web.second_wall.world import fill

pytestmark = pytest.mark.postgresql

# These hold no captive: who works here, which processes there are, what is public, who is waited for, meetings.
OUTSIDE = {"accounts", "exchanges", "public", "vault"}
OPEN = {"ledger.Entry", "lists.Awaited", "replies.Deadline", "talks.Round"}
# Here the wall lets more through than a page asks for by itself: one's own reads (the quota counts them), the keys
# under a signature, and the plan behind a package that was put to one.
MORE = {"audit.Reading", "talks.SigningKey", "talks.PlanRun"}
# Rooms of which the world holds nothing yet: here both walls are compared for the empty case alone.
NOT_FILLED = {"families", "visits"}
WALLED = sorted(label for label in policy.ROWS if label not in OPEN and label.split(".")[0] not in OUTSIDE)


@pytest.fixture
def world(cast: Cast) -> Cast:
    fill(cast)
    return cast


def ask(sql: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall()) if cursor.description else []


def is_walled(table: str) -> bool:
    sql = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = %s::regclass"
    return bool(ask(sql, table)[0][0])


def test_the_site_is_neither_owner_nor_above_the_wall(db: None) -> None:
    [(name, above)] = ask(
        "SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles"
        " WHERE rolname = current_user"
    )
    assert (name, above) == (compartments.ROLE, False)
    assert ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user") == [(0,)]
    assert compartments.stands()


def test_every_table_with_a_sealed_value_is_behind_it(db: None) -> None:
    sealed = {
        model._meta.db_table
        for model in apps.get_models()
        if any(isinstance(field, SealedText) for field in model._meta.fields)
    }
    assert [table for table in sorted(sealed) if not is_walled(table)] == []


def test_every_kind_of_row_that_the_policy_knows_is_behind_it(db: None) -> None:
    tables = {label: apps.get_model(label)._meta.db_table for label in WALLED}
    assert [label for label, table in tables.items() if not is_walled(table)] == []


@pytest.mark.parametrize("who", sorted(PEOPLE))
def test_the_database_shows_what_the_policy_shows(world: Cast, who: str) -> None:
    for label in WALLED:
        model: Any = apps.get_model(label)
        expected = set(gate.rows(world[who], model).values_list("pk", flat=True))
        with as_user(world[who]):
            found = {key for (key,) in ask(f"SELECT id FROM {model._meta.db_table}")}
        assert expected <= found, f"{who}: {label}"
        assert label in MORE or found == expected, f"{who}: {label}"


def test_the_world_has_something_of_each_kind(world: Cast) -> None:
    """Else the test above would compare nothing with nothing."""
    empty = {label for label in WALLED if not apps.get_model(label).objects.exists()}
    assert {label.split(".")[0] for label in empty} <= NOT_FILLED, empty


@pytest.mark.parametrize("user", ["", "00000000-0000-4000-8000-000000000000"])
def test_whoever_is_nobody_sees_nothing(world: Cast, user: str) -> None:
    with as_user(user):
        for label in WALLED:
            table = apps.get_model(label)._meta.db_table
            assert ask(f"SELECT count(*) FROM {table}") == [(0,)], table


def test_a_closed_account_sees_nothing(world: Cast) -> None:
    world["north_bureau"].is_active = False
    world["north_bureau"].save()
    with as_user(world["north_bureau"]):
        assert ask("SELECT count(*) FROM registry_person") == [(0,)]


def refused(sql: str, *values: Any) -> bool:
    try:
        with transaction.atomic():
            ask(sql, *values)
    except DatabaseError as error:
        return "policy" in str(error) or "permission denied" in str(error)
    return False


def test_nobody_writes_into_another_register(world: Cast) -> None:
    south = world.parties["STH"].pk
    sql = (
        "INSERT INTO registry_person (id, keeper_id, number, values, version, entered_at)"
        " VALUES (gen_random_uuid(), %s, 'X-1', '', 1, now())"
    )
    with as_user(world["north_bureau"]):
        assert refused(sql, south)
        assert not refused(sql, world.parties["NTH"].pk)


def test_nobody_moves_a_person_into_another_register(world: Cast) -> None:
    with as_user(world["north_bureau"]):
        assert refused("UPDATE registry_person SET keeper_id = %s", world.parties["STH"].pk)


def test_an_update_of_what_is_not_there_changes_nothing(world: Cast) -> None:
    with as_user(world["south_bureau"]):
        ask("UPDATE registry_person SET number = 'STOLEN-' || number WHERE keeper_id = %s", world.parties["NTH"].pk)
    assert ask("SELECT count(*) FROM registry_person WHERE number LIKE 'STOLEN%%'") == [(0,)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_reading SET page = 'x'",
        "DELETE FROM audit_reading",
        "TRUNCATE audit_reading",
        "DELETE FROM audit_alarm",
        "UPDATE ledger_entry SET act = 'x'",
        "DELETE FROM ledger_entry",
        "DELETE FROM vault_partykey",
        "UPDATE registry_event SET kind = 'x'",
        "DELETE FROM matching_desk_decision",
        "ALTER TABLE registry_person DISABLE ROW LEVEL SECURITY",
        "DROP POLICY compartment ON registry_person",
    ],
)
def test_what_is_evidence_is_only_added_to(world: Cast, sql: str) -> None:
    with house(), pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        ask(sql)


def test_the_settings_go_back_to_what_they_were(db: None) -> None:
    def now() -> Any:
        return ask("SELECT current_setting('repatria.user', true), current_setting('repatria.house', true)")[0]

    before = now()
    with as_user("00000000-0000-4000-8000-000000000000"):
        assert now() == ("00000000-0000-4000-8000-000000000000", "")
        with house():
            assert now() == ("", "on")
        assert now() == ("00000000-0000-4000-8000-000000000000", "")
    assert now() == before


def test_a_request_leaves_nobody_behind_it(cast: Cast) -> None:
    before = ask("SELECT current_setting('repatria.user', true)")
    cast.client("north").get("/desk/")
    assert ask("SELECT current_setting('repatria.user', true)") == before
