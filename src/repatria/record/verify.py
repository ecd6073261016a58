"""Checking a record from its folder and the public keys alone.

Everything is worked out again: every entry against its schema, every leaf from its entry, every tile from the one
below it, the root from the tiles, every signature, the policy, and that each older checkpoint is a prefix. The
report says in plain words what holds and, if something does not, the first thing that does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from repatria.i18n import _, ngettext
from repatria.record import layout, merkle
from repatria.record.entries import decode, is_entry
from repatria.record.errors import MalformedTile, NotInOrder, RecordError, SignatureRefused
from repatria.record.files import naming, read_file
from repatria.record.formats.checkpoint import Checkpoint
from repatria.record.formats.note import LARGEST_NOTE, Note
from repatria.record.formats.policy import LARGEST_POLICY, Policy
from repatria.record.formats.proof import TlogProof
from repatria.record.formats.signatures import check_signatures
from repatria.record.formats.tiles import HASH_BYTES, WIDTH, TilePath, parse_bundle, tile_width
from repatria.record.log import KEY_ACTS
from repatria.record.merkle import Tree, leaf_hash
from repatria.record.tree_files import LARGEST_BUNDLE, LARGEST_TILE, TiledTree

_KNOWN = {layout.CHECKPOINT, layout.CHECKPOINTS, layout.KEYS, layout.TILES}


@dataclass(slots=True)
class Report:
    """What a check found. `fault` is the first thing that does not hold; None if all does."""

    origin: str = ""
    size: int = 0
    root: bytes = b""
    signed_by: list[str] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    fault: str | None = None

    @property
    def in_order(self) -> bool:
        """Say whether everything holds."""
        return self.fault is None


def verify_folder(
    folder: Path, policy: Policy | None = None, older: Sequence[Note] = (), foreign: bool = False
) -> Report:
    """Check a whole record.

    Args:
        folder: the public folder.
        policy: whom to trust; ``keys.txt`` of the folder if not given. Keys that came with the folder prove that
            it holds together; only keys that came another way prove whose it is.
        older: checkpoints that somebody kept; each must be a prefix.
        foreign: the log is another program's: any entries, and further files, are allowed.
    """
    report = Report()
    check = _FolderCheck(Path(folder), foreign, report)
    try:
        check.run(policy, older)
    except RecordError as fault:
        report.fault = str(fault)
    return report


class _FolderCheck:
    """One check of one folder; the methods come in the order in which they must hold."""

    def __init__(self, folder: Path, foreign: bool, report: Report) -> None:
        self.folder, self.foreign, self.report = folder, foreign, report
        self.keys_stated: tuple[int, str] | None = None  # the newest entry about keys.txt, and its digest

    def run(self, policy: Policy | None, older: Sequence[Note]) -> None:
        own = None if self.foreign else Policy.parse(self._must_read(layout.KEYS, LARGEST_POLICY))
        trusted = policy or own or Policy.parse(self._must_read(layout.KEYS, LARGEST_POLICY))
        self.check_signed(trusted, demand_all=policy is None)
        self.check_files()
        self.check_entries()
        self.check_levels()
        self.check_root()
        if own is not None:
            self.check_keys_file()
            self.check_archive(own)
        self.check_older(trusted, older)

    def _must_read(self, name: str, most: int) -> bytes:
        data = read_file(self.folder / name, most)
        if data is None:
            raise NotInOrder(_("{file} is missing").format(file=name))
        return data

    # ---------------------------------------------------------------- signatures

    def check_signed(self, policy: Policy, demand_all: bool) -> None:
        self.note = Note.parse(self._must_read(layout.CHECKPOINT, LARGEST_NOTE))
        self.checkpoint, signed = policy.check(self.note)
        if demand_all and not set(policy.log_keys(self.checkpoint.origin)) <= set(signed):
            raise SignatureRefused(_("the checkpoint lacks a signature of the log that keys.txt asks for"))
        report, found = self.report, self.checkpoint
        report.origin, report.size, report.root = found.origin, found.size, found.root
        witnesses = [w.name for w in policy.witnesses if w.key in signed]
        report.signed_by = [found.origin, *witnesses]
        report.holds.append(
            ngettext(
                "The checkpoint states {n} entry and is signed by the log {origin}.",
                "The checkpoint states {n} entries and is signed by the log {origin}.",
                found.size,
            ).format(n=found.size, origin=found.origin)
        )
        report.holds.append(
            _("The policy is met: cosigned by {names}.").format(names=", ".join(witnesses))
            if witnesses
            else _("The policy is met; it asks for no witness.")
        )

    # ---------------------------------------------------------------- files

    def check_files(self) -> None:
        if self.foreign:
            return
        self._remark_strangers()
        older = {path for s in layout.archived_sizes(self.folder) for path in layout.partial_tiles(s)}
        for name in layout.tile_files(self.folder):
            path = layout.tile_path(name)
            if path is None or not layout.belongs(path, self.checkpoint.size, older):
                raise NotInOrder(
                    _(
                        "{file} has no place beside this checkpoint: a write was interrupted (the keeper's next "
                        "start mends that), or the checkpoint was taken back to an older one"
                    ).format(file=name)
                )
            self._check_older_partial(path)

    def _remark_strangers(self) -> None:
        with naming(self.folder):
            strangers = sorted(path.name for path in self.folder.iterdir() if path.name not in _KNOWN)
        if strangers:
            self.report.remarks.append(
                _("Not part of the record, and not checked: {names}.").format(names=", ".join(strangers))
            )

    def _check_older_partial(self, path: TilePath) -> None:
        """A partial tile of an older checkpoint must begin the present tile."""
        width = tile_width(self.checkpoint.size, path.level or 0, path.index)
        if path.width == width:
            return
        name, now = path.format(), TilePath(path.level, path.index, width).format()
        part = self._must_read(name, LARGEST_BUNDLE)
        whole = self._must_read(now, LARGEST_BUNDLE)
        held = self._count(name, path, part)
        if held != path.width or not whole.startswith(part):
            raise NotInOrder(_("{part} is not the beginning of {whole}").format(part=name, whole=now))

    def _count(self, name: str, path: TilePath, data: bytes) -> float:
        return len(self._entries(name, data)) if path.level is None else len(data) / HASH_BYTES

    def _entries(self, name: str, data: bytes) -> list[bytes]:
        try:
            return parse_bundle(data)
        except MalformedTile as cause:
            raise NotInOrder(_("{file}: {why}").format(file=name, why=cause)) from cause

    # ---------------------------------------------------------------- tree

    def check_entries(self) -> None:
        self.row: list[bytes] = []  # roots of the full tiles, to compare with the level above
        for index in range(-(-self.checkpoint.size // WIDTH)):
            path = TilePath(None, index, tile_width(self.checkpoint.size, 0, index))
            name = path.format()
            entries = self._entries(name, self._must_read(name, LARGEST_BUNDLE))
            if len(entries) != path.width:
                raise NotInOrder(
                    _("{file} holds {n}, not {wanted}").format(file=name, n=len(entries), wanted=path.width)
                )
            if not self.foreign:
                self._check_schemas(index * WIDTH, entries)
            self._check_leaves(TilePath(0, index, path.width), entries)
        self.report.holds.append(_("Every entry is the one whose hash is in the tree."))
        if not self.foreign:
            self.report.holds.append(
                _("Every entry is an act the record knows, written the one way it is written.")
            )

    def _check_schemas(self, first: int, entries: list[bytes]) -> None:
        for number, entry in enumerate(entries, start=first):
            if not is_entry(entry):
                raise NotInOrder(
                    _("entry {n} is not an act that the record knows, or not in canonical JSON").format(n=number)
                )
            if entry.startswith(KEY_ACTS):
                self.keys_stated = (number, decode(entry)["keys"])

    def _check_leaves(self, path: TilePath, entries: list[bytes]) -> None:
        name = path.format()
        leaves = [sha256(b"\x00" + entry).digest() for entry in entries]
        tile = self._must_read(name, LARGEST_TILE)
        if b"".join(leaves) != tile:
            raise NotInOrder(_first_difference(name, path, leaves, tile))
        if path.width == WIDTH:
            self.row.append(Tree(leaves).root())

    def check_levels(self) -> None:
        level = 1
        while (width := self.checkpoint.size >> 8 * level) > 0:
            below, self.row = self.row, []
            for index in range(-(-width // WIDTH)):
                self._check_tile(TilePath(level, index, tile_width(self.checkpoint.size, level, index)), below)
            level += 1
        self.report.holds.append(_("Every tile follows from the one below it."))

    def _check_tile(self, path: TilePath, below: list[bytes]) -> None:
        name = path.format()
        nodes = below[path.index * WIDTH : path.index * WIDTH + path.width]
        if b"".join(nodes) != self._must_read(name, LARGEST_TILE):
            raise NotInOrder(_("{file} does not follow from the tiles below it").format(file=name))
        if path.width == WIDTH:
            self.row.append(Tree(nodes).root())

    def check_root(self) -> None:
        self.tree = TiledTree(self.folder, self.checkpoint.size)
        if merkle.root(self.tree.node, self.checkpoint.size) != self.checkpoint.root:
            raise NotInOrder(_("the tiles lead to another root than the one the checkpoint states"))
        self.report.holds.append(_("The tiles lead to the root that the checkpoint states."))

    # ---------------------------------------------------------------- keys and older checkpoints

    def check_keys_file(self) -> None:
        if self.keys_stated is None:
            raise NotInOrder(_("no entry states which keys belong to the record"))
        if sha256(self._must_read(layout.KEYS, LARGEST_POLICY)).hexdigest() != self.keys_stated[1]:
            raise NotInOrder(
                _("keys.txt is not the file that entry {n} of the record states").format(n=self.keys_stated[0])
            )
        self.report.holds.append(_("keys.txt is the file that the record itself states."))

    def check_archive(self, own: Policy) -> None:
        sizes = layout.archived_sizes(self.folder)
        self._check_archive_names(sizes)
        for size in sizes:
            note = self._archived(size)
            self._check_prefix(own, note, _("checkpoints/{size}").format(size=size))
            strangers = [s for s in note.signatures if not any(s.is_by(key) for key in own.known_keys)]
            if strangers and self.keys_stated is not None and size > self.keys_stated[0]:
                raise NotInOrder(
                    _("checkpoints/{size} carries a signature of a key that keys.txt does not name").format(
                        size=size
                    )
                )
        if not set(self._archived(self.checkpoint.size).signatures) <= set(self.note.signatures):
            raise NotInOrder(_("the checkpoint and its copy in checkpoints/ do not carry the same signatures"))
        self.report.holds.append(
            ngettext(
                "{n} checkpoint kept in the folder is a prefix of this one.",
                "{n} checkpoints kept in the folder are prefixes of this one.",
                len(sizes),
            ).format(n=len(sizes))
        )

    def _check_archive_names(self, sizes: list[int]) -> None:
        with naming(self.folder / layout.CHECKPOINTS):
            names = {path.name for path in (self.folder / layout.CHECKPOINTS).glob("*")}
        if names != {str(size) for size in sizes} or self.checkpoint.size not in sizes:
            raise NotInOrder(
                _("checkpoints/ lacks a copy of the checkpoint, or holds a file that is no checkpoint")
            )

    def _archived(self, size: int) -> Note:
        name = f"{layout.CHECKPOINTS}/{size}"
        note = Note.parse(self._must_read(name, LARGEST_NOTE))
        if Checkpoint.parse(note.text).size != size:
            raise NotInOrder(_("{file} is the checkpoint of another size").format(file=name))
        return note

    def check_older(self, policy: Policy, older: Sequence[Note]) -> None:
        for number, note in enumerate(older, start=1):
            self._check_prefix(policy, note, _("older checkpoint {n}").format(n=number))
        if older:
            self.report.holds.append(
                ngettext(
                    "The older checkpoint you hold is a prefix of this record.",
                    "All {n} older checkpoints you hold are prefixes of this record.",
                    len(older),
                ).format(n=len(older))
            )

    def _check_prefix(self, policy: Policy, note: Note, name: str) -> None:
        old = Checkpoint.parse(note.text)
        if old.origin != self.checkpoint.origin:
            raise NotInOrder(_("{name} is of another log").format(name=name))
        try:
            signed = check_signatures(note, policy.known_keys)
        except SignatureRefused as cause:
            raise NotInOrder(_("{name}: {why}").format(name=name, why=cause)) from cause
        if not set(signed) & set(policy.log_keys(old.origin)):
            raise NotInOrder(_("{name} is not signed by the log").format(name=name))
        if old.size > self.checkpoint.size:
            raise NotInOrder(
                _("{name} states {old} entries, this folder only {now}: it was taken back").format(
                    name=name, old=old.size, now=self.checkpoint.size
                )
            )
        if merkle.root(self.tree.node, old.size) != old.root:
            raise NotInOrder(
                _("{name} is no prefix of this record: the log has told two different histories").format(name=name)
            )


def _first_difference(name: str, path: TilePath, leaves: list[bytes], tile: bytes) -> str:
    for number, leaf in enumerate(leaves):
        if tile[number * HASH_BYTES : (number + 1) * HASH_BYTES] != leaf:
            return _("entry {n} is not the one whose hash is in {file}").format(
                n=path.index * WIDTH + number, file=name
            )
    return _("{file} holds more than its {n} hashes").format(file=name, n=path.width)


def verify_proof(proof: TlogProof, policy: Policy, entry: bytes | None = None) -> Report:
    """Check one page of proof against a policy; the entry is the one given, else the one the page carries."""
    report = Report()
    try:
        _check_proof(proof, policy, entry, report)
    except RecordError as fault:
        report.fault = str(fault)
    return report


def _check_proof(proof: TlogProof, policy: Policy, entry: bytes | None, report: Report) -> None:
    checkpoint, signed = policy.check(proof.checkpoint)
    report.origin, report.size, report.root = checkpoint.origin, checkpoint.size, checkpoint.root
    report.signed_by = [checkpoint.origin, *(w.name for w in policy.witnesses if w.key in signed)]
    report.holds.append(
        _("The checkpoint states {n} entries; signed: {names}.").format(
            n=checkpoint.size, names=", ".join(report.signed_by)
        )
    )
    data = proof.extra if entry is None else entry
    if data is None:
        raise NotInOrder(_("the proof does not carry the entry it proves; name the entry's file"))
    merkle.verify_inclusion(leaf_hash(data), proof.index, checkpoint.size, proof.path, checkpoint.root)
    report.holds.append(_("Entry {i} is in the record, exactly as shown.").format(i=proof.index))
    if not is_entry(data):
        report.remarks.append(_("The entry is not an act that this program knows."))
