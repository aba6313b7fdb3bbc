"""The console and the projector in a real browser: keys, sizes, what fits, what follows."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from modules.ui.live import SECONDS_BETWEEN_LOOKS
from tests.browser import new_context, stands_still
from tests.journeys.people import Facilitator, Phone, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import AStage

FIRST, SECOND = "Welcome, and what happens to your answers", "Why I came"
SCREENS = [(1920, 1080), (1280, 720)]
LAPTOPS = [(1440, 900), (1024, 768)]
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]

OUTSIDE = """() => [...document.querySelectorAll('button, a, input')].filter(e => {
    if (e.closest('.st-key-script, .st-key-plan, [href="#stMain"]')) return false;
    const box = e.getBoundingClientRect();
    const out = box.bottom > innerHeight || box.right > innerWidth || box.top < 0;
    return box.width && out;
}).map(e => e.innerText)"""
OUTSIDE_OF_CARD = """() => [...document.querySelectorAll('.st-key-card button, .st-key-card p')]
    .filter(e => !e.closest('details') && e.getBoundingClientRect().bottom > innerHeight)
    .map(e => e.innerText)"""
SCROLLS = """() => [document.scrollingElement, ...document.querySelectorAll('section, main, div')]
    .filter(e => e && /auto|scroll/.test(getComputedStyle(e).overflowY)
        && e.scrollHeight > e.clientHeight + 1).map(e => e.className)"""
SIZES = """() => [...document.querySelectorAll('.st-key-stage *')].flatMap(e => {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!own || box.width < 2 || getComputedStyle(e).visibility === 'hidden') return [];
    const scale = document.querySelector('.st-key-stage').getBoundingClientRect().height
        / document.querySelector('.st-key-stage').offsetHeight;
    let zoom = 1;
    for (let a = e; a; a = a.parentElement) zoom *= getComputedStyle(a).zoom || 1;
    const role = e.closest('.asked') ? 'asked' : e.closest('.prompt') ? 'prompt'
        : e.closest('.js-plotly-plot, .options, .wall, .questions') ? 'label' : '';
    return [[e.textContent.trim().slice(0, 40), role,
        parseFloat(getComputedStyle(e).fontSize) * scale * zoom * 1080 / innerHeight,
        box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1 && box.left >= -1]];
})"""


@dataclass
class Room:
    facilitator: Facilitator
    code: str
    address: str


@pytest.fixture(scope="module")
def signed_in(app: RunningApp, browser: Browser) -> Facilitator:
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    return facilitator


@pytest.fixture
def room(app: RunningApp, signed_in: Facilitator) -> Room:
    """A workshop in its lobby, on the facilitator's page."""
    stage = AStage.lobby(app)
    signed_in.page.set_viewport_size({"width": 1440, "height": 900})
    signed_in.page.goto(f"{app.base}/facilitate?session={stage.session_id}")
    signed_in.settles()
    view = stage.view
    assert view.code
    return Room(signed_in, view.code, f"{app.base}/q/{view.join_secret}")


def at_the_question(room: Room) -> None:
    room.facilitator.moves_on_to(FIRST)
    room.facilitator.moves_on_to(SECOND)


def press(room: Room, key: str) -> None:
    """As people press: not within the moment in which a key is taken to bounce."""
    room.facilitator.page.wait_for_timeout(250)
    room.facilitator.settles()
    expect(room.facilitator.page.locator("html[data-keys=listening]")).to_be_attached()
    room.facilitator.page.keyboard.press(key)


def switches(room: Room, text: str) -> None:
    expect(room.facilitator.page.locator(".switches")).to_have_text(text)


def somebody_answers(room: Room, browser: Browser) -> None:
    phone = Phone(browser)
    phone.joins(room.address)
    phone.page.locator('input[name="choice"]').first.check()
    phone.sends()
    expect(room.facilitator.page.locator(".answered")).to_have_text("1 of 1 have answered")
    phone.context.close()


def test_a_clicker_moves_the_room(room: Room):
    press(room, "PageDown")
    room.facilitator.is_at(FIRST)
    press(room, "PageDown")
    room.facilitator.is_at(SECOND)

    press(room, "PageUp")

    room.facilitator.is_at(FIRST)


def test_next_closes_and_reveals_before_it_moves_on(room: Room):
    at_the_question(room)

    press(room, "ArrowRight")

    switches(room, "Answers: sealed · Results: shown")
    room.facilitator.is_at(SECOND)


def test_s_closes_and_opens_and_space_shows_and_hides(room: Room):
    at_the_question(room)

    press(room, "s")
    switches(room, "Answers: closed · Results: hidden")
    press(room, "S")
    switches(room, "Answers: open · Results: hidden")
    press(room, "Space")
    switches(room, "Answers: sealed · Results: shown")
    press(room, "Space")
    switches(room, "Answers: sealed · Results: hidden")


def test_a_clicked_button_does_not_take_the_space_key(room: Room):
    at_the_question(room)
    room.facilitator.press("Close answers")
    switches(room, "Answers: closed · Results: hidden")

    press(room, "Space")

    switches(room, "Answers: sealed · Results: shown")


@pytest.mark.parametrize("key", ["b", "."])
def test_b_and_the_clickers_full_stop_blank_the_projector(room: Room, key):
    room.facilitator.moves_on_to(FIRST)

    press(room, key)
    expect(room.facilitator.button("Unblank")).to_be_visible()
    press(room, key)

    expect(room.facilitator.button("Blank")).to_be_visible()


def test_h_opens_and_closes_the_help_and_nothing_moves_meanwhile(room: Room):
    dialog = room.facilitator.page.get_by_role("dialog", name="Keys")
    room.facilitator.moves_on_to(FIRST)

    press(room, "h")
    expect(dialog).to_be_visible()
    press(room, "PageDown")
    press(room, "h")

    expect(dialog).to_have_count(0)
    room.facilitator.is_at(FIRST)


def test_a_clicker_goes_on_while_a_note_is_written_and_what_was_typed_is_kept(room: Room):
    room.facilitator.moves_on_to(FIRST)
    room.facilitator.settles()
    note = room.facilitator.page.get_by_role("textbox", name="Note to self")
    note.click()
    room.facilitator.page.keyboard.type("Speak slower, s b q h .")
    expect(room.facilitator.button("Blank")).to_be_visible()

    press(room, "PageDown")
    room.facilitator.is_at(SECOND)
    press(room, "PageUp")

    room.facilitator.is_at(FIRST)
    expect(note).to_have_value("Speak slower, s b q h .")


def test_signals_and_texts_move_no_button(room: Room, browser: Browser):
    page = room.facilitator.page
    room.facilitator.settles()
    page.locator('[class*="st-key-line_to_come_minute-card"] button').click()
    room.facilitator.press("Go there")
    room.facilitator.is_at("Minute card")
    room.facilitator.settles()
    before = boxes(page)
    phone = Phone(browser)
    phone.joins(room.address)
    phone.page.locator('form#answer [name="text"]').first.fill("less talking")
    phone.sends()
    phone.page.get_by_text("A signal to the facilitator").click()
    phone.page.get_by_role("button", name="Slower").click()
    expect(page.locator(".signal")).to_be_visible()
    phone.context.close()

    stands_still(page)

    assert boxes(page) == before


def boxes(page: Page) -> dict[str, object]:
    keys = ("answers", "results", "next", "back", "undo", "blank", "end")
    return {key: page.locator(f".st-key-{key} button:visible").first.bounding_box() for key in keys}


def test_a_held_key_and_a_trembling_finger_press_once(room: Room):
    page = room.facilitator.page
    room.facilitator.settles()

    page.keyboard.down("PageDown")
    for _ in range(5):
        page.keyboard.down("PageDown")
    page.keyboard.up("PageDown")
    room.facilitator.is_at(FIRST)
    room.facilitator.settles()
    page.locator(".st-key-next button").dblclick()

    room.facilitator.is_at(SECOND)
    room.facilitator.settles()
    switches(room, "Answers: open · Results: hidden")


def test_another_device_looks_twice_a_second_and_follows(room: Room):
    other = room.facilitator.context.new_page()
    other.goto(room.facilitator.page.url)
    expect(other.locator("h2.now")).to_have_text("The lobby")

    press(room, "PageDown")
    room.facilitator.is_at(FIRST)

    expect(other.locator("h2.now")).to_have_text(FIRST)
    # How long a machine takes to draw is measured in benchmarks/press_to_projector.py.
    assert SECONDS_BETWEEN_LOOKS <= 0.5
    other.close()


def test_keys_move_the_room_from_the_projector_of_the_signed_in_facilitator(
    room: Room, browser: Browser
):
    big = room.facilitator.context.new_page()
    big.goto(f"{room.facilitator.base}/projector?code={room.code}")
    for key in ("next", "qr"):
        expect(big.locator(f".st-key-{key} button")).to_be_attached()
    expect(big.locator("html[data-keys=listening]")).to_be_attached()

    other = Projector(browser, room.facilitator.base, room.code)

    def pressed(name: str, selector: str, text: str) -> None:
        """Press, and see on both projectors what it did."""
        big.wait_for_timeout(250)
        expect(big.locator("html[data-keys=listening]")).to_be_attached()
        big.keyboard.press(name)
        for page in (big, other.page):
            expect(page.locator(selector).filter(has_text=text).first).to_be_attached()

    pressed("PageDown", ".head", FIRST)
    pressed("q", ".invite", "Scan the code")
    stands_still(big)
    scrolls = big.evaluate(SCROLLS)
    pressed("q", ".head", FIRST)
    pressed("q", ".invite", "Scan the code")
    pressed("PageDown", ".head", SECOND)
    pressed("PageUp", ".head", FIRST)
    pressed("PageDown", ".head", SECOND)
    pressed(".", ".blank", "A short pause")
    pressed(".", ".head", SECOND)
    pressed("h", ".st-key-stage", SECOND)
    expect(big.locator(".helping")).to_be_visible()
    stands_still(big)
    scrolls += big.evaluate(SCROLLS)
    pressed("h", ".head", SECOND)
    expect(big.locator(".helping")).to_have_count(0)
    big.close()
    other.context.close()

    assert scrolls == []
    # The first PageUp sealed the second step, so its result is shown when the room is back.
    switches(room, "Answers: sealed · Results: shown")


def test_s_and_space_work_on_the_projector_too(room: Room):
    big = room.facilitator.context.new_page()
    big.goto(f"{room.facilitator.base}/projector?code={room.code}")
    at_the_question(room)
    count, notice = big.locator(".count"), big.locator(".notice")
    expect(count).to_have_text("0 of 0 have answered")
    for key, then, seen in (
        ("s", "Answers: closed · Results: hidden", "0 of 0 have answered · answers are closed"),
        ("S", "Answers: open · Results: hidden", "0 of 0 have answered"),
        ("Space", "Answers: sealed · Results: shown", ""),
        ("Space", "Answers: sealed · Results: hidden", ""),
    ):
        stands_still(big)
        big.keyboard.press(key)
        switches(room, then)
        if seen:
            expect(count).to_have_text(seen)
        else:
            expect(notice).to_have_count(1 if "shown" in then else 0)
    big.close()


def test_texts_are_moderated_by_keyboard_alone(room: Room, browser: Browser):
    page = room.facilitator.page
    room.facilitator.settles()
    page.locator('[class*="st-key-line_to_come_everyday-practice"] button').click()
    room.facilitator.press("Go there")
    room.facilitator.is_at("One everyday practice")
    big = Projector(browser, room.facilitator.base, room.code)
    for text in ("the pairs", "less talking", "the break"):
        writes(browser, room, text)
    page.goto(page.url.replace("facilitate", "moderate"))
    expect(page.get_by_text("Needs review: 3")).to_be_visible()

    press(room, "s")
    expect(page.get_by_text("Needs review: 2")).to_be_visible()
    press(room, "1")
    expect(page.get_by_text("Held: 1")).to_be_visible()
    press(room, "r")
    expect(page.get_by_label("Your wording")).to_be_focused()
    # None of these letters may press anything.
    page.keyboard.press("Control+A")
    page.keyboard.type("sr1ul, in other words")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show in these words")).to_be_focused()
    room.facilitator.settles()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Shown: 2")).to_be_visible()
    press(room, "t")
    expect(page.get_by_role("combobox", name="Theme of the text shown last")).to_be_focused()
    page.keyboard.type("Meetings")
    page.keyboard.press("Enter")
    expect(page.get_by_text("in your words · Meetings")).to_be_visible()
    press(room, "u")
    expect(page.get_by_text("in your words · Meetings")).to_have_count(0)
    press(room, "u")
    expect(page.get_by_text("Needs review: 1")).to_be_visible()
    press(room, "PageDown")
    expect(page.get_by_role("button", name="Last one large")).to_be_enabled()
    press(room, "l")

    expect(big.page.locator(".spotlight")).to_be_visible()
    press(room, "PageDown")
    big.sees("A reflex I know in myself")
    big.context.close()


def test_the_first_card_and_what_decides_about_it_need_no_scrolling(
    room: Room, browser: Browser, artifacts: Path
):
    page = room.facilitator.page
    room.facilitator.settles()
    page.locator('[class*="st-key-line_to_come_everyday-practice"] button').click()
    room.facilitator.press("Go there")
    writes(browser, room, "who pays for it " * 12)
    page.goto(page.url.replace("facilitate", "moderate"))
    expect(page.get_by_text("Needs review: 1")).to_be_visible()
    outside, tops = [], []
    for name in screens(page, [*LAPTOPS, (390, 844)]):
        stands_still(page)
        page.screenshot(path=artifacts / f"moderation-{name}.png")
        outside += page.evaluate(OUTSIDE_OF_CARD)
        tops.append(
            page.evaluate("document.querySelector('.st-key-card').getBoundingClientRect().top")
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert outside == []
    assert max(tops) < 200


def writes(browser: Browser, room: Room, text: str) -> None:
    phone = Phone(browser)
    phone.joins(room.address)
    phone.page.locator('form#answer [name="text"]').fill(text.strip())
    phone.sends()
    phone.context.close()


def test_no_page_has_a_serious_barrier(room: Room, browser: Browser):
    big = Projector(browser, room.facilitator.base, room.code)
    stranger = new_context(browser).new_page()
    stranger.goto(room.facilitator.base)
    expect(stranger.get_by_label("Passcode")).to_be_visible()
    at_the_question(room)
    big.sees("I came because")
    room.facilitator.settles()
    found = []
    for page, theme in itertools.product((stranger, room.facilitator.page, big.page), THEMES):
        page.emulate_media(color_scheme=theme)
        stands_still(page)
        found += [
            (theme, barrier["id"], [node["html"][:120] for node in barrier["nodes"]])
            for barrier in Axe().run(page).response["violations"]
            if barrier["impact"] in ("serious", "critical")
        ]
    stranger.context.close()
    big.context.close()

    assert found == []


def test_an_answer_does_not_close_the_open_question(room: Room, browser: Browser):
    at_the_question(room)
    room.facilitator.press("End workshop")
    dialog = room.facilitator.page.get_by_role("dialog")
    expect(dialog).to_be_visible()

    somebody_answers(room, browser)

    expect(dialog).to_be_visible()


def test_no_button_of_the_console_needs_scrolling(room: Room, artifacts: Path):
    page = room.facilitator.page
    outside = []
    for key in ("", "PageDown", "PageDown", "PageDown"):
        if key:
            press(room, key)
        room.facilitator.settles()
        for name in screens(page, LAPTOPS):
            room.facilitator.settles()
            page.screenshot(path=artifacts / f"console-{name}.png")
            outside += page.evaluate(OUTSIDE)

    assert outside == []


def test_the_stage_is_readable_and_never_scrolls(room: Room, browser: Browser, artifacts: Path):
    big = Projector(browser, room.facilitator.base, room.code)
    big.sees("Scan the code")
    found = look(big, artifacts, "lobby")
    at_the_question(room)
    big.sees("I came because")
    found += look(big, artifacts, "question")
    somebody_answers(room, browser)
    press(room, "PageDown")
    expect(big.page.locator(".sentence")).to_be_visible()
    found += look(big, artifacts, "result")
    press(room, "b")
    expect(big.page.locator(".blank")).to_have_count(1)
    found += look(big, artifacts, "blank")
    big.context.close()

    assert found == []


def test_the_lobbys_qr_code_fills_45_percent_of_the_height(room: Room, browser: Browser):
    big = Projector(browser, room.facilitator.base, room.code)
    big.sees("Scan the code")
    heights = []
    for _ in screens(big.page, SCREENS):
        box = big.page.locator(".lobbyqr img").bounding_box()
        assert box is not None
        # 29 of its 37 modules are code, the rest is the white around it.
        heights.append(box["height"] * 29 / 37 / big.page.evaluate("innerHeight"))
    big.context.close()

    assert min(heights) >= 0.45


def screens(page: Page, sizes: list[tuple[int, int]]) -> Iterator[str]:
    """The page on every screen and in every theme, by name."""
    for (width, height), theme in itertools.product(sizes, THEMES):
        page.set_viewport_size(ViewportSize(width=width, height=height))
        page.emulate_media(color_scheme=theme)
        stands_still(page)  # charts are drawn again in the other theme
        yield f"{width}-{theme}"


def look(big: Projector, artifacts: Path, scene: str) -> list[str]:
    """What is too small at 1080p, cut off, or makes the page scroll, on any screen."""
    problems = []
    for screen in screens(big.page, SCREENS):
        name = f"{scene}-{screen}"
        big.page.screenshot(path=artifacts / f"stage-{name}.png")
        problems += [f"{name} scrolls: {cause}" for cause in big.page.evaluate(SCROLLS)]
        for text, role, size, inside in big.page.evaluate(SIZES):
            if size < {"prompt": 56, "asked": 32, "label": 32, "": 26}[role] - 0.01:
                problems.append(f"{name}: {text} at {size:.1f} px")
            if not inside:
                problems.append(f"{name}: {text} is cut off")
    return problems
