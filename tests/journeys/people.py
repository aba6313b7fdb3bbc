"""The people of a workshop, as they act in a real browser: what they press and what they see."""

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Download, Locator, expect

LAPTOP = (1440, 900)
BIG_SCREEN = (1920, 1080)
PHONE = (390, 844)
# Ten phones, two big pages and the server share what the machine has.
PATIENCE_MS = 20_000


def exactly(label: str) -> re.Pattern[str]:
    """A button's label, with or without the key cap that stands beside it."""
    return re.compile(rf"^\s*{re.escape(label)}\b")


class Facilitator:
    """Signs in, starts a workshop, presses the buttons of the console."""

    def __init__(self, browser: Browser, base: str) -> None:
        width, height = LAPTOP
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.base = base
        self.page = self.context.new_page()

    def button(self, label: str) -> Locator:
        return self.page.get_by_role("button", name=exactly(label)).first

    def press(self, label: str) -> None:
        self.button(label).click(timeout=PATIENCE_MS)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE_MS)

    def is_at(self, title: str) -> None:
        """The console's “now” names this step."""
        expect(self.page.locator("h2.now")).to_have_text(title, timeout=PATIENCE_MS)

    def sees_answered(self, answered: int, phones: int) -> None:
        expect(self.page.locator(".answered")).to_have_text(
            f"{answered} of {phones} have answered", timeout=PATIENCE_MS
        )

    def goes_to(self, path: str) -> None:
        self.page.goto(self.base + path)


class Projector:
    """The big screen of one room: looks, never presses."""

    def __init__(self, browser: Browser, base: str, code: str) -> None:
        width, height = BIG_SCREEN
        self.context = browser.new_context(viewport={"width": width, "height": height})
        self.page = self.context.new_page()
        self.page.goto(f"{base}/projector?code={code}")

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE_MS)

    def never_showed(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)


class Phone:
    """One participant's phone: joins by the QR code's address, answers, passes, looks."""

    def __init__(self, browser: Browser, *, scripts: bool = True) -> None:
        width, height = PHONE
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=True,
            is_mobile=True,
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.scripts = scripts
        self.page = self.context.new_page()

    def joins(self, address: str) -> None:
        self.page.goto(address)
        self.page.get_by_role("button", name="Join").click()

    def looks(self) -> None:
        """Without scripts the page refreshes itself after a while; a person taps reload."""
        if not self.scripts:
            self.page.reload()

    def sees(self, text: str | re.Pattern[str]) -> None:
        self.looks()
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE_MS)

    def chooses(self, letters: str) -> None:
        for letter in letters:
            self.page.locator(f'input[name="choice"][value="{letter}"]').check()

    def writes(self, *texts: str) -> None:
        fields = self.page.locator('textarea[name="text"], input[name="text"]')
        for place, text in enumerate(texts):
            fields.nth(place).fill(text)

    def sends(self) -> None:
        self.page.get_by_role("button", name="Send").click()
        self.is_thanked()

    def passes(self) -> None:
        self.page.get_by_role("button", name="Pass").click()
        self.is_thanked()

    def is_thanked(self) -> None:
        thanks = self.page.get_by_text("Thank you. Your answer is in.").first
        expect(thanks).to_be_visible(timeout=PATIENCE_MS)


def saved(download: Download, folder: Path) -> bytes:
    """What a person finds in the downloads folder."""
    path = folder / download.suggested_filename
    download.save_as(path)
    return path.read_bytes()
