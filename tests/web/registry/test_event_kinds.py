"""Which events can have happened to somebody, as things stand."""

import pytest

from repatria.conventions import Kind
from repatria.conventions.attributes import ATTRIBUTES, check_attribute
from repatria.web.registry.event_kinds import DETAILS, LABELS, plausible


@pytest.mark.parametrize(
    ("past", "can", "cannot"),
    [
        ([], {Kind.CAPTURE, Kind.DEATH, Kind.TRANSFER}, {Kind.RECAPTURE}),
        ([Kind.CAPTURE], {Kind.TRANSFER, Kind.ESCAPE, Kind.DEATH}, {Kind.CAPTURE, Kind.RECAPTURE, Kind.RECOVERED}),
        ([Kind.CAPTURE, Kind.SERIOUSLY_ILL], {Kind.HEALTH_REPORT, Kind.RECOVERED}, set()),
        ([Kind.CAPTURE, Kind.ESCAPE], {Kind.RECAPTURE, Kind.DEATH}, {Kind.TRANSFER, Kind.MEDICAL_INSPECTION}),
        ([Kind.CAPTURE, Kind.RELEASE], {Kind.CAPTURE, Kind.EFFECTS_FORWARDED}, {Kind.TRANSFER, Kind.ESCAPE}),
        ([Kind.CAPTURE, Kind.DEATH], {Kind.BURIAL, Kind.DEATH_CERTIFICATE_FORWARDED, Kind.INFORMATION_SENT_CTA},
         {Kind.DEATH, Kind.TRANSFER, Kind.RELEASE, Kind.CAPTURE, Kind.ICRC_VISIT}),
    ],
)  # fmt: skip
def test_only_what_can_have_happened_is_offered(past: list[Kind], can: set[Kind], cannot: set[Kind]) -> None:
    offered = set(plausible(past))
    assert can <= offered
    assert not cannot & offered


def test_a_civilian_gets_an_internment_card_and_a_soldier_a_capture_card() -> None:
    civilian, soldier = set(plausible([], "civilian")), set(plausible([], "pow"))
    assert Kind.INTERNMENT_CARD_WRITTEN in civilian - soldier
    assert Kind.CAPTURE_CARD_WRITTEN in soldier - civilian


def test_every_detail_is_one_that_the_conventions_know() -> None:
    for kind, details in DETAILS.items():
        assert kind in LABELS
        for detail in details:
            assert detail.name in ATTRIBUTES
            assert all(check_attribute(detail.name, value) for value, _words in detail.choices)
