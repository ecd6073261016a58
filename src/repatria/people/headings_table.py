"""Headings as lists really carry them: our field, then the words for it in five languages.

Written in the form that :func:`repatria.people.headings.plain` gives: small letters, no punctuation. English
headings are taken as they are; the others are proposed, and a person confirms them once.
"""

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "id": "id | record id | person id | identifier | number | reference | ref | list number | record number"
        " | registry number | case number | person record id",
        "line": "no | n | line | nr | row | row number | serial no | sr no | s no",
        "surname": "surname | last name | family name | last | lastname | family",
        "given_name": "given name | given names | first name | first names | forename | forenames | first"
        " | firstname",
        "patronymic": "patronymic | middle name | fathers and grandfathers name | second name | middle",
        "full_name_native": "name | full name | full name native | name in full | names | fullname"
        " | name and surname | surname and name | surname name patronymic | surname first name patronymic"
        " | person | native name",
        "alternate_names": "alternate names | other names | aliases | alias | also known as | aka | other spellings"
        " | name in latin letters | latin name | name latin | name transliterated",
        "date_of_birth": "date of birth | born | birth date | birthdate | dob | birthday | born on | year of birth"
        " | birth year | d o b",
        "place_of_birth": "place of birth | birthplace | birth place | pob | born in | born at",
        "unit": "unit | military unit | regiment | brigade | formation | army unit | unit number",
        "rank": "rank | military rank | grade",
        "capture_date": "capture date | date of capture | captured | captured on | date captured"
        " | taken prisoner on | date missing | missing since | date of disappearance"
        " | date of detention | detained on | interned on",
        "capture_place": "capture place | place of capture | captured at | captured in | place captured | taken at"
        " | place of disappearance | last seen | place of detention event | area of capture",
        "callsign": "callsign | call sign | nom de guerre | nickname | kunya",
        "source": "source | source of information | reported by | source name | origin of information",
        "source_date": "source date | date of information | reported on",
        "service_number": "service number | personal number | serial number | army number | regimental number"
        " | military number | military id | service no | army no | identity number | token number | dog tag",
        "father_given_name": "father given name | fathers name | father name | first name of father"
        " | fathers first name | father",
        "mother_maiden_name": "mother maiden name | mothers maiden name | maiden name of mother | mothers name"
        " | mother name | mother",
        "nationality": "nationality | citizenship | national of",
        "sex": "sex | gender",
        "age": "age | years old",
        "category": "category | status | legal status | category of person",
        "power_of_origin": "power of origin | power on which the prisoner depends | power | party | side | country"
        " | army",
        "occupation": "occupation | profession | job | position | post",
        "residence": "residence | address | last residence | home address | place of residence"
        " | address before detention",
        "marks": "marks | distinguishing marks | special marks | tattoos | scars | description",
        "health": "health | state of health | health status | medical category | condition",
        "next_of_kin": "next of kin | person to be informed | relative | relatives | family contact"
        " | address of next of kin | contact of family",
        "mail_address": "mail address | address for mail | postal address",
        "site": "site | place of detention | camp | place held | held at | facility | prison",
        "captor": "captor | captured by | detained by | capturing unit",
        "reply": "reply | answer | response | statement | reply of the holder",
        "reply_date": "reply date | date of reply | date of answer",
        "remarks": "remarks | remark | notes | note | comment | comments",
    },
    "uk": {
        "id": "ід | ідентифікатор | номер | номер запису | реєстраційний номер | номер у реєстрі | номер справи"
        " | обліковий номер",
        "line": "no п п | no з п | n п п | n з п | no пп | no зп | п п | з п | порядковий номер",
        "surname": "прізвище",
        "given_name": "ім'я | власне ім'я",
        "patronymic": "по батькові | побатькові",
        "full_name_native": "піб | п і б | прізвище ім'я по батькові | прізвище ім'я та по батькові"
        " | прізвище власне ім'я по батькові | повне ім'я | прізвище та ім'я | прізвище ім'я | прізвище і ім'я"
        " | пiб військовослужбовця | піб військовослужбовця | піб полоненого",
        "alternate_names": "інші імена | інше написання | ім'я латиницею | піб латиницею",
        "date_of_birth": "дата народження | рік народження | народився | день народження | д н | дата нар"
        " | д р | р н | народжений | число місяць рік народження",
        "place_of_birth": "місце народження | місце нар",
        "unit": "підрозділ | військова частина | в ч | вч | частина | номер військової частини | місце служби",
        "rank": "звання | військове звання",
        "capture_date": "дата полону | дата взяття в полон | дата потрапляння в полон | дата полонення"
        " | дата захоплення | дата зникнення | зник | з якого часу в полоні | дата затримання"
        " | дата зникнення безвісти",
        "capture_place": "місце полону | місце взяття в полон | місце полонення | місце захоплення"
        " | місце зникнення | місце потрапляння в полон | де потрапив у полон | місце затримання",
        "callsign": "позивний",
        "source": "джерело | джерело інформації | джерело відомостей",
        "source_date": "дата інформації | дата відомостей",
        "service_number": "особистий номер | особовий номер | військовий номер | номер жетона | жетон"
        " | номер військового квитка",
        "father_given_name": "ім'я батька",
        "mother_maiden_name": "дівоче прізвище матері | мати",
        "nationality": "громадянство | національність",
        "sex": "стать",
        "age": "вік",
        "category": "категорія | статус",
        "power_of_origin": "держава | держава від якої залежить | сторона | країна",
        "occupation": "професія | посада | рід занять",
        "residence": "адреса | місце проживання | адреса проживання | останнє місце проживання",
        "marks": "особливі прикмети | прикмети | татуювання",
        "health": "стан здоров'я | здоров'я",
        "next_of_kin": "найближчі родичі | родичі | контакти родичів | кого повідомити",
        "mail_address": "поштова адреса | адреса для листування",
        "site": "місце утримання | табір | місце тримання",
        "captor": "ким полонений | ким взятий у полон | ким захоплений",
        "reply": "відповідь",
        "reply_date": "дата відповіді",
        "remarks": "примітки | примітка | зауваження",
    },
    "ru": {
        "id": "ид | идентификатор | номер | номер записи | регистрационный номер | учетный номер | номер дела",
        "line": "no п п | n п п | no пп | п п | порядковый номер",
        "surname": "фамилия",
        "given_name": "имя",
        "patronymic": "отчество",
        "full_name_native": "фио | ф и о | фамилия имя отчество | фамилия имя и отчество | полное имя | фамилия имя"
        " | фамилия и имя | фио военнослужащего | фио военнопленного",
        "alternate_names": "другие имена | другое написание | имя латиницей | фио латиницей",
        "date_of_birth": "дата рождения | год рождения | родился | д р | г р | дата рожд | день рождения"
        " | число месяц год рождения",
        "place_of_birth": "место рождения | место рожд",
        "unit": "подразделение | воинская часть | в ч | вч | часть | войсковая часть | место службы"
        " | номер воинской части",
        "rank": "звание | воинское звание",
        "capture_date": "дата пленения | дата взятия в плен | дата попадания в плен | дата плена | дата захвата"
        " | дата исчезновения | пропал | дата задержания | дата пропажи",
        "capture_place": "место пленения | место взятия в плен | место попадания в плен | место плена"
        " | место захвата | место исчезновения | место задержания",
        "callsign": "позывной",
        "source": "источник | источник информации | источник сведений",
        "source_date": "дата сведений | дата информации",
        "service_number": "личный номер | номер жетона | жетон | военный номер | номер военного билета",
        "father_given_name": "имя отца",
        "mother_maiden_name": "девичья фамилия матери | мать",
        "nationality": "гражданство | национальность",
        "sex": "пол",
        "age": "возраст",
        "category": "категория | статус",
        "power_of_origin": "держава | сторона | страна",
        "occupation": "профессия | должность | род занятий",
        "residence": "адрес | место жительства | адрес проживания | место проживания",
        "marks": "особые приметы | приметы | татуировки",
        "health": "состояние здоровья | здоровье",
        "next_of_kin": "ближайшие родственники | родственники | контакты родственников | кого известить",
        "mail_address": "почтовый адрес | адрес для писем",
        "site": "место содержания | лагерь",
        "captor": "кем пленен | кем взят в плен | кем захвачен",
        "reply": "ответ",
        "reply_date": "дата ответа",
        "remarks": "примечания | примечание | замечания",
    },
    "ar": {
        "id": "المعرف | رقم | الرقم | رقم السجل | رقم القيد | رقم الملف",
        "line": "م | ت | الرقم التسلسلي | التسلسل | مسلسل | الرقم المسلسل | رقم تسلسلي",
        "surname": "اللقب | اسم العائله | العائله | الكنيه | الشهره",
        "given_name": "الاسم الاول | الاسم الشخصي",
        "patronymic": "اسم الاب والجد | الاسم الثاني | الاسم الاوسط",
        "full_name_native": "الاسم | الاسم الكامل | الاسم الرباعي | الاسم الثلاثي | اسم الاسير | الاسم واللقب"
        " | الاسم الرباعي واللقب | الاسم الكامل للاسير | اسم المحتجز | الاسم بالكامل",
        "alternate_names": "اسماء اخري | الاسم باللاتينيه | الاسم بالانجليزيه",
        "date_of_birth": "تاريخ الميلاد | تاريخ الولاده | سنه الميلاد | المواليد | سنه الولاده | ميلاد",
        "place_of_birth": "مكان الميلاد | مكان الولاده | محل الميلاد | محل الولاده",
        "unit": "الوحده | الوحده العسكريه | اللواء | الكتيبه",
        "rank": "الرتبه | الرتبه العسكريه",
        "capture_date": "تاريخ الاسر | تاريخ الاعتقال | تاريخ الاحتجاز | تاريخ الفقدان | تاريخ الاختطاف",
        "capture_place": "مكان الاسر | مكان الاعتقال | مكان الاحتجاز | مكان الفقدان | جبهه الاسر | مكان الاختطاف",
        "callsign": "الاسم الحركي",
        "source": "المصدر | مصدر المعلومات",
        "source_date": "تاريخ المعلومات",
        "service_number": "رقم الخدمه | الرقم العسكري | الرقم الشخصي | رقم القيد العسكري",
        "father_given_name": "اسم الاب | اسم الوالد | الاسم الاول للوالد",
        "mother_maiden_name": "اسم الام | اسم الوالده | اسم عاءله الام",
        "nationality": "الجنسيه",
        "sex": "الجنس | النوع",
        "age": "العمر | السن",
        "category": "الفءه | التصنيف | الصفه",
        "power_of_origin": "الدوله | الطرف | الجهه | البلد",
        "occupation": "المهنه | العمل | الوظيفه",
        "residence": "العنوان | محل الاقامه | مكان السكن | السكن | مكان الاقامه",
        "marks": "العلامات المميزه | علامات فارقه",
        "health": "الحاله الصحيه",
        "next_of_kin": "اقرب الاقارب | الاقارب | رقم تواصل الاسره",
        "mail_address": "العنوان البريدي",
        "site": "مكان الاسير | السجن | المعسكر | مكان التوقيف",
        "captor": "الجهه الاسره | الجهه الخاطفه",
        "reply": "الافاده | الرد",
        "reply_date": "تاريخ الافاده | تاريخ الرد",
        "remarks": "ملاحظات | الملاحظات",
    },
    "fr": {
        "id": "identifiant | numero | numero au registre | numero de dossier | numero d'enregistrement | reference"
        " du dossier | matricule de la liste",
        "line": "no d'ordre | n d'ordre | numero d'ordre | numero de ligne | ligne | rang",
        "surname": "nom | nom de famille | nom patronymique | noms de famille",
        "given_name": "prenom | prenoms | prenom usuel | prenom s",
        "patronymic": "patronyme | nom du pere et du grand pere | deuxieme prenom",
        "full_name_native": "nom complet | nom et prenom | nom et prenoms | nom prenom | nom prenoms"
        " | noms et prenoms | prenom et nom | nom prenom patronyme | identite | nom du prisonnier | nom du detenu",
        "alternate_names": "autres noms | autre orthographe | autres orthographes | dit | alias connus"
        " | nom en lettres latines | nom en caracteres latins",
        "date_of_birth": "date de naissance | ne le | nee le | ne e le | naissance | date naissance"
        " | annee de naissance | ddn",
        "place_of_birth": "lieu de naissance | ne a | nee a | ne e a | lieu naissance",
        "unit": "unite | unite militaire | corps | bataillon",
        "rank": "grade militaire",
        "capture_date": "date de capture | date de la capture | capture le | fait prisonnier le"
        " | date de disparition | disparu le | disparu depuis | date de detention | detenu depuis"
        " | date d'arrestation | arrete le | interne le",
        "capture_place": "lieu de capture | lieu de la capture | capture a | lieu de disparition"
        " | lieu d'arrestation | fait prisonnier a",
        "callsign": "indicatif | nom de guerre et indicatif | surnom",
        "source": "source d'information | source de l'information | origine de l'information | signale par",
        "source_date": "date de l'information | date d'information | signale le",
        "service_number": "matricule | n matricule | no matricule | numero matricule | numero de matricule"
        " | matricule militaire | numero militaire | plaque d'identite",
        "father_given_name": "prenom du pere | nom du pere | pere",
        "mother_maiden_name": "nom de jeune fille de la mere | nom de la mere | mere",
        "nationality": "nationalite | citoyennete",
        "sex": "sexe | genre",
        "age": "age a la capture | age en annees",
        "category": "categorie | statut | statut juridique",
        "power_of_origin": "puissance d'origine | puissance | partie | camp d'origine | pays",
        "occupation": "metier | fonction | emploi",
        "residence": "adresse | domicile | residence habituelle | lieu de residence | derniere adresse",
        "marks": "signes particuliers | signes distinctifs | tatouages | cicatrices",
        "health": "etat de sante | sante",
        "next_of_kin": "plus proche parent | proches parents | proches | personne a prevenir | famille a prevenir",
        "mail_address": "adresse postale | adresse pour le courrier",
        "site": "lieu de detention | lieu d'internement | camp de detention | etablissement",
        "captor": "capture par | detenu par | puissance detentrice | unite qui a capture",
        "reply": "reponse",
        "reply_date": "date de reponse | date de la reponse",
        "remarks": "remarque | observations | observation | commentaires | commentaire",
    },
}
