"""One person's phone in a real browser."""

from playwright.sync_api import Browser, Page, expect

from tests.browser import new_context
from tests.phone.a_site import ASite

THANKS = "Thank you. Your answer is in."


class Hand:
    """One person's phone in a real browser. Whatever goes wrong in the page is noted."""

    def __init__(self, browser: Browser, site: ASite, served: str, **context):
        self.site = site
        self.served = served
        self.scripts = bool(context.get("java_script_enabled", True))
        self.context = new_context(
            browser, **{"viewport": {"width": 390, "height": 844}, "has_touch": True, **context}
        )
        self.sent: list[str] = []
        self.wrong: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("request", lambda r: self.sent.append(f"{r.method} {r.url} {r.post_data or ''}"))
        return page

    @property
    def room(self) -> str:
        return f"{self.served}/j/{self.site.code}"

    def joins(self) -> "Hand":
        self.enters()
        self.sees("You are in")
        return self

    def enters(self) -> "Hand":
        """Join, wherever the room is."""
        self.page.goto(self.room)
        self.presses_join()
        return self

    def presses_join(self) -> None:
        self.page.locator("button.main").click()
        # Whoever presses on before the script runs, sends without it.
        scripted = "[data-scripted=yes]" if self.scripts else ""
        expect(self.page.locator(f"#room{scripted}")).to_be_attached()

    def sees(self, text: str, page: Page | None = None) -> None:
        expect((page or self.page).get_by_text(text).first).to_be_visible()

    def chooses(self, letter: str) -> None:
        self.page.locator(f'input[value="{letter}"]').check()

    def presses(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def bodies(self) -> list[str]:
        return [r.partition(" ")[2].partition(" ")[2] for r in self.sent if "/answer " in r]


def offline(phone: Hand, *, on: bool) -> None:
    """The server cannot be reached: requests fail as they do without a network."""
    if on:
        phone.context.route("**/*", lambda route: route.abort("internetdisconnected"))
    else:
        phone.context.unroute_all()
