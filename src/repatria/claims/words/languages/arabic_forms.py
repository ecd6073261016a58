"""Inflected forms of Arabic verbs and nouns, so that a word list need name each word once."""

from collections.abc import Iterator

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_OWNERS = (*_PRONOUNS, "نا", "كم")


def verbs(text: str, objects: bool = False) -> str:
    """Every form of verbs, as phrases of a list.

    Args:
        text: ``past present`` (third person, masculine), verbs divided by commas; what belongs to the verb follows
            after a plus sign ("أفرج يفرج + عن").
        objects: may a pronoun be written on to it ("أعادتهم")?
    """
    return ", ".join(phrase for verb in text.replace("\n", " ").split(",") for phrase in _verb(verb, objects))


def passives(text: str) -> str:
    """The passive of verbs that have a word behind ("أفرج يفرج + عن"): one form, whoever it is told of."""
    return ", ".join(phrase for verb in text.replace("\n", " ").split(",") for phrase in _passive(verb))


def _passive(verb: str) -> Iterator[str]:
    stems, _plus, behind = (part.strip() for part in verb.partition("+"))
    past, present = stems.split()
    for form in (past, present, "س" + present):
        yield from (f"{form} {behind}{pronoun}" for pronoun in ("", *_PRONOUNS))


def _verb(verb: str, objects: bool) -> Iterator[str]:
    stems, _plus, behind = (part.strip() for part in verb.partition("+"))
    past, present = stems.split()
    for form in (*_past(past), *_present(present)):
        yield f"{form} {behind}".strip()
        if objects and behind:
            yield from (f"{form} {behind}{pronoun}" for pronoun in _PRONOUNS)
        elif objects:
            yield from (_joined(form) + pronoun for pronoun in _PRONOUNS)


def _joined(form: str) -> str:
    """The form before a pronoun: final ى becomes ا, and the mute letter of a plural is dropped."""
    if form.endswith("ى"):
        return form[:-1] + "ا"
    return form[:-1] if form.endswith("وا") else form


def _past(stem: str) -> Iterator[str]:
    if stem.endswith("ى"):
        yield from (stem, stem[:-1] + "ت", stem[:-1] + "تا", stem[:-1] + "يا", stem[:-1] + "وا")
    else:
        yield from (stem + ending for ending in ("", "ت", "ا", "تا", "وا"))


def _present(stem: str) -> Iterator[str]:
    root = stem[1:]
    short = root[:-1] if root.endswith(("ي", "ى")) else root
    for first in ("ي", "ت"):
        for future in ("", "س"):
            yield from (future + first + root, future + first + short + "ون", future + first + short + "وا")
            yield from (future + first + root + "ان", future + first + root + "ا")
    yield from ("ن" + root, "سن" + root)


def nouns(text: str, owners: bool = True) -> str:
    """Every form of nouns, as phrases of a list.

    Args:
        text: ``singular`` (plural in ون) or ``singular plural`` (broken), nouns divided by commas.
        owners: may a pronoun be written on to them ("جنودها")?
    """
    return ", ".join(form for noun in text.replace("\n", " ").split(",") for form in _noun(noun.split(), owners))


def _noun(words: list[str], owners: bool) -> Iterator[str]:
    one, many = words[0], words[1:]
    feminine = one.endswith("ة")
    stem = one[:-1] + "ت" if feminine else one
    yield from (one, stem + "ان", stem + "ين")
    if not feminine:
        yield one + "ا"
    for plural in many:
        yield from (plural, plural + "ا")
        if owners:
            yield from (_joined(plural) + owner for owner in _OWNERS)
    if many:
        return
    if feminine:
        yield one[:-1] + "ات"
        return
    yield from (one + ending for ending in ("ون", "ين", "و", "ي", "ة", "ات", "تان", "تين"))
    if owners:
        yield from (one + ending + owner for ending in ("و", "ي") for owner in _OWNERS)
