"""The Merkle tree of RFC 6962, section 2.1, with SHA-256: roots, inclusion proofs and consistency proofs.

A *node* is the hash of a complete subtree: ``node(level, index)`` covers the ``2**level`` leaves from
``index * 2**level`` on. Everything here is worked out from nodes, wherever they are kept: in memory
(:class:`Tree`) or in the tiles of a folder.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from repatria.i18n import _
from repatria.record.errors import ProofRefused

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()

Node = Callable[[int, int], bytes]


def leaf_hash(entry: bytes) -> bytes:
    """Hash an entry as a leaf: SHA-256(0x00 || entry)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two nodes into the one above them: SHA-256(0x01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A whole tree in memory: each level is one run of 32-byte hashes."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[bytearray] = [bytearray()]
        self.size = 0
        self.extend(leaves)

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Append leaf hashes."""
        row = self._levels[0]
        row += b"".join(leaves)
        self.size = len(row) // HASH_BYTES
        self._grow()

    def append(self, leaf: bytes) -> None:
        """Append one leaf hash and the nodes that it completes."""
        levels, level, index = self._levels, 0, self.size
        self.size += 1
        levels[0] += leaf
        while index & 1:
            row = levels[level]
            level += 1
            if level == len(levels):
                levels.append(bytearray())
            levels[level] += sha256(b"\x01" + row[-64:]).digest()
            index >>= 1

    def _grow(self) -> None:
        """Complete every level above the leaves."""
        level = 0
        while (pairs := len(self._levels[level]) // 64) > 0:
            if level + 1 == len(self._levels):
                self._levels.append(bytearray())
            row, above = self._levels[level], self._levels[level + 1]
            start = len(above) // HASH_BYTES
            above += b"".join(
                [sha256(b"\x01" + row[at : at + 64]).digest() for at in range(start * 64, pairs * 64, 64)]
            )
            level += 1

    def node(self, level: int, index: int) -> bytes:
        """Give the hash of the complete subtree `index` of height `level`."""
        return bytes(self._levels[level][index * HASH_BYTES : (index + 1) * HASH_BYTES])

    def root(self, size: int | None = None) -> bytes:
        """Give the root, of the whole tree or of its first `size` leaves."""
        return root(self.node, self.size if size is None else size)

    def inclusion_proof(self, index: int, size: int | None = None) -> list[bytes]:
        """Prove that leaf `index` is in the tree of the first `size` leaves."""
        return inclusion_proof(self.node, index, self.size if size is None else size)

    def consistency_proof(self, old: int, size: int | None = None) -> list[bytes]:
        """Prove that the first `old` leaves are a prefix of the first `size`."""
        return consistency_proof(self.node, old, self.size if size is None else size)


def peaks(start: int, end: int) -> list[tuple[int, int]]:
    """Give the complete subtrees that cover leaves `start` to `end`, left to right, as (level, index).

    `start` must be where a subtree at least as large as ``end - start`` can begin, as it always is for
    the ranges that RFC 6962 splits a tree into.
    """
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def _range_hash(node: Node, start: int, end: int) -> bytes:
    parts = [node(level, index) for level, index in peaks(start, end)]
    total = parts.pop()
    while parts:
        total = node_hash(parts.pop(), total)
    return total


def root(node: Node, size: int) -> bytes:
    """Give the root of the first `size` leaves."""
    return _range_hash(node, 0, size) if size else EMPTY_ROOT


def _split(size: int) -> int:
    """Give the largest power of two below `size`: where RFC 6962 divides a tree."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_proof(node: Node, index: int, size: int) -> list[bytes]:
    """Prove that leaf `index` is in the tree of the first `size` leaves (RFC 6962, 2.1.1).

    Raises:
        ProofRefused: there is no such leaf in that tree.
    """
    if not 0 <= index < size:
        raise ProofRefused(_("there is no entry {index} in a tree of {size}").format(index=index, size=size))
    path, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_range_hash(node, middle, end))
            end = middle
        else:
            path.append(_range_hash(node, start, middle))
            start = middle
    return path[::-1]


def consistency_proof(node: Node, old: int, size: int) -> list[bytes]:
    """Prove that the first `old` leaves are a prefix of the first `size` (RFC 6962, 2.1.2).

    Raises:
        ProofRefused: `old` is zero or larger than `size`; neither can be proved.
    """
    if not 0 < old <= size:
        raise ProofRefused(_("no proof leads from a tree of {old} to a tree of {size}").format(old=old, size=size))
    path, start, end, whole = [], 0, size, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(_range_hash(node, middle, end))
            end = middle
        else:
            path.append(_range_hash(node, start, middle))
            start, whole = middle, False
    if not whole:
        path.append(_range_hash(node, start, end))
    return path[::-1]


def _refuse(condition: bool, why: str) -> None:
    if condition:
        raise ProofRefused(why)


def _fold(total: bytes, path: Sequence[bytes], index: int, inner: int) -> bytes:
    """Climb: for the first `inner` steps `index` says which side we are on; above them always the right."""
    for height, sibling in enumerate(path):
        on_the_right = height >= inner or index >> height & 1
        total = node_hash(sibling, total) if on_the_right else node_hash(total, sibling)
    return total


def _check_lengths(*hashes: bytes) -> None:
    _refuse(any(len(h) != HASH_BYTES for h in hashes), _("a hash in the proof is not 32 bytes long"))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Check that the leaf hash `leaf` is number `index` in the tree of `size` leaves under `root`.

    Raises:
        ProofRefused: it is not, or the proof is too long, too short or malformed.
    """
    _refuse(not 0 <= index < size, _("there is no entry {i} in a tree of {n}").format(i=index, n=size))
    _check_lengths(leaf, root, *proof)
    inner = (index ^ (size - 1)).bit_length()
    expected = inner + (index >> inner).bit_count()
    _refuse(
        len(proof) != expected,
        _("the proof has {given} hashes; {wanted} are needed").format(given=len(proof), wanted=expected),
    )
    _refuse(_fold(leaf, proof, index, inner) != root, _("the proof does not lead from the entry to the root"))


def verify_consistency(old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> None:
    """Check that the tree of `old` leaves under `old_root` is a prefix of the tree of `size` under `root`.

    A proof from the empty tree proves nothing and is refused unless both trees are empty.

    Raises:
        ProofRefused: it is not a prefix, or the proof is too long, too short or malformed.
    """
    _refuse(not 0 <= old <= size, _("a tree of {old} cannot lead to {size}").format(old=old, size=size))
    if old == size:
        _refuse(bool(proof), _("equal trees need no proof, but one is given"))
        _refuse(old_root != root, _("two trees of the same size have different roots"))
        return
    _refuse(old == 0, _("a proof from the empty tree proves nothing"))
    _check_lengths(old_root, root, *proof)
    level = (old & -old).bit_length() - 1  # height of the complete subtree that ends the old tree
    # If that subtree is the whole old tree, its hash is the old root and is left out of the proof.
    seed, path = (old_root, proof) if old == 1 << level else (b"".join(proof[:1]), proof[1:])
    _check_path(old, size, level, seed, path, old_root, root)


def _check_path(
    old: int, size: int, level: int, seed: bytes, path: Sequence[bytes], old_root: bytes, root: bytes
) -> None:
    index, last = old - 1, size - 1
    inner = (index ^ last).bit_length() - level
    expected = inner + (index >> (inner + level)).bit_count()
    _refuse(not seed or len(path) != expected, _("the proof has the wrong number of hashes"))
    index >>= level
    old_total = _fold_left_only(seed, path, index, inner)
    _refuse(old_total != old_root, _("the proof does not lead to the older root"))
    _refuse(_fold(seed, path, index, inner) != root, _("the proof does not lead to the newer root"))


def _fold_left_only(total: bytes, path: Sequence[bytes], index: int, inner: int) -> bytes:
    """Climb within the older tree, which knows nothing of what lies to its right."""
    for height, sibling in enumerate(path):
        if height >= inner or index >> height & 1:
            total = node_hash(sibling, total)
    return total
