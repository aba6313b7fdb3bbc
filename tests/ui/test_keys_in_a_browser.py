"""The console, the projector and moderation by key, in a real browser."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from modules.server.news import SECONDS_BETWEEN_LOOKS
from tests.browser import stands_still
from tests.journeys import answers
from tests.journeys.people import LAPTOP, Facilitator, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import FIRST, SECOND, Room, press, somebody_answers, switches
from tests.ui.a_stage import AStage
from tests.ui.measuring import SCROLLS


def test_a_clicker_moves_the_room(room: Room):
    press(room, "PageDown")
    room.facilitator.is_at(FIRST)
    press(room, "PageDown")
    room.facilitator.is_at(SECOND)

    press(room, "PageUp")

    room.facilitator.is_at(FIRST)


def test_next_closes_and_reveals_before_it_moves_on(asked: Room):
    press(asked, "ArrowRight")

    switches(asked, "Answers: sealed · Results: too few")
    asked.facilitator.is_at(SECOND)


def test_s_closes_and_opens_and_space_shows_and_hides(asked: Room):
    press(asked, "s")
    switches(asked, "Answers: closed · Results: hidden")
    press(asked, "S")
    switches(asked, "Answers: open · Results: hidden")
    press(asked, "Space")
    switches(asked, "Answers: sealed · Results: too few")
    press(asked, "Space")
    switches(asked, "Answers: sealed · Results: hidden")


def test_a_clicked_button_does_not_take_the_space_key(asked: Room):
    asked.facilitator.press("Close answers")
    switches(asked, "Answers: closed · Results: hidden")

    press(asked, "Space")

    switches(asked, "Answers: sealed · Results: too few")


def test_the_focus_is_seen_on_a_control_and_on_nothing_else(room: Room):
    page = room.facilitator.page
    frame = "part => getComputedStyle(document.activeElement, part || undefined).boxShadow"
    room.facilitator.settles()
    page.locator("h2.now").click()
    page.keyboard.press("Shift")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    around_the_page = page.evaluate(frame, "::before")

    page.keyboard.press("Tab")

    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    assert around_the_page == "none"
    assert page.evaluate(frame, "") != "none"


@pytest.mark.parametrize("key", ["b", "."])
def test_b_and_the_clickers_full_stop_blank_the_projector(welcomed: Room, key):
    press(welcomed, key)
    expect(welcomed.facilitator.button("Unblank")).to_be_visible()
    press(welcomed, key)

    expect(welcomed.facilitator.button("Blank")).to_be_visible()


def test_h_opens_and_closes_the_help_and_nothing_moves_meanwhile(welcomed: Room):
    dialog = welcomed.facilitator.page.get_by_role("dialog", name="Keys")

    press(welcomed, "h")
    expect(dialog).to_be_visible()
    press(welcomed, "PageDown")
    press(welcomed, "h")

    expect(dialog).to_have_count(0)
    welcomed.facilitator.is_at(FIRST)


def test_a_clicker_goes_on_while_a_note_is_written_and_what_was_typed_is_kept(welcomed: Room):
    note = welcomed.facilitator.page.get_by_role("textbox", name="Note to self")
    note.click()
    welcomed.facilitator.page.keyboard.type("Speak slower, s b q h .")
    expect(welcomed.facilitator.button("Blank")).to_be_visible()

    press(welcomed, "PageDown")
    welcomed.facilitator.is_at(SECOND)
    press(welcomed, "PageUp")

    welcomed.facilitator.is_at(FIRST)
    # Until then the field of the step before may be there, too.
    welcomed.facilitator.settles()
    expect(note).to_have_value("Speak slower, s b q h .")


def test_a_held_key_and_a_trembling_finger_press_once(room: Room):
    page = room.facilitator.page
    room.facilitator.settles()
    expect(page.locator("html[data-keys=listening]")).to_be_attached()

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


def test_another_device_looks_several_times_a_second_and_follows(room: Room):
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
    app: RunningApp, facilitator: Facilitator, big_screen: BrowserContext
):
    stage = AStage.lobby(app)
    code = stage.view.code
    assert code
    big = facilitator.page
    big.set_viewport_size(LAPTOP)
    big.emulate_media(color_scheme="light")
    big.goto(f"{app.base}/projector?code={code}")
    for key in ("next", "qr"):
        expect(big.locator(f".st-key-{key} button")).to_be_attached()
    expect(big.locator("html[data-keys=listening]")).to_be_attached()

    other = Projector.on(big_screen, app.base, code)

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
    other.is_left()

    assert scrolls == []
    # The first PageUp sealed the second step, so its result is shown when the room is back.
    big.goto(f"{app.base}/facilitate?session={stage.session_id}")
    facilitator.sees_switches("Answers: sealed · Results: too few")


def test_s_and_space_work_on_the_projector_too(asked: Room):
    big = asked.facilitator.context.new_page()
    big.goto(f"{asked.facilitator.base}/projector?code={asked.code}")
    count, notice = big.locator(".count"), big.locator(".notice")
    expect(count).to_have_text("0 of 0 have answered")
    for key, then, seen in (
        ("s", "Answers: closed · Results: hidden", "0 of 0 have answered · answers are closed"),
        ("S", "Answers: open · Results: hidden", "0 of 0 have answered"),
        ("Space", "Answers: sealed · Results: too few", ""),
        ("Space", "Answers: sealed · Results: hidden", ""),
    ):
        stands_still(big)
        big.keyboard.press(key)
        switches(asked, then)
        if seen:
            expect(count).to_have_text(seen)
        else:
            expect(notice).to_have_count(1 if "too few" in then else 0)
    big.close()


def test_texts_are_moderated_by_keyboard_alone(
    app: RunningApp, facilitator: Facilitator, big_screen: BrowserContext
):
    stage = AStage.lobby(app)
    stage.at([activity.id for activity in answers.activities()].index("everyday-practice") + 1)
    for text in ("the pairs", "less talking", "the break"):
        stage.answer(stage.join(), {"text": [text]})
    code, page = stage.view.code, facilitator.page
    assert code
    room = Room(facilitator, code, "")
    page.goto(f"{app.base}/moderate?session={stage.session_id}")
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
    big = Projector.on(big_screen, app.base, code)
    big.sees("One everyday practice")
    press(room, "l")

    expect(big.page.locator(".spotlight")).to_be_visible()
    press(room, "PageDown")
    big.sees("A reflex I know in myself")
    big.is_left()


def test_an_answer_does_not_close_the_open_question(asked: Room, browser: Browser):
    asked.facilitator.press("End workshop")
    dialog = asked.facilitator.page.get_by_role("dialog")
    expect(dialog).to_be_visible()

    somebody_answers(asked, browser)

    expect(dialog).to_be_visible()
