"""What a facilitator changes while the room waits: by clicks and keys, in one app for all."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser import new_context
from tests.journeys.a_person import another_page
from tests.journeys.people import Facilitator, Phone, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import AStage

TITLE = "Start with the mirror"
FIRST, SECOND = "Welcome, and what happens to your answers", "Why I came"
SECONDS_TO_ASK = 15
# The page no longer looks whether anything has changed, and does nothing about what it hears.
FREEZE = """() => {
    for (let id = 1; id < 100000; id++) clearInterval(id);
    window.workshopFollowed.tell = () => {};
}"""


@pytest.fixture
def stage(one_app: RunningApp, signed_in: Facilitator) -> AStage:
    """A practice at its first step, of who is signed in."""
    assert signed_in.base == one_app.base
    stage = AStage.lobby(one_app)
    stage.at(1)
    return stage


@pytest.fixture
def facilitator(one_app: RunningApp, signed_in: Facilitator, stage: AStage) -> Facilitator:
    """Before it."""
    signed_in.page.goto(f"{one_app.base}/facilitate?session={stage.session_id}")
    signed_in.is_at(FIRST)
    return signed_in


@pytest.fixture
def invitation(one_app: RunningApp, stage: AStage) -> str:
    """What the QR code on the big screen holds."""
    return f"{one_app.base}/q/{stage.view.join_secret}"


def planned(facilitator: Facilitator, title: str) -> Locator:
    """A line of the plan as it is drawn now; the one before it stays until the redraw is done."""
    drawn = facilitator.page.locator('[class*="st-key-line_"][data-stale="false"]')
    return drawn.filter(has_text=title)


def opens_step(facilitator: Facilitator, title: str) -> None:
    facilitator.settles()
    plan = facilitator.page.locator('[class*="st-key-line_"] button')
    plan.filter(has_text=title).first.click()
    expect(facilitator.page.get_by_role("dialog")).to_be_visible()
    facilitator.settles()


def test_a_question_of_ones_own_is_asked_within_seconds_and_a_break_follows(
    facilitator: Facilitator, browser: Browser
) -> None:
    phone = Phone(browser)
    phone.joins(_invitation(facilitator))
    began = time.monotonic()
    facilitator.press("+ Ask")
    dialog = facilitator.page.get_by_role("dialog")
    dialog.get_by_label("Question").fill("Shall we go on?")
    dialog.get_by_label("Options, one a line").fill("Yes\nNo")
    dialog.get_by_label("Options, one a line").press("Tab")
    facilitator.press("Ask now")
    facilitator.is_at("Shall we go on?")
    asked_in = time.monotonic() - began
    phone.sees_the_form("Shall we go on?")
    phone.context.close()

    facilitator.press("+ Break")
    facilitator.press("Break now")

    facilitator.is_at("Break")
    assert asked_in < SECONDS_TO_ASK


def _invitation(facilitator: Facilitator) -> str:
    facilitator.press("Room")
    address = facilitator.address_in_the_qr_code()
    facilitator.page.keyboard.press("Escape")
    return address


def test_the_plan_is_cut_restored_put_in_order_jumped_in_and_a_move_undone(
    facilitator: Facilitator,
) -> None:
    for label, mark in (("Cut", "✕"), ("Restore", "3 Agreements")):
        opens_step(facilitator, "Agreements")
        facilitator.press(label)
        expect(planned(facilitator, "Agreements")).to_contain_text(mark)
    opens_step(facilitator, "Agreements")
    facilitator.press("Later")
    expect(planned(facilitator, "Agreements")).to_contain_text("4 Agreements")

    opens_step(facilitator, "In pairs: how I learned it")
    facilitator.press("Go there")
    facilitator.is_at("In pairs: how I learned it")
    facilitator.press("Undo")

    facilitator.is_at(FIRST)


def test_a_stale_press_is_refused_with_where_the_room_is(facilitator: Facilitator) -> None:
    other = another_page(facilitator.page)
    other.goto(facilitator.page.url)
    expect(other.locator("h2.now")).to_have_text(FIRST)
    other.get_by_role("button", name="End workshop").click()
    end = other.get_by_role("button", name="End now")
    expect(end).to_be_visible()
    # The question stands while the room moves on: what it was asked about is no longer true.
    other.evaluate(FREEZE)

    facilitator.moves_on_to(SECOND)
    end.click()

    expect(other.get_by_text("Another device has moved on; the room is at")).to_be_visible()
    facilitator.is_at(SECOND)
    other.close()


def test_the_timer_runs_pauses_and_stops(facilitator: Facilitator) -> None:
    facilitator.press("Start timer")
    ring = facilitator.page.get_by_role("timer")
    expect(ring).to_have_text(re.compile(r"[34]:\d\d"))
    facilitator.press("Pause")
    expect(ring).to_contain_text("paused")
    facilitator.press("+1 min")
    expect(ring).to_have_text(re.compile(r"[45]:\d\d"))
    facilitator.press("Stop")

    expect(facilitator.button("Start timer")).to_be_visible()


def test_a_moderator_comes_by_link_until_it_is_withdrawn_and_the_poster_is_a_pdf(
    facilitator: Facilitator, browser: Browser
) -> None:
    facilitator.press("Room")
    facilitator.press("Make a moderator's link")
    field = facilitator.page.get_by_label("Opens the moderation page only")
    expect(field).to_have_value(re.compile("/sign-in/"))
    guest = new_context(browser).new_page()
    guest.goto(field.input_value())
    expect(guest.get_by_role("heading", name="Moderation")).to_be_visible()
    guest.goto(f"{facilitator.base}/facilitate")
    expect(guest.get_by_label("Passcode")).to_be_visible()

    facilitator.press("Withdraw moderators")
    expect(field).to_have_count(0)
    guest.goto(f"{facilitator.base}/moderate")
    expect(guest.get_by_label("Passcode")).to_be_visible()
    guest.context.close()

    poster = facilitator.page.get_by_role("link", name="Poster for the door (PDF)")
    address = poster.get_attribute("href")
    assert address is not None
    answer = facilitator.context.request.get(facilitator.base + address)
    assert answer.body().startswith(b"%PDF")


def test_an_end_by_accident_brings_phone_and_projector_back(
    facilitator: Facilitator,
    invitation: str,
    browser: Browser,
    big_screen: BrowserContext,
    artifacts: Path,
) -> None:
    phone = Phone(browser)
    phone.joins(invitation)
    code = facilitator.page.locator(".st-key-bar .code").inner_text().replace(" ", "")
    projector = Projector.on(big_screen, facilitator.base, code)
    projector.sees(FIRST)
    facilitator.press("End workshop")
    facilitator.press("End now")
    projector.sees("Thank you for being here.")
    phone.sees("Thank you for taking part")

    facilitator.press("Reopen the workshop")

    facilitator.is_at(FIRST)
    projector.sees(FIRST)
    expect(phone.page.locator("#now")).to_have_text(FIRST)
    facilitator.keeps_a_picture(artifacts / "console_reopened.png")
    phone.context.close()
    projector.is_left()


def test_a_wrong_guide_and_a_closed_laptop_are_each_one_click_from_the_way_back(
    signed_in: Facilitator,
) -> None:
    page = signed_in.page
    signed_in.goes_to_the_start()
    signed_in.starts(TITLE, practice=True)
    signed_in.press("Wrong guide? Choose another")
    expect(page.get_by_role("combobox", name="Guide")).to_be_visible()
    signed_in.settles()
    signed_in.press("Try it out")
    code = signed_in.code_of_the_room()

    signed_in.goes_to_the_start()
    running = page.locator(".st-key-running .stVerticalBlock").filter(
        has_text=f"{code[:4]} {code[4:]}"
    )
    running.last.get_by_role("button", name="Resume").click()

    assert signed_in.code_of_the_room() == code
