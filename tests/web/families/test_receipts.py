"""Receipts: 16 digits, a slip of the pen is found, and only a hash is kept."""

from hypothesis import given
from hypothesis import strategies as st

from repatria.web.families import receipts

forms = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(forms)
def test_a_receipt_is_16_digits_and_the_same_for_one_form(form: str) -> None:
    receipt = receipts.receipt_for(form)
    assert len(receipt) == 16
    assert receipt.isdigit()
    assert receipts.is_well_formed(receipt)
    assert receipt == receipts.receipt_for(form)


@given(forms, st.integers(0, 15), st.integers(1, 9))
def test_every_wrong_digit_is_found(form: str, place: int, other: int) -> None:
    receipt = receipts.receipt_for(form)
    wrong = str((int(receipt[place]) + other) % 10)
    assert not receipts.is_well_formed(receipt[:place] + wrong + receipt[place + 1 :])


@given(forms, st.integers(0, 14))
def test_two_neighbours_exchanged_are_found(form: str, place: int) -> None:
    receipt = receipts.receipt_for(form)
    first, second = receipt[place : place + 2]
    if first != second:
        assert not receipts.is_well_formed(receipt[:place] + second + first + receipt[place + 2 :])


@given(forms)
def test_however_it_is_copied_it_is_read(form: str) -> None:
    receipt = receipts.receipt_for(form)
    arabic = receipt.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    persian = receipt.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    for typed in (receipts.in_groups(receipt), f" {receipt[:8]}-{receipt[8:]} ", arabic, persian):
        assert receipts.plain(typed) == receipt


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(text: str) -> None:
    assert receipts.is_well_formed(receipts.plain(text)) in (True, False)


def test_the_hash_tells_nothing_and_is_keyed() -> None:
    receipt = receipts.receipt_for("f" * 32)
    kept = receipts.hashed(receipt)
    assert receipt.encode() not in kept
    assert kept == receipts.hashed(receipt)
    assert kept != receipts.hashed(receipt[::-1])
