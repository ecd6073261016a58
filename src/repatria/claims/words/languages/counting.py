"""Words by which exchanges are numbered and counted, in all four languages; a tuple holds beginnings of words."""

from repatria.claims.words.languages.language import listed, words

# A year, the word.
OF_YEAR = words("году році год рік года року year العام")
# "Time" in the sense of "for the third time".
TIMES = words("time times occasion occasions раз рази разів разу раза разом مرة مرات المرة للمرة المرات")
# A stage of a series, rather than an exchange.
STAGES = listed("stage, етап, этап, مرحل, مراحل")
# "The first part of the exchange" numbers the days of one agreement.
PARTS = listed("part, phase, half, половин, частин, част, фаз, نصف, جزء, الجزء, مرحله, المرحله")
# A mediation, the noun.
MEDIATIONS = listed("""
mediation, rounds of mediation, good offices, посередниц, посреднич, медіац, медиац, وساط, الوساط
""")
# What only a mediator counts.
MISSIONS = listed("mission, success, посередн, посредн, місі, мисси, مهمة, نجاح")
# What a report calls an exchange so as not to say the word again.
EVENTS = listed("""
event, deal, procedure, operation, attempt, achievement, effort, releas, return, intervention, case, trade, instance
experience, mission, undertaking, transaction, arrangement
поді, захід, операці, процедур, спроб, черг, акці, поверненн, звільненн, випад, місі, досвід, угод, домовлен
событ, операц, мероприят, процедур, попыт, очеред, акци, возвращен, освобожден, случа, мисси, опыт, сделк, договорен
حدث, الحدث, نجاح, النجاح, محاوله, المحاوله, انجاز, الانجاز, خطوه, الخطوه, مهمه, المهمه, عوده, العوده
حاله, الحاله, تجربه, التجربه, صفقه, الصفقه, اتفاق, الاتفاق
""")
# "Such operations": the kind that the report is about.
SUCH = words("such таких такі такие подібних подобных аналогічних аналогичных مثل مماثلة")
# Words that may stand behind "the ninth" where the exchange itself is not repeated.
FUNCTION = words("""
in of on by for since to so at as with between under during from after before within that its the such
у в за на від з із для при між під через як по до с от под между из к
من في منذ خلال لها له بين حتى على التي الذي بعد ضمن منها لدى
""")
# "The second *in* four days".
WITHIN = words("in within during over за протягом упродовж продовж течение خلال في")
# "*By* 27 October there had been 28 exchanges".
BY = words("by к до на بحلول حتي")
# A number has grown, and what it has grown to.
RISEN = listed("""
reach, hit, rose, grew, climb, досяг, сягну, сягає, зрос, достиг, вырос, возрос, بلغ, وصل, ارتفع
""")
RISEN_TO = words("to at до на دو الى إلى بلغ stands")
# Whose count it is, by the words for the side in "by Kyiv's count".
COUNTERS = {
    "UKR": listed("kyiv, ukrain, україн, украин, київ, киев, كييف"),
    "ARE": listed("uae, emirat, abu dhabi, оае, оаэ, емірат, эмират, امارات"),
}
# In the count of somebody named before.
THERE = words("там there هناك")
# Exchanges are so often, and not rare.
OFTEN = ("frequent", "regular", "common", "част", "регулярн")
