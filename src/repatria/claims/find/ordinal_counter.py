"""Whose count a number of an exchange belongs to: Kyiv's or the mediator's."""

from repatria.claims.scene.scene import Scene, segment_of
from repatria.claims.words.tagging import Match

MEDIATIONS = ("mediation", "rounds of mediation", "посередниц", "посреднич", "медіац", "медиац", "وساط", "الوساط")


def counter_of(m: Match, scene: Scene) -> str | None:
    """Whose count it is: named in the sentence, else the speaker before, else Kyiv's by custom."""
    sentence = m.sentence
    clause = sentence.tags[segment_of(sentence, m.match.start()).start : m.match.end()]
    if "M" in clause and any(a.text.startswith(MEDIATIONS) for a in sentence.atoms if a.tag == "M"):
        return "ARE"
    if any(a.tag == "M" for a in m.atoms):
        return "ARE"
    for i in range(m.match.start() - 1, -1, -1):
        atom = sentence.atoms[i]
        if atom.tag in "SK":
            code = str(atom.value).partition("|")[0]
            if code == "ARE":
                return "ARE"
            if code in scene.sides:
                return code if code == "UKR" else None
        if atom.tag in ";.":
            break
    behind = sentence.tags[m.match.end() : m.match.end() + 4]
    if "M" in behind and not set(behind[: behind.index("M")]) & set(",;.&"):
        return "ARE"
    for atom in sentence.atoms[m.match.end() : m.match.end() + 3]:
        if atom.tag == "S" and atom.value == "ARE":
            return "ARE"
        if atom.tag in ",;.&":
            break
    if _mediator_before(m) or _mediator_of_sentence_before(m, scene):
        return "ARE"
    return "UKR" if "UKR" in scene.sides else None


def _mediator_before(m: Match) -> bool:
    """ "The Emirati ministry speaks of ...; it was the twentieth." """
    named = [a for a in m.sentence.atoms[: m.match.start()] if a.tag in "SK"]
    return bool(named) and str(named[0].value).partition("|")[0] == "ARE"


def _mediator_of_sentence_before(m: Match, scene: Scene) -> bool:
    """ "The Emirates brokered it. *Its* ledger shows a thirteenth success": the mediator's own count."""
    own = any(a.tag == "Q" for a in m.sentence.atoms[max(0, m.match.start() - 12) : m.match.end()])
    if not own or not m.sentence.index:
        return False
    named = [a for a in scene.sentences[m.sentence.index - 1].atoms if a.tag in "SK"]
    here = [a for a in m.sentence.atoms[: m.match.start()] if a.tag in "SK"]
    return not here and bool(named) and str(named[-1].value).partition("|")[0] == "ARE"
