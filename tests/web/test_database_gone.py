"""The database is gone for a minute: a plain page says so, nothing is changed, and then everything goes on."""

from typing import Any

from django.db import OperationalError, connection

from repatria.web.exchanges.models import Process
from tests.web.cast import Cast


def gone(*_asked: Any) -> Any:
    raise OperationalError("the connection was refused")


def test_a_page_and_a_form_say_it_plainly_and_work_again_afterwards(cast: Cast) -> None:
    client = cast.client("hala", raise_request_exception=False)
    before = Process.objects.count()
    with connection.execute_wrapper(gone):
        for answer in (client.get("/desk/"), client.post("/desk/processes/new/", {"title": "x"})):
            assert (answer.status_code, answer["Retry-After"]) == (503, "30")
            assert "Nothing was changed" in answer.content.decode()
            assert "refused" not in answer.content.decode()
    assert client.get("/desk/").status_code == 200
    assert Process.objects.count() == before
