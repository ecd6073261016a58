"""What a machine can check of accessibility: axe goes over a page and must find nothing."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# axe is a library of checks that the browser runs; evaluating it is not bound by the page's own policy on scripts.
_AXE = Axe()
_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def assert_axe_finds_nothing(page: Page) -> None:
    """Fail with what axe found: the rule, what it says, and the elements."""
    page.wait_for_load_state("load")  # without its style sheet no page has good contrast or targets
    found = _AXE.run(page, options=_OPTIONS).response["violations"]
    said = [
        f"{fault['id']}: {fault['help']}\n" + "\n".join(f"    {node['html']}" for node in fault["nodes"])
        for fault in found
    ]
    assert not said, f"axe found on {page.url}:\n" + "\n".join(said)
