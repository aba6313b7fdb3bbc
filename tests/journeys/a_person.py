"""What anybody at a screen does: presses, sees, waits."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

# A browser draws what it was told within two frames.
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

# Its number or its icon; the cap of its key, or the arrow of what it unfolds.
BEFORE_IT = r"(\d |[a-z_]+)"
AFTER_IT = r"(\w|→|←|Space|expand_more)"


def another_page(page: Page) -> Page:
    """Of the same browser, opened from this one: it has read all scripts already."""
    with page.expect_popup() as opened:
        page.evaluate("() => { open('about:blank') }")
    return opened.value


class Person:
    """Somebody at a screen."""

    page: Page

    def button(self, label: str) -> Locator:
        """The button with this label; a number or a key cap may stand beside it.

        By its text: working out the accessible name of all that is on a page, several times for
        each press, took a fifth of the time that a press takes. What buttons are called for those
        who listen is checked where pages are.
        """
        name = re.compile(rf"^\s*{BEFORE_IT}?{re.escape(label)}{AFTER_IT}?\s*$")
        return self.page.locator("button").filter(has_text=name).filter(visible=True)

    def press(self, label: str) -> None:
        self.button(label).click()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def does_not_see(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.get_by_text(text)).to_have_count(0)

    def settles(self) -> None:
        """Streamlit is done with drawing: nothing moves, nothing that is typed is drawn over."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        self.page.evaluate(TWO_FRAMES)

    def keeps_a_picture(self, path: Path) -> None:
        self.page.screenshot(path=path)
