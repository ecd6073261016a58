"""Verifying: false histories are refused, and the report says what is wrong first."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from repatria.record import Log, Note, Policy, TlogProof, create_log, encode, prove, verify_folder
from repatria.record.errors import EntryRefused
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.keys import ED25519_COSIGNATURE, SigningKey
from repatria.record.formats.policy import Witness as Watching
from repatria.record.formats.signatures import sign
from repatria.record.formats.tiles import (
    LONGEST_ENTRY,
    TilePath,
    format_bundle,
    parse_bundle,
)
from repatria.record.merkle import Tree, leaf_hash
from repatria.record.secrets_file import parse_keys
from repatria.record.tree_files import GrowingTree, TiledTree
from repatria.record.verify import Report, verify_proof
from tests.record.conftest import NOW, ORIGIN, receipt

NOOR = SigningKey("noor.example", ED25519_COSIGNATURE, b"\5" * 32)
SIZE = 301


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    """A record of 301 entries, three checkpoints, cosigned by Noor; with the keys that a forger would not have."""
    place = tmp_path_factory.mktemp("original")
    policy = Policy((), (Watching("Noor", NOOR.verifier),), (), "Noor")
    with create_log(place / "record", ORIGIN, at=NOW, by="HAL", policy=policy) as log:
        for batch in (40, 160, 100):
            log.append_all(receipt(log.size + n) for n in range(batch))
            log.checkpoint(NOW)
            log.add_cosignatures([sign(Note(log.request(0).checkpoint.partition("\n\n")[0] + "\n"), NOOR, 5)])
    assert verify_folder(place / "record").in_order
    return place / "record"


def test_the_report_says_everything_that_holds(original):
    report = verify_folder(original)
    assert report.holds == [
        f"The checkpoint states 301 entries and is signed by the log {ORIGIN}.",
        "The policy is met: cosigned by Noor.",
        "Every entry is the one whose hash is in the tree.",
        "Every entry is an act the record knows, written the one way it is written.",
        "Every tile follows from the one below it.",
        "The tiles lead to the root that the checkpoint states.",
        "keys.txt is the file that the record itself states.",
        "4 checkpoints kept in the folder are prefixes of this one.",
    ]
    assert (report.origin, report.size, report.signed_by) == (ORIGIN, SIZE, [ORIGIN, "Noor"])
    assert report.root == Checkpoint.parse(Note.parse((original / "checkpoint").read_bytes()).text).root


class Forger:
    """Somebody with the folder who tells another history as well as he can."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries = [TiledTree(folder, SIZE).entry(n) for n in range(SIZE)]

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(data)

    def rebuild(self, entries: list[bytes]) -> bytes:
        """Write all tiles and bundles for other entries, and give their root."""
        shutil.rmtree(self.folder / "tile")
        tree = GrowingTree(TiledTree(self.folder, 0))
        for entry in entries:
            tree.add(entry)
        for path, data in tree.new_files(len(entries)):
            self.write(path.format(), data)
        return Tree(map(leaf_hash, entries)).root()

    def restate(self, size: int, root: bytes, origin: str = ORIGIN, keys: list[SigningKey] | None = None) -> None:
        """Put another checkpoint in place, under the old signatures or under given keys."""
        note = Note(Checkpoint(origin, size, root).format())
        old = Note.parse(self.read("checkpoint"))
        lines = [sign(note, key, 5) for key in keys] if keys else old.signatures
        text = note.with_signatures(lines).format().encode()
        self.write("checkpoint", text)
        self.write(f"checkpoints/{size}", text)

    def stolen_keys(self, original: Path) -> list[SigningKey]:
        return [*parse_keys((original.with_name("record.private") / "keys").read_bytes()), NOOR]


@pytest.fixture
def forger(original, tmp_path) -> Forger:
    shutil.copytree(original, tmp_path / "record")
    return Forger(tmp_path / "record")


def other_entry() -> bytes:
    return encode({**receipt(0), "receipt": "ab" * 32})


def entry_changed(f: Forger) -> None:
    entries = parse_bundle(f.read("tile/entries/000"))
    f.write("tile/entries/000", format_bundle([*entries[:7], other_entry(), *entries[8:]]))


def entry_and_its_tile_changed(f: Forger) -> None:
    entry_changed(f)
    tile = f.read("tile/0/000")
    f.write("tile/0/000", tile[: 7 * 32] + leaf_hash(other_entry()) + tile[8 * 32 :])


def whole_tree_rebuilt_on_a_changed_entry(f: Forger) -> None:
    f.restate(SIZE, f.rebuild([*f.entries[:7], other_entry(), *f.entries[8:]]))


def entry_taken_out(f: Forger) -> None:
    f.restate(SIZE - 1, f.rebuild([*f.entries[:7], *f.entries[8:]]))


def entry_put_in(f: Forger) -> None:
    f.restate(SIZE + 1, f.rebuild([*f.entries[:7], other_entry(), *f.entries[7:]]))


def two_entries_swapped(f: Forger) -> None:
    f.restate(SIZE, f.rebuild([*f.entries[:7], f.entries[8], f.entries[7], *f.entries[9:]]))


def tail_cut_off(f: Forger) -> None:
    f.rebuild(f.entries[:201])


def taken_back_to_an_older_checkpoint(f: Forger) -> None:
    f.write("checkpoint", f.read("checkpoints/201"))


def taken_back_with_tiles_to_match(f: Forger) -> None:
    f.rebuild(f.entries[:201])
    f.write("checkpoint", f.read("checkpoints/201"))


def signed_by_a_stranger_of_the_same_name(f: Forger) -> None:
    stranger = SigningKey(ORIGIN, 1, b"\x66" * 32)
    f.restate(SIZE, Tree(map(leaf_hash, f.entries)).root(), keys=[stranger, NOOR])


def passed_off_as_another_log(f: Forger) -> None:
    f.restate(SIZE, Tree(map(leaf_hash, f.entries)).root(), origin="other.example")


def cosignature_of_an_older_checkpoint_replayed(f: Forger) -> None:
    note, old = (Note.parse(f.read(name)) for name in ("checkpoint", "checkpoints/201"))
    [replayed] = old.by(NOOR.verifier)
    lines = (*(line for line in note.signatures if not line.is_by(NOOR.verifier)), replayed)
    f.write("checkpoint", Note(note.text, lines).format().encode())
    f.write(f"checkpoints/{SIZE}", f.read("checkpoint"))


def cosignature_left_out(f: Forger) -> None:
    note = Note.parse(f.read("checkpoint"))
    f.write("checkpoint", Note(note.text, note.signatures[:-1]).format().encode())
    f.write(f"checkpoints/{SIZE}", f.read("checkpoint"))


def keys_exchanged(f: Forger) -> None:
    stranger = SigningKey(ORIGIN, 1, b"\x66" * 32)
    f.write("keys.txt", f"log {stranger.verifier.format()}\nquorum none\n".encode())
    f.restate(SIZE, Tree(map(leaf_hash, f.entries)).root(), keys=[stranger])


def policy_relaxed(f: Forger) -> None:
    f.write("keys.txt", f.read("keys.txt").replace(b"quorum Noor", b"quorum none"))


def upper_tile_changed(f: Forger) -> None:
    f.write("tile/1/000.p/1", bytes(32))


def entry_of_no_known_act(f: Forger) -> None:
    f.restate(SIZE, f.rebuild([*f.entries[:7], b'{"act":"free text","v":1}', *f.entries[8:]]))


FALSE_HISTORIES: dict[Callable[[Forger], None], str] = {
    entry_changed: "entry 7 is not the one whose hash is in tile/0/000",
    entry_and_its_tile_changed: "does not follow from the tiles below|is not the beginning of",
    whole_tree_rebuilt_on_a_changed_entry: "does not verify",
    entry_taken_out: "does not verify",
    entry_put_in: "does not verify",
    two_entries_swapped: "does not verify",
    tail_cut_off: "has no place|is missing|holds",
    taken_back_to_an_older_checkpoint: "no place beside this checkpoint",
    taken_back_with_tiles_to_match: "taken back",
    signed_by_a_stranger_of_the_same_name: "the log itself has not signed",
    passed_off_as_another_log: "your keys do not name",
    cosignature_of_an_older_checkpoint_replayed: r"noor\.example does not verify",
    cosignature_left_out: "policy is not met",
    keys_exchanged: "keys.txt is not the file",
    policy_relaxed: "keys.txt is not the file",
    upper_tile_changed: "tile/1/000.p/1 does not follow",
    entry_of_no_known_act: "does not verify",
}


@pytest.mark.parametrize("lie", FALSE_HISTORIES, ids=lambda lie: lie.__name__)
def test_a_false_history_is_refused(forger, lie):
    lie(forger)
    report = verify_folder(forger.folder)
    assert report.fault is not None
    assert re.search(FALSE_HISTORIES[lie], report.fault), report.fault


def forked(forger: Forger, original: Path) -> None:
    """A dishonest keeper, or a thief of all keys, signs another history."""
    for name in ("41", "201"):
        (forger.folder / "checkpoints" / name).unlink()
    entries = [*forger.entries[:7], other_entry(), *forger.entries[8:]]
    forger.restate(SIZE, forger.rebuild(entries), keys=forger.stolen_keys(original))
    (forger.folder / "checkpoints" / "1").unlink()


def test_a_fork_by_the_keeper_himself_shows_to_whoever_kept_an_older_checkpoint(forger, original):
    forked(forger, original)
    assert verify_folder(forger.folder).in_order  # nobody can tell from the folder alone
    kept = [Note.parse((original / "checkpoints" / "201").read_bytes())]
    assert "two different histories" in verify_folder(forger.folder, older=kept).fault
    kept = [Note.parse((original / "checkpoint").read_bytes())]
    assert "two different histories" in verify_folder(forger.folder, older=kept).fault


def test_a_fork_shows_in_the_folder_too_while_it_keeps_its_older_checkpoints(forger, original):
    entries = [*forger.entries[:7], other_entry(), *forger.entries[8:]]
    forger.restate(SIZE, forger.rebuild(entries), keys=forger.stolen_keys(original))
    assert not verify_folder(forger.folder).in_order


def test_exchanged_keys_do_not_fool_who_has_the_right_ones(forger, original):
    keys_exchanged(forger)
    right = Policy.parse((original / "keys.txt").read_bytes())
    assert "none of the keys you trust" in verify_folder(forger.folder, right).fault


def test_a_newer_checkpoint_shows_that_a_folder_was_taken_back(forger, original):
    taken_back_with_tiles_to_match(forger)
    (forger.folder / "checkpoints" / str(SIZE)).unlink()
    kept = [Note.parse((original / "checkpoint").read_bytes())]
    assert "taken back" in verify_folder(forger.folder, older=kept).fault


def test_every_older_checkpoint_that_is_shown_is_checked(forger, original):
    notes = [Note.parse((original / "checkpoints" / n).read_bytes()) for n in ("1", "41", "201", "301")]
    report = verify_folder(forger.folder, older=notes)
    assert report.in_order
    assert "All 4 older checkpoints you hold are prefixes of this record." in report.holds
    other = Note(Checkpoint("other.example", 1, bytes(32)).format()).with_signatures(notes[0].signatures)
    assert "another log" in verify_folder(forger.folder, older=[other]).fault
    unsigned = notes[0].text
    stranger = Note(unsigned).with_signatures([sign(Note(unsigned), SigningKey("x", 1, bytes(32)), 5)])
    assert "none of the keys" in verify_folder(forger.folder, older=[stranger]).fault
    seen = Note(unsigned).with_signatures([sign(Note(unsigned), NOOR, 5)])
    assert "not signed by the log" in verify_folder(forger.folder, older=[seen]).fault


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("tile/0/002", "no place"),
        ("tile/0/000.p/17", "no place"),
        ("tile/0/001.p/46", "no place"),
        ("tile/2/000.p/1", "no place"),
        ("tile/letters", "no place"),
        ("tile/0/000.p/x", "no place"),
        ("checkpoints/letters", "no checkpoint"),
        ("checkpoints/007", "no checkpoint"),
        ("checkpoints/300", "another size"),
    ],
)
def test_a_file_that_does_not_belong_is_refused(forger, name, fault):
    forger.write(name, forger.read("checkpoint"))
    assert fault in verify_folder(forger.folder).fault


def test_a_file_beside_the_record_is_remarked_not_refused(forger):
    forger.write("index.html", b"hello")
    report = verify_folder(forger.folder)
    assert report.in_order
    assert report.remarks == ["Not part of the record, and not checked: index.html."]


def test_every_file_is_needed(forger, original):
    for path in sorted(p for p in original.rglob("*") if p.is_file()):
        name = path.relative_to(original).as_posix()
        older = name.startswith("checkpoints/") and name != f"checkpoints/{SIZE}"
        (forger.folder / name).unlink()
        assert verify_folder(forger.folder).in_order == older, name
        shutil.copy(path, forger.folder / name)


@pytest.mark.parametrize(
    "name", ["checkpoint", "keys.txt", "checkpoints/41", "tile/0/000", "tile/entries/001.p/45"]
)
def test_files_that_are_empty_huge_or_links_are_refused(forger, name, tmp_path):
    good = forger.read(name)
    for data in (b"", good + b"\0", good[:-1], good * 2):
        forger.write(name, data)
        assert not verify_folder(forger.folder).in_order
    (tmp_path / "elsewhere").write_bytes(good)
    (forger.folder / name).unlink()
    (forger.folder / name).symlink_to(tmp_path / "elsewhere")
    assert not verify_folder(forger.folder).in_order


def test_an_impossible_size_is_refused_at_once(forger, original):
    forger.restate(2**62, bytes(32), keys=forger.stolen_keys(original))
    assert not verify_folder(forger.folder).in_order


def test_an_older_partial_tile_must_begin_the_present_one(make_log):
    log = make_log(3, 5)
    for name in ("tile/0/000.p/4", "tile/entries/000.p/4"):
        good = (log.folder / name).read_bytes()
        (log.folder / name).write_bytes(bytes([good[0] ^ 1]) + good[1:])
        assert not verify_folder(log.folder).in_order
        (log.folder / name).write_bytes((log.folder / name.replace("/4", "/1")).read_bytes())
        assert "is not the beginning" in verify_folder(log.folder).fault
        (log.folder / name).write_bytes(good)
    assert verify_folder(log.folder).in_order


def test_a_checkpoint_must_carry_both_signatures_of_the_log(make_log):
    log = make_log(3)
    note = Note.parse((log.folder / "checkpoint").read_bytes())
    for keep in note.signatures:
        for name in ("checkpoint", "checkpoints/4"):
            (log.folder / name).write_text(Note(note.text, (keep,)).format())
        assert "lacks a signature of the log" in verify_folder(log.folder).fault


def test_unknown_signatures_may_be_added_to_the_checkpoint_but_not_to_the_archive(make_log):
    log = make_log(3)
    note = Note.parse((log.folder / "checkpoint").read_bytes())
    more = note.with_signatures([sign(Note(note.text), NOOR, 5)])
    (log.folder / "checkpoint").write_text(more.format())
    assert verify_folder(log.folder).in_order
    (log.folder / "checkpoints/4").write_text(more.format())
    assert "does not name" in verify_folder(log.folder).fault


def test_a_record_that_never_states_its_keys_is_refused(make_log):
    log = make_log(2)
    forger = Forger.__new__(Forger)
    forger.folder = log.folder
    keys = parse_keys((log.folder.with_name("record.private") / "keys").read_bytes())
    shutil.rmtree(log.folder / "checkpoints")
    forger.restate(1, forger.rebuild([encode(receipt(1))]), keys=keys)
    assert "no entry states which keys" in verify_folder(log.folder).fault


def test_the_log_of_another_program_is_checked_as_foreign(make_log):
    log = make_log(2)
    forger = Forger.__new__(Forger)
    forger.folder = log.folder
    keys = parse_keys((log.folder.with_name("record.private") / "keys").read_bytes())
    forger.restate(2, forger.rebuild([b"one", b"two"]), keys=keys)
    assert "not an act" in verify_folder(log.folder).fault
    policy = Policy.of_keys(keys[0].verifier.format())
    assert verify_folder(log.folder, policy, foreign=True).in_order
    assert verify_folder(log.folder, foreign=True).in_order
    forger.write("tile/entries/000.p/2", format_bundle([b"one", b"tvo"]))
    assert not verify_folder(log.folder, policy, foreign=True).in_order


def test_bit_flips_anywhere_are_seen(original, tmp_path):
    """A sample; `python -m benchmarks record` makes ten thousand."""
    shutil.copytree(original, tmp_path / "record")
    assert flips(tmp_path / "record", 150, seed=1) == []


def flips(folder: Path, rounds: int, seed: int) -> list[str]:
    """Flip one bit at a time, anywhere in the folder; give those that went unseen."""
    chance = random.Random(seed)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    weights = [path.stat().st_size for path in paths]
    unseen = []
    for _ in range(rounds):
        [path] = chance.choices(paths, weights)
        good = path.read_bytes()
        bit = chance.randrange(len(good) * 8)
        path.write_bytes(good[: bit // 8] + bytes([good[bit // 8] ^ 1 << bit % 8]) + good[bit // 8 + 1 :])
        if verify_folder(folder).in_order:
            unseen.append(f"{path.relative_to(folder)} bit {bit}")
        path.write_bytes(good)
    return unseen


# ---------------------------------------------------------------- one page of proof


@pytest.fixture
def page(original) -> TlogProof:
    with Log(original) as log:
        return log.prove(123)


def check(page: TlogProof, original: Path, entry: bytes | None = None) -> Report:
    return verify_proof(page, Policy.parse((original / "keys.txt").read_bytes()), entry)


def test_a_page_proves_its_entry(page, original):
    report = check(page, original)
    assert report.in_order
    assert (report.origin, report.size, report.signed_by) == (ORIGIN, SIZE, [ORIGIN, "Noor"])
    assert report.holds == [
        f"The checkpoint states 301 entries; signed: {ORIGIN}, Noor.",
        "Entry 123 is in the record, exactly as shown.",
    ]
    assert report.remarks == []
    assert check(TlogProof(page.index, page.path, page.checkpoint, b"x"), original).remarks == []
    assert check(TlogProof.parse(page.format()), original).in_order


def test_a_page_for_another_entry_index_path_or_checkpoint_is_refused(page, original):
    older = Note.parse((original / "checkpoints" / "201").read_bytes())
    for wrong in (
        TlogProof(124, page.path, page.checkpoint, page.extra),
        TlogProof(123, page.path[:-1], page.checkpoint, page.extra),
        TlogProof(123, (*page.path, bytes(32)), page.checkpoint, page.extra),
        TlogProof(123, page.path[::-1], page.checkpoint, page.extra),
        TlogProof(123, page.path, older, page.extra),
        TlogProof(123, page.path, page.checkpoint, page.extra + b" "),
        TlogProof(123, page.path, page.checkpoint, None),
        TlogProof(2**62, page.path, page.checkpoint, page.extra),
    ):
        assert not check(wrong, original).in_order


def test_the_entry_may_come_apart_from_its_page(page, original):
    bare = TlogProof(page.index, page.path, page.checkpoint)
    assert check(bare, original, page.extra).in_order
    assert not check(bare, original, b"other").in_order
    assert not check(page, original, b"other").in_order


def test_a_page_under_other_keys_is_refused(page, original):
    other = Policy.of_keys(SigningKey(ORIGIN, 1, b"\x66" * 32).verifier.format())
    assert not verify_proof(page, other).in_order


def test_an_entry_too_long_for_a_bundle_never_gets_a_signature(make_log):
    log = make_log(1)
    with pytest.raises(EntryRefused):
        log.append_encoded([encode(receipt(1)).ljust(LONGEST_ENTRY + 1)])
    assert log.size == 2
    assert TilePath.parse("tile/entries/000.p/2").width == 2


def test_a_page_for_an_entry_of_another_program_is_good_but_remarked(forger, original):
    keys = forger.stolen_keys(original)
    forger.restate(2, forger.rebuild([b"one", b"two"]), keys=keys)
    report = check(prove(forger.folder, 1), original)
    assert report.in_order
    assert report.remarks == ["The entry is not an act that this program knows."]


def test_the_upper_levels_of_a_large_tree_are_checked(make_log):
    log = make_log(2)
    keys = parse_keys((log.folder.with_name("record.private") / "keys").read_bytes())
    first, model = log.prove(0).extra, encode(receipt(0))
    number = receipt(0)["receipt"].encode()
    forger = Forger.__new__(Forger)
    forger.folder = log.folder
    entries = [first, *(model.replace(number, b"%064x" % n) for n in range(66_000))]
    shutil.rmtree(log.folder / "checkpoints")
    forger.restate(len(entries), forger.rebuild(entries), keys=keys)
    assert verify_folder(log.folder).in_order
    for name in ("tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1", "tile/0/257.p/209"):
        good = forger.read(name)
        forger.write(name, good[:-1] + bytes([good[-1] ^ 1]))
        assert "follow from the tiles" in (fault := verify_folder(log.folder).fault) or "whose hash" in fault
        forger.write(name, good)
