"""How a name changes on its way from one list to another: put into other letters, misheard, misread, mistyped.

Written apart from `repatria.names` on purpose: the examiner must not share the candidate's tables.
"""

from random import Random

# Ukrainian spelling to Russian spelling, as a clerk writes a surname he hears or reads.
TRANSLATED = {"ськ": "ск", "цьк": "цк", "зьк": "зк", "ьо": "ё", "йо": "ё", "'я": "ья", "'є": "ье", "'ю": "ью"}
TRANSLATED_LETTERS = str.maketrans("іїєґ", "ииег")
PUT_IN_LETTERS = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "и": "ы", "е": "э", "'": "ъ"})

# Latin tables: KMU-55 (2010), BGN/PCGN 1965, the 1990s Ukrainian passport, the scholarly table (ISO 9 / DSTU),
# ICAO Doc 9303 for Russian, the French-based Soviet passport, German, Polish and English press habits.
_SHARED = dict(zip("абвгдзклмнопрстуф", "a b v g d z k l m n o p r s t u f".split(), strict=True))
LATIN: dict[str, dict[str, str]] = {
    "kmu": _SHARED
    | {"г": "h", "ґ": "g", "е": "e", "є": "ie", "^є": "ye", "ж": "zh", "и": "y", "і": "i", "ї": "i", "^ї": "yi"}
    | {"й": "i", "^й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu"}
    | {"^ю": "yu", "я": "ia", "^я": "ya", "'": "", "зг": "zgh"},
    "bgn_uk": _SHARED
    | {"г": "h", "ґ": "g", "е": "e", "є": "ye", "ж": "zh", "и": "y", "і": "i", "ї": "yi", "й": "y", "х": "kh"}
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "'", "ю": "yu", "я": "ya", "'": "''"},
    "passport_uk": _SHARED
    | {"г": "g", "ґ": "g", "е": "e", "є": "ie", "ж": "zh", "и": "y", "і": "i", "ї": "i", "й": "i", "х": "kh"}
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ь": "'", "ю": "iu", "я": "ia", "'": ""},
    "scholarly": _SHARED
    | {"г": "h", "ґ": "g", "е": "e", "є": "je", "ж": "ž", "и": "y", "і": "i", "ї": "ji", "й": "j", "х": "ch"}
    | {
        "ц": "c",
        "ч": "č",
        "ш": "š",
        "щ": "šč",
        "ь": "'",
        "ю": "ju",
        "я": "ja",
        "'": "",
        "ы": "y",
        "э": "è",
        "ё": "ë",
    },
    "icao_ru": _SHARED
    | {"е": "e", "ё": "e", "ж": "zh", "и": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia"},
    "bgn_ru": _SHARED
    | {"е": "e", "^е": "ye", "ё": "yo", "ж": "zh", "и": "i", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh"}
    | {"щ": "shch", "ъ": "", "ы": "y", "ь": "'", "э": "e", "ю": "yu", "я": "ya", "ий$": "iy", "ый$": "yy"},
    "press_en": _SHARED
    | {
        "г": "g",
        "ґ": "g",
        "е": "e",
        "є": "e",
        "ё": "e",
        "ж": "zh",
        "и": "i",
        "і": "i",
        "ї": "i",
        "й": "y",
        "х": "h",
    }
    | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya"}
    | {"'": "", "ий$": "y", "ый$": "y", "ій$": "y", "кс": "x"},
    "german": _SHARED
    | {"в": "w", "г": "h", "ґ": "g", "е": "e", "є": "je", "ё": "jo", "ж": "sch", "з": "s", "и": "y", "і": "i"}
    | {
        "ї": "ji",
        "й": "j",
        "х": "ch",
        "ц": "z",
        "ч": "tsch",
        "ш": "sch",
        "щ": "schtsch",
        "ъ": "",
        "ы": "y",
        "ь": "",
    }
    | {"э": "e", "ю": "ju", "я": "ja", "'": "", "ий$": "yj", "ій$": "ij"},
    "polish": _SHARED
    | {
        "в": "w",
        "г": "h",
        "ґ": "g",
        "е": "e",
        "є": "je",
        "ё": "jo",
        "ж": "ż",
        "и": "y",
        "і": "i",
        "ї": "ji",
        "й": "j",
    }
    | {"х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju"}
    | {"я": "ja", "'": "", "ський$": "ski", "ский$": "ski", "цький$": "cki", "цкий$": "cki"},
    "french": _SHARED
    | {
        "г": "gu",
        "ґ": "g",
        "е": "e",
        "є": "ie",
        "ё": "io",
        "ж": "j",
        "и": "i",
        "і": "i",
        "ї": "i",
        "й": "i",
        "у": "ou",
    }
    | {"х": "kh", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iou"}
    | {"я": "ia", "'": "", "ин$": "ine", "ий$": "y", "ій$": "y"},
}

KEYBOARD = {
    "cyrillic": ("йцукенгшщзх", "фывапролдж", "ячсмитьбю", "йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),
    "latin": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "arabic": ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"),
}
MISREAD = {
    "cyrillic": ("нп", "ил", "шщ", "оа", "тг", "ве", "мш", "цщ", "хж", "ун", "гч", "кх"),
    "latin": ("nu", "rn", "ec", "ao", "vy", "hb", "li", "tf", "gq"),
    "arabic": ("بت", "تن", "يب", "جح", "حخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كل"),
}
MISHEARD = {
    "cyrillic": ("еи", "оа", "гх", "ву", "дт", "зс", "бп", "жш", "кг", "юу", "яа", "щш", "йі", "еэ", "фх"),
    "latin": ("ei", "oa", "gh", "vw", "dt", "zs", "bp", "kg", "iy", "ou", "fv"),
    "arabic": ("سص", "تط", "دض", "ذز", "ظض", "كق", "هح", "اع", "ثس", "ىي", "ةه", "أا", "غق", "وؤ"),
}
HOMOGLYPHS = str.maketrans("аеосрхіуАЕОСРХІВНКМТ", "aeocpxiyAEOCPXIBHKMT")


def script_of(text: str) -> str:
    """`latin`, `cyrillic` or `arabic`, by the first letter that tells."""
    for letter in text:
        if "a" <= letter.lower() <= "z":
            return "latin"
        if "Ѐ" <= letter <= "ӿ":
            return "cyrillic"
        if "؀" <= letter <= "ۿ":
            return "arabic"
    return "latin"


def title(text: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in text.lower().split("-"))


def translated(surname: str) -> str:
    """A Ukrainian surname as Russian papers spell it; `names_translator` knows better for the real ones."""
    text = surname.lower()
    for ours, theirs in TRANSLATED.items():
        text = text.replace(ours, theirs)
    return title(text.translate(TRANSLATED_LETTERS))


def put_in_letters(name: str) -> str:
    """Ukrainian letters replaced one by one by Russian ones, the sound kept rather than the name."""
    text = name.lower().replace("'я", "ья").replace("'ю", "ью").replace("ьк", "ьк")
    return title(text.translate(PUT_IN_LETTERS))


def latin(name: str, table: str) -> str:
    rules = LATIN[table]
    text, start, end = name.lower(), "", ""
    for rule, letters in rules.items():
        if rule[0] == "^" and text.startswith(rule[1:]):
            start, text = letters, text[len(rule) - 1 :]
            break
    for rule in sorted((r for r in rules if r[-1] == "$"), key=len, reverse=True):
        if text.endswith(rule[:-1]):
            end, text = rules[rule], text[: 1 - len(rule)]
            break
    for pair in (r for r in rules if len(r) == 2 and r[0] != "^" and r[-1] != "$"):
        text = text.replace(pair, rules[pair])
    return title(start + "".join(rules.get(letter, letter) for letter in text) + end)


def _swap_for(letter: str, pairs: tuple[str, ...], dice: Random) -> str | None:
    found = [p[1 - p.index(letter.lower())] for p in pairs if letter.lower() in p]
    return dice.choice(found) if found else None


def _replace_by(text: str, pairs: tuple[str, ...], dice: Random) -> str:
    places = list(range(len(text)))
    dice.shuffle(places)
    for place in places:
        other = _swap_for(text[place], pairs, dice)
        if other:
            letter = other.upper() if text[place].isupper() else other
            return text[:place] + letter + text[place + 1 :]
    return text


def mistyped(text: str, dice: Random) -> str:
    """A neighbouring key, a letter lost, doubled, or two in the wrong order."""
    place, kind = dice.randrange(1, len(text)) if len(text) > 1 else 0, dice.randrange(4)
    if kind == 0:
        rows = [row for row in KEYBOARD[script_of(text)] if text[place].lower() in row]
        if not rows:
            return text
        row = rows[0]
        at = row.index(text[place].lower())
        return (
            text[:place]
            + row[max(0, at - 1) if dice.random() < 0.5 else min(len(row) - 1, at + 1)]
            + text[place + 1 :]
        )
    if kind == 1 and len(text) > 3:
        return text[:place] + text[place + 1 :]
    if kind == 2 and place + 1 < len(text):
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return text[:place] + text[place] + text[place:]


def misread(text: str, dice: Random) -> str:
    return _replace_by(text, MISREAD[script_of(text)], dice)


def misheard(text: str, dice: Random) -> str:
    """One sound taken for another, a soft sign or a doubled letter lost."""
    if dice.random() < 0.3:
        for place in range(1, len(text)):
            if text[place] in "ьъ'" or text[place] == text[place - 1]:
                return text[:place] + text[place + 1 :]
    return _replace_by(text, MISHEARD[script_of(text)], dice)


def with_homoglyphs(text: str, dice: Random) -> str:
    """Some Cyrillic letters typed on a Latin keyboard: to the eye the same name."""
    return "".join(c.translate(HOMOGLYPHS) if dice.random() < 0.4 else c for c in text)
