"""The peers of `repatria match`, set up as a competent user would, each run as a process of its own.

    python -m benchmarks.linkage_peers PEER LEFT.csv RIGHT.csv OUT.csv

All get the same preparation: dates parsed, name parts filled from the full name, the number taken out of the unit,
everything in plain Latin letters (anyascii). `OUT.csv` has left_id, right_id, probability.
"""

import logging
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
from anyascii import anyascii

PARTS = ("surname", "given_name", "patronymic")
# Splink's default threshold in its own examples; rapidfuzz has none, 85 is what its users reach for.
THRESHOLDS = {"splink": 0.95, "rapidfuzz": 0.85}
DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y")
SOUNDS = (
    ("shch|schtsch|chtch|szcz|sch|sh|sz", "s"), ("tsch|tch|ch|cz", "c"), ("zh|dj", "z"), ("kh", "h"),
    ("ts|tz", "c"), ("gu(?=[ei])|g", "h"), ("w|f|ph", "v"), ("q", "k"), ("th", "t"),
    ("dh", "d"), ("x", "ks"), ("[aeiouyj']", ""),
)  # fmt: skip


def plain(text: str) -> str:
    """Lower-case Latin letters of any script, without points and hyphens."""
    return re.sub(r"[^a-z ]", "", anyascii(text).lower().replace("-", " ")).strip()


def skeleton(text: str) -> str:
    """The consonants of a name, neighbouring sounds in one letter, doubled ones once, articles left out."""
    words = [w for w in plain(text).split() if w not in ("al", "el", "bin", "ben", "bn", "abd")]
    bare = "".join(re.sub(r"^(al|el)(?=.{3})", "", word) for word in words)
    for sound, letter in SOUNDS:
        bare = re.sub(sound, letter, bare)
    return re.sub(r"(.)\1+", r"\1", bare)


def read(path: Path, spell: Callable[[str], str]) -> pl.DataFrame:
    """A list prepared for the peers: `unique_id`, name parts as `spell` writes them, dates, place, unit number."""
    frame = pl.read_csv(path, infer_schema=False).with_columns(pl.all().fill_null(""))
    frame = _parts_from_full_name(frame)
    frame = frame.with_columns(_spelt(frame[name], spell) for name in (*PARTS, "place_of_birth", "capture_place"))
    return frame.select(
        pl.col("id").alias("unique_id"),
        *(_or_none(pl.col(name)) for name in (*PARTS, "place_of_birth", "capture_place")),
        _date("date_of_birth"),
        _date("capture_date"),
        _or_none(pl.col("date_of_birth").str.extract(r"(\d{4})")).alias("birth_year"),
        pl.col("unit").str.extract(r"(\d+)").alias("unit_number"),
    )


def _or_none(column: pl.Expr) -> pl.Expr:
    return pl.when(column != "").then(column)


def _date(name: str) -> pl.Expr:
    tries = [pl.col(name).str.to_date(form, strict=False) for form in DATE_FORMATS]
    return pl.coalesce(tries).cast(pl.String).alias(name)


def _parts_from_full_name(frame: pl.DataFrame) -> pl.DataFrame:
    """Fill empty parts: Arabic full names put the family last, the others first."""
    words = pl.col("full_name_native").str.split(" ")
    family_last = pl.col("full_name_native").str.contains(r"\p{Arabic}")
    last, first = words.list.get(-1, null_on_oob=True), words.list.get(0, null_on_oob=True)
    second, rest = words.list.get(1, null_on_oob=True), words.list.slice(2).list.join(" ")
    middle = words.list.slice(1, words.list.len() - 2).list.join(" ")
    nothing = (pl.col("surname") == "") & (pl.col("given_name") == "")
    return frame.with_columns(
        pl.when(nothing)
        .then(pl.when(family_last).then(last).otherwise(first))
        .otherwise("surname")
        .alias("surname"),
        pl.when(nothing)
        .then(pl.when(family_last).then(first).otherwise(second))
        .otherwise("given_name")
        .alias("given_name"),
        pl.when(nothing)
        .then(pl.when(family_last).then(middle).otherwise(rest))
        .otherwise("patronymic")
        .alias("patronymic"),
    ).with_columns(pl.col(PARTS).fill_null(""))


def _spelt(column: pl.Series, spell: Callable[[str], str]) -> pl.Series:
    known = column.unique(maintain_order=True).fill_null("")
    table = dict(zip(known.to_list(), (spell(text) for text in known), strict=True))
    return column.fill_null("").replace_strict(table, return_dtype=pl.String).alias(column.name)


def rapidfuzz_baseline(left: Path, right: Path) -> pl.DataFrame:
    """Every pair: 0.6 name in plain letters, any order, 0.4 date of birth; the best 20 a row kept."""
    import numpy as np
    from rapidfuzz.fuzz import ratio, token_set_ratio
    from rapidfuzz.process import cdist

    a, b = read(left, plain), read(right, plain)
    name = pl.concat_str([pl.col(n).fill_null("") for n in PARTS[:2]], separator=" ").str.strip_chars()
    names = [frame.select(name).to_series().to_list() for frame in (a, b)]
    days = [frame["date_of_birth"].fill_null("").to_list() for frame in (a, b)]
    found = []
    for start in range(0, a.height, 1000):
        part = slice(start, start + 1000)
        name_score = cdist(names[0][part], names[1], scorer=token_set_ratio, dtype=np.float32, workers=-1)
        day_score = cdist(days[0][part], days[1], scorer=ratio, dtype=np.float32, workers=-1)
        unknown = np.logical_or.outer([d == "" for d in days[0][part]], [d == "" for d in days[1]])
        score = 0.6 * name_score + 0.4 * np.where(unknown, 70, day_score)
        row, column = np.nonzero(score >= 60)
        found.append(pl.DataFrame({"l": row + start, "r": column, "probability": score[row, column] / 100.0}))
    pairs = pl.concat(found).sort("probability", descending=True).group_by("l", maintain_order=True).head(20)
    return pairs.select(
        left_id=pl.lit(a["unique_id"]).gather(pl.col("l")),
        right_id=pl.lit(b["unique_id"]).gather(pl.col("r")),
        probability="probability",
    )


WIDE = (
    "l.date_of_birth = r.date_of_birth",
    "l.surname = r.surname and substr(l.given_name,1,1) = substr(r.given_name,1,1)",
    "substr(l.surname,1,3) = substr(r.surname,1,3) and l.birth_year = r.birth_year",
    "l.given_name = r.given_name and l.patronymic = r.patronymic and l.birth_year = r.birth_year",
    "l.surname = r.given_name and l.given_name = r.surname",
    "l.capture_date = r.capture_date and substr(l.surname,1,1) = substr(r.surname,1,1)",
    "substr(l.surname,1,4) = substr(r.surname,1,4) and l.unit_number = r.unit_number",
    "substr(l.surname,1,4) = substr(r.surname,1,4) and substr(l.given_name,1,3) = substr(r.given_name,1,3)",
)
TIGHT = (
    "l.date_of_birth = r.date_of_birth and substr(l.given_name,1,2) = substr(r.given_name,1,2)",
    "l.date_of_birth = r.date_of_birth and substr(l.surname,1,2) = substr(r.surname,1,2)",
    "l.surname = r.surname and l.given_name = r.given_name and l.birth_year = r.birth_year",
    "l.surname = r.surname and l.given_name = r.given_name and l.patronymic = r.patronymic",
)


def splink(
    left: Path, right: Path, spell: Callable[[str], str], rules: tuple[str, ...], floor: float
) -> pl.DataFrame:
    """Splink 5 on DuckDB: term frequencies on the names, u from random pairs, m by EM in two blockings."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    names = [
        cl.JaroWinklerAtThresholds(name, [0.93, 0.86, 0.78]).configure(term_frequency_adjustments=True)
        for name in ("surname", "given_name")
    ]
    settings = SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=list(rules),
        comparisons=[
            *names,
            cl.JaroWinklerAtThresholds("patronymic", [0.93, 0.85]),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True),
            cl.JaroWinklerAtThresholds("place_of_birth", [0.92]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("unit_number"),
            cl.AbsoluteDateDifferenceAtThresholds(
                "capture_date", input_is_string=True, metrics=["day", "month"], thresholds=[7, 2]
            ),
            cl.JaroWinklerAtThresholds("capture_place", [0.92]),
        ],
        retain_matching_columns=False,
    )
    database = DuckDBAPI()
    spill = tempfile.gettempdir() if not os.environ.get("TMPDIR") else os.environ["TMPDIR"]
    database._con.execute(f"set temp_directory = '{spill}'")
    lists = [
        database.register(read(path, spell).to_arrow(), dataset_display_name=name)
        for name, path in (("a_left", left), ("b_right", right))
    ]
    linker = Linker(lists, settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("surname", "given_name", "date_of_birth")], recall=0.6
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for blocking in (block_on("date_of_birth"), block_on("surname", "given_name")):
        training.estimate_parameters_using_expectation_maximisation(blocking)
    found = linker.inference.predict(threshold_match_probability=floor).as_duckdbpyrelation()
    return pl.from_arrow(found.to_arrow_table()).select(
        left_id="unique_id_l", right_id="unique_id_r", probability="match_probability"
    )


PEERS: dict[str, Callable[[Path, Path], pl.DataFrame]] = {
    "rapidfuzz": rapidfuzz_baseline,
    "splink": lambda a, b: splink(a, b, plain, WIDE, 0.01),
    "splink-skeletons": lambda a, b: splink(a, b, skeleton, WIDE, 0.01),
    "splink-all-pairs": lambda a, b: splink(a, b, skeleton, ("1=1",), 0.01),
    "splink-tight": lambda a, b: splink(a, b, plain, TIGHT, 0.2),
}


def main() -> None:
    peer, left, right, out = sys.argv[1:]
    PEERS[peer](Path(left), Path(right)).write_csv(out)


if __name__ == "__main__":
    main()
