"""Every scene of the stage, opened afresh on many screens: large, whole, nothing on each other."""

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from modules.domain.moves import Move
from tests.browser import stands_still
from tests.journeys.people import Facilitator
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import PEOPLE, TEXT, WORDS, AStage
from tests.ui.measuring import drawn, problems_of, unreadable

FULL_HD = (1920, 1080)
SCREENS = [(1280, 720), FULL_HD, (1366, 768), (3840, 2160)]
LAPTOPS = [(1024, 768), (1440, 900)]

CHARTS = ["why", "ten", "twice", "stand", "tied"]

Look = Callable[[str, tuple[int, int]], list[dict[str, Any]]]
"""What is drawn of a chart on a screen of this size."""


@pytest.fixture
def stage(app: RunningApp) -> AStage:
    return AStage.of_app(app)


@pytest.fixture(scope="module")
def charts(app: RunningApp) -> dict[str, AStage]:
    """For every chart a room that shows it."""
    return {name: shows(AStage.of_app(app), name) for name in CHARTS}


@pytest.fixture(scope="module")
def on_the_stage(
    charts: dict[str, AStage], big_screen: BrowserContext, app: RunningApp, artifacts: Path
) -> Look:
    """Opened once, however many tests look."""

    @functools.cache
    def look(name: str, screen: tuple[int, int]) -> list[dict[str, Any]]:
        page = opened(big_screen, app, charts[name], screen)
        found = drawn(page, ".st-key-stage", charts_of(name))
        page.screenshot(path=artifacts / f"stage-{name}-{screen[0]}.png")
        page.close()
        return found

    return look


@pytest.fixture(scope="module")
def on_the_console(
    charts: dict[str, AStage], facilitator: Facilitator, app: RunningApp, artifacts: Path
) -> Look:
    """The same beside the script."""
    page = facilitator.page
    page.emulate_media(color_scheme="light")

    @functools.cache
    def look(name: str, laptop: tuple[int, int]) -> list[dict[str, Any]]:
        page.set_viewport_size(ViewportSize(width=laptop[0], height=laptop[1]))
        page.goto(f"{app.base}/facilitate?session={charts[name].session_id}")
        found = drawn(page, ".stMain", charts_of(name))
        page.screenshot(path=artifacts / f"console-{name}-{laptop[0]}.png")
        return found

    return look


def charts_of(name: str) -> int:
    return 2 if name == "tied" else 1


def shows(stage: AStage, name: str) -> AStage:
    match name:
        case "why":
            stage.chosen("why", (11, 6, 1))
        case "ten":
            stage.chosen("ten", (6, 3, 2, 1, 1, 1, 1, 1, 1, 1))
        case "twice":
            stage.chosen("twice", (6, 5, 7))
            stage.move(Move.ASK_AGAIN)
            stage.phones = [stage.join() for _ in range(PEOPLE)]
            stage.choose((12, 2, 4))
            stage.move(Move.SHOW_RESULTS)
        case "stand":
            stage.rated()
        case "tied":
            stage.step("common").choose((9, 3, 3, 3))
            stage.chosen("instead", (3, 9, 3, 3))
    return stage


def opened(
    big_screen: BrowserContext, app: RunningApp, stage: AStage, screen: tuple[int, int]
) -> Page:
    """The projector on a screen that was never another size."""
    page = big_screen.new_page()
    page.set_viewport_size(ViewportSize(width=screen[0], height=screen[1]))
    page.goto(f"{app.base}/projector?code={stage.view.code}")
    expect(page.locator(".st-key-stage")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("screen", "name"),
    [
        *itertools.product([FULL_HD], CHARTS),
        *itertools.product(SCREENS[:1], ("ten", "stand", "tied")),
        *zip(SCREENS[2:], ("why", "stand"), strict=True),
    ],
    ids=str,
)
def test_a_chart_has_its_bars_and_labels_on_a_screen_of_any_size(on_the_stage, name, screen):
    found = on_the_stage(name, screen)
    shown = {label for chart in found for label, *_ in chart["labels"]}

    assert problems_of(found, widest_bar=0.25) == []
    # Options have the letters that they have on the phones; points of a scale have names.
    assert ({"A", "B", "C"} <= shown) is (name != "stand")


@pytest.mark.parametrize(
    ("laptop", "name"),
    [
        *itertools.product(LAPTOPS[:1], ("ten", "stand", "tied")),
        *itertools.product(LAPTOPS[1:], CHARTS),
    ],
    ids=str,
)
def test_a_chart_on_the_console_has_its_bars_and_labels(on_the_console, name, laptop):
    assert problems_of(on_the_console(name, laptop), widest_bar=0.25) == []


def test_every_point_of_a_scale_is_named_and_no_number_is_cropped(on_the_stage, on_the_console):
    points = ("A Strongly disagree", "B Disagree", "C Neither", "D Agree", "E Strongly agree")
    for chart in (*on_the_stage("stand", SCREENS[0]), *on_the_console("stand", LAPTOPS[0])):
        written = [label for label, *_ in chart["labels"]]
        cropped = [t for t, bar, text in chart["inside"] if text[0] < bar[0] or text[2] > bar[2]]

        assert [point for point in points if point not in written] == []
        assert cropped == []
        assert len(chart["inside"]) > 5


def test_few_bars_fill_the_stage(app, big_screen, stage):
    page = opened(big_screen, app, stage.chosen("two", (11, 7)), FULL_HD)
    chart = drawn(page, ".st-key-stage", 1)[0]

    assert chart["chart"][3] - chart["chart"][1] > 450


def test_every_scene_is_readable_from_the_last_row(app, big_screen, stage, artifacts):
    page = opened(big_screen, app, stage, SCREENS[0])
    sizes = [SCREENS[0], FULL_HD]
    found = []
    for scene in scenes(stage):
        page.reload()
        for width, height in sizes:
            page.set_viewport_size(ViewportSize(width=width, height=height))
            found += small_or_cut_off(page, f"{scene}-{width}", artifacts)
        # The next one is opened at the size that the screen has now.
        sizes.reverse()

    assert sorted(set(found)) == []


def scenes(stage: AStage) -> Iterator[str]:
    """One workshop, from the first scene to the last."""
    yield "lobby"
    stage.step("pairs").with_timer(8)
    yield "steps-and-timer"
    stage.step("ten")
    yield "question"
    stage.chosen("ten", (6, 3, 2, 1, 1, 1, 1, 1, 1, 1))
    yield "result"
    shows(stage, "tied")
    yield "tied"
    stage.step("scenario")
    yield "scenario"
    stage.written("cloud", "word", WORDS, ())
    stage.move(Move.SHOW_RESULTS)
    yield "cloud"
    stage.written(
        "wall", "text", [TEXT.format(number=n) for n in range(PEOPLE)], ("Listening",) * 4
    )
    stage.move(Move.SHOW_RESULTS)
    yield "wall-with-themes"
    stage.spotlight()
    yield "spotlight"
    stage.written("questions", "question", [f"Is this {n}?" for n in range(PEOPLE)], ())
    yield "questions"
    stage.step("break")
    yield "break"
    stage.move(Move.BLANK)
    yield "blank"
    stage.move(Move.END)
    yield "end"


def small_or_cut_off(page: Page, name: str, artifacts: Path) -> list[str]:
    """What is smaller than it must be at 1080p, cut off, or makes the page scroll."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(".st-key-stage")).to_be_visible()
    if page.locator(".stPlotlyChart").count():
        expect(page.locator(".js-plotly-plot .main-svg text")).not_to_have_count(0)
    stands_still(page)
    page.screenshot(path=artifacts / f"scene-{name}.png")
    return unreadable(page, name)


def test_a_break_says_until_when_by_itself(app, big_screen, stage):
    page = opened(big_screen, app, stage.step("break"), FULL_HD)

    said = page.get_by_text(re.compile(r"^Back at \d+:\d\d$"))
    expect(said).to_be_visible()
    hour, minute = map(int, said.inner_text().removeprefix("Back at ").split(":"))
    now = datetime.fromtimestamp(page.evaluate("Date.now()") / 1000)  # noqa: DTZ006
    assert 8 <= (hour * 60 + minute - now.hour * 60 - now.minute) % (24 * 60) <= 11


def test_who_needs_more_contrast_or_less_motion_gets_it(app, big_screen, charts):
    page = opened(big_screen, app, charts["stand"], (1280, 720))
    drawn(page, ".st-key-stage", 1)
    style = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    usual = page.evaluate(style, [".asked", "color"])
    fill = page.evaluate(style, [".point path", "fill"])

    page.emulate_media(contrast="more")
    assert page.evaluate(style, [".asked", "color"]) != usual
    assert page.evaluate(style, [".asked", "color"]) == page.evaluate(style, [".sentence", "color"])
    page.emulate_media(contrast="no-preference", forced_colors="active")
    assert page.evaluate(style, [".stPlotlyChart", "forcedColorAdjust"]) == "none"
    assert page.evaluate(style, [".point path", "fill"]) == fill
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    moving = (
        "() => [...document.querySelectorAll('.stApp, .stApp *')].filter(e => "
        "getComputedStyle(e).transitionDuration.split(', ').some(d => parseFloat(d) > 0) || "
        "getComputedStyle(e).animationName !== 'none').length"
    )
    assert page.evaluate(moving) == 0
