"""Captives so well known that the record's notes name them, as reports name or describe them."""

from repatria.claims.words.reading import plain


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(f" {plain(phrase.strip())}" for line in text.strip().splitlines() for phrase in line.split(","))


# Name in the record's notes, the side they came back to, and how they are called: beginnings of words.
BY_NAME = {
    ("Griner", "USA"): _phrases("""
griner, basketball star, basketball player, basketball champion
грайнер, баскетболистк, баскетболістк
غراينر, غرينر, لاعبة كرة السلة, لاعبة كرة سلة, لاعبة السلة
"""),
    ("Bout", "RUS"): _phrases("""
viktor bout, victor bout, arms dealer, arms trader, arms trafficker, merchant of death
виктор бут, виктора бута, виктору буту, виктором бутом, віктор бут, віктора бута, торговца оружием
торговцем оружием, торговец оружием, торговця зброєю, торговець зброєю, бута
فيكتور بوت, تاجر السلاح, تاجر سلاح, تاجر الأسلحة
"""),
}
