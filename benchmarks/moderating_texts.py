"""A moderator's press on a page with ten texts, and on one with two hundred.

    python -m benchmarks.moderating_texts

The real app, its moderation page in real Chromium. The time runs from the press of a key to the
picture on which another text stands at the head of the queue: “Show”, and “Undo last decision”.
Half of the texts are decided before, so that the lists of decided texts are there too.
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.parts import guides, tables
from benchmarks.parts.steering import SteeredApp
from modules.domain.moves import Move
from modules.rehearsal import browsing
from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.people import Facilitator

SIZES = (10, 200)
PRESSES = 20
AT_ONCE = 10
# A key that comes again at once is taken to bounce.
MILLISECONDS_BETWEEN = 300
WATCH = """() => {
  const head = () => document.querySelector('.st-key-card p.text')?.innerText;
  const before = head();
  window.took = new Promise((done) => {
    // The key presses a button, and its own event ends with that.
    window.addEventListener('click', () => {
      const pressed = performance.now();
      const look = () => head() === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => done((performance.now() - pressed) / 1000));
      look();
    }, { once: true, capture: true });
  });
}"""


async def write(app: SteeredApp, many: int) -> None:
    """So many people each send one text."""
    some = asyncio.Semaphore(AT_ONCE)

    async def person(number: int) -> None:
        async with some, browsing.phone(app.base) as phone:
            door = (await browsing.page(phone, app.invitation)).form_to("/join")
            assert door is not None
            room = await browsing.page(phone, await browsing.send(phone, door, {}))
            text = f"{number}. I noticed that I wait for somebody else to speak first."
            await browsing.send(phone, room.asking[0], {"text": [text]})

    await asyncio.gather(*map(person, range(many)))


def seconds_for(page: Page, key: str) -> float:
    page.wait_for_timeout(MILLISECONDS_BETWEEN)
    expect(page.locator("html[data-keys=listening]")).to_be_attached()
    page.evaluate(WATCH)
    page.keyboard.press(key)
    took: float = page.evaluate("() => window.took")
    return took


def presses(browser: Browser, many: int) -> tuple[list[float], list[float]]:
    """The seconds of each “Show” and each “Undo last decision”, half of the texts being decided."""
    with SteeredApp(guides.questions(1, guides.TEXT), cap=many) as app:
        app.press(Move.NEXT)
        # The browser's driver keeps this thread's loop busy.
        with ThreadPoolExecutor(1) as beside:
            beside.submit(asyncio.run, write(app, many)).result()
        app.press(Move.CLOSE_ANSWERS)
        facilitator = Facilitator(browser, app.base)
        page = facilitator.page
        page.goto(app.sign_in_link)
        page.goto(f"{app.base}/moderate")
        expect(page.get_by_text(f"Needs review: {many}")).to_be_visible()
        for _ in range(many // 2):
            seconds_for(page, "s")
        took = [(seconds_for(page, "s"), seconds_for(page, "u")) for _ in range(PRESSES)]
        facilitator.context.close()
    return [show for show, _ in took], [undo for _, undo in took]


def main() -> None:
    rows = []
    began = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for many in SIZES:
            for name, took in zip(("Show", "Undo"), presses(browser, many), strict=True):
                figures = (median(took), tables.percentile(took, 90), max(took))
                rows.append([f"{name}, {many} texts", *map(tables.seconds, figures)])
        browser.close()
    head = (f"The press ({PRESSES} of each)", "Median", "90 of 100 within", "Worst")
    tables.show("A moderator's press", head, rows)
    print(f"It took {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
