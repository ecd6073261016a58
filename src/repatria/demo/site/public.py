"""The public account: breakdowns agreed to, a statement released by two, a report checked at the press desk."""

from typing import Any

REPORT = (
    "ABU DHABI, 5 February 2026. Russia and Ukraine exchanged 314 prisoners of war on Thursday, 157 each, "
    "the first such exchange since 2024. The exchange was mediated by the United Arab Emirates and the United "
    "States. It is the largest exchange since the war began. The war is now in its 48th month."
)  # fmt: skip


def state(people: dict[str, Any], manifest: Any) -> Any:
    """Publish the statement of the exchange."""
    from django.utils import timezone

    from repatria.web.public import breakdown_acts, statement_acts
    from repatria.web.public.models import Statement
    from repatria.web.two_persons import rule

    exchange = manifest.exchange
    for who in ("north", "south"):
        breakdown_acts.decide(exchange, people[who], "status", published=True)
    breakdown_acts.decide(exchange, people["south"], "nationality", published=True)
    breakdown_acts.decide(exchange, people["north"], "nationality", published=False, reason="not given")
    made = statement_acts.draft(
        exchange,
        people["press"],
        kind="carried_out",
        on=timezone.localdate(),
        place="the crossing between the lines",
    )
    rule.confirm(statement_acts.propose_release(made, people["press"]).pk, people["press-2"])
    return Statement.objects.get(pk=made.pk)


OWN_WORDS = {
    "north": {
        "en": ["Each of them was asked, in private, whether he wished to go. Those who wait are not forgotten."],
        "ru": ["Каждого спросили наедине, хочет ли он ехать. О тех, кто ждёт, мы помним."],
    },
    "south": {
        "en": ["They are home. We thank the mediator, and we go on until the last of them is back."],
        "uk": ["Вони вдома. Дякуємо посереднику; ми працюємо, доки не повернеться останній."],
    },
}


def speak(people: dict[str, Any], exchange: Any) -> None:
    """Let each delegation release its own words beside the statement, by two of its people."""
    from repatria.web.public import account_acts
    from repatria.web.two_persons import rule

    for who, texts in OWN_WORDS.items():
        account = account_acts.write(exchange, people[who], texts)
        rule.confirm(account_acts.propose_release(account, people[who]).pk, people[f"{who}-2"])


def check_a_report() -> str:
    """Keep a checked report at the press desk; gives its key."""
    from datetime import date

    from repatria.web.public.models import KeptReport

    return str(KeptReport.objects.create(key="demonstration-report", text=REPORT, as_of=date(2026, 2, 5)).pk)
