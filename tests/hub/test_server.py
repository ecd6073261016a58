import sqlite3

import pytest

from repatria.handover import Event, Kind, Role
from repatria.hub.errors import NotAHub
from repatria.hub.page import files
from repatria.hub.store import Store
from tests.handover.cast import Tablet, manifest
from tests.hub.asgi import ask


def iris(bench):
    tablet = Tablet("iris", Role.ICRC, of=bench.manifest)
    return tablet, bench.token(tablet.device, Role.ICRC)


def south(bench):
    tablet = Tablet("south", Role.RECEIVER, "STH", bench.manifest)
    return tablet, bench.token(tablet.device, Role.RECEIVER, "STH")


def test_what_is_acknowledged_is_there_after_a_restart(bench):
    tablet, token = iris(bench)
    status, answer = bench.sync(token, [tablet.says(Kind.RECEIVED, 1)])
    assert (status, answer["kept"], answer["refused"]) == (200, [1], [])
    bench.restart()
    assert [row.id for row in bench.store.rows()] == [tablet.made[0].id]
    assert len(bench.hub.ledger) == 1


def test_the_same_check_in_again_is_acknowledged_and_kept_once(bench):
    tablet, token = iris(bench)
    tablet.says(Kind.RECEIVED, 1)
    for _ in range(3):
        assert bench.sync(token, tablet.made)[1]["kept"] == [1]
    assert len(bench.store.rows()) == 1


def test_both_times_are_kept(bench):
    tablet, token = iris(bench)
    bench.sync(token, [tablet.says(Kind.RECEIVED, 1, at="2026-02-03T12:00:00Z")])
    (kept,) = bench.store.kept()
    assert (kept.event.at, kept.heard_at) == ("2026-02-03T12:00:00Z", bench.now)


def test_a_tablet_hears_what_others_said_once(bench):
    (one, token), (_other, other_token) = iris(bench), south(bench)
    bench.sync(token, [one.says(Kind.PRESENT, 1), one.says(Kind.PRESENT, 2)])
    heard = bench.sync(other_token)[1]["heard"]
    assert [Event.parse(body).id for _n, body in heard] == [event.id for event in one.made]
    assert bench.sync(other_token, after=heard[-1][0])[1]["heard"] == []


def test_the_sides_cannot_tell_who_refuses_from_who_is_ill_and_read_no_note_of_the_icrc(bench):
    (one, token), (_other, other_token) = iris(bench), south(bench)
    one.says(Kind.NOT_FIT, 1, note="fever")
    one.says(Kind.DOES_NOT_TRAVEL, 2)
    bench.sync(token, one.made)
    told = [Event.parse(body) for _n, body in bench.sync(other_token)[1]["heard"]]
    assert [(event.kind, event.note) for event in told] == [(Kind.DOES_NOT_TRAVEL, "")] * 2
    own = [Event.parse(body) for _n, body in bench.sync(token)[1]["heard"]]
    assert [(event.kind, event.note) for event in own] == [(Kind.NOT_FIT, "fever"), (Kind.DOES_NOT_TRAVEL, "")]


def test_nobody_speaks_in_anothers_role_and_the_rest_is_kept(bench):
    tablet, token = south(bench)
    good = tablet.says(Kind.RECEIVED, 1)
    foreign = Tablet("south", Role.ICRC, of=bench.manifest)
    foreign.says(Kind.NOTE, 1, note="x")
    wrong = foreign.says(Kind.RECEIVED, 1)
    status, answer = bench.sync(token, [good, wrong])
    assert (status, answer["kept"]) == (200, [1])
    assert [one["sequence"] for one in answer["refused"]] == [2]
    assert len(bench.store.rows()) == 1


def test_nobody_speaks_for_another_tablet(bench):
    (_mine, token), (other, _token) = iris(bench), south(bench)
    assert bench.sync(token, [other.says(Kind.RECEIVED, 1)])[1]["kept"] == []


def test_a_receiver_has_no_say_about_lines_of_the_other_direction(bench):
    tablet, token = south(bench)
    answer = bench.sync(token, [tablet.says(Kind.RECEIVED, 4)])[1]
    assert "no say" in answer["refused"][0]["why"]


def test_an_error_names_nobody(bench):
    _tablet, token = iris(bench)
    status, answer = ask(bench.app, "/api/sync", {"events": [{"sequence": 7, "note": "Canary"}]}, token)
    assert status == 200
    assert answer["refused"][0]["sequence"] == 7
    assert "Canary" not in str(answer)


@pytest.mark.parametrize("path", ["/api/sync", "/api/pack", "/api/codes", "/api/devices", "/api/end"])
def test_a_stranger_gets_nothing(bench, path):
    for token in ("", "x", "ended iris0000"):
        status, answer = ask(bench.app, path, {}, token)
        assert status == 401
        assert list(answer) == ["why"]


@pytest.mark.parametrize("path", ["/api/codes", "/api/devices", "/api/end"])
def test_only_the_table_lets_tablets_in_and_out(bench, path):
    _tablet, token = iris(bench)
    assert ask(bench.app, path, {"role": "icrc"}, token)[0] == 401


def test_a_page_of_another_origin_cannot_speak_here(bench):
    _tablet, token = iris(bench)
    assert ask(bench.app, "/api/sync", {}, token, content_type="text/plain")[0] == 400


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"null", b"\xff", b'{"events":7}', b'{"made":"x"}', b"[" * 10000]
)
def test_no_bytes_bring_it_down(bench, body):
    _tablet, token = iris(bench)
    assert ask(bench.app, "/api/sync", body, token)[0] in (200, 400)


def test_too_much_at_once_is_refused(bench):
    _tablet, token = iris(bench)
    assert ask(bench.app, "/api/sync", b" " * (5 << 20), token)[0] == 400
    assert ask(bench.app, "/api/sync", {"events": [{}] * 1001}, token)[0] == 400


def test_a_full_disk_acknowledges_nothing(bench, monkeypatch):
    tablet, token = iris(bench)
    event = tablet.says(Kind.RECEIVED, 1)

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(bench.store, "keep", full)
        with pytest.raises(sqlite3.OperationalError):
            bench.sync(token, [event])
    assert len(bench.hub.ledger) == 0
    assert bench.sync(token, [event])[1]["kept"] == [1]


def test_the_table_shows_a_code_and_a_tablet_comes_in_by_it_once(bench):
    table = bench.token("hala0000", Role.MEDIATOR)
    status, shown = ask(bench.app, "/api/codes", {"role": "holder", "party": "NTH"}, table)
    assert status == 200
    assert shown["qr"].startswith("<?xml")
    status, mine = ask(bench.app, "/api/enrol", {"code": shown["code"].lower(), "device": "north0000"})
    assert (status, mine["role"], mine["party"]) == (200, "holder", "NTH")
    assert ask(bench.app, "/api/enrol", {"code": shown["code"], "device": "other0000"})[0] == 401


def test_a_code_grows_old(bench):
    table = bench.token("hala0000", Role.MEDIATOR)
    code = ask(bench.app, "/api/codes", {"role": "icrc"}, table)[1]["code"]
    bench.later(minutes=11)
    assert ask(bench.app, "/api/enrol", {"code": code, "device": "iris0000"})[0] == 401


@pytest.mark.parametrize(("role", "party"), [("holder", ""), ("icrc", "NTH"), ("king", ""), ("holder", "XXX")])
def test_a_code_for_no_role_of_this_day_is_not_made(bench, role, party):
    table = bench.token("hala0000", Role.MEDIATOR)
    assert ask(bench.app, "/api/codes", {"role": role, "party": party}, table)[0] == 401


def test_an_ended_tablet_is_shut_out_and_comes_back_with_its_own_counter(bench):
    tablet, token = iris(bench)
    table = bench.token("hala0000", Role.MEDIATOR)
    bench.sync(token, [tablet.says(Kind.RECEIVED, 1)], made=1)
    ask(bench.app, "/api/end", {"device": tablet.device}, table)
    assert bench.sync(token)[0] == 401
    bench.restart()
    assert bench.sync(token)[0] == 401
    again = bench.token(tablet.device, Role.ICRC)
    assert bench.sync(again, [tablet.says(Kind.RECEIVED, 2)], made=2)[1]["kept"] == [2]


def test_a_tablet_does_not_change_its_role(bench):
    tablet, _token = iris(bench)
    code = bench.hub.devices.new_code(Role.RECEIVER, "STH", bench.now)
    assert ask(bench.app, "/api/enrol", {"code": code, "device": tablet.device})[0] == 401


def test_the_table_sees_what_is_missing(bench):
    tablet, token = iris(bench)
    table = bench.token("hala0000", Role.MEDIATOR)
    tablet.says(Kind.RECEIVED, 1)
    bench.sync(token, [tablet.says(Kind.RECEIVED, 2)], made=4)
    shown = ask(bench.app, "/api/devices", {}, table)[1]
    assert [(gap["first"], gap["last"]) for gap in shown["gaps"]] == [(1, 1), (3, 4)]


def test_names_are_not_given_out_when_the_day_is_over(bench):
    _tablet, token = iris(bench)
    status, pack = ask(bench.app, "/api/pack", {}, token)
    assert status == 200
    assert pack["expires"] == "2026-02-07T00:00:00Z"
    assert "captive" not in str(pack)
    bench.later(days=2)
    assert ask(bench.app, "/api/pack", {}, token)[0] == 401
    assert bench.sync(token)[0] == 200  # what was not sent yet still comes in


def test_a_day_that_slipped_does_not_end_before_it_began(tmp_path):
    from datetime import UTC, datetime

    from repatria.hub.pack import expires

    assert expires(manifest(), datetime(2026, 2, 20, tzinfo=UTC)) == datetime(2026, 2, 21, 12, tzinfo=UTC)


def test_no_token_lies_in_the_file(bench):
    _tablet, token = iris(bench)
    bench.store.close()
    stored = b"".join(path.read_bytes() for path in bench.folder.iterdir())
    assert token.encode() not in stored
    bench.start()


def test_a_folder_serves_one_manifest(bench):
    with pytest.raises(NotAHub):
        bench.store.put_manifest(manifest(reference="manifest-2"), bench.now)
    with pytest.raises(NotAHub):
        Store(bench.folder.with_name("empty")).manifest()


def test_the_page_asks_for_nothing_outside_and_may_not(bench):
    for path, body in files().items():
        assert b"http://" not in body.replace(b"http://www.w3.org/2000/svg", b""), path
        status, sent = ask(bench.app, path)
        assert status == 200
        if path.endswith(("js", "css", "/")):
            policy = sent["headers"]["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy


def test_the_worker_knows_every_file_and_changes_with_each(bench):
    worker = files()["/worker.js"].decode()
    assert "__VERSION__" not in worker
    for path in files():
        assert path == "/worker.js" or f'"{path}"' in worker
