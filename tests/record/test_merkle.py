"""The tree against a plain reading of RFC 6962, which builds every tree anew from its definition."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.record.errors import ProofRefused
from repatria.record.merkle import EMPTY_ROOT, Tree, leaf_hash, verify_consistency, verify_inclusion

sizes = st.integers(1, 70)


def leaves(n: int) -> list[bytes]:
    return [leaf_hash(b"%d" % i) for i in range(n)]


def defined_root(hashes: list[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, word for word."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return sha256(b"\x01" + defined_root(hashes[:k]) + defined_root(hashes[k:])).digest()


def defined_path(m: int, hashes: list[bytes]) -> list[bytes]:
    """PATH of RFC 6962, 2.1.1."""
    if len(hashes) == 1:
        return []
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    if m < k:
        return [*defined_path(m, hashes[:k]), defined_root(hashes[k:])]
    return [*defined_path(m - k, hashes[k:]), defined_root(hashes[:k])]


def defined_proof(m: int, hashes: list[bytes], whole: bool = True) -> list[bytes]:
    """SUBPROOF of RFC 6962, 2.1.2."""
    if m == len(hashes):
        return [] if whole else [defined_root(hashes)]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    if m <= k:
        return [*defined_proof(m, hashes[:k], whole), defined_root(hashes[k:])]
    return [*defined_proof(m - k, hashes[k:], False), defined_root(hashes[:k])]


@pytest.mark.parametrize("n", [*range(34), 255, 256, 257, 1000])
def test_roots_are_those_of_the_definition(n):
    assert Tree(leaves(n)).root() == defined_root(leaves(n))


def test_one_by_one_or_all_at_once_gives_the_same_tree():
    slow, fast = Tree(), Tree(leaves(10))
    for leaf in leaves(300):
        slow.append(leaf)
    fast.extend(leaves(300)[10:])
    assert slow.root() == fast.root() == defined_root(leaves(300))
    assert slow.size == fast.size == 300
    assert [slow.root(n) for n in range(301)] == [fast.root(n) for n in range(301)]


@given(sizes, st.data())
def test_inclusion_proofs_are_those_of_the_definition_and_verify(n, data):
    index = data.draw(st.integers(0, n - 1))
    proof = Tree(leaves(70)).inclusion_proof(index, n)
    assert proof == defined_path(index, leaves(n))
    verify_inclusion(leaves(n)[index], index, n, proof, defined_root(leaves(n)))


@given(sizes, st.data())
def test_consistency_proofs_are_those_of_the_definition_and_verify(n, data):
    old = data.draw(st.integers(1, n))
    proof = Tree(leaves(70)).consistency_proof(old, n)
    assert proof == defined_proof(old, leaves(n))
    verify_consistency(old, n, defined_root(leaves(old)), defined_root(leaves(n)), proof)


@given(sizes, st.data())
def test_a_proof_with_any_bit_changed_or_hash_moved_is_refused(n, data):
    index = data.draw(st.integers(0, n - 1))
    tree = Tree(leaves(n))
    proof = tree.inclusion_proof(index)
    changed = list(proof)
    what = data.draw(st.sampled_from(["drop", "add", "flip", "index", "size"] if proof else ["add"]))
    size = n
    if what == "drop":
        del changed[data.draw(st.integers(0, len(proof) - 1))]
    elif what == "add":
        changed.insert(data.draw(st.integers(0, len(proof))), bytes(32))
    elif what == "flip":
        at, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
        changed[at] = (int.from_bytes(proof[at], "big") ^ 1 << bit).to_bytes(32, "big")
    elif what == "index":
        index = (index + data.draw(st.integers(1, n - 1))) % n
        with pytest.raises(ProofRefused):
            verify_inclusion(tree.node(0, (index + 1) % n), index, size, changed, tree.root())
        return
    else:
        size = index + 1 if index + 1 != n else 2 * n + 1
    with pytest.raises(ProofRefused):
        verify_inclusion(tree.node(0, index), index, size, changed, tree.root())


@given(st.integers(2, 70), st.data())
def test_another_history_is_no_prefix(n, data):
    old = data.draw(st.integers(1, n - 1))
    tree = Tree(leaves(n))
    other = Tree([leaf_hash(b"other"), *leaves(n)[1:]])
    with pytest.raises(ProofRefused):
        verify_consistency(old, n, other.root(old), tree.root(), tree.consistency_proof(old))
    with pytest.raises(ProofRefused):
        verify_consistency(old, n, tree.root(old), other.root(), tree.consistency_proof(old))
    with pytest.raises(ProofRefused):
        verify_consistency(old, n, tree.root(old), tree.root(), [*tree.consistency_proof(old), bytes(32)])
    with pytest.raises(ProofRefused):
        verify_consistency(old, n, tree.root(old), tree.root(), tree.consistency_proof(old)[:-1])


@pytest.mark.parametrize(("old", "size"), [(0, 5), (6, 5), (-1, 5)], ids=["from nothing", "backwards", "negative"])
def test_no_consistency_proof_is_made_or_accepted(old, size):
    tree = Tree(leaves(5))
    with pytest.raises(ProofRefused):
        tree.consistency_proof(old)
    with pytest.raises(ProofRefused):
        verify_consistency(old, size, EMPTY_ROOT, tree.root(), [])


def test_equal_trees_need_no_proof_and_take_none():
    root = Tree(leaves(5)).root()
    verify_consistency(5, 5, root, root, [])
    with pytest.raises(ProofRefused):
        verify_consistency(5, 5, root, root, [root])
    with pytest.raises(ProofRefused):
        verify_consistency(5, 5, root, EMPTY_ROOT, [])
    verify_consistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, [])


@pytest.mark.parametrize("index", [-1, 5, 2**64])
def test_an_entry_outside_the_tree_has_no_proof(index):
    tree = Tree(leaves(5))
    with pytest.raises(ProofRefused):
        tree.inclusion_proof(index)
    with pytest.raises(ProofRefused):
        verify_inclusion(tree.node(0, 0), index, 5, [], tree.root())


def test_hashes_of_another_length_are_refused():
    tree = Tree(leaves(2))
    good = tree.inclusion_proof(0)
    for leaf, proof, root in [
        (leaves(1)[0][:31], good, tree.root()),
        (leaves(1)[0], [good[0] + b"\0"], tree.root()),
        (leaves(1)[0], good, tree.root()[:5]),
    ]:
        with pytest.raises(ProofRefused, match="32 bytes"):
            verify_inclusion(leaf, 0, 2, proof, root)
    with pytest.raises(ProofRefused, match="32 bytes"):
        verify_consistency(1, 2, leaves(1)[0], tree.root(), [b""])
