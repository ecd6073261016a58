"""Who says what: a speaker, a verb of saying, and the words that are said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from repatria.claims.scene import utterances
from repatria.claims.scene.scene import Scene
from repatria.claims.scene.speakers import speaker_of
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import compiled
from repatria.claims.words.tagging import Match, Sentence
from repatria.claims.words.tags import Atom

# Camps that speak of the other side's people from outside.
_FAR = {"RUS", "DNR"}

_CONFIRMING = ("confirm", "announced", "comment", "acknowledge", "підтверд", "подтверд", "اكد", "اعلن", "علق")
_COUNTING = ("count", "tally", "numbering", "reckoning", "підрах", "лічб", "подсч", "счет", "حساب", "احصاء")

# Tags that make more of an utterance than "on Monday".
_CONTENT = set("nFBopmckbvgxXjluM")


@dataclass(frozen=True, slots=True)
class Speech:
    """One thing said by one speaker.

    Attributes:
        code: the speaker's side (party code, or DNR).
        name: the speaker.
        counter: an office whose counting is quoted (headquarters, mediator), rather than its word.
        first, last: the atoms said.
        begin, end: the atoms of the whole, speaker and verb included.
        adverbial: "according to ...": the number carries its author itself.
        behind: the speaker stands behind what is said.
        postposed: speaker and verb close the sentence: "..., the president announced".
        framed: a capital speaks, or a heading names the speaker: what is said is told as news all the same.
        own_words: "in his words": whoever was named before.
    """

    sentence: Sentence
    code: str
    name: str
    counter: bool
    first: int
    last: int
    begin: int
    end: int
    adverbial: bool = False
    behind: bool = False
    framed: bool = False
    postposed: bool = False
    own_words: bool = False

    def covers(self, at: int) -> bool:
        """Is atom `at` among the words said?"""
        return self.first <= at <= self.last

    def of_other_side(self, party: str | None) -> bool:
        """Does a speaker of one side tell of the other side's people?"""
        return self.code in _FAR and not self.framed and party is not None and party != "RUS"

    @property
    def announces(self) -> bool:
        """Is an agreement announced here: "the deal, announced Thursday by the envoy"?"""
        verb = self.sentence.tags[self.last + 1 : self.end]
        about = self.tags.strip("_,")
        told = "z" in verb or ("y" in verb and about in ("l", "x", "lx", "xp"))
        return self.behind and told and any(tag in self.tags for tag in "lx")

    @property
    def confirms(self) -> bool:
        """Is it told that an exchange was confirmed or announced, or that nobody would speak of it?"""
        verbs = [a.text for a in self.sentence.atoms[self.begin : self.end + 1] if a.tag in "yz"]
        return any(word in text for text in verbs for word in _CONFIRMING)

    @property
    def keeps_silent(self) -> bool:
        """ "Kyiv would not comment"."""
        verbs = [a.text for a in self.sentence.atoms[self.begin : self.end + 1] if a.tag == "y"]
        return any("comment" in text for text in verbs)

    @property
    def of_count(self) -> bool:
        """Is an office's counting quoted ("by Kyiv's count") rather than its word ("according to Kyiv")?"""
        sources = [a.text for a in self.sentence.atoms[self.begin : self.end + 1] if a.tag == "a"]
        return any(word in text for text in sources for word in _COUNTING)

    @property
    def tells_details(self) -> bool:
        """Are these details from the side that does not count them officially?"""
        return self.code in _FAR and not self.adverbial and not self.framed

    @property
    def tags(self) -> str:
        """Tags of the words said."""
        return self.sentence.tags[self.first : self.last + 1]


def speeches(sentence: Sentence, scene: Scene) -> list[Speech]:
    """Find what is said by named people and offices in a sentence (not by a bare capital)."""
    key = (sentence.start, sentence.end)
    if key not in scene.said:
        scene.said[key] = _found_in(sentence, scene)
    return list(cast("list[Speech]", scene.said[key]))


def _found_in(sentence: Sentence, scene: Scene) -> list[Speech]:
    found: list[Speech] = []
    for kind, pattern in utterances.PATTERNS:
        for m in sentence.find(pattern, overlapped=True):
            speech = _speech(kind, m, scene)
            if speech and not any(_overlap(speech, other) for other in found):
                found.append(speech)
    return found


def _overlap(one: Speech, other: Speech) -> bool:
    return one.begin <= other.end and other.begin <= one.end


def _speech(kind: str, m: Match, scene: Scene) -> Speech | None:
    if not _opens(kind, m) or (kind != "as" and kind not in utterances.ADVERBS and _denied(m)):
        return None
    speaker = speaker_of(kind, m, scene)
    if speaker is None:
        return None
    said = _said(kind, m)
    if said is None:
        return None
    if said[0] >= m.match.end("who"):
        said = (said[0], _next_side(m.sentence, speaker.code, *said))
    return Speech(
        sentence=m.sentence,
        code=speaker.code,
        name=speaker.name,
        counter=speaker.counter,
        first=said[0],
        last=said[1] - 1,
        begin=min(m.match.start(), said[0]),
        end=(said[1] if m.match.start("said") < said[1] < m.match.end("said") else max(m.match.end(), said[1])) - 1,
        adverbial=kind in utterances.ADVERBS,
        behind=said[0] < m.match.start("who"),
        framed=kind in utterances.FRAMED or (speaker.of_capital and kind in utterances.OF_CAPITALS),
        postposed=kind == "postposed",
        own_words=kind == "own_words",
    )


def _said(kind: str, m: Match) -> tuple[int, int] | None:
    """The atoms said, from the first up to (without) the last; None where nothing of substance is."""
    tags = m.sentence.tags
    said: tuple[int, int] = m.match.span("said")
    empty = said[0] >= 0 and not set(tags[said[0] : said[1]]) & _CONTENT
    if kind == "inserted" and empty:
        before = max(tags.rfind(mark, 0, m.match.start()) for mark in ";.") + 1
        return (before, m.match.start()) if set(tags[before : m.match.start()]) & _CONTENT else None
    if kind in ("postposed", "inserted", "verb_first") and empty:
        return None
    if kind in ("postposed", "behind"):
        said = (_over_colon(m.sentence, said[0]), said[1])
    closes = kind in ("capital", "body") and set(tags[max(0, m.match.start() - 2) : m.match.start()]) & set(',"-')
    if ((kind == "plain" or closes) and empty) or (kind in utterances.ADVERBS and _told_before(m, said)):
        said = (-1, -1)
    if kind == "behind" and empty:
        said = _after(m)
    said = (said[0], _next_speaker(tags, *said))
    if said[0] < 0 or said[0] == said[1]:
        before = m.match.start()
        said = (0, before) if before > 0 else m.match.span()
    return said


def _next_speaker(tags: str, first: int, last: int) -> int:
    """Where somebody else begins to speak: "Moscow reported 150, yet *Kyiv counted 189*"."""
    other = compiled(r"[,&][_&]{0,2}[KS](_{0,2}y|-?,?_?\?)").search(tags, max(first, 0) + 1, max(last, 0))
    return other.start() if other else last


def _next_side(sentence: Sentence, code: str, first: int, last: int) -> int:
    """Where the writer sets the other side against it: "Moscow reported 150, *yet Kyiv* welcomed 189"."""
    for i in range(first + 1, last - 1):
        follows = [a for a in sentence.atoms[i + 1 : min(i + 3, last)] if a.tag in "SK"]
        if sentence.atoms[i].text in _CONTRAST and follows and str(follows[0].value).partition("|")[0] != code:
            return i
    return last


_CONTRAST = frozenset("yet but while whereas але проте натомість тоді но однако тогда بينما لكن فيما ولكن".split())


# What silence is told with, and is a claim all the same.
_SILENCE = ("comment", "коммент", "комент", "علق", "تعليق")


_NOTHING = {"nothing", "little", "нічого", "ничего", "شيئا"}


def _denied(m: Match) -> bool:
    """ "The ministry never published a figure": nothing was said."""
    tags = m.sentence.tags
    start, end = m.match.span()
    at = m.match.start("who")
    verbs = [i for i in range(start, end) if tags[i] in "yz"]
    verb = min(verbs, key=lambda i: abs(i - at), default=None)
    if verb is None:
        return False
    nothing = any(a.text in _NOTHING for a in m.sentence.atoms[verb + 1 : verb + 2])
    if not nothing and "N" not in tags[max(start, verb - 2) : verb].rpartition(",")[2]:
        return False
    who = m.atom("who")
    both = who is not None and str(who.value).startswith("BOTH")
    return not both and not any(word in m.sentence.atoms[verb].text for word in _SILENCE)


def _told_before(m: Match, said: tuple[int, int]) -> bool:
    """ "386 people, if you trust the ministry, which arranged it": what was said stands before its source."""
    tags = m.sentence.tags
    after = tags[said[0] : said[1]] if said[0] >= 0 else ""
    before = tags[: m.match.start()].rpartition(";")[2]
    return "n" in before and not set(after) & set("noF")


def _opens(kind: str, m: Match) -> bool:
    if kind == "thanks":
        return thanks(m.sentence)
    return utterances.opens(kind, m) and (kind != "bid" or bid_for_conference(m.sentence.atoms))


_THANKS = (
    "thank", "gratitude", "grateful", "подяк", "вдячн", "поблагодар", "благодар", "признательн",
    "شكر", "امتنان", "ممتن", "الشكر", "الامتنان",
)  # fmt: skip


def thanks(sentence: Sentence) -> bool:
    """Is somebody thanked in this sentence?"""
    return any(begins(atom, _THANKS) for atom in sentence.atoms)


_CLIMATE = ("climate", "cop", "клімат", "климат", "المناخ", "كوب")
BIDS = (
    "bid", "candidac", "candidature", "race", "application", "заявк", "кандидатур", "претензі", "претензи",
    "ترشح", "استضاف", "ترشيح",
)  # fmt: skip


def bid_for_conference(atoms: Sequence[Atom]) -> bool:
    """Is a bid to host a climate conference told of, given up beside an exchange?"""
    return all(any(begins(atom, stems) for atom in atoms) for stems in (_CLIMATE, BIDS))


def begins(atom: Atom, stems: tuple[str, ...]) -> bool:
    """Does a word of `atom` begin with one of `stems`?"""
    return any(form.startswith(stems) for word in atom.text.split() for form in forms(word))


def _over_colon(sentence: Sentence, start: int) -> int:
    """ "130 people: 126 men and four women, the envoy said": what stands before the colon is said too."""
    if start == 0 or sentence.atoms[start - 1].text != ":":
        return start
    tags = sentence.tags[: start - 1]
    return max(tags.rfind(";"), tags.rfind(".")) + 1


def _after(m: Match) -> tuple[int, int]:
    """What follows the speaker, to the end of the clause."""
    tags, start = m.sentence.tags, m.match.end()
    end = next((i for i in range(start, len(tags)) if tags[i] in ";."), len(tags))
    return start, end
