import pytest

from tests.handover.cast import manifest
from tests.hub.killing import kill_rounds


def test_killed_a_few_times_no_acknowledged_check_in_is_lost(tmp_path):
    acknowledged, missing = kill_rounds(tmp_path / "hub", manifest(), rounds=6, seed=1)
    assert missing == []
    assert acknowledged > 0


@pytest.mark.slow
def test_killed_two_hundred_times_no_acknowledged_check_in_is_lost(tmp_path):
    acknowledged, missing = kill_rounds(tmp_path / "hub", manifest(), rounds=200, seed=2)
    assert missing == []
    assert acknowledged > 1000
