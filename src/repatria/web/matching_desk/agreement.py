"""How far two reviewers agree: the share, and Cohen's kappa, which takes away what chance alone would give.

Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 1960.
The words for ranges of kappa are those of Landis and Koch, Biometrics 33 (1977).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from repatria.web.matching_desk.models import Run
from repatria.web.matching_desk.outcome import standing

_WORDS = (
    (0.81, lambda: _("almost perfect")),
    (0.61, lambda: _("substantial")),
    (0.41, lambda: _("moderate")),
    (0.21, lambda: _("fair")),
    (0.0, lambda: _("slight")),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers over the pairs that both decided. `kappa` is None where chance alone explains everything."""

    pairs: int
    share: float
    kappa: float | None

    @property
    def percent(self) -> str:
        """The share in percent."""
        return f"{100 * self.share:.0f} %"

    @property
    def in_words(self) -> str:
        """Say what the kappa means."""
        if self.kappa is None:
            return _("all verdicts are the same; the share says all that can be said")
        return next((word() for least, word in _WORDS if self.kappa >= least), _("worse than by chance"))


def agreement(verdicts: Sequence[tuple[Any, Any]]) -> Agreement | None:
    """Measure agreement over (first verdict, second verdict); None without any."""
    n = len(verdicts)
    if not n:
        return None
    same = sum(one == other for one, other in verdicts) / n
    first, second = Counter(one for one, _other in verdicts), Counter(other for _one, other in verdicts)
    chance = sum(first[verdict] * second[verdict] for verdict in first) / n**2
    return Agreement(n, same, None if chance == 1 else (same - chance) / (1 - chance))


def of_run(run: Run) -> Agreement | None:
    """Measure how the blind review agrees with the first over the lists of a run."""
    found = standing(run.sought, run.held)
    both = [
        (found.first[pair].verdict, second.verdict) for pair, second in found.blind.items() if pair in found.first
    ]
    return agreement(both)
