"""What axe finds on a page: everything that bars somebody's way."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Half a megabyte, which takes longer to get into a page than to go through the page: once for each.
_AXE = Axe().axe_script
_RUN = "axe.run({ resultTypes: ['violations'] }).then(results => results.violations)"


def barriers(page: Page) -> list[str]:
    """Each with the element that has it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return [f"{v['id']}: {n['html']}" for v in page.evaluate(_RUN) for n in v["nodes"]]
