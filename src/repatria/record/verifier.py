"""The verifier page: one HTML file that needs no server, opened in a language and with a proof already in it."""

from html import escape
from importlib.resources import files

from repatria.i18n import RIGHT_TO_LEFT

_LANGUAGE = '<html lang="en" dir="ltr">'


def verifier_page(language: str = "", proof: str = "", keys: str = "", statement: str = "") -> bytes:
    """Give the verifier page.

    Args:
        language: code in which it opens; the browser's own, if empty.
        proof: a page of proof that it checks as soon as it is open.
        keys: text of ``keys.txt``, used where the reader pastes none; the page then says that they came with it.
        statement: the published document whose hash the proven entry holds; its text is compared and shown.
    """
    page = (files("repatria.record") / "verifier.html").read_text(encoding="utf-8")
    if language:
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        page = page.replace(_LANGUAGE, f'<html lang="{language}" dir="{direction}" data-language="{language}">')
    for place, text in (("proof", proof), ("own_keys", keys), ("statement", statement)):
        page = _put(page, place, text)
    return page.encode()


def _put(page: str, place: str, text: str) -> str:
    """Fill the text area `place` of the page. A parser drops the first line break of one, so it gets one more."""
    before, opening, after = page.partition(f'<textarea id="{place}"')
    attributes, end, rest = after.partition(">")
    return f"{before}{opening}{attributes}{end}\n{escape(text)}{rest}" if text else page
