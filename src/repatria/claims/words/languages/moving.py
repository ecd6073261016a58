"""Verbs of coming home, of getting people back and of giving them up, beside those of each language's own list.

Lines as in the lists: ``come``, ``get`` and ``give`` say which way.
"""

ENGLISH = """
come: limped home, shipped home, bused home, bussed home, driven home, taken home, disembarked, travelled, traveled
come: pulled out, stepped out, rolled home, touched down, made the trip, was handed back, were handed back
come: evacuated, pardoned, paroled, bused back, bussed back, driven back, out of the cells, step onto, step off
get: gets, gets back, pulled out of, ransomed, bought free, embraced, greets, takes in, get back, got back home
give: transferred, transfers, passed back, conveyed to, parts with, parted with, parting with
give: turned loose, cut loose
"""
UKRAINIAN = """
come: залишили полон, полон залишили, покинули полон, полон покинули, покинули неволю, залишили неволю
come: приїдуть, приїде, перейшли, перейшов, перейшло, вийшло, вирушили, вирушило, вертаються, вертається, вернутися
come: на свободі, на волю, врятовано, репатрійовано, помилувано, обійняли рідних, обняли рідних, до рідних
come: вирвано, випущено, вивезено, доправлено, вернуто, опинилися вдома, опинилися на волі
get: врятували, врятувала, урятували, урятувала, забрано, отримано, доправили, доправила, доставили, доставила
get: вивезли, вивезла, витягнуто, витягли, викупили, вимінято, виміняли, виміняла, репатріювали, вибороли
give: вручили, відправили, відправила, відправлено, відправляє, здали, відпустять, віддадуть, повернуть
"""
RUSSIAN = """
come: покинули плен, плен покинули, покинули неволю, оставили плен, попали домой, домой попали
come: вызволены, вызволено, вызволен, спасены, перешли, перешел, вышло, выпущены, выпущено, отправились, на воле
come: летят, летит, помилованы, репатриированы, эвакуированы, оказались на свободе, обняли родных, на волю
get: спасли, спасла, получено, принято, доставили, доставила, вывезли, вывезла, выкупили, выменяли, выменяла
get: репатриировали, эвакуировали, возвратят, вернет, вернут, вызволяет, вызволяют
give: вручили, отправили, отправила, отправлены, сдали, отдаст, отдадут, отпустит, отпустят, передадут
"""
ARABIC = """
come: رحلوا إلى, أخلي سبيل, أخلي سبيلهم, لم شملهم, نالوا الحرية, نالوا حريتهم, تنفسوا الحرية, عانقوا الحرية
come: غادروا السجون, غادروا سجون, أبصروا النور, وطئت أقدامهم
get: حصلت على, حصلت, حصل على, أنقذت, فكت أسر, أمنت عودة, ضمنت عودة
give: أطلقت, أطلقت سراح, أخلت سبيل, ردت إلى, أرجعت, أرجع, قايضت
"""
