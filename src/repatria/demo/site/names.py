"""Lists, matches and replies: the bureaux and the reviewers at work, as the invented world knows the truth."""

from pathlib import Path
from typing import Any

from repatria.demo.exchange import HOLDS, OTHER, SEEKS, Demo
from repatria.demo.replies import Answer, Reply
from repatria.demo.site.background import work
from repatria.demo.world import NORTH, SOUTH, Person

BUREAU = {NORTH: "north-bureau", SOUTH: "south-bureau"}
DELEGATION = {NORTH: "north", SOUTH: "south"}


def send_lists(demo: Demo, people: dict[str, Any], exchange: Any) -> dict[str, Any]:
    """Upload the four files, settle what they ask, seal them, and release them by two people of each side."""
    from repatria.web.lists.release import ask_for_release
    from repatria.web.two_persons import rule

    made = {}
    for party in (SOUTH, NORTH):
        for title, purpose in ((SEEKS[party], "sought"), (HOLDS[party], "held")):
            made[title] = _send(demo, people[BUREAU[party]], exchange, title, purpose)
    for party in (SOUTH, NORTH):
        act = ask_for_release(people[DELEGATION[party]], exchange)
        rule.confirm(act.pk, people[f"{DELEGATION[party]}-2"])
    work()
    return made


def _send(demo: Demo, clerk: Any, exchange: Any, title: str, purpose: str) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from repatria.web.lists import acts
    from repatria.web.lists.models import NameList

    one = demo.lists[title]
    path = Path(one.sent.path)
    made = acts.upload(clerk, exchange, purpose, SimpleUploadedFile(path.name, path.read_bytes()), "en")
    work()
    fresh = NameList.objects.get(pk=made.pk)
    if fresh.state == NameList.State.ASKS:
        acts.answer(clerk, fresh, _answers(one))
        work()
        fresh.refresh_from_db()
    acts.accept(clerk, fresh)
    work()
    fresh.refresh_from_db()
    if fresh.state == NameList.State.REPEATS:
        acts.settle(clerk, fresh, _repeats(one, fresh))
    acts.seal(clerk, NameList.objects.get(pk=made.pk))
    work()
    return NameList.objects.get(pk=made.pk)


def _answers(one: Any) -> dict[str, Any]:
    answers: dict[str, Any] = {"columns": one.reading.fields, "day_first": True}
    if one.sent.path.suffix == ".csv":
        answers["encoding"] = one.sent.encoding
    return answers


def _repeats(one: Any, name_list: Any) -> dict[str, str]:
    truth = one.sent.truth
    return {
        str(repeat.pk): "same" if truth[repeat.row.code] == truth[repeat.other.code] else "different"
        for repeat in name_list.repeats.select_related("row", "other", "list")
    }


def fill_registers(demo: Demo, people: dict[str, Any]) -> None:
    """Let each bureau enter what its list does not say: place of detention, health, who belongs together."""
    from django.db import transaction

    from repatria.web.registry.models import Person as Registered
    from repatria.web.registry.models import Site
    from repatria.web.registry.values import Origin, new_values
    from repatria.web.vault import keys

    for party, title in HOLDS.items():
        clerk, truth = people[BUREAU[party]], demo.lists[title].truth
        invented = {code: demo.world.people[number] for code, number in truth.items()}
        sites: dict[str, Any] = {}
        with transaction.atomic(), keys.kept():
            for one in Registered.objects.filter(keeper=clerk.party):
                person = invented.get(one.number)
                if person is None:
                    continue
                if person.site not in sites:
                    sites[person.site] = Site.objects.create(party=clerk.party, code=person.site)
                one.site = sites[person.site]
                source = Origin("register", demo.world.today.isoformat(), "sure", str(clerk.pk))
                one.values = [*one.values, *new_values(_more(person), source, 1)]
                one.save()


def _more(person: Person) -> dict[str, str]:
    health = {"fit": "good", "wounded": "slightly wounded", "grave": "seriously wounded"}[person.health]
    more = {"health": health, "category": "civilian" if person.category == "civilian" else ""}
    return {kind: text for kind, text in {**more, "group": person.group or ""}.items() if text}


def match(demo: Demo, people: dict[str, Any], exchange: Any) -> int:
    """Run the matching; two reviewers decide each proposal by the truth. Gives how many were confirmed."""
    from repatria.web.matching_desk import decide, runs
    from repatria.web.matching_desk.models import Pair, Run

    runs.start(people["hala"], exchange)
    work()
    truth = {code: number for one in demo.lists.values() for code, number in one.sent.truth.items()}
    confirmed = 0
    for run in Run.objects.filter(exchange=exchange):
        same: list[Any] = []
        apart: list[Any] = []
        taken: set[Any] = set()
        for pair in Pair.objects.filter(run=run).select_related("sought", "held", "run__exchange"):
            fits = truth.get(pair.sought.code) == truth.get(pair.held.code) and pair.held_id not in taken
            (same if fits else apart).append(pair)
            taken |= {pair.held_id} if fits else set()
        decide.decide_many(people["hala"], same, "same")
        decide.decide_many(people["hala-2"], apart, "different")
        confirmed += len(same)
    return confirmed


def answer(demo: Demo, people: dict[str, Any], lists: dict[str, Any]) -> int:
    """Let each holder answer every name that the other side asks for. Gives how many answers there are."""
    from repatria.web.lists.models import Row
    from repatria.web.registry.models import Person as Registered
    from repatria.web.replies import acts

    given = 0
    for seeker, title in SEEKS.items():
        holder = OTHER[seeker]
        clerk = people[BUREAU[holder]]
        rows = {row.code: row for row in Row.objects.filter(list=lists[title], repeats=None)}
        register = dict(Registered.objects.filter(keeper=clerk.party).values_list("number", "pk"))
        many = [_given(reply, rows, register) for reply in demo.replies[seeker] if reply.row_id in rows]
        acts.give_all(clerk, lists[title], [one for one in many if one is not None])
        given += len(many)
    return given


def _given(reply: Reply, rows: dict[str, Any], register: dict[str, Any]) -> Any:
    from repatria.web.replies.acts import Given

    row = rows[reply.row_id].pk
    if reply.answer is Answer.HELD:
        person = register.get(reply.register_id)
        return Given(row, "held", person=person) if person else None
    if reply.answer is Answer.DUPLICATE_OF:
        first = rows.get(reply.duplicate_of)
        return Given(row, "duplicate_of", duplicate_of=first.pk) if first else None
    if reply.answer is Answer.RELEASED:
        return Given(row, "released", released_on=str(reply.released_on), released_to="own side")
    if reply.answer is Answer.DECEASED:
        return Given(row, "deceased", certificate="certificate of article 120")
    return None if reply.answer is Answer.NO_ANSWER_YET else Given(row, reply.answer.value)
