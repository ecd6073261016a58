"""Keeping a record: appending, signing, and never signing against what was signed before."""

import shutil
import stat
import threading
from pathlib import Path

import pytest

from repatria.record import Log, Note, Policy, commit, create_log, decode, verify_folder
from repatria.record.errors import (
    CannotKeep,
    EntryRefused,
    MalformedKey,
    NotInOrder,
    PendingDamaged,
    ProofRefused,
    RecordBusy,
    WouldFork,
)
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519_COSIGNATURE, SigningKey
from repatria.record.formats.policy import Log as KnownLog
from repatria.record.formats.policy import Witness as Watching
from repatria.record.formats.signatures import sign
from repatria.record.prove import Prover, prove, prove_unchanging
from repatria.record.verify import verify_proof
from tests.record.conftest import NOW, ORIGIN, receipt

NOOR = SigningKey("noor.example", ED25519_COSIGNATURE, b"\5" * 32)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_record_holds_one_entry_and_is_in_order(make_log):
    log = make_log()
    assert (log.size, log.published_size, log.origin) == (1, 1, ORIGIN)
    report = verify_folder(log.folder)
    assert (report.in_order, report.size, report.signed_by) == (True, 1, [ORIGIN])
    assert decode(log.prove(0).extra)["parties"] == ["HAL", "NTH", "STH"]


@pytest.mark.parametrize(
    "batches", [(1,), (254,), (255,), (256,), (3, 250, 10), (255, 1, 1), (300, 300, 700), (5,) * 12]
)
def test_whatever_the_batches_the_folder_is_in_order(make_log, batches):
    log = make_log(*batches)
    report = verify_folder(log.folder)
    assert report.fault is None
    assert report.size == 1 + sum(batches)


def test_the_tiles_do_not_depend_on_the_batches(make_log):
    few, many = make_log(700, name="few"), make_log(*(70,) * 10, name="many")
    a, b = files(few.folder), files(many.folder)
    full = [name for name in a if name.startswith("tile/0/") and ".p/" not in name]
    assert len(full) == 2
    assert all(len(b[name]) == 8192 for name in full)


def test_entries_wait_in_the_journal_until_a_checkpoint_publishes_them(make_log):
    log = make_log(3)
    before = files(log.folder)
    assert [log.append(receipt(n)) for n in range(4, 7)] == [4, 5, 6]
    assert files(log.folder) == before
    assert (log.size, log.published_size) == (7, 4)
    with pytest.raises(ProofRefused):
        log.prove(5)
    log.close()
    with Log(log.folder) as again:
        assert (again.size, again.published_size) == (7, 4)
        again.checkpoint(NOW)
        assert decode(again.prove(5).extra) == receipt(5)
    assert verify_folder(log.folder).size == 7


def test_a_refused_entry_leaves_nothing_behind(make_log):
    log = make_log(3)
    before = files(log.folder.parent)
    with pytest.raises(EntryRefused):
        log.append({"act": "receipt given"})
    with pytest.raises(EntryRefused):
        log.append_all([receipt(5), {**receipt(6), "by": "Vasyl"}])
    with pytest.raises(EntryRefused):
        log.append_encoded([b"x" * 70_000])
    assert files(log.folder.parent) == before
    assert log.size == 4


def test_a_time_without_a_time_zone_is_refused(make_log):
    log = make_log(3)
    with pytest.raises(CannotKeep, match="time zone"):
        log.checkpoint(NOW.replace(tzinfo=None))


def test_nothing_new_means_no_new_signature(make_log):
    log = make_log(3)
    before = files(log.folder)
    log.checkpoint(NOW)
    assert files(log.folder) == before


def test_older_partial_tiles_stay_until_the_full_one_is_there(make_log):
    log = make_log(3, 5)
    assert {"tile/0/000.p/1", "tile/0/000.p/4", "tile/0/000.p/9"} <= set(files(log.folder))
    log.append_all(receipt(n) for n in range(9, 300))
    log.checkpoint(NOW)
    assert not [name for name in files(log.folder) if name.startswith("tile/0/000.p")]
    assert verify_folder(log.folder).in_order


# ---------------------------------------------------------------- proofs


def test_every_entry_can_be_proved_from_the_folder_alone(make_log):
    log = make_log(300, 5)
    copy = log.folder.with_name("usb stick")
    shutil.copytree(log.folder, copy)
    prover = Prover(copy)
    for number in (0, 1, 255, 256, 300, 305):
        proof = prover.prove(number)
        assert verify_proof(proof, log.policy).in_order
        assert verify_proof(proof.short(), log.policy).in_order
        assert len(proof.short().format()) < 1700
    for number in (-1, 306):
        with pytest.raises(ProofRefused):
            prover.prove(number)


def test_a_proof_of_a_damaged_folder_is_not_made(make_log):
    log = make_log(10)
    tile = log.folder / "tile/0/000.p/11"
    tile.write_bytes(bytes([tile.read_bytes()[0] ^ 1]) + tile.read_bytes()[1:])
    with pytest.raises(NotInOrder, match="damaged"):
        prove(log.folder, 5)
    tile.write_bytes(tile.read_bytes()[:-1])
    with pytest.raises(NotInOrder, match=r"tile/0/000\.p/11"):
        prove(log.folder, 5)
    tile.unlink()
    with pytest.raises(NotInOrder, match="missing"):
        prove(log.folder, 5)


def test_a_proof_can_stay_the_same_however_the_record_grows(make_log):
    log = make_log(40, 5)
    before = prove_unchanging(log.folder, 3)
    assert "\n41\n" in before.format()
    log.append_all(receipt(n) for n in range(50, 700))
    log.checkpoint(NOW)
    assert prove_unchanging(log.folder, 3) == before
    assert verify_proof(before, log.policy).in_order
    assert prove(log.folder, 3) != before


def test_such_a_proof_waits_for_the_witnesses(tmp_path):
    policy = Policy((), (Watching("Noor", NOOR.verifier),), (), "Noor")
    with create_log(tmp_path / "record", ORIGIN, at=NOW, policy=policy) as log:
        log.append_all(receipt(n) for n in range(4))
        log.checkpoint(NOW)
        assert "\n5\n" in prove_unchanging(log.folder, 2).format()
        log.append(receipt(5))
        log.checkpoint(NOW)
        log.add_cosignatures([sign(Note(log.checkpoint(NOW).text), NOOR, 1000)])
        proof = prove_unchanging(log.folder, 2)
        assert "\n6\n" in proof.format()
        assert verify_proof(proof, log.policy).in_order


def test_an_entry_is_found_by_its_commitment(make_log):
    log = make_log(3)
    opening = commit({"line": 7})
    number = log.append({**receipt(0), "receipt": opening.commitment})
    log.checkpoint(NOW)
    assert Prover(log.folder).find(opening.commitment) == number
    with pytest.raises(ProofRefused):
        Prover(log.folder).find("ab" * 32)


def test_a_folder_without_a_checkpoint_is_no_record(tmp_path):
    with pytest.raises(NotInOrder, match="no record"):
        prove(tmp_path, 0)


# ---------------------------------------------------------------- keys


def test_private_keys_lie_outside_the_public_folder_for_their_owner_alone(make_log):
    log = make_log()
    private = log.folder.with_name("record.private")
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert stat.S_IMODE((private / "keys").stat().st_mode) == 0o600
    seed = (private / "keys").read_text().split('"seeds": "')[1].split('"')[0]
    assert not any(seed[:40].encode() in data for data in files(log.folder).values())


def test_a_passphrase_locks_the_keys_but_not_appending(tmp_path):
    with create_log(tmp_path / "r", ORIGIN, at=NOW, passphrase="слово") as log:
        log.append(receipt(1))
        with pytest.raises(CannotKeep, match="locked"):
            log.checkpoint(NOW)
        with pytest.raises(CannotKeep, match="does not open"):
            log.checkpoint(NOW, "wrong")
        log.checkpoint(NOW, "слово")
    assert verify_folder(tmp_path / "r").size == 2
    assert '"seeds"' not in (tmp_path / "r.private" / "keys").read_text()


def test_keys_change_with_two_approvals_and_the_record_says_so(make_log):
    log = make_log(3)
    ours = tuple(known for known in log.policy.logs)
    watched = Policy(ours, (Watching("Noor", NOOR.verifier),), (), "Noor")
    approvals = [commit({"approved": n}).commitment for n in range(2)]
    with pytest.raises(EntryRefused):
        log.change_keys(watched, approvals[:1], "HAL", NOW)
    with pytest.raises(WouldFork, match="must still name"):
        log.change_keys(Policy((), watched.witnesses, (), "Noor"), approvals, "HAL", NOW)
    log.change_keys(watched, approvals, "HAL", NOW)
    assert log.policy.quorum == "none"
    note = log.checkpoint(NOW)
    assert log.policy == watched
    assert "policy is not met" in verify_folder(log.folder).fault
    log.add_cosignatures([sign(Note(note.text), NOOR, 1000)])
    assert verify_folder(log.folder).in_order


def test_only_good_lines_of_known_witnesses_are_added(tmp_path, make_log):
    log = make_log(3, policy=Policy((), (Watching("Noor", NOOR.verifier),), (), "none"))
    note = Note(log.request(0).checkpoint.partition("\n\n")[0] + "\n")
    stranger = SigningKey("stranger.example", ED25519_COSIGNATURE, b"\6" * 32)
    other = Note(Checkpoint(ORIGIN, 99, bytes(32)).format())
    before = log.request(0).checkpoint
    log.add_cosignatures([sign(note, stranger, 5), sign(other, NOOR, 5)])
    assert log.request(0).checkpoint == before
    log.add_cosignatures([sign(note, NOOR, 5)])
    assert log.request(0).checkpoint.startswith(before)
    assert verify_folder(log.folder).signed_by == [ORIGIN, "Noor"]


@pytest.mark.parametrize("origin", ["", "a b", "a+b", "x" * 256])
def test_an_origin_must_be_able_to_name_a_key(tmp_path, origin):
    with pytest.raises(MalformedKey):
        create_log(tmp_path / "r", origin, at=NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_not_begun_where_something_lies(tmp_path, make_log):
    log = make_log(2)
    log.close()
    before = files(tmp_path)
    with pytest.raises(CannotKeep, match="in use"):
        create_log(log.folder, ORIGIN, at=NOW)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one").touch()
    with pytest.raises(CannotKeep, match="in use"):
        create_log(tmp_path / "letters", ORIGIN, at=NOW)
    (tmp_path / "letters" / "one").unlink()
    create_log(tmp_path / "letters", ORIGIN, at=NOW).close()
    assert {name: data for name, data in files(tmp_path).items() if name in before} == before


def test_an_interrupted_beginning_can_be_begun_again(tmp_path):
    private = tmp_path / "r.private"
    private.mkdir()
    (private / "unfinished").touch()
    (private / "keys").write_text("half")
    with pytest.raises(CannotKeep, match="begin one with init"):
        Log(tmp_path / "r")
    with create_log(tmp_path / "r", ORIGIN, at=NOW) as log:
        assert log.size == 1
    assert verify_folder(tmp_path / "r").in_order


def test_a_beginning_without_its_first_checkpoint_goes_on(tmp_path, make_log):
    log = make_log()
    log.close()
    private = tmp_path / "record.private"
    entry_zero = prove(log.folder, 0).extra
    from repatria.record.journal import format_record

    shutil.rmtree(log.folder)
    log.folder.mkdir()
    (private / "signed").unlink()
    (tmp_path / "elsewhere" / "record.signed").unlink()
    (private / "journal").write_bytes(format_record(0, entry_zero))
    with Log(log.folder) as again:
        assert (again.size, again.published_size) == (1, 0)
        with pytest.raises(NotInOrder, match="no checkpoint yet"):
            again.request(0)
        again.checkpoint(NOW)
    assert verify_folder(log.folder).in_order


# ---------------------------------------------------------------- two writers


def test_a_second_writer_is_told_to_wait(make_log):
    log = make_log(3)
    with pytest.raises(RecordBusy):
        Log(log.folder, wait=0.05)
    log.close()
    Log(log.folder, wait=0.05).close()


def test_writers_that_take_turns_lose_nothing(make_log):
    log = make_log()
    log.close()
    numbers: list[int] = []

    def write(start: int) -> None:
        for n in range(start, start + 5):
            with Log(log.folder, wait=30) as mine:
                numbers.append(mine.append(receipt(n)))
                if n % 2:
                    mine.checkpoint(NOW)

    threads = [threading.Thread(target=write, args=(start,)) for start in (100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Log(log.folder) as last:
        last.checkpoint(NOW)
    assert sorted(numbers) == list(range(1, 16))
    assert verify_folder(log.folder).size == 16


def test_reading_needs_no_private_folder_and_writing_does(make_log):
    log = make_log(3)
    copy = log.folder.with_name("copy")
    shutil.copytree(log.folder, copy)
    assert verify_folder(copy).in_order
    with pytest.raises(CannotKeep, match="only its keeper"):
        Log(copy)


# ---------------------------------------------------------------- backups put back


def snapshot(log: Log, name: str) -> Path:
    keep = log.folder.with_name(name)
    for suffix in ("", ".private"):
        shutil.copytree(str(log.folder) + suffix, str(keep) + suffix)
    return keep


def put_back(log: Log, keep: Path, *suffixes: str) -> None:
    for suffix in suffixes:
        shutil.rmtree(str(log.folder) + suffix)
        shutil.copytree(str(keep) + suffix, str(log.folder) + suffix)


def aged(make_log, memory: bool = True) -> tuple[Log, Path]:
    """A log with a backup of yesterday, and a checkpoint of today."""
    log = make_log(5, memory=memory)
    keep = snapshot(log, "yesterday")
    log.append_all(receipt(n) for n in range(50, 60))
    log.checkpoint(NOW)
    log.close()
    return log, keep


@pytest.mark.parametrize("suffixes", [("",), ("", ".private")])
def test_after_an_old_backup_nothing_is_signed(make_log, suffixes):
    log, keep = aged(make_log)
    put_back(log, keep, *suffixes)
    with pytest.raises(WouldFork, match="old backup"):
        Log(log.folder)


def test_other_entries_on_top_of_an_old_backup_are_never_signed(make_log, tmp_path):
    """Even if the memory was out of sight when they were appended."""
    log, keep = aged(make_log)
    put_back(log, keep, "", ".private")
    memory = tmp_path / "elsewhere" / "record.signed"
    hidden = memory.rename(tmp_path / "hidden")
    with Log(log.folder) as restored:
        restored.append_all(receipt(n) for n in range(900, 930))
        with pytest.raises(WouldFork, match="memory"):
            restored.checkpoint(NOW)
        hidden.rename(memory)
        with pytest.raises(WouldFork, match="not those that this log has signed"):
            restored.checkpoint(NOW)
    with pytest.raises(WouldFork, match="not those that this log has signed"):
        Log(log.folder)


def test_a_private_folder_of_yesterday_learns_from_the_newer_public_one(make_log):
    log, keep = aged(make_log, memory=False)
    put_back(log, keep, ".private")
    with Log(log.folder) as restored:
        assert restored.published_size == 16
        restored.append(receipt(99))
        restored.checkpoint(NOW)
    assert verify_folder(log.folder).size == 17


def test_the_newest_public_copy_brings_a_restored_log_back(make_log):
    log, keep = aged(make_log)
    newest = log.folder.with_name("reader's copy")
    shutil.copytree(log.folder, newest)
    put_back(log, keep, "", ".private")
    shutil.rmtree(log.folder)
    shutil.copytree(newest, log.folder)
    with Log(log.folder) as restored:
        restored.append(receipt(99))
        restored.checkpoint(NOW)
    assert verify_folder(log.folder).size == 17


def test_without_memory_the_newest_checkpoint_anyone_holds_is_asked_for(make_log, tmp_path):
    log, _keep = aged(make_log)
    newest = Note.parse((log.folder / "checkpoint").read_bytes())
    shutil.rmtree(tmp_path / "elsewhere")
    with Log(log.folder) as moved:
        moved.append(receipt(99))
        with pytest.raises(WouldFork, match="memory"):
            moved.checkpoint(NOW)
        moved.checkpoint(NOW, newest=newest)
        moved.append(receipt(100))
        moved.checkpoint(NOW)
    assert verify_folder(log.folder).size == 18
    assert (tmp_path / "elsewhere" / "record.signed").exists()


def test_a_newest_checkpoint_beyond_what_is_here_stops_a_restored_log(make_log, tmp_path):
    log, keep = aged(make_log)
    newest = Note.parse((log.folder / "checkpoint").read_bytes())
    put_back(log, keep, "", ".private")
    shutil.rmtree(tmp_path / "elsewhere")
    with Log(log.folder) as restored, pytest.raises(WouldFork, match="16 entries, but only 6"):
        restored.checkpoint(NOW, newest=newest)


def test_a_checkpoint_of_another_log_is_no_evidence(make_log):
    log, other = make_log(3), make_log(3, name="other")
    note = Note.parse((other.folder / "checkpoint").read_bytes())
    with pytest.raises(WouldFork, match="not signed by it"):
        log.checkpoint(NOW, newest=note)


def test_two_copies_of_one_log_on_a_machine_cannot_both_go_on(make_log):
    log = make_log(5)
    log.close()
    twin = snapshot(log, "twin")
    with Log(log.folder) as first:
        first.append(receipt(1))
        first.checkpoint(NOW)
    with pytest.raises(WouldFork):
        Log(twin)


def test_a_damaged_memory_is_said_not_ignored(make_log, tmp_path):
    log = make_log(3)
    log.close()
    memory = tmp_path / "elsewhere" / "record.signed"
    memory.write_text("nonsense")
    with pytest.raises(WouldFork, match=r"record\.signed should hold"):
        Log(log.folder)
    other = make_log(2, name="other")
    memory.write_bytes((other.folder / "checkpoint").read_bytes())
    with pytest.raises(WouldFork, match="not signed by it"):
        Log(log.folder)


# ---------------------------------------------------------------- damage and interruption


def test_tiles_that_do_not_fit_the_checkpoint_stop_the_keeper(make_log):
    log = make_log(10)
    log.close()
    tile = log.folder / "tile/0/000.p/11"
    tile.write_bytes(bytes(11 * 32))
    with pytest.raises(NotInOrder, match="do not fit"):
        Log(log.folder)


def test_a_torn_end_of_the_journal_was_never_acknowledged(make_log, tmp_path):
    log = make_log(3)
    log.append(receipt(4))
    log.append(receipt(5))
    log.close()
    journal = tmp_path / "record.private" / "journal"
    whole = journal.read_bytes()
    second = len(whole) // 2
    for cut in (1, 5, 41, second - 1):
        journal.write_bytes(whole[:-cut])
        with Log(log.folder) as again:
            assert again.size == 5
            assert again.append(receipt(6)) == 5
        with Log(log.folder) as again:
            assert again.size == 6
        journal.write_bytes(whole)
    journal.write_bytes(whole + bytes(100))
    with Log(log.folder) as again:
        assert again.size == 6
    assert journal.read_bytes() == whole


@pytest.mark.parametrize("where", [0, 9, 60, 200, -1])
def test_a_damaged_journal_is_said_and_kept(make_log, tmp_path, where):
    log = make_log(3)
    log.append_all(receipt(n) for n in range(4, 8))
    log.close()
    journal = tmp_path / "record.private" / "journal"
    damaged = bytearray(journal.read_bytes())
    damaged[where] ^= 0x10
    journal.write_bytes(damaged)
    with pytest.raises(PendingDamaged):
        Log(log.folder)
    assert journal.read_bytes() == damaged


def test_a_journal_of_another_day_is_said(make_log, tmp_path):
    log = make_log(3)
    log.append(receipt(4))
    log.close()
    journal = (tmp_path / "record.private" / "journal").read_bytes()
    with Log(log.folder) as again:
        again.append(receipt(5))
        again.checkpoint(NOW)
        again.append(receipt(6))
    (tmp_path / "record.private" / "journal").write_bytes(journal)
    Log(log.folder).close()  # entry 4 is published already: nothing is lost
    (tmp_path / "record.private" / "journal").write_bytes(journal.replace(b"\0" * 7 + b"\4", b"\0" * 7 + b"\7", 1))
    with pytest.raises(PendingDamaged):
        Log(log.folder)


@pytest.mark.parametrize("name", ["keys", "settings.json"])
def test_a_missing_or_broken_private_file_is_named(make_log, tmp_path, name):
    log = make_log(3)
    log.close()
    path = tmp_path / "record.private" / name
    path.write_text("{}")
    with pytest.raises((CannotKeep, MalformedKey)):
        Log(log.folder)
    path.unlink()
    with pytest.raises(CannotKeep):
        Log(log.folder)


def test_a_private_file_that_is_a_link_is_refused(make_log, tmp_path):
    log = make_log(3)
    log.close()
    signed = tmp_path / "record.private" / "signed"
    signed.rename(tmp_path / "away")
    signed.symlink_to(tmp_path / "away")
    with pytest.raises(CannotKeep):
        Log(log.folder)


def test_a_signed_checkpoint_that_was_not_published_is_published_at_the_next_start(make_log, tmp_path):
    log = make_log(5)
    before = snapshot(log, "before")
    log.append_all(receipt(n) for n in range(50, 60))
    log.close()
    waiting = snapshot(log, "waiting")
    with Log(log.folder) as on:
        note = on.checkpoint(NOW)
    signed = (tmp_path / "record.private" / "signed").read_bytes()
    put_back(log, waiting, "", ".private")
    (tmp_path / "record.private" / "signed").write_bytes(signed)
    with Log(log.folder) as again:
        assert again.published_size == 16
        assert again.checkpoint(NOW) == note
    assert verify_folder(log.folder).in_order
    assert before.is_dir()


def test_what_an_interrupted_publication_left_is_swept(make_log, tmp_path):
    log = make_log(5)
    log.close()
    private = tmp_path / "record.private"
    (private / "publishing").touch()
    (private / "staging" / "77.draft").write_text("half")
    stray = log.folder / "tile/0/000.p/9"
    stray.write_bytes(bytes(9 * 32))
    (log.folder / "tile/1").mkdir()
    (log.folder / "tile/1/000.p").mkdir()
    (log.folder / "tile/1/000.p/1").write_bytes(bytes(32))
    assert "no place beside" in verify_folder(log.folder).fault
    Log(log.folder).close()
    assert verify_folder(log.folder).in_order
    assert not stray.exists()
    assert list((private / "staging").iterdir()) == []


def test_a_checkpoint_file_that_lost_a_signature_gets_it_back(make_log):
    log = make_log(5)
    log.close()
    note = Note.parse((log.folder / "checkpoint").read_bytes())
    (log.folder / "checkpoint").write_text(Note(note.text, note.signatures[:1]).format())
    assert not verify_folder(log.folder).in_order
    Log(log.folder).close()
    assert verify_folder(log.folder).in_order


def test_a_lost_checkpoint_file_is_put_back_from_what_was_signed(make_log):
    log = make_log(5)
    log.close()
    good = (log.folder / "checkpoint").read_bytes()
    tile = (log.folder / "tile/0/000.p/6").read_bytes()
    (log.folder / "checkpoint").unlink()
    Log(log.folder).close()
    assert (log.folder / "checkpoint").read_bytes() == good
    (log.folder / "checkpoint").unlink()
    (log.folder / "tile/0/000.p/6").unlink()
    with pytest.raises(WouldFork):
        Log(log.folder)
    (log.folder / "tile/0/000.p/6").write_bytes(tile)
    Log(log.folder).close()
    assert verify_folder(log.folder).in_order


def test_known_logs_keep_their_keys_under_the_origin(make_log):
    log = make_log()
    assert [known.key.name for known in log.policy.logs] == [ORIGIN, ORIGIN]
    assert KnownLog(log.policy.logs[0].key) == log.policy.logs[0]
