"""`kill -9` in the middle of a workshop: the acknowledged answers are there, everyone is back."""

from playwright.sync_api import Browser, BrowserContext, expect

from tests.journeys import answers
from tests.journeys.a_room import QUESTION, a_room_at_the_first_question
from tests.journeys.people import Facilitator, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import AStage

SAID = "Reconnecting, nothing is lost."
WHILE_AWAY = """() => getComputedStyle(
    document.querySelector('[data-testid="stDialog"] section'), '::after').content"""


def test_a_crash_in_the_middle_loses_nothing_that_was_acknowledged(
    one_app: RunningApp, signed_in: Facilitator, big_screen: BrowserContext, browser: Browser
) -> None:
    app, facilitator = one_app, signed_in
    room = a_room_at_the_first_question(app, facilitator, browser, count=7, answered=5)
    phones, projector = room.phones, Projector.on(big_screen, app.base, room.code)
    projector.sees(QUESTION.prompt)
    acknowledged, late, without_scripts = phones[:5], phones[5], phones[6]
    late.fills_in(answers.answer_of(QUESTION, 5))

    app.kill()
    late.tries_to_send()
    expect(facilitator.page.get_by_test_id("stDialog")).to_be_visible()
    assert SAID in facilitator.page.evaluate(WHILE_AWAY)
    expect(projector.page.get_by_test_id("stDialog")).to_be_hidden()
    projector.sees(QUESTION.prompt)
    app.start()

    late.is_thanked()
    without_scripts.sees_the_form(QUESTION.prompt)
    without_scripts.fills_in(answers.answer_of(QUESTION, 6))
    without_scripts.sends()
    for phone in acknowledged:
        phone.page.reload()
        phone.is_thanked()
    # Both big pages come back by themselves.
    expect(facilitator.page.get_by_test_id("stDialog")).to_have_count(0)
    facilitator.is_at(QUESTION.title)
    facilitator.sees_answered(7, 7)
    facilitator.shows_results()
    projector.sees_results()
    for phone in phones:
        phone.sees_results()
        assert phone.table(QUESTION.prompt) == answers.counted(QUESTION, people=7)
    projector.is_left()


def test_after_a_restart_strangers_see_the_sign_in_and_nothing_else(
    one_app: RunningApp, signed_in: Facilitator, big_screen: BrowserContext
) -> None:
    AStage.lobby(one_app)
    stranger = big_screen.pages[0]
    signed_in.page.goto("about:blank")
    addresses = ("", "facilitate", "summary")

    for address in addresses:
        # Nobody is there who would come back before them.
        stranger.goto("about:blank")
        one_app.kill()
        one_app.start()
        stranger.goto(f"{one_app.base}/{address}")
        expect(stranger.get_by_label("Passcode")).to_be_visible()
        assert "Start with the mirror" not in stranger.content()
