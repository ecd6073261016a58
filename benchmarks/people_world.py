"""Two parties' lists of made-up people, with the pairs that are the same person.

    world = make("uk_ru", size=3000, seed=41)
    world.left, world.right, world.gold

The columns and the kinds of error are those of the developer lists (see `COLUMNS`); names, rates, transliteration
tables and error routines are this module's own. A seed fixes everything; a million a side takes about a minute.
Also: `python -m benchmarks.people_world PROFILE SIZE SEED FOLDER` writes the files.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import polars as pl

from benchmarks import linkage_persons
from benchmarks.linkage_letters import misheard, misread, mistyped, with_homoglyphs
from benchmarks.linkage_persons import Persons
from benchmarks.linkage_profiles import PROFILES, Profile, Side, Writer
from benchmarks.linkage_strange import STRANGE

COLUMNS = (
    "id surname given_name patronymic full_name_native date_of_birth place_of_birth unit rank "
    "capture_date capture_place callsign source"
).split()


@dataclass(frozen=True, slots=True)
class World:
    """The lists, the gold pairs, the repeats inside each list, and who stands in each row."""

    left: pl.DataFrame
    right: pl.DataFrame
    gold: pl.DataFrame
    repeats_left: pl.DataFrame
    repeats_right: pl.DataFrame
    persons: Persons
    left_person: np.ndarray
    right_person: np.ndarray

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        self.left.write_csv(folder / "party_a_missing.csv")
        self.right.write_csv(folder / "party_b_held.csv")
        self.gold.write_csv(folder / "gold.csv")
        self.repeats_left.write_csv(folder / "duplicates_a.csv")
        self.repeats_right.write_csv(folder / "duplicates_b.csv")
        return folder


def make(profile: str, size: int, seed: int) -> World:
    """`size` persons on the left, a third more on the right, half of the left on both."""
    rules, dice = (PROFILES | STRANGE)[profile], np.random.default_rng(seed)
    right_size, shared = size * 4 // 3, size // 2
    persons = linkage_persons.draw(rules.population(), size + right_size - shared, dice)
    who = dice.permutation(len(persons))
    left = _with_repeats(who[:size], rules.left.repeats, dice)
    right = _with_repeats(who[size - shared :], rules.right.repeats, dice)
    return World(
        left=_rows(persons, left, rules, rules.left, "A", dice),
        right=_rows(persons, right, rules, rules.right, "B", dice),
        gold=_pairs("A", left, "B", right, ("a_id", "b_id")),
        repeats_left=_pairs("A", left, "A", left, ("id", "id2")),
        repeats_right=_pairs("B", right, "B", right, ("id", "id2")),
        persons=persons,
        left_person=left,
        right_person=right,
    )


def _with_repeats(chosen: np.ndarray, share: float, dice: np.random.Generator) -> np.ndarray:
    return dice.permutation(np.concatenate([chosen, dice.choice(chosen, int(share * len(chosen)), replace=False)]))


def _ids(letter: str, count: int) -> pl.Series:
    return pl.Series("id", [f"{letter}{number:07d}" for number in range(1, count + 1)])


def _pairs(one: str, left: np.ndarray, other: str, right: np.ndarray, names: tuple[str, str]) -> pl.DataFrame:
    a = pl.DataFrame({names[0]: _ids(one, len(left)), "person": left})
    b = pl.DataFrame({names[1]: _ids(other, len(right)), "person": right})
    pairs = a.join(b, on="person").drop("person").sort(names)
    return pairs.filter(pl.col(names[0]) < pl.col(names[1])) if one == other else pairs


def _rows(
    persons: Persons, chosen: np.ndarray, rules: Profile, side: Side, letter: str, dice: np.random.Generator
) -> pl.DataFrame:
    """One party's list: each row written by one source, in its language and with its own slips."""
    people, count = persons.rows(chosen), len(chosen)
    source = dice.choice(len(side.sources), count, p=_shares([s.share for s in side.sources]))
    pen = Pen(people, rules.writer, side, source, dice, Random(int(dice.integers(2**31))))
    columns = {"id": _ids(letter, count)} | pen.name_columns() | pen.other_columns()
    columns["source"] = pl.Series([s.name for s in side.sources]).gather(source)
    frame, blank = pl.DataFrame(columns).select(COLUMNS), pen.missing()
    blank["full_name_native"] &= (frame["surname"] != "").to_numpy() | (frame["given_name"] != "").to_numpy()
    return frame.with_columns(
        pl.when(pl.Series(blank[name])).then(pl.lit("")).otherwise(pl.col(name)).alias(name) for name in blank
    )


def _shares(weights: list[float]) -> np.ndarray:
    return np.array(weights) / sum(weights)


class Pen:
    """Writes one list: holds its people, how each row is written, and the dice for its slips."""

    def __init__(
        self,
        people: Persons,
        writer: Writer,
        side: Side,
        source: np.ndarray,
        dice: np.random.Generator,
        small: Random,
    ) -> None:
        self.people, self.writer, self.side, self.source = people, writer, side, source
        self.dice, self.small, self.count = dice, small, len(people)
        self.styles = list(dict.fromkeys(style for s in side.sources for style in s.styles))
        self.style = np.zeros(self.count, int)
        for number, origin in enumerate(side.sources):
            mine = np.flatnonzero(source == number)
            drawn = dice.choice(len(origin.styles), len(mine), p=_shares(list(origin.styles.values())))
            self.style[mine] = np.array([self.styles.index(s) for s in origin.styles])[drawn]
        self.mood = dice.integers(0, writer.moods, self.count)

    def chance(self, rate: float) -> np.ndarray:
        return self.dice.random(self.count) < rate

    def slip(self, kind: str) -> np.ndarray:
        return self.chance(self.side.slips.get(kind, 0.0))

    def written(self, write: Callable[..., str], *keys: np.ndarray) -> np.ndarray:
        """`write(style, mood, *keys)` for every row, called once for each combination that occurs."""
        keys = (self.style, self.mood, *keys)
        code = np.zeros(self.count, np.int64)
        for key in keys:
            code = code * (int(key.max()) + 2) + key + 1
        _, first, inverse = np.unique(code, return_index=True, return_inverse=True)
        text = [write(self.styles[int(keys[0][i])], *(int(key[i]) for key in keys[1:])) for i in first]
        return np.array(text, dtype=object)[inverse]

    def spoil(self, text: np.ndarray, rate: float, change: Callable[[str, Random], str]) -> np.ndarray:
        text = text.copy()
        for at in np.flatnonzero(self.chance(rate)):
            text[at] = change(text[at], self.small) if len(text[at]) > 1 else text[at]
        return text

    def with_slips(self, text: np.ndarray, factor: float = 1.0) -> np.ndarray:
        slips = self.side.slips
        for name, change in (
            ("typed", mistyped),
            ("read", misread),
            ("heard", misheard),
            ("glyphs", with_homoglyphs),
        ):
            text = self.spoil(text, factor * slips.get(name, 0.0), change)
        return text

    # names

    def name_columns(self) -> dict[str, pl.Series]:
        p = self.people
        surname = np.where(self.slip("maiden") & p.woman, p.maiden, p.surname)
        second = np.where(self.slip("half_surname"), -1, p.second_surname)
        surname = np.where(self.slip("other_half") & (p.second_surname >= 0), p.second_surname, surname)
        father = np.where(self.slip("wrong_father"), self.dice.permutation(p.father), p.father)
        father = np.where(self.slip("no_father"), -1, father)
        grandfather = np.where(self.slip("no_grandfather"), -1, p.grandfather)
        form = np.where(self.slip("short_form"), 1, np.where(self.slip("initial"), 2, 0))
        clean = (
            self.written(self.writer.surname, surname, second, p.woman.astype(int)),
            self.written(self.writer.given, p.given, form),
            self.written(self.writer.fathers, father, grandfather, p.woman.astype(int), (form == 2).astype(int)),
        )
        spoilt = tuple(self.with_slips(part, f) for part, f in zip(clean, (1.0, 0.6, 0.5), strict=True))
        full = self._full_name(clean, spoilt)
        return self._arranged(spoilt, full)

    def _full_name(self, clean: tuple[np.ndarray, ...], spoilt: tuple[np.ndarray, ...]) -> np.ndarray:
        """The native full name often repeats the fields' slips; beside Latin fields it is often absent."""
        same = self.chance(0.6)
        parts = [np.where(same, s, c) for s, c in zip(spoilt, clean, strict=True)]
        full = _joined([parts[i] for i in self.writer.order])
        foreign = np.array([style.startswith("lat:") for style in self.styles])[self.style]
        native = foreign & self.chance(self.side.native_beside_latin)
        if native.any():
            full = np.where(native, self._native(), full)
        return np.where(foreign & ~native, "", full)

    def _native(self) -> np.ndarray:
        p, style = self.people, self.style
        home = {style: self.writer.home(style) for style in self.styles}
        styles, self.styles = self.styles, list(dict.fromkeys([*self.styles, *home.values()]))
        self.style = np.array([self.styles.index(home[s]) for s in styles])[style]
        none = np.zeros(self.count, int)
        parts = (
            self.written(self.writer.surname, p.surname, p.second_surname, p.woman.astype(int)),
            self.written(self.writer.given, p.given, none),
            self.written(self.writer.fathers, p.father, p.grandfather, p.woman.astype(int), none),
        )
        self.styles, self.style = styles, style
        return _joined([parts[i] for i in self.writer.order])

    def _arranged(self, parts: tuple[np.ndarray, ...], full: np.ndarray) -> dict[str, pl.Series]:
        surname, given, fathers = parts
        swapped, only_full, no_surname = self.slip("swapped"), self.slip("only_full"), self.slip("no_surname")
        whole = np.where(full == "", _joined([parts[i] for i in self.writer.order]), full)
        without = _joined([given, fathers])
        upper, all_upper = self.slip("upper_surname"), self.slip("upper")
        columns = {
            "surname": np.where(no_surname, "", np.where(swapped, given, surname)),
            "given_name": np.where(swapped, surname, given),
            "patronymic": fathers,
            "full_name_native": np.where(no_surname & (full != ""), without, full),
        }
        in_one_field = only_full & ~no_surname
        frame = pl.DataFrame({name: pl.Series(list(text), dtype=pl.String) for name, text in columns.items()})
        frame = frame.with_columns(
            pl.Series("only", in_one_field), pl.Series("whole", list(whole), dtype=pl.String)
        )
        frame = frame.with_columns(
            *(
                pl.when("only").then(pl.lit("")).otherwise(n).alias(n)
                for n in ("surname", "given_name", "patronymic")
            ),
            pl.when("only").then("whole").otherwise("full_name_native").alias("full_name_native"),
        ).drop("only", "whole")
        shout = pl.Series(upper | all_upper)
        frame = frame.with_columns(
            pl.when(shout).then(pl.col("surname").str.to_uppercase()).otherwise("surname").alias("surname"),
            *(
                pl.when(pl.Series(all_upper)).then(pl.col(n).str.to_uppercase()).otherwise(n).alias(n)
                for n in ("given_name", "patronymic", "full_name_native")
            ),
        )
        return {name: frame[name] for name in columns}

    # everything else

    def other_columns(self) -> dict[str, pl.Series]:
        p, none = self.people, np.zeros(self.count, int)
        place = np.where(self.slip("wrong_place"), self.dice.permutation(p.birthplace), p.birthplace)
        taken_place = np.where(self.slip("wrong_place"), self.dice.permutation(p.taken_place), p.taken_place)
        number = np.where(self.slip("wrong_unit"), self.dice.permutation(p.unit_number), p.unit_number)
        rank = np.clip(
            p.rank + np.where(self.slip("other_rank"), self.dice.choice((-1, 1), self.count), 0), 0, None
        )
        columns = {
            "place_of_birth": self.with_slips(
                self.written(self.writer.place, place, self.slip("region").astype(int)), 0.5
            ),
            "unit": self.written(self.writer.unit, p.unit_kind, number),
            "rank": self.written(self.writer.rank, rank),
            "capture_place": self.written(self.writer.place, taken_place, none),
            "callsign": self.written(self.writer.callsign, p.callsign),
        }
        made = {name: pl.Series(list(text), dtype=pl.String) for name, text in columns.items()}
        return made | {"date_of_birth": self._born(), "capture_date": self._taken()}

    def _born(self) -> pl.Series:
        day = self.people.born + np.where(self.slip("near_day"), self.dice.choice((-10, -1, 1, 10), self.count), 0)
        date = day.astype("datetime64[D]")
        year = date.astype("datetime64[Y]").astype(int) + 1970
        month = date.astype("datetime64[M]").astype(int) % 12 + 1
        of_month = (date - date.astype("datetime64[M]")).astype(int) + 1
        year = year + np.where(self.slip("near_year"), self.dice.choice((-2, -1, -1, 1, 1, 2), self.count), 0)
        swap = self.slip("day_month") & (of_month <= 12)
        month, of_month = np.where(swap, of_month, month), np.where(swap, month, of_month)
        other = self.slip("other_digit")
        month = np.where(other, self.dice.integers(1, 13, self.count), month)
        first = self.slip("first_of_january")
        month, of_month = np.where(first, 1, month), np.where(first, 1, of_month)
        of_month = np.where((month == 2) & (of_month > 28), 28, np.minimum(of_month, 30))
        only_year = self.slip("year_only")
        frame = pl.DataFrame({"y": year, "m": month, "d": of_month, "short": only_year})
        return frame.select(
            pl.when("short")
            .then(pl.col("y").cast(pl.String))
            .otherwise(pl.date("y", "m", "d").dt.strftime(self.side.date))
        ).to_series()

    def _taken(self) -> pl.Series:
        late = np.minimum(self.dice.geometric(0.45, self.count) - 1, 12) * self.chance(self.side.late)
        other = np.where(self.slip("wrong_capture"), self.dice.integers(-400, 400, self.count), 0)
        days = (self.people.taken + late + other).astype("datetime64[D]")
        return pl.Series(days).cast(pl.Date).dt.strftime(self.side.date)

    def missing(self) -> dict[str, np.ndarray]:
        """Which cells are left empty, by the habits of the row's source."""
        names = sorted({name for s in self.side.sources for name in s.missing})
        rate = {n: np.array([s.missing.get(n, 0.0) for s in self.side.sources])[self.source] for n in names}
        return {name: self.dice.random(self.count) < rate[name] for name in names}


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    frame = pl.DataFrame({str(i): pl.Series(list(part), dtype=pl.String) for i, part in enumerate(parts)})
    text = frame.select(pl.concat_str(pl.all(), separator=" ").str.replace_all(r"\s+", " ").str.strip_chars())
    return text.to_series().to_numpy().astype(object)


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])).write(Path(sys.argv[4]))
