"""From the facilitator's press to the big screen.

    python -m benchmarks.press_to_projector

The console and the projector are two pages in Chromium, 25 phones follow and answer. The time
runs from the click on “Next” to the picture on which the projector shows the new step, or the
result's sentence and its chart.
"""

import asyncio
import random
import threading
from collections.abc import Coroutine
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.parts import guides, tables
from benchmarks.parts.phones import Phone
from benchmarks.parts.steering import SteeredApp
from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.people import Facilitator, Projector

PRESSES = 20
PHONES = 25
SECONDS_FOR_PHONES = 60
# The clock of the two pages is the same; a press is timed where it happens.
NOTE_PRESSES = """() => document.addEventListener(
  'click', () => { window.pressed = Date.now(); }, true)"""
WATCH = """([place, wanted]) => {
  window.seen = new Promise((seen) => {
    const look = () => {
      const heading = document.querySelector(place);
      const chart = place === '.prompt' || document.querySelector('.st-key-scene .main-svg');
      if (heading && heading.innerText.startsWith(wanted) && chart) {
        requestAnimationFrame(() => seen(Date.now()));
      } else { requestAnimationFrame(look); }
    };
    look();
  });
}"""


class Crowd:
    """Phones in a thread of their own: the browser's driver keeps the main one busy."""

    def __init__(self, app: SteeredApp) -> None:
        self._app = app
        self._phones = [Phone(app.port, number) for number in range(PHONES)]
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def joins(self) -> None:
        self._together([phone.joins(self._app.invitation) for phone in self._phones])

    def answers(self) -> None:
        self._together([phone.answers(random.choice("aabc")) for phone in self._phones])

    def _together(self, doing: list[Coroutine[Any, Any, object]]) -> None:
        async def everyone() -> None:
            await asyncio.gather(*doing)

        asyncio.run_coroutine_threadsafe(everyone(), self._loop).result(SECONDS_FOR_PHONES)


class Room:
    def __init__(self, app: SteeredApp, browser: Browser) -> None:
        self.facilitator = Facilitator(browser, app.base)
        self.facilitator.page.goto(app.sign_in_link)
        self.facilitator.page.goto(f"{app.base}/facilitate")
        self.facilitator.page.evaluate(NOTE_PRESSES)
        self.projector = Projector(browser, app.base, app.code)
        self.crowd = Crowd(app)

    @property
    def screen(self) -> Page:
        return self.projector.page

    def seconds_until(self, place: str, wanted: str) -> float:
        """Press Next; seconds until the projector shows `wanted` at this place."""
        self.projector.settles()
        self.screen.evaluate(WATCH, [place, wanted])
        self.facilitator.press("Next")
        seen: float = self.screen.evaluate("() => window.seen")
        pressed: float = self.facilitator.page.evaluate("() => window.pressed")
        return (seen - pressed) / 1000

    def presses(self) -> tuple[list[float], list[float]]:
        """For each question the seconds until it is shown, and until its result is."""
        self.projector.sees("No phone has reached this room yet")
        # In a room it stands there for minutes, and what draws charts was fetched long before.
        expect(self.screen.locator(".st-key-chart_library .main-svg")).not_to_have_count(0)
        self.crowd.joins()
        asked, answered = [], []
        for question in range(1, PRESSES + 1):
            asked.append(self.seconds_until(".prompt", f"{question}. "))
            self.crowd.answers()
            counted = self.facilitator.page.locator(".answered")
            expect(counted).to_have_text(f"{PHONES} of {PHONES} have answered")
            answered.append(self.seconds_until(".asked", f"{question}. "))
        return asked, answered


def row(name: str, took: list[float]) -> list[str]:
    return [name, *map(tables.seconds, (median(took), tables.percentile(took, 90), max(took)))]


def main() -> None:
    with (
        SteeredApp(guides.questions(PRESSES), cap=PHONES) as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        asked, answered = Room(app, browser).presses()
        browser.close()
    head = (f"The press ({PRESSES} of each)", "Median", "90 of 100 within", "Worst")
    rows = [
        row("Next: the next question is on the projector", asked),
        row("Next: the result with its chart is on the projector", answered),
    ]
    tables.show("From the press to the projector", head, rows)


if __name__ == "__main__":
    main()
