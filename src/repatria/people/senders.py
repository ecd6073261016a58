"""What a person has confirmed about a sender's lists once, remembered in the data folder."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from repatria.i18n import _
from repatria.people.errors import BadColumns, ListError
from repatria.people.headings import checked_columns
from repatria.whole_file import whole_file

_FILE = "senders.json"


class CannotRemember(ListError):
    """The file of remembered senders is not readable."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What is settled about the lists of one sender.

    Attributes:
        columns: their heading -> our field.
        encoding: encoding of their text files, or empty when it varies.
        day_first: the order of day and month that they have confirmed, or None.
    """

    columns: dict[str, str] = field(default_factory=dict)
    encoding: str = ""
    day_first: bool | None = None


def recall(folder: Path, name: str) -> Sender:
    """Give what is remembered about a sender; nothing yet is an empty :class:`Sender`.

    Raises:
        CannotRemember: the file of senders is damaged.
    """
    return _read(folder).get(name, Sender())


def remember(folder: Path, name: str, sender: Sender) -> None:
    """Keep what a person has confirmed about a sender; columns are added to those known before.

    Raises:
        BadColumns: a field that does not exist.
        CannotRemember: the file of senders is damaged.
        CannotWriteList: the folder cannot be written to.
    """
    checked_columns(sender.columns)
    known = _read(folder)
    before = known.get(name, Sender())
    known[name] = Sender(
        columns={**before.columns, **sender.columns},
        encoding=sender.encoding or before.encoding,
        day_first=before.day_first if sender.day_first is None else sender.day_first,
    )
    folder.mkdir(parents=True, exist_ok=True)
    document = {name: asdict(sender) for name, sender in known.items()}
    with whole_file(folder / _FILE) as file:
        file.write(json.dumps(document, ensure_ascii=False, indent=1).encode())


def _read(folder: Path) -> dict[str, Sender]:
    path = folder / _FILE
    if not path.exists():
        return {}
    try:
        document = json.loads(path.read_text("utf-8"))
        known = {str(name): Sender(**kept) for name, kept in document.items()}
        for sender in known.values():
            checked_columns(sender.columns)
    except (OSError, ValueError, TypeError, AttributeError, BadColumns) as cause:
        text = _("{file} is damaged; repair it or take it away").format(file=path)
        raise CannotRemember(text) from cause
    return known
