"""Wide patterns for "nothing happened since", "four months passed", each with what must be said beside the tags.

A pattern of tags alone would take too much; here it is held to what the words around it say: of an exchange, of
time that passed, of a standstill.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from repatria.claims.scene.looking_back import points_at_exchange
from repatria.claims.scene.scene import Scene
from repatria.claims.words.dates import Said
from repatria.claims.words.languages import size_words, time_words, war_words
from repatria.claims.words.languages.time_words import says
from repatria.claims.words.stretches import clause, stretch
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom
from repatria.history import Exchange

# "This week": the exchanges of seven days.
WEEK = timedelta(days=6)

# How far back a sentence points with "that exchange".
SENTENCES_BACK = 2

# There were none since then; since then there were none; none for so long; none between then and now.
_NONE = (
    r"(?:N_?)?(?:N|(?<neither>K))[^.;DKyd]{0,10}s_{0,3}x?_{0,2}(?<since>d)",
    r"(?:(?<length>u),_?)?s_{0,3}x?_{0,2}(?<since>d)_?x?(?:,[^.;,Ky]{2,14},)?[^.;DKyn]{0,16}N[_ehX]{0,2}",
    r"N[^.;,&DKydnhqsuwYC]{0,8}s?(?<length>u)(?:_{0,3}x)?",
    r"(?<length>u)[^.;,&DKydnhqwYC]{0,8}N[_ehX]{0,2}x?",
    r"(?<since>d)&_?d[^.;DKyn]{0,6}N",
    r"N[^.;DKydn]{0,6}(?<since>d)&_?d",
)
# The pause that began then, has lasted since then.
_LASTED = (r"(?<paused>I)[^.;dKynu]{0,8}(?<since>d)",)
# They stood still since then, for so long.
_STOPPED = (
    r"[xp][^.;dKyn]{0,10}(?<since>d)",
    r"[_I][^.;dKynx]{0,3}x[^.;dKyn]{0,4}(?<since>d)",
    r"s_{0,3}(?<since>d)[^.;dKyn]{0,3}x[^.;dKyn]{0,6}",
    r"[xp_][^.;dKyn]{0,6}s?_?(?<length>u)",
)
# So long had passed since the previous one; between the two lay so long.
_PASSED = (
    r"(?<length>[ui])[^.;KyhqNwYC]{0,8}[xP]",
    r"[_sn][^.;Kyhqu]{0,4}[xP][^.;KyhqmuwYC]{0,6}(?<length>u)",
)
# So long after the exchange of that day; on that day, so long before this one.
_AFTER = (
    r"(?<length>u)s_?[pm]_{0,3}[vgX]",
    r"(?<since>d),_{0,2}(?<before>d)(?=[,.;&\-])",
    r"(?<length>u)[_sve]{1,5}(d_?)?[xv][^.;KyNqds]{0,6}(?<since>d)",
    r"(?<length>[ui])_{0,2}s_?(?<since>d)",
    r"(?<length>[ui])[_s]{1,4}(?<since>d)_?x",
    r"s_{0,2}(?<length>u)[_s]{1,3}[xv][^.;KyNqds]{0,6}(?<since>d)",
)


def find(sentence: Sentence) -> Iterator[Match]:
    """Give every stretch that tells of a gap before an exchange."""
    if not set(sentence.tags) & set("dui"):
        return
    rules: tuple[tuple[tuple[str, ...], Callable[[Match], bool]], ...] = (
        (_AFTER, _counted_from),
        (_NONE, _of_exchanges),
        (_STOPPED, _stood_still),
        (_LASTED, _lasted),
        (_PASSED, _passed),
    )
    for patterns, holds in rules:
        for pattern in patterns:
            yield from (m for m in sentence.find(pattern) if holds(m))


def by_size(m: Match) -> bool:
    """ "No larger one since May" ranks by size, not by time."""
    if "N" not in m.match.group():
        return False
    text = _words(m, clause(m.sentence, m.match.start(), m.match.end() - 1))
    since = m.match.groupdict().get("since") and m.atom("since")
    dated = isinstance(since, Atom) and not of_war(since.value)
    return says(text, size_words.SIZED) or (not dated and says(text, size_words.OF_THIS_SIZE))


def of_war(said: object) -> bool:
    """ "Since February 2022": since the war began."""
    return isinstance(said, Said) and (said.year, said.month) == (2022, 2)


def counted_from(m: Match, scene: Scene) -> Iterator[Sequence[Exchange]]:
    """The exchanges a gap may be counted back from: "before that" from one told of earlier, the nearest first."""
    where = clause(m.sentence, m.match.start(), m.match.end() - 1)
    text = _words(m, range(where.start, m.match.end()))
    main, history = scene.main, scene.history
    if main and history and says(text, time_words.BEFORE_THESE):
        these = [e for e in history if timedelta(0) <= main[0].date.earliest - e.date.earliest <= WEEK]
        series = [e for e in history if e.tags.series and e.tags.series == main[0].tags.series]
        yield (series or these)[:1]
        return
    back = 0 if says(text, time_words.BEFORE_IT) else m.sentence.index - SENTENCES_BACK
    if back == 0 or points_at_exchange(m.sentence):
        earlier = reversed(scene.sentences[max(0, back) : m.sentence.index])
        told = [anchored for s in earlier if (anchored := _anchored(s, scene))]
        yield from (rows for anchored in told[:SENTENCES_BACK] for rows in anchored)
    yield from _dated_beside(m, scene)
    yield main


def _anchored(sentence: Sentence, scene: Scene) -> list[Sequence[Exchange]]:
    return [rows for at, rows in reversed(scene.anchors(sentence)) if sentence.tags[at] == "d"]


def _dated_beside(m: Match, scene: Scene) -> Iterator[Sequence[Exchange]]:
    """ "*By 3 January* a pause of almost five months was over", "*before Friday* the last one was": another day."""
    named = [a for name in ("since", "ago") if m.match.groupdict().get(name) and (a := m.atom(name))]
    for i in stretch(m.sentence, m.match.start(), m.match.end() - 1, ",;.&?-"):
        atom = m.sentence.atoms[i]
        if atom.tag == "d" and atom not in named and m.sentence.tags[i - 1 : i] != "s":
            yield from ((e,) for e in scene.rows_of(atom.value, m.sentence) if e not in scene.main)


def _words(m: Match, where: range) -> str:
    return " ".join(a.text for a in m.sentence.atoms[where.start : where.stop])


def _counted_from(m: Match) -> bool:
    """Is the length of time counted from the exchange of that day?"""
    if "before" in m.match.groupdict():
        before = m.atom("before")
        back = before.value if before else None
        weeks = isinstance(back, Said) and back.back is not None and back.back.unit != "day"
        return weeks and isinstance(back, Said) and back.anchor == "event"
    between = [a for a in m.atoms if a.tag in "_s"]
    return says(" ".join(a.text for a in between), time_words.FROM)


def _of_exchanges(m: Match) -> bool:
    where = clause(m.sentence, m.match.start(), m.match.end() - 1)
    tags = m.sentence.tags[where.start : where.stop]
    neither = m.match.groupdict().get("neither") and m.atom("neither")
    if neither and not says(neither.text, time_words.NEITHER):
        return False
    if any(a.tag == "N" and a.text.startswith("و") for a in m.atoms[1:]):
        return False  # an Arabic "and not" begins a clause of its own
    moved = bool(set(tags) & set("pmcAk")) and (bool(neither) or bool(set(tags) & set("vgX")))
    nobody = any(a.text in time_words.NOBODY for a in m.all("N")) and bool(set(tags) & set("vgX"))
    return bool(set(tags) & set("xX")) or moved or nobody or says(_words(m, where), time_words.ALIKE)


def _lasted(m: Match) -> bool:
    where = clause(m.sentence, m.match.start(), m.match.end() - 1)
    of_exchanges = bool(set(m.sentence.tags[where.start : where.stop]) & set("xXp"))
    words = " ".join(a.text for a in m.atoms)
    return of_exchanges and ("s" in m.match.group() or says(words, war_words.STARTED) or "e" in m.match.group())


def _stood_still(m: Match) -> bool:
    since = m.match.start("since") if "since" in m.match.groupdict() else m.match.end()
    before = " ".join(a.text for a in m.sentence.atoms[max(0, since - 3) : since])
    still = says(" ".join(a.text for a in m.atoms), time_words.STOPPED)
    told = (
        m.match.group()[0] in "xpI"
        or "x" in m.match.group()
        or says(_words(m, clause(m.sentence, m.match.start(), m.match.end() - 1)), time_words.PROCESS)
    )
    return still and told and ("since" not in m.match.groupdict() or says(before, time_words.FROM))


def _passed(m: Match) -> bool:
    """Time that passed, and the exchange before from which it did."""
    atoms = m.sentence.atoms[max(0, m.match.start() - 2) : m.match.end() + 3]
    text = " ".join(a.text for a in atoms)
    before = "P" in m.match.group() or says(text, time_words.BEFORE) or _two(m)
    return before and says(text, time_words.ELAPSED)


def _two(m: Match) -> bool:
    """ "Between the two exchanges"."""
    two = any(getattr(a.value, "n", None) == 2 for a in m.all("n"))
    return two or any(a.text.endswith(("ين", "تين")) for a in m.all("x"))
