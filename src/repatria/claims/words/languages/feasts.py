"""Days that reports call by the feast they fall on, and not by their date, in four languages.

Each line: the feast, then its names in English, Ukrainian, Russian and Arabic, in every case that may be printed.
The day before any of them is told by a word for an eve in front. A line that is set in
goes on with the one before.
"""

from repatria.claims.words.languages.language import columns, listed

_FEASTS = """
easter | orthodox easter sunday, the orthodox easter, orthodox easter, easter sunday, easter day, easter
    | великдень, великодня, великодню, великоднем, православний великдень, православного великодня, пасха,
    пасхи, пасху, пасці
    | пасха, пасхи, пасхе, пасху, пасхой, православная пасха, православной пасхи, православной пасхе,
    православную пасху, светлое воскресенье
    | عيد الفصح, عيد الفصح الأرثوذكسي, عيد الفصح الشرقي, الفصح, الفصح الأرثوذكسي, الفصح الشرقي, فصح, عيد القيامة
holy_saturday | holy saturday, easter saturday
    | велику суботу, великої суботи, велика субота, страсну суботу, страсної суботи
    | великую субботу, великой субботы, великая суббота, страстную субботу, страстной субботы
    | سبت النور, السبت المقدس, سبت الفرح
good_friday | good friday | страсну п'ятницю, страсної п'ятниці, велику п'ятницю
    | страстную пятницу, страстной пятницы | الجمعة العظيمة
easter_monday | easter monday | великодній понеділок, світлий понеділок | светлый понедельник | اثنين الفصح
independence_ua
    | independence day, ukraine 's independence day, ukrainian independence day,
    anniversary of independence, anniversary of ukraine 's independence,
    anniversary of its independence, independence anniversary,
    the independence day of ukraine
    | день незалежності, дні незалежності, дня незалежності, дню незалежності, днем незалежності,
    річницю незалежності, річниці незалежності
    | день независимости украины, день независимости, дня независимости, дне независимости,
    дню независимости, годовщину независимости, годовщины независимости, годовщине независимости
    | عيد الاستقلال, يوم الاستقلال, عيد استقلال أوكرانيا, يوم استقلال أوكرانيا, ذكرى استقلال أوكرانيا,
    ذكرى الاستقلال, عيد الاستقلال الأوكراني, عيد استقلالها, ذكرى استقلالها
new_year | new year 's day
    | перший день року, першого дня року | первый день года, первого дня года | رأس السنة, أول أيام العام
new_year_eve | new year 's eve, the last day of the year, the final day of the year,
    the year 's last day, the last day of the old year
    | останній день року, останнього дня року, останній день старого року, переддень нового року,
    напередодні нового року, день перед новим роком
    | последний день года, последнего дня года, последний день старого года, последний день уходящего года,
    канун нового года, накануне нового года
    | اليوم الأخير من العام, آخر أيام العام, آخر يوم في العام, آخر يوم من العام, آخر أيام السنة,
    اليوم الأخير من السنة, آخر يوم في السنة, ليلة رأس السنة, عشية رأس السنة
christmas | christmas day | католицьке різдво | католическое рождество | عيد الميلاد المجيد
victory_day | victory day | день перемоги, дня перемоги | день победы, дня победы | يوم النصر, عيد النصر
constitution_ua | constitution day, ukraine 's constitution day
    | день конституції, дня конституції, день конституції україни
    | день конституции украины, дня конституции украины, день конституции | يوم الدستور, عيد الدستور
russia_day | russia day, the day of russia | день росії | день россии, дня россии
    | يوم روسيا, اليوم الوطني الروسي
"""
_EVES = (
    "the eve of, on the eve of, a day before, the day before, one day before, a day ahead of, the night before",
    "напередодні, переддень, за день до, в переддень, день перед, за добу до",
    "накануне, канун, за день до, в канун, за сутки до",
    "عشية, ليلة, قبل يوم من, قبل يوم واحد من, في عشية",
)  # fmt: skip
# Feasts before which a report names the eve by its own name.
_NO_EVE = ("new_year", "new_year_eve", "holy_saturday", "good_friday")


def _of(language: int) -> dict[str, str]:
    """Phrases of one language to the key of a feast; ``eve:`` before the key for the day before."""
    feasts = {phrase: row[0] for row in columns(_FEASTS) for phrase in listed(row[language + 1])}
    eves = {
        f"{eve} {phrase}": f"eve:{feast}"
        for eve in listed(_EVES[language])
        for phrase, feast in feasts.items()
        if feast not in _NO_EVE
    }
    return feasts | eves


ENGLISH, UKRAINIAN, RUSSIAN, ARABIC = (_of(language) for language in range(4))
