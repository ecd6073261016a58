"""Words that name a day by the one told before it, or say that a day is no day of an exchange."""

from repatria.claims.words.languages.language import listed

# The day after the one that was told of.
_NEXT_DAY = """
the next day, the following day, a day later, one day later, the day after, next day, twenty - four hours later
на следующий день, днем позже, на другой день, сутки спустя, день спустя, через день, назавтра, сутками позже
следующим днем
наступного дня, днем пізніше, другого дня, за день по тому, через день, назавтра, за добу, добою пізніше
на другий день, на наступний день
في اليوم التالي, اليوم التالي, بعد ذلك بيوم, بعدها بيوم, في اليوم الذي تلاه, بعد يوم, بعد يوم واحد, في الغد
"""
NEXT_DAY = frozenset(listed(_NEXT_DAY))

# The day that was told of.
_SAME_DAY = """
that same day, the same day, that very day, on the very same day
того ж дня, того самого дня, тієї ж доби, цього ж дня, в той же день, у той же день, того ж самого дня
у той самий день
в тот же день, того же дня, в тот самый день, тем же днем, в этот же день, того же самого дня
في اليوم نفسه, في اليوم ذاته, اليوم نفسه, اليوم ذاته, في نفس اليوم, نفس اليوم
"""
SAME_DAY = frozenset(listed(_SAME_DAY))
# Before a weekday.
_SAME = "that same, того ж, того самого, тієї ж, тієї самої, того же, той же, в тот же, в ту же"
SAME = frozenset(listed(_SAME))

# Up to which a count goes, or at which it stood.
AS_OF = """
as of, by the time of, known by, what we know by
по состоянию на, известно к, известно на, к моменту
станом на, відомо на, на момент
بحلول, لغايه, حتي تاريخ
"""

# What an outlet did with words of its own.
PUBLISHED = """
article published, story published, report published, version of this, article posted, posted on, we reported
we wrote
we said, published on, updated on, corrected on
опубликован*, мы сообщали, мы писали, статья от, в материале от, обновлено
опублікован*, ми повідомляли, ми писали, стаття від, у матеріалі від, оновлено
نشر في, نشرت في, نشرناه, نشرنا, المنشور, كتبنا, ذكرنا
"""

# The siege of the Azovstal works ended so.
SURRENDERED = """
azovstal*, surrendered, laid down their arms
азовстал*, сдал*, сложил* оружие
азовстал*, здал*, склал* зброю
ازوفستال, استسلم*
"""

# Compared with another.
LIKE = """
as in, like in, just as in, as on, like on, just as on, as it did, as it had, as they did, as they had
как и, как в, как это было, як і, як у, як це було
كما حصل, كما حدث, كما في, كما فعل*, مثلما, علي غرار ما
"""

# An hour of the report's own day, or a few hours after something.
HOURS = """
afternoon, evening, noon, midday, morning, nightfall, dusk, by night, tonight, hours later, within hours
before the day was out, end of the day, day 's end
к вечеру, вечером, утром, к утру, к полудню, в полдень, к обеду, после обеда, уже днем, днем, к ночи
через несколько часов, спустя несколько часов, до вечера, к исходу дня
до вечора, увечері, ввечері, вранці, до ранку, опівдні, пополудні, по обіді, до обіду, уже вдень, вдень, надвечір
за кілька годин, через кілька годин, до ночі
مساء, المساء, ظهرا, الظهر, بعد الظهر, ظهر, صباحا, الصباح, نهارا, بعد ساعات, خلال ساعات
"""

# It is done.
COMPLETED = """
complete, completed, over, done, finished, concluded, accomplished, carried out
завершен*, заверши*, окончен*, законч*, выполнен*, позади, проведен*
завершен*, заверши*, закінч*, виконан*, позаду, проведен*
اكتمل*, انتهت, انتهي, انجز*, نفذ, نفذت, تمت
"""

# What is done, beside the nouns for an exchange.
PROCEDURE = """
procedure, process
процедур*, процесс
процедур*, процес
الاجراء, الاجراءات, العمليه
"""
