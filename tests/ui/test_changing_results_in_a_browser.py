"""From one result to the next on the big screen: what the room sees in every single frame."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import stands_still
from tests.journeys.people import Facilitator, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room
from tests.ui.a_stage import AStage

SLOWER = 6
"""A browser this much slower takes a quarter of a second to draw a chart."""

WATCH = """() => {
    const seen = place => [...document.querySelectorAll(place)]
        .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}));
    window.frames_ = new Set();
    const look = () => {
        const said = seen('.asked, .sentence, .prompt, .blank').map(e => e.innerText).join(' | ')
            .replaceAll('\\u00a0', ' ');
        const waits = seen('[data-testid=stSkeleton]').length;
        frames_.add(JSON.stringify([said, seen('.st-key-stage .point').length, waits]));
        window.looking = requestAnimationFrame(look);
    };
    look();
}"""
WHY, TWO = "I came because … Choose up to two.", "Now or later?"
MOST = "{} | Most people, 11 of 18, chose “{}”."
WHY_RESULT = [MOST.format(WHY, "Someone I care about is treated unfairly"), 7]
TWO_RESULT = [MOST.format(TWO, "Now"), 2]


@pytest.fixture
def stage(app: RunningApp) -> AStage:
    """A room with two results, at the second."""
    stage = AStage.of_app(app)
    stage.chosen("two", (11, 7))
    stage.chosen("why", (11, 6, 1))
    return stage


@pytest.fixture
def console(stage: AStage, facilitator: Facilitator) -> Facilitator:
    """That room before the facilitator."""
    return Room.before(facilitator, stage).facilitator


@pytest.fixture
def screen(app: RunningApp, big_screen: BrowserContext, stage: AStage) -> Iterator[Page]:
    """The projector of that room, on a slow computer, watched."""
    projector = Projector.on(big_screen, app.base, stage.view.code or "")
    page = projector.page
    expect(page.locator(".point")).to_have_count(7)
    slow = big_screen.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(WATCH)
    yield page
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    slow.detach()
    projector.is_left()


def frames(page: Page, last: list[Any]) -> list[Any]:
    """What was seen until `last` was, each once, in order of its first frame: words, bars."""
    page.wait_for_function("wanted => frames_.has(wanted)", arg=_as_json([*last, 0]))
    stands_still(page)
    found: list[list[Any]] = page.evaluate("[...frames_].map(JSON.parse)")
    assert [waits for *_, waits in found] == [0] * len(found)
    return [seen for *seen, _ in found]


def _as_json(seen: list[Any]) -> str:
    return json.dumps(seen, ensure_ascii=False, separators=(",", ":"))


def test_the_next_result_comes_whole_with_no_frame_in_between(console, screen):
    console.page.locator('[class*="st-key-line_"][class*="_two"] button').click()
    console.press("Go there")

    assert frames(screen, TWO_RESULT) == [WHY_RESULT, TWO_RESULT]


@pytest.mark.parametrize(("press", "then"), [("Hide results", WHY), ("Blank", "A short pause")])
def test_what_is_no_longer_shown_is_gone_at_once(console, screen, press, then):
    console.press(press)

    assert frames(screen, [then, 0]) == [WHY_RESULT, [then, 0]]


def test_the_picture_of_a_result_goes_with_the_result(screen):
    kept = screen.locator(".kept")

    screen.evaluate("document.querySelector('.ends').remove()")
    expect(kept).to_have_count(1)
    screen.evaluate("document.querySelector('.begins').remove()")
    expect(kept).to_have_count(0)
