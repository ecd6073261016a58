"""Little lists in every state, for tests of the site."""

from django.core.files.uploadedfile import SimpleUploadedFile

from repatria.web.lists import acts
from repatria.web.lists.models import NameList
from tests.web.cast import Cast

HEADING = "id,surname,given_name,date_of_birth,rank"
SOUGHT = (
    "S-1,Kovalenko,Ivan,1990-04-03,sergeant",
    "S-2,Bondar,Petro,1985-11-30,private",
    "S-3,Melnyk,Oleh,1979-01-17,captain",
)
HELD = (
    "N-1,Kovalenko,Ivan,1990-04-03,sergeant",
    "N-2,Bondarenko,Pyotr,1985-11-30,private",
    "N-3,Lysenko,Taras,1999-09-09,private",
)
OF = {"STH": "south_bureau", "NTH": "north_bureau"}


def file_of(rows: tuple[str, ...] = SOUGHT, name: str = "list.csv", heading: str = HEADING) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join((heading, *rows, "")).encode(), "text/csv")


def sent(cast: Cast, party: str, purpose: str, rows: tuple[str, ...] = SOUGHT) -> NameList:
    """Give a list that was sent and read."""
    made = acts.upload(cast[OF[party]], cast.exchange, purpose, file_of(rows), "en")
    return NameList.objects.get(pk=made.pk)


def ready(cast: Cast, party: str, purpose: str, rows: tuple[str, ...] = SOUGHT) -> NameList:
    """Give a list whose rows were taken in, and that can be sealed."""
    made = sent(cast, party, purpose, rows)
    acts.accept(cast[OF[party]], made)
    made.refresh_from_db()
    if made.state == NameList.State.REPEATS:
        acts.settle_above(cast[OF[party]], made, 0.0)
        made.refresh_from_db()
    return made


def sealed(cast: Cast, party: str, purpose: str, rows: tuple[str, ...] = SOUGHT) -> NameList:
    """Give a sealed list."""
    made = ready(cast, party, purpose, rows)
    acts.seal(cast[OF[party]], made)
    made.refresh_from_db()
    return made


def all_sealed(cast: Cast) -> dict[tuple[str, str], NameList]:
    """Give all four lists of the exchange, sealed."""
    rows = {"sought": SOUGHT, "held": HELD}
    return {(party, purpose): sealed(cast, party, purpose, rows[purpose]) for party in OF for purpose in rows}


def release(cast: Cast, side: str) -> None:
    """Release both lists of ``north`` or ``south`` by two people."""
    from repatria.web.lists.release import ask_for_release
    from repatria.web.two_persons.rule import confirm

    act = ask_for_release(cast[side], cast.exchange)
    confirm(act.pk, cast[f"{side}2"])


def all_opened(cast: Cast) -> dict[tuple[str, str], NameList]:
    """Give all four lists of the exchange, open."""
    lists = all_sealed(cast)
    release(cast, "north")
    release(cast, "south")
    return {key: NameList.objects.get(pk=one.pk) for key, one in lists.items()}
