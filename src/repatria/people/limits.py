"""How much of a file we are willing to read. Checked before unpacking and before reading, never after."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one list. Whatever lies over one of them is refused with a message that names the bound.

    The bounds are generous: a spreadsheet cannot hold more rows than `rows` or longer cells than
    `field_length`, and a list of 300,000 captives stays far below all of them. `field_length` cannot be raised over
    131,072, where the CSV parser stops.
    """

    file_bytes: int = 512 * MIB
    """Size of the file as it lies on the disk."""
    unpacked_bytes: int = 512 * MIB
    """Sum of what the parts of an archive or a workbook say they unpack to."""
    part_ratio: int = 100
    """How many times a part may grow when unpacked (parts that stay under `ratio_free_bytes` are free)."""
    ratio_free_bytes: int = MIB
    parts: int = 500
    """Parts of an archive or a workbook."""
    rows: int = 1_048_576
    columns: int = 500
    cells: int = 20_000_000
    """Rows times columns, counted over the area a sheet really uses, not the one it claims."""
    field_length: int = 32_767
    """Characters in one cell."""
    line_bytes: int = 4 * MIB
    """Bytes between two line ends of a text file."""
    xml_depth: int = 100
    """How deep the elements of a PFIF document may lie in one another. Entities are never expanded at all."""


DEFAULT = Limits()
