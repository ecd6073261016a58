"""Reading the entries of a record that holds together: nobody counts from a record that does not verify."""

from pathlib import Path
from typing import Any

from repatria.record.entries import decode
from repatria.record.errors import NotInOrder
from repatria.record.formats.policy import Policy
from repatria.record.prove import published
from repatria.record.tree_files import TiledTree
from repatria.record.verify import verify_folder


def entries_of(folder: Path, policy: Policy | None = None) -> list[dict[str, Any]]:
    """Give every entry under the checkpoint of `folder`, in order, after the whole record was verified.

    Args:
        folder: the public folder of the record.
        policy: whom to trust; ``keys.txt`` of the folder if not given.

    Raises:
        NotInOrder: the record does not verify; the message says what does not hold.
    """
    report = verify_folder(folder, policy)
    if report.fault is not None:
        raise NotInOrder(report.fault)
    tree = TiledTree(folder, report.size)
    return [decode(tree.entry(number)) for number in range(report.size)]


def origin_of(folder: Path) -> str:
    """The name that the record of `folder` has for ever.

    Raises:
        NotInOrder: there is no checkpoint.
    """
    return published(folder)[1].origin
