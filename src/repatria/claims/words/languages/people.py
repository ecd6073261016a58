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
homecomings patriots comrades countrymen convicts
героїв герої хлопців хлопці синів сини доньок доньки батьків братів брати сестер душ життів імен прізвищ прізвища
азовців патріотів українців-полонених дівчат вцілілих засуджених
героев герои ребят ребята парней парни сыновей сыновья братьев братья сестер душ жизней имен имена фамилий фамилии
девушек азовцев патриотов осужденных удерживаемых
بطلا ابطال روحا ارواح رجلا ابنا عايدا واصلين مقاوما نجلا
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
