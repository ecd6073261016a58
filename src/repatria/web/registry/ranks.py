"""Ranks as registers write them, as the grade and class that the planner counts by.

Grades follow the ladder of the Dix-Hill cartel (22 July 1862): 0 private, 1 non-commissioned officer, 2 warrant
officer, 3 lieutenant, 4 captain, 5 major, 6 lieutenant-colonel, 7 colonel, 8 brigadier-general, 9 major-general
and lieutenant-general, 10 general commanding. A rank that is not known here is no guess: it has no grade.
"""

import re
from functools import cache

_LADDER: dict[int, str] = {
    0: "private | soldier | seaman | sailor | gunner | trooper | senior soldier | private first class"
    " | lance corporal"
    " | солдат | старший солдат | матрос | старший матрос | рядовий | рядовой | ефрейтор | єфрейтор"
    " | جندي | جندي أول | soldat | matelot | soldat de première classe",
    1: "corporal | sergeant | junior sergeant | senior sergeant | master sergeant | staff sergeant | chief sergeant"
    " | petty officer | nco | сержант | молодший сержант | старший сержант | головний сержант | штаб-сержант"
    " | майстер-сержант | младший сержант | старшина | капрал | عريف | رقيب | رقيب أول | نائب عريف"
    " | caporal | sergent | sergent-chef | caporal-chef",
    2: "warrant officer | senior warrant officer | midshipman | прапорщик | старший прапорщик | мічман | мичман"
    " | مساعد | مساعد أول | رئيس رقباء | adjudant | adjudant-chef | aspirant",
    3: "lieutenant | junior lieutenant | second lieutenant | first lieutenant | senior lieutenant | ensign"
    " | officer"
    " | лейтенант | молодший лейтенант | старший лейтенант | младший лейтенант"
    " | ملازم | ملازم أول | ملازم ثان | sous-lieutenant",
    4: "captain | капітан | капитан | نقيب | capitaine",
    5: "major | майор | رائد | commandant",
    6: "lieutenant colonel | підполковник | подполковник | مقدم | lieutenant-colonel",
    7: "colonel | полковник | عقيد",
    8: "brigadier | brigadier general | бригадний генерал | عميد | général de brigade",
    9: "major general | lieutenant general | генерал-майор | генерал-лейтенант | لواء | فريق"
    " | général de division | général de corps d'armée",
    10: "general | colonel general | general of the army | генерал | генерал-полковник | генерал армії"
    " | генерал армии | فريق أول | مشير | général | général d'armée",
}
_SPACE = re.compile(r"[\s\-‐–.]+")


@cache
def _grades() -> dict[str, int]:
    return {_plain(word): grade for grade, words in _LADDER.items() for word in words.split(" | ")}


def _plain(rank: str) -> str:
    return _SPACE.sub(" ", rank.strip().casefold())


def grade_of(rank: str) -> int | None:
    """Give the grade (0 to 10) of a rank in any of the five languages; None if the rank is not known.

    What follows a rank ("sergeant of medical service", "капітан 3 рангу") is passed over where its first words
    are a rank.
    """
    parts = _plain(rank).split(" ")
    known = _grades()
    for length in range(min(len(parts), 4), 0, -1):
        grade = known.get(" ".join(parts[:length]))
        if grade is not None:
            return grade
    return None


def class_of(grade: int) -> str:
    """Give the planner's class of a soldier: ``enlisted``, ``nco`` or ``officer``."""
    return "enlisted" if grade == 0 else "nco" if grade <= 2 else "officer"
