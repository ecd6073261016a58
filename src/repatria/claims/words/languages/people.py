"""Words for people who are counted: some mean so only behind a number ("150 boys"); the rest of them; halves."""

from repatria.claims.words.languages.language import words

# People of an exchange, beside those of each language's own list.
ENGLISH = "returned captives, freed captives, released captives, freed prisoners, released prisoners, freed people"
UKRAINIAN = "урятован*, вивільнен*, вимінян*, обмінян*"
RUSSIAN = "вызволенных, вызволенные, вызволенным, обменянных, обменянные, вывезенных, вывезенные"
ARABIC = "عائدا, عائد, مفرجا عنهم, أسرانا, أبنائنا, مطلق سراحهم"

# What people are called with feeling, or by their names on a list.
COUNTED = words("""
heroes boys lads guys sons daughters fathers mothers brothers sisters souls lives names arrivals homecomers
homecomings alive patriots comrades countrymen convicts
героїв герої хлопців хлопці синів сини доньок доньки батьків братів брати сестер душ життів імен прізвищ прізвища
азовців патріотів українців-полонених дівчат вцілілих засуджених живих живі
героев герои ребят ребята парней парни сыновей сыновья братьев братья сестер душ жизней имен имена фамилий фамилии
девушек азовцев патриотов осужденных удерживаемых живых живые живыми
بطلا ابطال روحا ارواح ابنا احياء حيا عايدا واصلين مقاوما نجلا
""")
# "The *remaining* 17", "*another* 51", "решта - 17": who is left of people counted before.
REST = words("""
remaining rest other others remainder
решта решту інші інших решті
остальные остальных прочие прочих оставшиеся остальным
الباقون الباقين الاخرون الاخرين البقيه بقيه الباقي
""")
HALF = words("""
half halves
половина половину половини половин половині половиною
половина половину половины половине половиной
نصف نصفهم ونصفهم النصف والنصف نصفا ونصف
""")
# Before a length of time, or a number of exchanges, over which people are counted together: "*in* four days".
OVER_A_TIME = words("""
in within inside over during across throughout this these for
за протягом упродовж впродовж цього
за течение протяжении
خلال غضون في طوال مدي هذا
""")
# Said of both sides, or of several exchanges, before their sum.
TOGETHER = words("""
together combined counting summed adding
разом укупі вкупі сукупно скласти складемо додати підсумувати гуртом
вместе сложить сложим сложив суммируя складывая прибавить вкупе
معا مجتمعين مجتمعه سويا
""")
# Everybody, nobody, or nobody else: "*all* of them civilians", "*none* was a soldier", "made up *solely* of women".
ALL = words("""
all every everyone everybody
усі всі всіх усіх
все всех
جميع جميعهم جميعهن كل كلهم كلهن كافه كافتهم جميعا
""")
NONE = words("""
none nobody neither
жоден жодного жодної ніхто
никто никого ни
""")
SOLELY = words("""
only solely purely exclusively entirely alone wholly all-
лише тільки виключно суто винятково самих самі
только исключительно сплошь одни одних
فقط حصرا حصريا وحدهن وحدهم
""")
# Between "all of them" and of what kind they were.
COPULAS = words("""
are were is was be been being as
є були був була це як
есть были был была это
هم كانوا كان كانت من
""") | {"—", "-"}
# A list or a group that people are told to be in: "*in the list* there are conscripts too".
LISTS = words("""
list lists group party contingent batch number ranks roster busload
список списку списках група групі групу партії складі числі лавах
список списке списках группа группе группу партии составе числе рядах
قائمه القائمه مجموعه المجموعه دفعه الدفعه صفوف عداد
""")
TURN = words("""
turn turns
черга черги чергу
очередь очереди
دور الدور
""")
EVENLY = words("""
equally evenly fifty-fifty
порівну навпіл
поровну пополам
مناصفه بالتساوي بالمناصفه
""")
MANY = words("""
many numerous plenty
багато чимало багатьох
многие много многих немало
كثير كثيرون الكثير العديد كثيرين
""")
SOME = words("""
some several many others most a part
частина частину дехто деякі інші багато чимало більшість
часть некоторые другие многие немало большинство
بعضهم بعضهن بعض اخرون كثيرون معظمهم معظمهن اغلبهم اغلبيتهم غالبيتهم اكثرهم من
""")
# In which people leave one after the other: "in two *groups*, seven and thirteen".
GROUPS = words("""
group groups batch batches wave waves convoys
група групи групами групі партія партії партіями
группа группы группами группе партия партии партиями
دفعه دفعتين دفعات مجموعتين مجموعات الدفعه
""")
# "This *brings the number* of those freed *to* 502": beginnings of words.
RAISING = tuple(
    """
bring brought take taking took rais push lift swell grow grew climb rise rose reach
доводить довело довів довел зрос сяг досяг збільш
доводит вырос возрос достиг увелич
ليصل ليبلغ ليرتفع ارتفع رفع فصار ليصبح
""".split()
)
A_NUMBER_OF = tuple(
    "freed released number total tally count toll figure sum кільк числ количеств сум عدد مجموع".split()
)
# Exchanged by themselves.
APART = words("""
separately apart also too besides
окремо також теж ще
отдельно также тоже еще
ايضا منفصل منفصله
""")
UP_TO = words("to at до к الي اليها اليه")
ONE_OF_THEM = words("احدهم احداهن احداهم")
# An exchange of nobody else: "*entirely* of women", "limited to women".
WHOLLY = SOLELY | words("""
but limited confined women-only all-women all-female
повністю цілком
полностью целиком
بالكامل كليا يقتصر اقتصر تقتصر اقتصرت
""")
