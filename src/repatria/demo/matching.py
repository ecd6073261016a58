"""Who is who: what one side seeks against what the other holds; then people decide."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from repatria.demo.reading import ReadList
from repatria.demo.review import Proposal, Review, review
from repatria.demo.steps import Step
from repatria.demo.world import PARTIES
from repatria.i18n import _, isolate
from repatria.matching import MATCH, Settings, reconcile
from repatria.people import LINKAGE


@dataclass(frozen=True, slots=True)
class Matched:
    """Proposals for one seeker, and what the reviewers made of them."""

    seeker: ReadList
    holder: ReadList
    table: pl.DataFrame
    review: Review


def match_side(seeker: ReadList, holder: ReadList, threads: int) -> Matched:
    """Compare a list of people sought with the register of the holder."""
    found = reconcile(_columns(seeker.frame), _columns(holder.frame), Settings(threads=threads))
    table = found.table()
    proposals = [Proposal(*row) for row in table.iter_rows()]
    return Matched(seeker, holder, table, review(proposals, seeker.truth, holder.truth))


def _columns(frame: pl.DataFrame) -> pl.DataFrame:
    missing = [pl.lit("").alias(name) for name in LINKAGE if name not in frame.columns]
    return frame.with_columns(missing)


def matching_step(sides: Mapping[str, Matched], files: list[str]) -> Step:
    """Say what was proposed and confirmed, and show three pairs worth reading."""
    figures = []
    for one in sides.values():
        matches = one.table.filter(pl.col("decision") == "match").height
        figures.append(
            (
                _("{seeker} seeks, {holder} holds").format(
                    seeker=PARTIES[one.seeker.sent.party], holder=PARTIES[one.holder.sent.party]
                ),
                _("{match} proposed as matches, {review} for review; people confirm {yes} and reject {no}").format(
                    match=matches,
                    review=one.table.height - matches,
                    yes=len(one.review.confirmed),
                    no=one.review.rejected,
                ),
            )
        )
    return Step(
        _("Who is who, across two alphabets"),
        [_("Every pair is a proposal with reasons; a person decides each one.")],
        figures,
        quotes=[_quote(one, pair) for one, pair in _three_pairs(sides)],
        files=files,
    )


def _three_pairs(sides: Mapping[str, Matched]) -> list[tuple[Matched, Proposal]]:
    """Pick the surest pair in two alphabets, the least sure that was right, the likeliest that was wrong."""
    of_all = [(one, Proposal(*row)) for one in sides.values() for row in one.table.iter_rows()]
    right = [(one, pair) for one, pair in of_all if one.review.confirmed.get(pair.left_id) == pair.right_id]
    wrong = [(one, pair) for one, pair in of_all if not _same(one, pair)]
    other_letters = [(one, pair) for one, pair in right if _in_latin(one, pair) and pair.decision == "match"]
    return [
        *sorted(other_letters, key=lambda found: (-found[1].probability, found[1].left_id))[:1],
        *sorted(right, key=lambda found: (abs(found[1].probability - MATCH), found[1].left_id))[:1],
        *sorted(wrong, key=lambda found: (-found[1].probability, found[1].left_id))[:1],
    ]


def _same(one: Matched, pair: Proposal) -> bool:
    return one.seeker.truth[pair.left_id] == one.holder.truth[pair.right_id]


def _in_latin(one: Matched, pair: Proposal) -> bool:
    surnames = [side.rows[at]["surname"] for side, at in ((one.seeker, pair.left_id), (one.holder, pair.right_id))]
    return surnames[0].isascii() != surnames[1].isascii() and all(surnames)


def _quote(one: Matched, pair: Proposal) -> str:
    return _("{left}\n{right}\n{decision}, {probability}: {because}").format(
        left=_shown(one.seeker.rows[pair.left_id]),
        right=_shown(one.holder.rows[pair.right_id]),
        decision=pair.decision if _same(one, pair) else _("rejected by the reviewers"),
        probability=isolate(f"{pair.probability:.3f}"),
        because=pair.because,
    )


def _shown(row: dict[str, str]) -> str:
    parts = [row["surname"], row["given_name"], row["patronymic"], row["date_of_birth"], row["place_of_birth"]]
    return f"{isolate(row['id'])}  " + " · ".join(part for part in parts if part)
