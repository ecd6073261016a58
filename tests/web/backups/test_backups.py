"""Going back to a backup takes two administrators; neither of them sees a person by it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from repatria.web.backups import acts, archive, database, restore
from repatria.web.backups.archive import Backup
from repatria.web.ledger.enter import read_back
from repatria.web.ledger.models import Entry
from repatria.web.two_persons import rule
from repatria.web.two_persons.models import Act
from tests.web.cast import PEOPLE, Cast

NOON = datetime(2026, 2, 6, 12, tzinfo=UTC)


@pytest.fixture
def backup(cast: Cast, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backup:  # type: ignore[no-untyped-def]
    settings.DATA, settings.SEALED_FILES = tmp_path, tmp_path / "files"
    settings.SEALED_FILES.mkdir()
    (settings.SEALED_FILES / "one.sealed").write_bytes(b"sealed")
    monkeypatch.setattr(database, "copy_to", lambda path: path.write_bytes(b"the database"))
    monkeypatch.setattr(database, "put_back", lambda path: (tmp_path / "put").write_bytes(path.read_bytes()))
    return archive.make(NOON)


def confirmed(cast: Cast, backup: Backup) -> Act:
    return rule.confirm(acts.propose(cast["admin"], backup.name).pk, cast["admin2"])


def test_a_backup_holds_database_and_files_and_no_key(backup: Backup, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    with archive.unpacked(backup) as folder:
        found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert found == {"database", "files/one.sealed"}
    assert backup.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("who", sorted(PEOPLE))
def test_the_page_is_the_administrators_alone(cast: Cast, backup: Backup, who: str) -> None:
    status = cast.client(who).get("/desk/backups/").status_code
    assert status == (200 if who.startswith("admin") else 404)


def test_the_page_proposes_and_a_second_administrator_confirms(cast: Cast, backup: Backup) -> None:
    answer = cast.client("admin").post("/desk/backups/", {"name": backup.name})
    assert acts.ordered() is None
    there = answer["Location"]
    assert backup.name in cast.client("admin2").get(there).content.decode()
    cast.client("admin").post(f"{there}confirm/")  # the first is not the second
    assert acts.ordered() is None
    cast.client("admin2").post(f"{there}confirm/")
    order = acts.ordered()
    assert order is not None
    assert order.subject == backup.name


def test_nobody_goes_back_without_an_order(cast: Cast, backup: Backup, tmp_path: Path) -> None:
    acts.propose(cast["admin"], backup.name)
    with pytest.raises(restore.NotOrdered):
        restore.restore()
    assert not (tmp_path / "put").exists()


def test_an_order_is_good_for_a_day(cast: Cast, backup: Backup) -> None:
    act = confirmed(cast, backup)
    Act.objects.filter(pk=act.pk).update(settled_at=timezone.now() - timedelta(days=1, minutes=1))
    with pytest.raises(restore.NotOrdered):
        restore.restore()


def test_another_file_under_the_same_name_is_not_put_back(cast: Cast, backup: Backup, tmp_path: Path) -> None:
    act = acts.propose(cast["admin"], backup.name)
    with backup.path.open("ab") as file:
        file.write(b"more")
    with pytest.raises(rule.NotSettled):
        rule.confirm(act.pk, cast["admin2"])
    rule.refuse(act.pk, cast["admin"])
    confirmed(cast, backup)
    with backup.path.open("ab") as file:
        file.write(b"yet more")
    with pytest.raises(restore.NotOrdered):
        restore.restore()
    assert not (tmp_path / "put").exists()


def test_a_name_leads_nowhere_else(cast: Cast, backup: Backup) -> None:
    for name in ("../secrets/vault", "", "none.backup.tar"):
        assert cast.client("admin").post("/desk/backups/", {"name": name}).status_code == 400
    assert not Act.objects.exists()


def test_a_damaged_backup_changes_nothing(cast: Cast, backup: Backup, tmp_path: Path) -> None:
    backup.path.write_bytes(b"no tar")
    confirmed(cast, backup)
    with pytest.raises(archive.NoSuchBackup):
        restore.restore()
    assert not (tmp_path / "put").exists()


def test_what_is_gone_comes_back_and_the_record_says_so(cast: Cast, backup: Backup, tmp_path: Path) -> None:
    order = confirmed(cast, backup)
    (tmp_path / "files" / "one.sealed").unlink()
    client = cast.client("admin")
    back, before = restore.restore()
    restore.note(order)
    assert (back.name, len(archive.available())) == (backup.name, 2)
    assert before.made_at > back.made_at or before.name > back.name
    assert (tmp_path / "put").read_bytes() == b"the database"
    assert (tmp_path / "files" / "one.sealed").read_bytes() == b"sealed"
    entry = read_back(Entry.objects.get(act="backup restored"))
    assert (entry["by"], len(set(entry["approvals"]))) == ("LOG", 2)
    assert client.get("/desk/").status_code == 302  # everybody signs in anew


def test_a_backup_never_takes_the_place_of_another_of_the_same_second(
    backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backup.sha256()
    monkeypatch.setattr(database, "copy_to", lambda path: path.write_bytes(b"a moment later"))
    second = archive.make(NOON)
    assert backup.sha256() == first
    assert second.sha256() != first
    assert [one.name for one in archive.available()] == [second.name, backup.name]
