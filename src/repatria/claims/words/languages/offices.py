"""Offices that speak for a state, put together: "Baku's state commission", "the foreign ministry of Qatar"."""

from collections.abc import Iterator, Mapping

# Offices whose counting is quoted rather than their word.
COUNTING = {("UKR", "headquarters"), ("UKR", "intelligence"), ("ARE", "foreign ministry")}
# Mediators who count what they brought about.
COUNTING_STATES = {"ARE"}
_NAMES = {
    ("UKR", "headquarters"): "Coordination Headquarters",
    ("UKR", "intelligence"): "military intelligence",
    ("UKR", "interior ministry"): "Interior Ministry",
    ("UKR", "president"): "Zelensky",
    ("UKR", "ombudsman"): "Lubinets",
    ("UKR", "head of office"): "Yermak",
    ("RUS", "defence ministry"): "Russian defence ministry",
    ("RUS", "foreign ministry"): "Russian foreign ministry",
    ("RUS", "president"): "Putin",
    ("RUS", "ombudsman"): "Moskalkova",
    ("ARE", "foreign ministry"): "Emirati foreign ministry",
    ("AZE", "commission"): "state commission",
    ("AZE", "president"): "Aliyev",
    ("ARM", "premier"): "Pashinyan",
    ("TUR", "president"): "Erdogan",
    ("USA", "president"): "Trump",
}


# Offices that a text may name by what they are alone: "its defence ministry".
TITLES = {"defence ministry", "foreign ministry", "interior ministry", "commission", "president", "military"}


def value(state: str, office: str, nation: str) -> str:
    """The value of a speaker: side, name, and whether its counting or its word is quoted."""
    name = _NAMES.get((state, office), f"{nation} {office}")
    return f"{state}|{name}|{'counter' if (state, office) in COUNTING else 'person'}"


NATIONS = {
    "UKR": "Ukrainian", "RUS": "Russian", "ARE": "Emirati", "USA": "US", "TUR": "Turkish", "SAU": "Saudi",
    "QAT": "Qatari", "AZE": "Azerbaijani", "ARM": "Armenian", "ISR": "Israeli", "BLR": "Belarusian",
}  # fmt: skip


def lines(
    states: Mapping[str, str], offices: Mapping[str, str], patterns: tuple[str, ...], adjectives: Mapping[str, str]
) -> str:
    """Every office of every state, as lines of a word list.

    Args:
        states: party code to its names (as in "of Ukraine", "in Kyiv"), divided by commas.
        offices: key of an office to its titles.
        patterns: how state (`{s}`), adjective (`{a}`) and office (`{o}`) are put together.
        adjectives: party code to the adjectives of its nation.
    """
    found = []
    for state, names in states.items():
        for office, titles in offices.items():
            listed = _titles(titles, patterns, names, adjectives.get(state, ""))
            found.append(f"{value(state, office, NATIONS[state])}: {', '.join(listed)}")
    return "\n".join(found)


def _titles(titles: str, patterns: tuple[str, ...], names: str, adjectives: str) -> Iterator[str]:
    for pattern in patterns:
        named = adjectives if "{a}" in pattern else names
        for title in titles.split(", "):
            for name in filter(None, named.split(", ")):
                yield pattern.format(o=title, s=name, a=name)


ENGLISH = lines(
    {
        "UKR": "ukraine, kyiv, kiev",
        "RUS": "russia, moscow, the russian federation",
        "ARE": "the uae, uae, the emirates, abu dhabi, the united arab emirates",
        "USA": "the united states, america, washington, the us",
        "TUR": "turkey, ankara, turkiye",
        "SAU": "saudi arabia, riyadh",
        "QAT": "qatar, doha",
        "AZE": "azerbaijan, baku",
        "ARM": "armenia, yerevan",
        "ISR": "israel",
        "BLR": "belarus, minsk",
    },
    {
        "defence ministry": "defence ministry, defense ministry, ministry of defence, ministry of defense, mod",
        "foreign minister": "foreign minister, minister of foreign affairs",
        "defence minister": "defence minister, defense minister, minister of defence",
        "deputy premier": "deputy prime minister, vice prime minister",
        "negotiator": "chief negotiator, lead negotiator, top negotiator",
        "foreign ministry": "foreign ministry, ministry of foreign affairs, foreign office, "
        "foreign affairs ministry",
        "interior ministry": "interior ministry, ministry of the interior, ministry of internal affairs",
        "headquarters": "coordination headquarters, coordination hq, coordinating headquarters, "
        "prisoner headquarters, "
        "coordination headquarters for the treatment of prisoners of war, prisoner coordination headquarters, "
        "pow headquarters, headquarters, coordination centre, coordination center",
        "intelligence": "military intelligence, defence intelligence, defense intelligence, "
        "military intelligence agency, "
        "military intelligence directorate, military intelligence service, main intelligence directorate",
        "president": "president, head of state",
        "premier": "prime minister",
        "ombudsman": "ombudsman, human rights ombudsman, human rights commissioner, "
        "rights commissioner, ombudswoman",
        "head of office": "presidential chief of staff, head of the presidential office",
        "presidential office": "presidential office, president 's office, presidency",
        "general staff": "general staff, military command, army command, armed forces",
        "security service": "security service, state security service, security agency",
        "commission": "state commission, state commission on prisoners, commission on prisoners, "
        "commission for prisoners, "
        "state commission on captives, state commission on prisoners of war, commission on captives, "
        "state commission for prisoners, prisoners commission, commission on prisoners of war, "
        "state commission on prisoners of war hostages and missing persons",
        "spokesman": "military spokesman, government spokesman, foreign ministry spokesman, spokesman, spokeswoman",
    },
    ("{s} 's {o}", "{s} ' {o}", "{o} of {s}", "{o} in {s}", "{a} {o}", "the {o} in {s}", "the {o} of {s}"),
    {
        "UKR": "ukrainian", "RUS": "russian", "ARE": "emirati, uae", "USA": "us, american", "TUR": "turkish",
        "SAU": "saudi", "QAT": "qatari", "AZE": "azerbaijani, azeri", "ARM": "armenian", "ISR": "israeli",
        "BLR": "belarusian",
    },
)  # fmt: skip

UKRAINIAN = lines(
    {
        "UKR": "україни, києва, києві",
        "RUS": "росії, рф, москви, москві, російської федерації, кремля, країни - агресорки, країни - агресора, "
        "держави - агресора, держави - агресорки, держави-агресора, країни-агресора, країни-агресорки",
        "ARE": "оае, еміратів, об'єднаних арабських еміратів, абу - дабі",
        "USA": "сша, вашингтон*",
        "TUR": "туреччини, анкар*",
        "SAU": "саудівської аравії, ер - ріяд*",
        "QAT": "катару, досі",
        "AZE": "азербайджану, баку",
        "ARM": "вірменії, єреван*",
    },
    {
        "defence ministry": "міноборони, міністерств* оборони, оборонн* відомств*, військов* відомств*, "
        "військовому міністерстві",
        "foreign ministry": "мзс, міністерств* закордонних справ, зовнішньополітичн* відомств*, "
        "дипломатичн* відомств*",
        "foreign minister": "міністр* закордонних справ, глав* мзс, очільни* мзс",
        "defence minister": "міністр* оборони, глав* міноборони, очільни* міноборони",
        "negotiator": "переговорник*",
        "headquarters": "координаційн* штаб*, коордштаб*",
        "intelligence": "головн* управлін* розвідки, військов* розвід*, гур, розвід*, воєнн* розвід*",
        "president": "президент*",
        "ombudsman": "омбудсман*, омбудсмен*, уповноважен* з прав людини",
        "presidential office": "офіс* президента",
        "general staff": "генштаб*, генеральн* штаб*, військов* командуван*",
        "commission": "державн* комісі*, держкомісі*, комісі* у справах полонених, комісі* з питань полонених, "
        "державн* комісі* у справах полонених, державн* комісі* з питань полонених",
    },
    ("{o} {s}", "{o} в {s}", "{o} у {s}", "{a} {o}"),
    {
        "UKR": "українськ*", "RUS": "російськ*", "ARE": "еміратськ*", "USA": "американськ*", "TUR": "турецьк*",
        "SAU": "саудівськ*", "QAT": "катарськ*", "AZE": "азербайджанськ*, бакинськ*", "ARM": "вірменськ*",
    },
)  # fmt: skip

RUSSIAN = lines(
    {
        "UKR": "украины, киева, киеве",
        "RUS": "россии, рф, москвы, москве, российской федерации, кремля, страны - агрессора",
        "ARE": "оаэ, эмиратов, объединенных арабских эмиратов, абу - даби",
        "USA": "сша, вашингтон*",
        "TUR": "турции, анкар*",
        "SAU": "саудовской аравии, эр - рияд*",
        "QAT": "катара, дохе",
        "AZE": "азербайджана, баку",
        "ARM": "армении, ереван*",
    },
    {
        "defence ministry": "минобороны, министерств* обороны, оборонн* ведомств*, военн* ведомств*",
        "foreign ministry": "мид, мида, миде, министерств* иностранных дел, внешнеполитическ* ведомств*",
        "foreign minister": "министр* иностранных дел, глав* мид",
        "defence minister": "министр* обороны, глав* минобороны",
        "negotiator": "переговорщик*",
        "headquarters": "координационн* штаб*, коордштаб*",
        "intelligence": "главн* управлен* разведки, военн* разведк*, гур, разведк*",
        "president": "президент*",
        "ombudsman": "омбудсмен*, уполномоченн* по правам человека",
        "presidential office": "офис* президента",
        "general staff": "генштаб*, генеральн* штаб*, военн* командован*",
        "commission": "государственн* комисси*, госкомисси*, комисси* по делам военнопленных, "
        "комисси* по делам пленных, "
        "государственн* комисси* по делам военнопленных",
    },
    ("{o} {s}", "{o} в {s}", "{a} {o}"),
    {
        "UKR": "украинск*", "RUS": "российск*", "ARE": "эмиратск*", "USA": "американск*", "TUR": "турецк*",
        "SAU": "саудовск*", "QAT": "катарск*", "AZE": "азербайджанск*, бакинск*", "ARM": "армянск*",
    },
)  # fmt: skip

ARABIC = lines(
    {
        "UKR": "أوكرانيا, كييف",
        "RUS": "روسيا, موسكو, روسيا الاتحادية",
        "ARE": "الإمارات, أبوظبي, أبو ظبي, دولة الإمارات, الإمارات العربية المتحدة, دولة الإمارات العربية المتحدة",
        "USA": "الولايات المتحدة, واشنطن",
        "TUR": "تركيا, أنقرة",
        "SAU": "السعودية, الرياض",
        "QAT": "قطر, الدوحة",
        "AZE": "أذربيجان, باكو",
        "ARM": "أرمينيا, يريفان",
    },
    {
        "defence ministry": "وزارة الدفاع, وزارة دفاع, دفاع",
        "foreign ministry": "وزارة الخارجية, وزارة خارجية, خارجية",
        "interior ministry": "وزارة الداخلية, وزارة داخلية",
        "headquarters": "المقر التنسيقي, مقر التنسيق, هيئة التنسيق, مركز التنسيق, مقر التنسيق لشؤون الأسرى",
        "intelligence": "الاستخبارات العسكرية, استخبارات, مديرية الاستخبارات",
        "president": "رئيس",
        "premier": "رئيس وزراء, رئيس الوزراء",
        "deputy premier": "نائب رئيس الوزراء, نائبة رئيس الوزراء",
        "foreign minister": "وزير الخارجية, وزير خارجية",
        "defence minister": "وزير الدفاع, وزير دفاع",
        "presidential office": "مكتب الرئاسة, الرئاسة, رئاسة",
        "general staff": "هيئة الأركان, الجيش, جيش",
        "commission": "لجنة شؤون الأسرى, لجنة شؤون الأسرى والمفقودين, لجنة الأسرى والمفقودين, "
        "لجنة الأسرى, لجنة الدولة لشؤون الأسرى, اللجنة الحكومية لشؤون الأسرى, "
        "اللجنة المختصة بالأسرى, لجنة الدولة",
    },
    ("{o} {s}", "{o} في {s}", "{o} {a}"),
    {
        "UKR": "الأوكرانية, الأوكراني", "RUS": "الروسية, الروسي", "ARE": "الإماراتية, الإماراتي",
        "USA": "الأمريكية, الأمريكي", "TUR": "التركية, التركي", "SAU": "السعودية", "QAT": "القطرية",
        "AZE": "الأذربيجانية المختصة بالأسرى, الأذربيجانية", "ARM": "الأرمينية, الأرمنية",
    },
) + "\n" + "\n".join(
    f"{value(state, office, NATIONS[state])}: {titles}"
    for state, office, titles in (
        ("UKR", "defence ministry", "الدفاع الأوكرانية"),
        ("RUS", "defence ministry", "الوزارة الروسية, بيان الوزارة الروسية, الجيش الروسي"),
        (
            "UKR",
            "headquarters",
            "المقر الأوكراني لتنسيق شؤون أسرى الحرب, المقر الأوكراني للتنسيق, مقر تنسيق شؤون الأسرى, "
            "مقر تنسيق شؤون الأسرى في كييف, مقر تنسيق معاملة أسرى الحرب, مقر تنسيق شؤون أسرى الحرب, "
            "المقر التنسيقي لشؤون معاملة أسرى الحرب, المقر التنسيقي لشؤون أسرى الحرب, مقر شؤون الأسرى, "
            "المقر التنسيقي لشؤون الأسرى, هيئة تنسيق شؤون الأسرى, مركز تنسيق شؤون الأسرى, المقر المعني بالأسرى",
        ),
        (
            "UKR",
            "ombudsman",
            "المفوض الأوكراني لحقوق الإنسان, مفوض حقوق الإنسان الأوكراني, مفوض البرلمان الأوكراني لحقوق الإنسان, "
            "مفوض البرلمان لحقوق الإنسان, أمين المظالم, مفوض حقوق الإنسان في أوكرانيا",
        ),
        (
            "RUS",
            "ombudsman",
            "المفوضة الروسية لحقوق الإنسان, مفوضة حقوق الإنسان, مفوضة حقوق الإنسان في روسيا, أمينة المظالم, "
            "مفوضة حقوق الإنسان الروسية",
        ),
        ("UKR", "foreign ministry", "الخارجية الأوكرانية"),
        ("RUS", "foreign ministry", "الخارجية الروسية"),
        ("ARE", "foreign ministry", "الخارجية الإماراتية"),
        ("TUR", "foreign ministry", "الخارجية التركية"),
        ("SAU", "foreign ministry", "الخارجية السعودية"),
    )
)  # fmt: skip
