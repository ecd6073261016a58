import pytest
from hypothesis import given
from hypothesis import strategies as st

from repatria.handover import line_code, read_code
from repatria.handover.codes import check_digit
from repatria.handover.errors import BadCode

numbers = st.integers(1, 99_999)


def test_the_check_digit_is_that_of_the_standard():
    # ISO 7064, MOD 11,10: the example printed with the standard, 0794 gives 5.
    assert check_digit("0794") == 5


@given(st.sampled_from(["NTH", "STH", "AB"]), numbers)
def test_a_code_reads_back(holder, number):
    assert read_code(line_code(holder, number)) == (holder, number)


def test_a_code_may_be_typed_carelessly():
    code = line_code("NTH", 17)
    assert read_code(f" {code.lower()} ") == ("NTH", 17)


@given(numbers, st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number, place, add):
    code = line_code("NTH", number)
    at = 4 + place % len(f"{number:03d}")
    wrong = code[:at] + str((int(code[at]) + add) % 10) + code[at + 1 :]
    with pytest.raises(BadCode):
        read_code(wrong)


@pytest.mark.parametrize("text", ["", "17", "NTH-17-1", "NTH_017_9", "N-017-9", "NTH-017-", "NTH-00017-9"])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(BadCode):
        read_code(text)
