"""`make film`: a whole rehearsal at speed, with the keys of a clicker, as pictures of every step.

Not a test: nobody but a person can say whether a facilitator would be at ease with what is seen.
"""

import re
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright

from tests.journeys.a_person import Person
from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.people import Facilitator, Moderator, Phone, Projector
from tests.journeys.running_app import ROOT, RunningApp
from tests.patience import MILLISECONDS

TITLE = "Start with the mirror"
# The guide promises that these texts are read by the facilitators only.
NOT_SHOWN = "Minute card"
FOLDER = ROOT / "test-artifacts" / "film"
# Invented people at this speed are done within this time; who is not, passes by waiting.
SECONDS_FOR_ANSWERS = 40
SECONDS_OF_CALM = 4
BOUNCE_MS = 300


@dataclass
class Film:
    facilitator: Facilitator
    projector: Projector
    phone: Phone
    folder: Path
    pictures: int = 0

    def takes(self, what: str) -> None:
        """One picture of each screen, once each stands still."""
        self.pictures += 1
        people: dict[str, Person] = {
            "console": self.facilitator,
            "projector": self.projector,
            "phone": self.phone,
        }
        name = re.sub(r"\W+", "-", what).strip("-").lower()[:40]
        for who, person in people.items():
            person.page.wait_for_timeout(700)
            person.keeps_a_picture(self.folder / f"{self.pictures:02}-{name}-{who}.png")
        print(f"{self.pictures:3} {what}", flush=True)

    def presses(self, key: str, done: Callable[[], bool]) -> None:
        """As a clicker does, and not within the moment in which a key is taken to bounce."""
        page = self.facilitator.page
        page.wait_for_timeout(BOUNCE_MS)
        self.facilitator.settles()
        expect(page.locator("html[data-keys=listening]")).to_be_attached()
        page.keyboard.press(key)
        deadline = time.monotonic() + MILLISECONDS / 1000
        while not done():
            assert time.monotonic() < deadline, f"{key} did nothing at “{self.place()}”"
            page.wait_for_timeout(100)
        self.facilitator.settles()

    def place(self) -> str:
        return self.facilitator.page.locator(".where").inner_text()

    def reads(self, selector: str) -> str:
        found = self.facilitator.page.locator(selector)
        return found.first.inner_text() if found.count() else ""

    def waits_for_answers(self) -> None:
        """Until the number of answers stands still."""
        deadline = time.monotonic() + SECONDS_FOR_ANSWERS
        seen, since = "", time.monotonic()
        while time.monotonic() < deadline:
            now = self.reads(".answered")
            if now != seen:
                seen, since = now, time.monotonic()
            if not now.startswith("0 ") and time.monotonic() - since > SECONDS_OF_CALM:
                return
            self.facilitator.page.wait_for_timeout(250)

    def moderates(self) -> None:
        """Let every text through; in a rehearsal of the ordinary case nobody is hurt by one."""
        if "unread text" not in self.reads(".st-key-notices"):
            return
        moderator = Moderator(self.facilitator)
        moderator.sees("Needs review")
        moderator.settles()
        moderator.keeps_a_picture(self.folder / f"{self.pictures:02}-moderation.png")
        for left in range(moderator.waiting(), 0, -1):
            moderator.reads(left)
            moderator.page.keyboard.press("s")
            moderator.page.wait_for_timeout(BOUNCE_MS)
        moderator.page.close()


def film(browser: Browser, app: RunningApp, folder: Path) -> None:
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    facilitator.keeps_a_picture(folder / "00-start.png")
    code = _rehearsal(facilitator)
    phone = Phone(browser)
    phone.joins(facilitator.address_in_the_qr_code())
    made = Film(facilitator, Projector(browser, app.base, code), phone, folder)
    made.takes("lobby")
    page = facilitator.page
    while not page.locator(".st-key-next button").is_disabled():
        before = made.place()
        made.presses("PageDown", lambda before=before: made.place() != before)  # type: ignore[misc]
        title = facilitator.page.locator("h2.now").inner_text()
        made.takes(title)
        if "Answers: open" not in made.reads(".switches"):
            continue
        made.waits_for_answers()
        if title != NOT_SHOWN:
            made.moderates()
        made.takes(f"{title} answered")
        if "Next closes the answers" in made.reads(".follows"):
            made.presses("PageDown", lambda: "hidden" not in made.reads(".switches"))
            made.takes(f"{title} result")
    facilitator.press("End workshop")
    made.takes("end asked")
    facilitator.press("End now")
    facilitator.sees("Ended by accident?")
    made.takes("ended")


def _rehearsal(facilitator: Facilitator) -> str:
    page = facilitator.page
    page.get_by_role("combobox", name="Guide").click()
    page.get_by_role("option", name=TITLE).click()
    facilitator.settles()
    page.get_by_text("Rehearse with invented participants").click()
    # As fast as it goes: the end of the slider.
    page.get_by_role("slider", name="Speed").press("End")
    facilitator.press("Start the rehearsal")
    return facilitator.code_of_the_room()


def main() -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with TemporaryDirectory() as data, sync_playwright() as playwright:
        expect.set_options(timeout=MILLISECONDS)
        app = RunningApp(Path(data) / "data")
        app.start()
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            film(browser, app, FOLDER)
            browser.close()
        finally:
            app.stop()
    print(f"The pictures are in {FOLDER}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
