"""Sentences for people reach the translators: none is hidden where the collector cannot see it."""

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1] / "src" / "repatria"
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/repatria.po"))


def calls_inside(node: ast.AST) -> list[ast.Call]:
    return [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in ("_", "ngettext")
    ]


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_stands_inside_an_f_string(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [
        call.lineno for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in calls_inside(node)
    ]
    assert hidden == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_has_the_placeholders_of_its_sentence(path):
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    wrong = [error for message in catalogue for error in message.check(catalogue) if message.string]
    assert wrong == []
    for message in catalogue:
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        known = {name for text in ids if text for name in names_in(text)}
        for text in strings if message.id else []:
            assert not text or names_in(text) <= known, message.id


def names_in(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


# A date behind an Arabic letter is turned round by the screen unless it is isolated (Unicode Annex 9).
BARE_DATE = re.compile(r"(?<![\u2066\w-])\d{1,4}-[\d?]{2}(?:-[\d?]{2})?(?![\u2069\w-])")


@pytest.mark.parametrize("path", sorted(ROOT.glob("**/ar/LC_MESSAGES/*.po")), ids=lambda path: path.name)
def test_dates_in_arabic_sentences_are_isolated(path):
    with path.open("rb") as file:
        catalogue = read_po(file, locale="ar")
    texts = [text for m in catalogue if m.id for text in ([m.string] if isinstance(m.string, str) else m.string)]
    assert [text for text in texts if BARE_DATE.search(text)] == []


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("**/LC_MESSAGES/*.po")), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_no_sentence_of_a_catalogue_is_left_in_english(path):
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    forms = [(m.id, [m.string] if isinstance(m.string, str) else m.string) for m in catalogue if m.id]
    assert [sentence for sentence, said in forms if not all(said)] == []
