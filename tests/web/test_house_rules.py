"""Rules of the site that can be read off its own text."""

import re
from pathlib import Path

import pytest

import repatria.web

ROOT = Path(repatria.web.__file__).parent
PAGES = sorted(
    {*ROOT.rglob("views*.py"), *ROOT.rglob("views/*.py"), *ROOT.rglob("api/*.py"), *ROOT.rglob("panels.py")}
)
TEMPLATES = sorted(ROOT.rglob("templates/**/*.html"))
CODE = sorted(ROOT.rglob("*.py"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_reach_rows_through_the_gate_alone(page: Path) -> None:
    assert not re.findall(r"\.objects\b|_default_manager|_base_manager|get_object_or_404", page.read_text())


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_no_template_has_script_or_style_in_it(template: Path) -> None:
    text = template.read_text()
    assert not re.findall(r"<style|\sstyle=|\son\w+=|javascript:|\|\s*safe\b|autoescape off", text)
    for attributes in re.findall(r"<script([^>]*)>", text):
        assert "src=" in attributes or re.search(r'type="application/(ld\+)?json"', attributes)


@pytest.mark.parametrize("code", CODE, ids=name)
def test_nothing_runs_text_as_code_or_trusts_pickles(code: Path) -> None:
    forbidden = r"\beval\(|\bexec\(|\bpickle\b|\bmarshal\b|shell=True|yaml\.load|\.raw\(|\.extra\(|RawSQL"
    assert not re.findall(forbidden, code.read_text())
