"""Words about time that carry a meaning inside a claim only: how long nothing happened, what had been before.

They have no tag of their own, for elsewhere they are words like any other. A word may end in ``*`` (any ending).
"""

from functools import cache, lru_cache

from repatria.claims.words.languages.language import listed
from repatria.claims.words.lexicon import forms
from repatria.claims.words.patterns import Pattern, compiled
from repatria.claims.words.reading import plain

# Time that goes by, or lies between two things.
ELAPSED = """
passed, elapsed, gone by, went by, go by, separate, separates, separated, lie between, lies between, lay between
later, apart, goes by, it has been, lie, lies
прошло, прошли, прошел, прошла, минул*, истек*, отделя*, разделя*, спустя, через, протекло, пролетел*, миновал*
минуло, минули, минув, минула, відділя*, розділя*, відокремлю*, збігло, сплив*, пройшл*, через, спливло, збігли
минає
مضي, مضت, مر, مرت, تفصل, يفصل, انقضت, انقضي, بعد, فصلت, فصل, مرور, انقضاء
"""

# The exchange before this one, where the word has other senses too.
BEFORE = """
since a, since an, since any
last one, last swap, last exchange, latest two, two latest, two exchanges, two swaps, two handovers
прошлого, прошлый, прошлым, прошлой, прошлому, двумя обменами, двух обменов
минулого, минулий, минулим, минулої, минулому, двома обмінами, двох обмінів
الماضي, الماضية, العمليتين, عمليتين, التبادلين
"""

# "Before this week": the exchanges of the week or the series are told as one.
BEFORE_THESE = """
before these, these two, before both, before the two, before this week, before this series, ahead of this week
ahead of this series, before the series
этих двух, этих обменов, этих дней, обоих обменов, перед этими, перед этой серией, до этой серии
перед этой неделей, до этой недели
цих двох, цих обмінів, цих днів, обох обмінів, перед цими, перед цією серією, до цієї серії, перед цим тижнем
до цього тижня
قبل هذه السلسلة, قبل هذا الاسبوع, هاتين العمليتين, هذين التبادلين, هذه العمليات, هاتين الدفعتين
"""
# "Before it": before the exchange that was just told of.
BEFORE_IT = """
before it, before that, before that one, preceded
предшеств*, передува*
до него, до нее, до того, до этого, перед этим, перед тем
до нього, до неї, до того, до цього, перед цим, перед тим
قبلها, قبله, قبل ذلك
"""

# So many there were, in a verb or a noun: "exchanges total 71", "обмінів налічується 71".
COUNTED = """
total, totals, totalled, totaled, number, numbered, count, counted, counts, come to, comes to, came to, stand at
stands at, stood at, amount to, amounts to, tally, tallies, add up to, adds up to, there were, there have been
налічу*, нарахову*, нарахува*, порахува*, рахунк*, лік, ліку, стало, кількіст*, число, числа
насчит*, сосчита*, подсчита*, счет, счету, счета, стало, количеств*, число, числа, числится
عدد*, بلغ*, بلغت, يبلغ, حصيله, احصي*, اصبح*, صار*, غدا, غدت, باتت, بات
"""

# From which something is counted.
FROM = """
since, after, following, from, on from
с, со, от, после, вслед за
з, від, із, зі, після, услід за, слідом за
منذ, بعد, من, علي, عقب, اعقاب
"""

# There was nothing, without a word for "not".
STOPPED = """
frozen, froze, stalled, halted, suspended, stopped, dried up, ceased, on hold, on ice, standstill, halt
interrupted
at a standstill, stood idle, ground to a halt, grinding to a halt, dormant
stuck, deadlock*, gridlock*, stood still, petered out, paused, broken off
заморож*, замерли, приостан*, остановл*, остановили*, прекращ*, прекратил*, застопор*, прерван*, прервал*, стояли
стоял
стояла, стояло, стоит, стоят, буксовал*, забуксовал*, оборвал*, затих*, замер*
заморож*, призупин*, зупинен*, зупинил*, припин*, завмер*, перерван*, урвал*
стояли, стояв, стояла, стояло, стоїть, стоять, буксував*, обірвал*, затих*
توقف*, توقفت, تجمد*, مجمد*, معلق*, علقت, انقطع*, متوقف*, جامد*, متعثر*, تعثر*
"""


# The same kind of thing, where no noun for an exchange stands.
ALIKE = """
comparable, similar, the like, of the kind, of that kind, of this kind, of the sort
подобн*, похож*, схож*, такого, таких, аналогичн*
подібн*, схож*, такого, таких, аналогічн*
مماثل*, مثيل*, شبيه*, من هذا النوع, مشابه*, مثلها
"""


# It was planned and did not come to pass.
CANCELLED = """
cancelled, canceled, called off, scrapped, postponed, never took place, aborted, fell through, was off
отмен*, сорвал*, сорван*, отложи*, отложен*, не состоял*
скасув*, скасован*, зірв*, зірван*, відклал*, відкладен*, не відбу*
الغي, الغيت, ارجي, ارجيت, الغاء, تاجل, تاجلت
"""

# The first and last day of a named stretch: "since the beginning of 2023".
BEGINNING = "start, beginning, outset, начал*, почат*, بداية, مطلع, بدء"


@cache
def _pattern(listed: str) -> Pattern:
    phrases = (phrase.strip() for line in listed.strip().splitlines() for phrase in line.split(","))
    words = sorted({_word(phrase) for phrase in phrases if phrase}, key=len, reverse=True)
    return compiled(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


def _word(phrase: str) -> str:
    return " ".join(plain(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "") for w in phrase.split())


def says(text: str, listed: str) -> bool:
    """Does the plain `text` (words with one space between) hold a word or phrase of `listed`?"""
    pattern = _pattern(listed)
    if pattern.search(text):
        return True
    return any(pattern.search(bare) for bare in _bare(text))


# So many ways Arabic words may be read without what is written onto their front: "وبدات" is no "ب" and "دات".
_WAYS = 3


@lru_cache(maxsize=4096)
def _bare(text: str) -> tuple[str, ...]:
    if not any("\u0621" <= c <= "\u064a" for c in text):
        return ()
    read = [forms(word) for word in text.split()]
    ways = (" ".join(word[: way + 1][-1] for word in read) for way in range(1, _WAYS + 1))
    return tuple(dict.fromkeys(way for way in ways if way != text))


# An agreement is told of, or made.
MADE_KNOWN = """
public, known, broke, light, unveil*, reveal*, disclos*, announc*, told, said, approv*, endors*, confirmed
dates from
went public, dated, made, promised, sealed, inked
сообщил*, известно, известие, объявил*, рассказал*, одобр*, утверд*, оговор*, подтверд*, датирован*, обнародов*
огласил*, оглашен*, заявил*, скрепил*
повідомил*, відомо, звістка, оголосил*, розповіл*, схвал*, затверд*, підтверд*, датован*, оприлюдн*, обумов*
заявил*
озвуч*
اعلن*, كشف*, اقر*, اعتمد*, صادق*, ابرم*, وقع*, نشر*, افصح*
"""

# News of it came.
NEWS = """
news, word, announcement, tidings
известие, новость, весть, объявление
звістка, новина, вістка, оголошення
نبا, خبر, الاعلان, اعلان
"""

# What was agreed was done.
PUT_INTO_EFFECT = """
put into effect, took effect, came into effect, implemented, executed, put into practice, carried out, honoured
honored, fulfilled, went into effect, was completed, is complete, completed, concluded with, implementation
исполнил*, исполнен*, выполнил*, выполнен*, реализовал*, реализован*, осуществ*, завершил*, воплотил*, претворил*
виконал*, виконан*, реалізувал*, реалізован*, здійснил*, здійснен*, завершил*, втілил*, втілен*
نفذ*, تنفيذ*, طبق, طبقت, اكتمل*, انجز*, اتم*, استكمل*
"""

# Neither side.
NEITHER = "neither, ни одна, ни один, жодна, жоден, ані одна, اي من"

# Nobody, of people.
_NOBODY = """
nobody, no one, not one, not a single, никто, никого, ни один, ни одного, ніхто, нікого, жоден, жодного, لا احد
لم احد
"""
NOBODY = frozenset(listed(_NOBODY))

# What else is counted on a day of war.
DIED = """
died, killed, dead, injured, strike, strikes, attack, attacks, shelling, drone, drones, missile, missiles
погиб*, убит*, ранен*, удар*, обстрел*, атак*, беспилотник*, ракет*, дрон*
загин*, вбит*, поранен*, удар*, обстріл*, атак*, безпілотник*, ракет*, дрон*
قتل, قتلوا, مقتل, اصيب, قصف, هجوم, غاره, مسير*, صاروخ*
"""


# A feast is kept.
KEEPING_A_FEAST = """
marking, marks, mark, marked, celebrating, celebrate, celebrates, celebrated, observing, observe, observes, observed
spend, spent, spending, greeting, welcoming, ring in, see in
отмеча*, отметил*, праздну*, праздновал*, встреча*, встрет*, провед*, провел*
святку*, відзнача*, відзначил*, зустріча*, зустрі*, проведу*, провел*
يحتفل*, تحتفل*, احتفل*, يحيون, تحيي, يحيي, يقضون, يستقبلون
"""

# A plan to let people go, before it is done.
INTENDED = """
intention, intent, plan, plans, decision, decided, willingness, readiness, commitment
намерени*, решени*, план*, готовност*
намір*, наміри, рішенн*, план*, готовніст*
نيه, نيتهما, عزم*, قرار*, استعداد*, اعتزام
"""

# Somebody was the first to speak of it.
FIRST_TOLD = """
first to report, first to announce, first to reveal, first to speak, first to say, first to tell, first to mention
broke the news, first reported, first announced
первым сообщил*, первым объявил*, первым рассказал*, первым заговорил*, первой сообщил*, первым заявил*
першим повідомив, першим оголосив, першим розповів, першим заговорив, першою повідомила, першим заявив
اول من تحدث, اول من اعلن, اول من كشف, اول من ذكر, اول من اشار
"""

# What stands still, where no noun for an exchange stands.
PROCESS = "process, talks, negotiations, track, процесс, переговоры, процес, переговори, المسار, الملف, المفاوضات"


# A number told first, and then what it counts.
HOW_MANY = "how many, that many, столько, сколько, стільки, скільки, عدد, كم"

# What says that there was no exchange at all, without the word.
NONE_AT_ALL = {
    "none", "no one", "nothing of the kind", "nothing of the sort", "nothing like it", "nothing similar",
    "жодного", "нічого подібного", "такого не було", "такого не бувало",
    "такого не было", "такого не бывало", "ни одного", "ничего подобного", "لم يحدث مثلها", "لم يسبق",
}  # fmt: skip

# Another step back, at the beginning of a sentence.
BEFORE_THAT = (
    "before that",
    "before it",
    "قبلها",
    "وقبلها",
    "قبل ذلك",
    "وقبل ذلك",
    "до того",
    "до этого",
    "перед тим",
)

# It, that: a word that points back, at the beginning of a sentence.
IT = frozenset("it that this він це то той она оно он это то тот كان كانت وكان وكانت ذلك تلك وهي وهو هي هو".split())

# "The previous ones".
PLURAL_ENDINGS = ("ие", "их", "ые", "ых", "ні", "ніх")
