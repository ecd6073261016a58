"""Filters of templates: places and days stay in one piece in any script, and nothing becomes markup."""

from types import SimpleNamespace

from repatria.web.templatetags.repatria import dated, place


def test_a_site_is_one_word() -> None:
    site = SimpleNamespace(code="N-6", party=SimpleNamespace(code="NTH"))
    assert place(site) == '<bdi dir="ltr" class="code">NTH N-6</bdi>'


def test_days_in_a_sentence_are_kept_in_one_piece() -> None:
    said = dated("Due by 2026-11-04, begun in 2026-10; rule 1949-1950-11.")
    assert said == (
        'Due by <bdi dir="ltr" class="code">2026-11-04</bdi>, begun in <bdi dir="ltr" class="code">2026-10</bdi>; '
        "rule 1949-1950-11."
    )


def test_a_sentence_is_escaped() -> None:
    assert dated("<b>2026</b>") == "&lt;b&gt;2026&lt;/b&gt;"
