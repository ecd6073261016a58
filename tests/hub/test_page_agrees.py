"""What the tablet works out without the hub is what the hub works out: the same standing, the same search keys."""

import functools
import http.server
import json
import random
import threading

import pytest

from repatria.demo.names import _table, draw_name, latin
from repatria.handover import Ledger, board, line_code
from repatria.hub.pack import folding, keys, pack
from repatria.hub.page import files
from repatria.names import search_key
from repatria.names import tables as name_tables
from tests.handover.cast import line
from tests.handover.little_world import World
from tests.hub.conftest import NOON
from tests.hub.tablets import CHROMIUM, QUIET


class _Files(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = files().get(self.path, b"") if self.path != "/empty" else b"<!doctype html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def page(chromium):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = chromium.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    found = browser.new_page()
    found.goto(f"http://127.0.0.1:{server.server_address[1]}/empty")
    yield found
    browser.close()
    server.shutdown()


FOLD = """async (days) => {
  const { Ledger } = await import("/fold.js");
  return days.map(([pack, events]) => {
    const ledger = new Ledger(pack);
    events.forEach((event) => ledger.add(event));
    const everybody = ledger.everybody();
    return { everybody: everybody.map((one) => [one.subject, one.outcome, one.receipts, one.also, one.effects]),
             stops: ledger.stops().map((one) => one.id).sort(), board: ledger.board() };
  });
}"""


def told(ledger: Ledger):
    shown = board(ledger)
    everybody = [
        [one.subject, one.outcome.value, sorted(one.receipts), list(one.also), sorted(one.effects)]
        for one in ledger.everybody()
    ]
    return everybody, sorted(stop.event for stop in shown.stops), shown


def test_a_tablet_counts_as_the_hub_counts_on_random_days(page):
    worlds = []
    for seed in range(400):
        world = World(seed)
        world.live(
            [tuple(world.chance.randrange(100) for _ in range(3)) for _ in range(world.chance.randrange(60))]
        )
        world.chance.shuffle(events := world.events())
        worlds.append((Ledger(world.manifest, events), [event.document() for event in events]))
    answers = page.evaluate(FOLD, [[pack(ledger.manifest, NOON), events] for ledger, events in worlds])
    for (ledger, _events), answer in zip(worlds, answers, strict=True):
        everybody, stops, shown = told(ledger)
        assert answer["everybody"] == everybody
        assert answer["stops"] == stops
        assert [(lead["now"], lead["pending"]) for lead in answer["board"]["leads"]] == [
            (lead.now, lead.with_pending) for lead in shown.leads
        ]
        assert [count["by"] for count in answer["board"]["counts"]] == [
            {outcome.value: n for outcome, n in count.by_outcome.items()} for count in shown.counts
        ]
        assert [count["all"] for count in answer["board"]["counts"]] == [c.travelling for c in shown.counts]
        assert [
            (one["code"], one["cause"], one["instead"], one["pauses"]) for one in answer["board"]["changes"]
        ] == [(one.code, one.cause.value, one.instead, one.pauses) for one in shown.changes]
        assert [tuple(one["after"]) for one in answer["board"]["balance"]] == [one.after for one in shown.balance]
        assert sorted({one["stage"] for one in answer["board"]["paused"]}) == list(shown.paused)
        assert (answer["board"]["extras"], answer["board"]["disputed"]) == (
            len(shown.extras),
            len(shown.disputed),
        )


KEYS = """async ([tables, words]) => {
  const { Folding, clean } = await import("/find.js");
  const folding = new Folding(tables);
  return words.map((word) => folding.keys(word)[0] || []);
}"""


@functools.cache
def spellings() -> tuple[str, ...]:
    chance = random.Random(7)
    names = [draw_name(chance) for _ in range(300)]
    slavic = [word for name in names for part in (name.surname, name.given, name.patronymic)
              for word in (part.uk, part.ru, latin(part.uk))]  # fmt: skip
    arabic = [word for row in name_tables.rows("given_arabic.tsv") for cell in row for word in cell.split("|")]
    foreign = [
        "Szewczenko",
        "Schewtschenko",
        "Chevtchenko",
        "Ševčenko",
        "Wołodymyr",
        "Шeвченкo",
        "Братський",
        "Олійник",
        "O'Brien",
        "Łukasz",
    ]
    words = [*slavic, *arabic, *foreign, *(row["uk"] for row in _table("given.tsv"))]
    return tuple(dict.fromkeys(word for word in words if word and word.isprintable() and " " not in word))


def test_what_is_typed_is_folded_as_the_list_was(page):
    words = spellings()
    answers = page.evaluate(KEYS, [folding(), list(words)])
    wrong = []
    for word, found in zip(words, answers, strict=True):
        expected = [f"s:{search_key(word, 'slavic')}", f"a:{search_key(word, 'arabic')}"]
        if found and expected != found and "-" not in word:
            wrong.append((word, expected, found))
    assert len(words) > 1000
    # Kinship words (bin, abu) are left out of a search; they are no names on their own.
    assert [one for one in wrong if one[1][1] != "a:"] == []


FIND = """async ([tables, lines, typed]) => {
  const { Folding, find } = await import("/find.js");
  const folding = new Folding(tables);
  return typed.map((one) => find(one, lines, folding).map((line) => line.number));
}"""


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Шевченко", 1), ("shevchenko", 1), ("Szewczenko Taras", 1), ("тарас", 1), ("Schewtschenko", 1),
        ("Ковалёв", 2), ("kovalov", 2), ("محمد", 3), ("Mohammed", 3), ("Muhamad al-Haddad", 3), ("الحداد", 3),
        ("Abdulrahman", 4), ("عبد الرحمن", 4), ("17", 17), (line_code("NTH", 17), 17),
        (line_code("NTH", 17).lower(), 17), ("shevchenk", 1), ("shevchemko", 1),
    ],
)  # fmt: skip
def test_somebody_is_found_by_number_code_or_name_in_any_script(page, typed, number):
    names = {1: "Шевченко Тарас Григорович", 2: "Ковальов Іван", 3: "محمد يوسف الحداد", 4: "عبد الرحمن قاسم"}
    lines = [line(n, names=(names.get(n, f"Зінчів{chr(1072 + n)} Олег"),), seat=n) for n in range(1, 19)]
    sent = [{"code": one.code, "number": one.number, "keys": keys(one), "names": list(one.names)} for one in lines]
    (found,) = page.evaluate(FIND, [folding(), sent, [typed]])
    assert found[0] == number


def test_nobody_is_found_for_nothing_and_for_a_mistyped_code(page):
    sent = [{"code": line(1).code, "number": 1, "keys": keys(line(1)), "names": []}]
    found = page.evaluate(FIND, [folding(), sent, ["", "  ", "NTH-001-0", "99", "?", "(((", "\u202e"]])
    assert found == [[]] * 7
    assert json.dumps(sent)
