"""What anybody needs to check the signatures without us: text, signatures, public keys, a recipe, a page."""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from repatria.i18n import RIGHT_TO_LEFT, current_language
from repatria.web.talks import annex, keys, signing
from repatria.web.talks.models import Agreement, Signature

TIME = (1980, 1, 1, 0, 0, 0)  # a zip made twice has the same bytes


def packed(agreement: Agreement) -> bytes:
    """Give the zip. No person's name is in it: the annex holds commitments."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files(agreement):
            packed.writestr(zipfile.ZipInfo(f"{agreement.reference}/{name}", TIME), content)
    return out.getvalue()


def files(agreement: Agreement) -> Iterator[tuple[str, bytes]]:
    """Give each file's name and bytes."""
    given = list(_numbered(agreement))
    yield "agreement.txt", agreement.text.encode()
    yield "annex.json", annex.packed(agreement.annex)
    for name, signature in given:
        yield f"{name}.sig", bytes(signature.signature)
        yield f"{name}.pem", keys.pem(signature.key.public)
    yield "signatures.json", _listed(agreement, given)
    context = {"agreement": agreement, "names": [name for name, _signature in given]}
    yield "README.txt", render_to_string("talks/bundle_readme.txt", context).encode()
    yield "verify.html", _page().encode()


def _page() -> str:
    """Give the page that checks everything in a browser, in the reader's language."""
    words = {
        "title": _("Check the signatures"),
        "how": _("Choose all files of this folder. They are checked in your browser; nothing leaves it."),
        "label": _("Files:"),
        "no_text": _("agreement.txt is not among the files."),
        "text_hash": _("SHA-256 of the text:"),
        "annex_good": _("The annex is the one that the text names:"),
        "annex_bad": _("The annex is NOT the one that the text names:"),
        "no_signature": _("There is no signature among the files."),
        "no_key": _("its public key is not among the files."),
        "good": _("the signature verifies."),
        "bad": _("the signature does NOT verify."),
        "no_ed25519": _("This browser cannot check Ed25519 signatures; use a newer one, or OpenSSL."),
    }
    language = current_language()
    page = (Path(__file__).parent / "verify.html").read_text(encoding="utf-8")
    page = page.replace("LANGUAGE", language).replace("DIRECTION", "rtl" if language in RIGHT_TO_LEFT else "ltr")
    return page.replace("MESSAGES", json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))


def _numbered(agreement: Agreement) -> Iterator[tuple[str, Signature]]:
    for party in signing.standing(agreement):
        for number, signature in enumerate(party.valid, 1):
            yield f"{party.party.code}-{number}", signature


def _listed(agreement: Agreement, given: list[tuple[str, Signature]]) -> bytes:
    document: dict[str, Any] = {
        "format": "repatria-signatures/1",
        "agreement": agreement.reference,
        "text_sha256": sha256(agreement.text.encode()).hexdigest(),
        "annex_sha256": agreement.annex_sha256,
        "signatures": [
            {
                "file": f"{name}.sig",
                "party": signature.party.code,
                "name": signature.person.name,
                "given_at": signature.given_at.isoformat(timespec="seconds"),
                "public_key": bytes(signature.key.public).hex(),
                "fingerprint": keys.fingerprint(signature.key.public),
                "signature": bytes(signature.signature).hex(),
            }
            for name, signature in given
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
