"""The people of a workshop, as they act in a real browser: what they press and what they see."""

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from modules.activities.kind import Form
from tests.browser import new_context
from tests.journeys.a_person import Person

LAPTOP: ViewportSize = {"width": 1440, "height": 900}
BIG_SCREEN: ViewportSize = {"width": 1920, "height": 1080}
PHONE: ViewportSize = {"width": 390, "height": 844}

FILL_IN = """form => {
    for (const [name, values] of Object.entries(form)) {
        const fields = [...document.querySelectorAll(`form#answer [name="${name}"]`)];
        const tapped = ['radio', 'checkbox'].includes(fields[0].type);
        for (const [place, value] of values.entries()) {
            const field = tapped ? fields.find(each => each.value === value) : fields[place];
            field[tapped ? 'checked' : 'value'] = tapped || value;
            for (const event of ['input', 'change'])
                field.dispatchEvent(new Event(event, { bubbles: true }));
        }
    }
}"""


class Facilitator(Person):
    """Signs in, starts a workshop, presses the buttons of the console."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.context = new_context(browser, viewport=LAPTOP, accept_downloads=True)
        self.base = base
        self.page = self.context.new_page()

    def press(self, label: str) -> None:
        # Nobody presses while the page still moves; a button that slides away takes no click.
        self.settles()
        super().press(label)

    def signs_in(self, link: str) -> None:
        self.page.goto(link)
        expect(self.button("Start the workshop")).to_be_visible()

    def goes_to_the_start(self) -> None:
        self.page.goto(self.base)
        self.settles()

    def starts(self, title: str, *, contacts: str = "", practice: bool = False) -> str:
        """Choose the guide, fill the form, and be in the lobby. Returns the code."""
        expect(self.button("Start the workshop")).to_be_visible()
        self.settles()
        if self.page.get_by_label("Title", exact=True).input_value() != title:
            self.page.get_by_role("combobox", name="Guide").click()
            self.page.get_by_role("option", name=title).click()
        # Only now is the form this guide's own; what was typed into another's is lost.
        # For a moment both forms stand there, the new one first.
        expect(self.page.get_by_label("Title", exact=True).first).to_have_value(title)
        self.settles()
        if contacts:
            field = self.page.get_by_label("Support contacts, shown to everyone")
            field.fill(contacts)
            field.press("Tab")
        self.press("Try it out" if practice else "Start the workshop")
        return self.code_of_the_room()

    def code_of_the_room(self) -> str:
        code = self.page.locator(".joinat b")
        expect(code).to_be_visible()
        return code.inner_text().replace(" ", "")

    def address_in_the_qr_code(self) -> str:
        """What a phone's camera reads: it also stands in the line that can be copied."""
        line = self.page.get_by_label("Link for people who join from elsewhere")
        expect(line).to_have_value(re.compile("/q/"))
        return line.input_value()

    def moves_on_to(self, title: str) -> None:
        """Press Next, once what it will do is on the screen, and see the step as “now”."""
        expect(self.page.get_by_text("Next closes the answers")).to_have_count(0)
        self.press("Next")
        self.is_at(title)

    def is_at(self, title: str) -> None:
        # While a redraw is under way, the step before may still be there above it.
        expect(self.page.locator("h2.now").last).to_have_text(title)

    def sees_switches(self, text: str) -> None:
        expect(self.page.locator(".switches").last).to_have_text(text)

    def sees_answered(self, answered: int, phones: int) -> None:
        counted = self.page.locator(".answered")
        expect(counted).to_have_text(f"{answered} of {phones} have answered")

    def shows_results(self) -> None:
        """Or is told that too few answered."""
        self.press("Show results")
        then = re.compile("^Answers: sealed · Results: (shown|too few)$")
        expect(self.page.locator(".switches").last).to_have_text(then)

    def closes_answers(self) -> None:
        self.press("Close answers")
        self.sees_switches("Answers: closed · Results: hidden")

    def ends_the_workshop(self) -> None:
        self.press("End workshop")
        self.press("End now")
        self.sees("The summary is ready")

    def opens(self, title: str) -> None:
        """Another page, from the console's menu."""
        self.press("Menu")
        self.page.get_by_role("link", name=title, exact=True).click()

    def downloads(self, label: str) -> bytes:
        """A file from the summary page."""
        if "/summary" not in self.page.url:
            self.opens("Summary")
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=label).click()
        return Path(download.value.path()).read_bytes()


class Moderator(Person):
    """The same sign-in on a second page, reading texts."""

    def __init__(self, facilitator: Facilitator) -> None:
        self.page = facilitator.context.new_page()
        self.page.goto(facilitator.page.url.replace("/facilitate", "/moderate"))

    def waiting(self) -> int:
        self.settles()
        heading = self.page.get_by_role("heading", name="Needs review").inner_text()
        return int(heading.rpartition(" ")[2])

    def reads(self, left: int) -> str:
        """The text at the head of the queue, once the queue is down to `left`."""
        expect(self.page.get_by_text(f"Needs review: {left}", exact=True)).to_be_visible()
        # The number is drawn before the text, which is still the last one until then.
        self.settles()
        return self.page.locator(".st-key-card p.text").inner_text()

    def only_reads(self, text: str, *, times: int) -> None:
        """What is for the facilitators alone stands there, and nothing can be done with it."""
        expect(self.page.get_by_text(text)).to_have_count(times)
        expect(self.button("Show")).to_have_count(0)
        self.page.close()

    def rewords(self, wording: str) -> None:
        self.page.get_by_text("Show it in other words").click()
        field = self.page.get_by_label("Your wording")
        field.fill(wording)
        field.press("Tab")
        self.press("Show in these words")


class Projector(Person):
    """The big screen of one room: looks, never presses."""

    def __init__(self, browser: Browser, base: str, code: str) -> None:
        self.context = new_context(browser, viewport=BIG_SCREEN)
        self.page = self.context.new_page()
        self.shows(base, code)

    @classmethod
    def on(cls, screen: BrowserContext, base: str, code: str) -> "Projector":
        """On the page of a screen that is kept, as bright and as large as it first was."""
        self = cls.__new__(cls)
        self.context, self.page = screen, screen.pages[0]
        self.page.set_viewport_size(BIG_SCREEN)
        self.page.emulate_media(color_scheme="light")
        self.shows(base, code)
        return self

    def shows(self, base: str, code: str) -> None:
        self.page.goto(f"{base}/projector?code={code}")

    def is_left(self) -> None:
        """By a room that is done: what nobody looks at need not be drawn again."""
        self.page.goto("about:blank")

    def sees_results(self) -> None:
        """Sentence and chart, the chart being there only when it is drawn."""
        expect(self.page.locator(".sentence").first).to_be_visible()
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        self.settles()


class Phone(Person):
    """One participant's phone: joins by the QR code's address, answers, passes, looks."""

    def __init__(self, browser: Browser, *, scripts: bool = True) -> None:
        self.context = new_context(
            browser,
            viewport=PHONE,
            has_touch=True,
            is_mobile=True,
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        self.scripts = scripts
        self.page = self.context.new_page()

    def joins(self, address: str) -> None:
        self.page.goto(address)
        self.press("Join")

    def types_the_code(self, base: str, code: str) -> None:
        self.page.goto(f"{base}/join")
        self.page.get_by_label("The code on the big screen").fill(code)
        self.press("Continue")

    def looks(self) -> None:
        """Without scripts the page refreshes itself after a while; a person taps reload."""
        if not self.scripts:
            self.page.goto(self.page.url)

    def sees_the_form(self, prompt: str) -> None:
        self.looks()
        asked = self.page.locator("form#answer").get_by_text(prompt)
        behind_a_note = self.page.get_by_role("button", name="Show the question")
        expect(behind_a_note.or_(asked).filter(visible=True)).not_to_have_count(0)
        if behind_a_note.is_visible():
            behind_a_note.click()
        expect(asked).to_be_visible()

    def fills_in(self, form: Form) -> None:
        """Tap and type what the form of any kind of activity asks for."""
        for name, values in form.items():
            fields = self.page.locator(f'form#answer [name="{name}"]')
            tapped = fields.first.get_attribute("type") in ("radio", "checkbox")
            for place, value in enumerate(values):
                if tapped:
                    self.page.locator(f'form#answer [name="{name}"][value="{value}"]').check()
                else:
                    fields.nth(place).fill(value)

    def has_filled_in(self, form: Form) -> None:
        """The same at once, for a room of many: taps are shown by those who tap."""
        self.page.evaluate(FILL_IN, form)

    def sends(self) -> None:
        self.press("Send")
        self.is_thanked()

    def tries_to_send(self) -> None:
        """There is no network, or no server: the phone says so and keeps the answer."""
        self.press("Send")
        self.sees("Not sent yet, still trying.")

    def passes(self) -> None:
        self.page.get_by_role("button", name="Pass", exact=True).click()
        self.is_thanked()

    def is_thanked(self) -> None:
        self.sees("Thank you. Your answer is in.")

    def sees_results(self) -> None:
        self.looks()
        expect(self.page.locator(".results .sentence").first).to_be_visible()

    def table(self, prompt: str) -> dict[str, str]:
        """The table of the result that answers this prompt, folded as it is."""
        rows = self.page.locator("article").filter(has_text=prompt).locator("tbody tr")
        cells = [row.locator("th, td").all_text_contents() for row in rows.all()]
        return dict(cells)

    def quotes(self) -> set[str]:
        return set(self.page.locator("article blockquote").all_inner_texts())

    def downloads_the_summary(self) -> bytes:
        self.looks()
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name="Download it as PDF").click()
        return Path(download.value.path()).read_bytes()
