"""Durable files: in which order the system is asked, and what is refused."""

import os
import stat
import threading
import time
from hashlib import sha256
from pathlib import Path

import pytest

from repatria.record.errors import CannotKeep, PendingDamaged, RecordBusy
from repatria.record.files import PUBLIC, SECRET, Staging, exists, locked, make_folder, naming, read_file
from repatria.record.journal import Journal, format_record, parse_records


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """What the system was asked, in order: flushes by the name of what is flushed, and renames."""
    told: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flush(handle: int) -> None:
        told.append("flush " + Path(os.readlink(f"/proc/self/fd/{handle}")).name)
        fsync(handle)

    def rename(a: object, b: object) -> None:
        told.append(f"rename to {Path(str(b)).name}")
        replace(a, b)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(os, "replace", rename)
    return told


@pytest.fixture
def staging(tmp_path) -> Staging:
    made = Staging(tmp_path / "staging")
    made.sweep()
    return made


def test_a_file_is_flushed_then_renamed_then_its_folder_is_flushed(staging, tmp_path, asked):
    staging.put_now(tmp_path / "place" / "file", b"data")
    draft = f"flush {os.getpid()}.draft"
    assert asked == [f"flush {tmp_path.name}", draft, "rename to file", "flush place"]
    assert (tmp_path / "place" / "file").read_bytes() == b"data"
    assert list((tmp_path / "staging").iterdir()) == []


def test_many_files_share_one_flush_of_their_folder(staging, tmp_path, asked):
    for name in "abc":
        staging.put(tmp_path / name, b"")
    assert f"flush {tmp_path.name}" not in asked
    staging.flush()
    staging.flush()
    assert asked.count(f"flush {tmp_path.name}") == 1


@pytest.mark.parametrize("mode", [PUBLIC, SECRET])
def test_files_have_the_mode_asked_for_whatever_the_umask(staging, tmp_path, mode):
    before = os.umask(0o077 if mode == PUBLIC else 0)
    try:
        staging.put_now(tmp_path / "file", b"", mode)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


def test_folders_have_the_mode_asked_for_and_are_flushed_from_the_top(tmp_path, asked):
    make_folder(tmp_path / "a" / "b", 0o700)
    assert asked == [f"flush {tmp_path.name}", "flush a"]
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    make_folder(tmp_path / "a" / "b")
    assert len(asked) == 2


def test_sweeping_removes_drafts(staging):
    (staging.folder / "1.draft").write_bytes(b"half")
    staging.sweep()
    assert list(staging.folder.iterdir()) == []


def test_a_failing_call_is_told_with_the_files_name(staging, tmp_path):
    (tmp_path / "file").mkdir()
    with pytest.raises(CannotKeep, match=r"/file cannot be read or written: Is a directory"):
        staging.put(tmp_path / "file", b"data")
    with pytest.raises(CannotKeep, match="TimeoutError"), naming(tmp_path):
        raise TimeoutError
    with pytest.raises(CannotKeep):
        exists(tmp_path / ("x" * 300))
    assert (exists(tmp_path / "file"), exists(tmp_path / "none")) == (True, False)


def test_a_write_taken_in_parts_is_finished(staging, tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:3]))
    staging.put_now(tmp_path / "file", b"0123456789")
    assert (tmp_path / "file").read_bytes() == b"0123456789"


def test_reading_takes_plain_files_of_the_right_size_and_nothing_else(tmp_path):
    (tmp_path / "file").write_bytes(b"12345")
    assert read_file(tmp_path / "file", 5) == b"12345"
    assert read_file(tmp_path / "none", 5) is None
    assert read_file(tmp_path / "file" / "below", 5) is None
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name, most in (("file", 4), ("pipe", 5), ("link", 5), (".", 5)):
        with pytest.raises(CannotKeep):
            read_file(tmp_path / name, most)


def test_a_lock_is_waited_for_and_then_given_up(tmp_path):
    with locked(tmp_path / "lock", 0):
        start = time.monotonic()
        with pytest.raises(RecordBusy), locked(tmp_path / "lock", 0.1):
            pass
        assert time.monotonic() - start >= 0.1
        with pytest.raises(RecordBusy), locked(tmp_path / "lock", 0):
            pass
    with locked(tmp_path / "lock", 0):
        assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == SECRET
    with pytest.raises(CannotKeep), locked(tmp_path / "none" / "lock", 0):
        pass


def test_a_lock_comes_free_while_it_is_waited_for(tmp_path):
    free = threading.Event()

    def hold() -> None:
        with locked(tmp_path / "lock", 0):
            free.set()
            time.sleep(0.2)

    holder = threading.Thread(target=hold)
    holder.start()
    free.wait()
    with locked(tmp_path / "lock", 10):
        assert not holder.is_alive() or holder.join() is None
    holder.join()


# ---------------------------------------------------------------- journal


def test_a_journal_record_is_number_length_entry_and_sum():
    body = b"\0\0\0\0\0\0\0\7" + b"\0\5" + b"entry"
    assert format_record(7, b"entry") == body + sha256(body).digest()
    assert parse_records(format_record(7, b"entry")) == ([(7, b"entry")], 47)
    assert parse_records(b"") == ([], 0)


def test_a_new_journal_and_each_addition_are_flushed(tmp_path, asked):
    journal = Journal(tmp_path / "journal")
    assert asked == ["flush journal", f"flush {tmp_path.name}"]
    assert journal.read() == []
    journal.add([(0, b"a"), (1, b"b")])
    assert asked[2:] == ["flush journal"]
    assert journal.read() == [(0, b"a"), (1, b"b")]
    journal.clear()
    assert asked[3:] == ["flush journal"]
    assert stat.S_IMODE((tmp_path / "journal").stat().st_mode) == SECRET
    journal.close()
    Journal(tmp_path / "journal").close()
    assert len(asked) == 4


def test_a_torn_end_is_cut_off_and_that_is_flushed(tmp_path, asked):
    whole = format_record(0, b"a" * 50)
    for cut in range(1, len(whole)):
        (tmp_path / "journal").write_bytes(whole + whole[:cut])
        journal = Journal(tmp_path / "journal")
        assert journal.read() == [(0, b"a" * 50)]
        assert (tmp_path / "journal").read_bytes() == whole
        journal.add([(1, b"b")])
        assert len(journal.read()) == 2
        journal.close()
    assert asked == ["flush journal"] * 2 * (len(whole) - 1)


def test_zeros_behind_the_end_never_were_data(tmp_path):
    whole = format_record(0, b"a")
    for zeros in (1, 41, 42, 43, 4096):
        assert parse_records(whole + bytes(zeros)) == ([(0, b"a")], len(whole))


def test_damage_inside_names_the_entry():
    records = [format_record(n, b"entry %d" % n) for n in range(3)]
    for number in range(3):
        for at in (0, 12, -1):
            damaged = bytearray(records[number])
            damaged[at] ^= 1
            data = b"".join([*records[:number], bytes(damaged), *records[number + 1 :]])
            with pytest.raises(PendingDamaged, match=f"pending entry {number + 1} "):
                parse_records(data)


def test_a_failed_addition_is_taken_back(tmp_path, monkeypatch):
    journal = Journal(tmp_path / "journal")
    journal.read()
    journal.add([(0, b"a")])
    good = (tmp_path / "journal").read_bytes()
    fsync, failures = os.fsync, [OSError(5, "Input/output error")]

    def once(handle: int) -> None:
        if failures:
            raise failures.pop()
        fsync(handle)

    monkeypatch.setattr(os, "fsync", once)
    with pytest.raises(CannotKeep):
        journal.add([(1, b"b")])
    assert (tmp_path / "journal").read_bytes() == good
    journal.add([(1, b"c")])
    assert journal.read() == [(0, b"a"), (1, b"c")]


def test_a_journal_that_could_not_take_back_takes_nothing_more(tmp_path, monkeypatch):
    journal = Journal(tmp_path / "journal")
    journal.read()

    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", broken)
        disk.setattr(os, "ftruncate", broken)
        with pytest.raises(CannotKeep, match="Input/output"):
            journal.add([(0, b"a")])
    with pytest.raises(CannotKeep, match="in doubt"):
        journal.add([(0, b"a")])
