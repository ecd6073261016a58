"""Compiles the translations when the package is built or installed, and collects sentences from templates."""

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # collecting sentences needs no builder
    BuildHookInterface = object  # type: ignore[assignment,misc]

CATALOGUES = ("src/repatria/locale", "src/repatria/web/locale")


class CompileMessages(BuildHookInterface):  # type: ignore[type-arg,misc]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for folder in CATALOGUES:
            for source in Path(self.root, folder).glob("*/LC_MESSAGES/*.po"):
                with source.open("rb") as text:
                    catalogue = read_po(text, locale=source.parts[-3])
                with source.with_suffix(".mo").open("wb") as compiled:
                    write_mo(compiled, catalogue)


def extract_template(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Any]:
    """Collect the sentences of one template: Django rewrites it as program text, which is then read as such."""
    import django
    from django.utils.translation.template import templatize

    django.setup()
    # What stands between the sentences is no program: without its indentation it is read line by line all the same.
    program = "\n".join(line.strip() for line in templatize(file.read().decode("utf-8")).splitlines())
    yield from extract_python(BytesIO(program.encode("utf-8")), keywords, tags, {"encoding": "utf-8"})
