"""The turns of phrase in which somebody is said to have said something, as patterns over tags."""

from repatria.claims.words.lexicon import forms
from repatria.claims.words.tagging import Match

PATTERNS = (
    # Arabic puts the verb first: "said the ministry that ..."
    (
        "verb_first",
        r"[yz](,?[diA]{0,3}(?=K))?(?<who>[KSr])(?<said>(?:(?!,[_&]{0,2}[yz][diA]{0,3}[KSr])[^;.])+)",
    ),
    # "ZELENSKY: 230 UKRAINIANS ARE HOME"
    ("label", r"^[_\-;n.]{0,4}(?<who>K)[_L]{0,3}(?<opening>[;_])(?<said>[^.]+)"),
    # "189 people are home, the president announced on Monday"; "'Our men are back,' he wrote"
    (
        "postposed",
        r"(?<said>[^;.]*[,\"\-])(_{0,3}K_{1,4},?|_)?(?<who>[Kr])(,[^;.,]*,|,)?_{0,2}[yz](?=[^;.,?nFyzKvgX\-&\"]{0,8}([.;]|[,\-](?!_{0,2}[?n])|&_{0,3}[yz]|$))",
    ),
    # "By the ministry's account, ..."
    ("possessed", r"(?<opening>_)(?<who>K)_{1,3}(?<source>[_a]),?(?<said>([^;.,]|,(?!&))*)"),
    # "As the headquarters explained, ..."
    ("as", r"(?<opening>_)_?(y_{0,2}(?<who>[KS])d?|(?<who>K)_?yr?),(?<said>[^;.]+)"),
    # "These soldiers, they say in the ministry, were ..."
    ("inserted", r"(?<=[,\-])(?<!\"[,\-]{1,2})_?y[_SAL]{0,4}(?<who>[Kr]),(?!_?\?)(?<said>[^;.]+)"),
    # "According to the ministry, ..."; "..., according to the ministry"
    ("adverb", r"a_?[,_ASd]{0,10}(?<who>[Kr]),?(?<said>([^;.,]|,(?!&))*)"),
    # "According to Kyiv, ..."; "..., according to Kyiv"
    ("capital_adverb", r"a_?(?<who>S),?(?<said>([^;.,]|,(?!&))*)"),
    # A heading: "Six civilians among the Ukrainians - Kyiv"
    ("tail", r"^(?<said>[^;.\-]*n[^;.\-]*(?<!n),?)-(?<who>[SK])\.?$"),
    # "The envoy announced ...", "The ministry, for its part, spoke of ..."
    (
        "plain",
        r"(?<![yz][d_A]{0,3})(?<who>K)(,[^;.,]*,|,?[^;.,KSyvgX]{0,8})_?[yz](?:[d_]{1,2};|d?;?)(?<said>(?:[^;.&]|&(?![_,]{0,2}K|[^;.,&KSn]{0,5}y))*)",
    ),
    # "The ministry all 84 of those given up called prisoners of war": what is said stands before the verb
    ("around", r"(?<who>K)(?<said>_{0,2}n[^;.,KyzX]{0,8}y[^;.,&]*)"),
    # "In the same place they insist that ..."
    ("there", r"(?<opening>_)_?(?<who>y)(?<said>,?\?[^;.]+)"),
    # "One more detail told the envoy in Kyiv: ..."
    ("colon", r"[yz][_LSAd]{0,4}(?<who>K)(?<opening>;)(?<said>[^;.]+)"),
    # "..., the president added"; "announced Thursday by the envoy"
    ("behind", r"(?<said>[^;.]*)[yz],?[di_SA]{0,6}(?<who>K)"),
    # "... and adds that ...", "..., and all the women counts among the soldiers": whoever was named before
    ("pronoun", r"(?<=K[^;.]*[,&])[^;.,&yzKSrnX]{0,6}(?<who>y)(?<said>[^;.]+)"),
    # "it maintained that ..."
    ("pronoun", r"(?<who>r)[_,]{0,3}[yz](?<said>[^;.]+)"),
    # "..., and confirmed that ...", Arabic "saying that ..."
    ("pronoun", r"(?<=[KS][^;.]*)(?<who>y)(?<said>,?[r?]([^;.,]|,(?!&))+)"),
    # "Kyiv said that 157 had come home": a capital speaks for its side; Arabic puts the verb first
    ("capital", r"(?<who>S|A(?=[yz]))(,[^;.,]*,|,?[^;.,KSyvgX]{0,4})_?[yz];?(?<said>(?:[^;.&]|&(?![_,]{0,2}K))*)"),
    # "Ukrainian authorities reported ..."; "it was stated by the Russian side", Arabic "stated the Russian side"
    ("body", r"(?<who>A)(?<source>[_m])[^;.,KSyvgX]{0,4}[yz];?(?<said>[^;.&]*)"),
    ("body", r"[yz]_?(?<source>[_m])(?<who>A)(?<said>[^;.&]*)"),
    ("body_behind", r"(?<said>[^;.]*[,\"\-])_{0,2}[yz]_?(?<who>A)(?<source>[_m])"),
    # "700 were flown home, reports the Red Cross"; "..., said Kyiv"
    ("body_behind", r"(?<said>[^;.]*[,\"\-])_{0,2}y_{0,2}(?<who>S)(?=[^;.,]{0,6}([;.,]|$))"),
    # Slavic puts the object first: "the exchange 150 for 150 confirmed Moscow"
    ("object_first", r"(?<said>[^;.]*[nF][^;.,]*)y[_ckmpA]{0,3}(?<who>[Sr])(?=[;.,]|$)"),
    # "..., they specified in the ministry"
    ("behind", r"(?<said>[^;.]*[,\"\-])_?[yz]_?(?<who>r)(?=[;.,]|$)"),
    # "Kyiv announced that 45 were back, the ministry in Moscow that three were": the verb is left out
    ("verbless", r"(?<=[yz][^;.]*[,;&]_?)(?<who>[KS])(-_?|,)?(?<opening>\?)(?<said>[^;.,]+)"),
    # "..., in its own words"; "22 wounded, by his account"
    ("own_words", r"(?<opening>[_E])(?<who>Q)(?<source>[_a])[,;]?(?<said>([^;.,]|,(?!&))*)"),
    # "Yerevan gives up its bid to host the climate conference"
    ("bid", r"(?<said>[^;.]*(?<who>S)[^;.]*)"),
    # "The White House thanked Turkey and four European governments"
    ("thanks", r"^(?<said>[^;.]*(?<who>K)[^;.]*[SA][^;.]*)"),
)

# Whoever speaks is the address of what is told, rather than what is told.
ADDRESSES = {"adverb", "capital_adverb", "possessed", "own_words"}
ADVERBS = ADDRESSES | {"tail"}
# Where a capital may speak as well as somebody by name.
OF_CAPITALS = ADDRESSES | {"verb_first", "pronoun", "verbless", "object_first"}
# A capital speaks, or a heading names the speaker.
FRAMED = {"capital", "label", "body", "body_behind"}

# What must open an utterance of a kind where the tags alone do not tell.
_OPENINGS = {
    "label": {":"},
    "as": {"as", "як", "как", "كما", "ось", "вот"},
    "colon": {":"},
    "there": {"там", "тут"},
    "possessed": {"by", "on", "in", "from"},
    "verbless": {"that", "що", "что", "ان", "بان", "انها"},
    "own_words": {"by", "in", "on", "за", "по", "с", "з", "зі", "со"},
}
# Data, counts, accounts, versions, words of somebody.
_FIGURES = (
    "дан", "підрах", "подсч", "верс", "оцін", "оцен", "інформ", "информ", "облік", "учет", "відомост", "сведен",
    "слов", "лік", "счет", "твердж", "утвержд", "заяв", "повідомл", "сообщен", "розповід", "рассказ",
)  # fmt: skip
_ACCOUNTS = (
    "account", "count", "figures", "data", "version", "telling", "tally", "reckoning", "own", "statement", "books",
    "word", "estimate", "report", "numbers",
)  # fmt: skip
# Those who speak for a state, named by its adjective: "Ukrainian authorities".
_BODIES = (
    "authorit", "side", "government", "leadership", "military", "army", "command", "defenders", "delegation",
    "negotiators", "team", "leader",
    "влад", "влас", "сторон", "уряд", "правительств", "керівницт", "руководств", "військов", "военн", "командуван",
    "командован", "делегац", "переговорник", "переговорщик", "лідер", "лидер",
    "سلطات", "السلطات", "جانب", "الجانب", "طرف", "الطرف", "حكومه", "الحكومه", "قياده", "القياده", "جيش", "الجيش",
    "وفد", "الوفد", "مفاوض", "المفاوض",
)  # fmt: skip
_SOURCES = {
    "possessed": _ACCOUNTS,
    "own_words": _FIGURES + _ACCOUNTS,
    "body": _BODIES,
    "body_behind": _BODIES,
}


# "as", "by what": whatever was said stands before.
_WHICH = ("ها", "ته", "هما")  # "which the ministry announced": the object is written onto the verb
_AS = {"كما", "حسبما", "ما", "مثلما", "وفقما"}


_NOMINATIVES = {"москва", "київ", "киев", "кремль", "росія", "россия", "україна", "украина"}


def opens(kind: str, m: Match) -> bool:
    """Do the words of a turn of phrase fit its kind, where its tags alone do not tell?"""
    if kind == "verb_first":
        before, who = m.sentence.atoms[max(0, m.match.start() - 1)].text, m.atom("who")
        pronoun = who is not None and who.tag == "r" and not who.text.startswith("ال")
        which = m.atoms[0].text.endswith(_WHICH) or before in _AS
        return m.sentence.language.code == "ar" and not which and not pronoun
    if kind == "postposed":
        after = m.sentence.atoms[m.match.end() : m.match.end() + 1]
        return not after or after[0].text != ":"
    if kind == "object_first":
        who = m.atom("who")
        return who is not None and (who.text in _NOMINATIVES or (who.tag == "r" and bool(who.value)))
    opening, source = (m.atom(name) if name in m.match.groupdict() else None for name in ("opening", "source"))
    first = m.atoms[0] if kind == "possessed" else opening
    if kind in _OPENINGS and first is not None and first.text not in _OPENINGS[kind]:
        return False
    if kind not in _SOURCES or source is None:
        return True
    return any(form.startswith(_SOURCES[kind]) for form in forms(source.text))
