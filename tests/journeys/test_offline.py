"""A phone without a network for a while: nothing typed is lost, nothing is counted twice."""

from playwright.sync_api import Browser, expect

from tests.journeys import answers
from tests.journeys.a_room import QUESTION, a_room_at_the_first_question
from tests.journeys.people import Facilitator
from tests.journeys.running_app import RunningApp


def test_an_answer_given_offline_is_sent_once_when_the_network_is_back(
    one_app: RunningApp, signed_in: Facilitator, browser: Browser
) -> None:
    room = a_room_at_the_first_question(one_app, signed_in, browser, count=2)
    facilitator, (phone, other) = room.facilitator, room.phones
    phone.context.set_offline(True)
    phone.fills_in(answers.answer_of(QUESTION, 0))
    phone.tries_to_send()
    other.fills_in(answers.answer_of(QUESTION, 1))
    other.sends()
    facilitator.sees_answered(1, 2)

    phone.context.set_offline(False)

    phone.is_thanked()
    facilitator.sees_answered(2, 2)
    facilitator.shows_results()
    phone.sees_results()
    assert phone.table(QUESTION.prompt) == answers.counted(QUESTION, people=2)


def test_a_phone_that_comes_back_is_where_the_room_is_and_knows_that_it_answered(
    one_app: RunningApp, signed_in: Facilitator, browser: Browser
) -> None:
    room = a_room_at_the_first_question(one_app, signed_in, browser, count=2)
    facilitator, (phone, other) = room.facilitator, room.phones
    for person, each in enumerate((phone, other)):
        each.fills_in(answers.answer_of(QUESTION, person))
        each.sends()
    phone.context.set_offline(True)
    facilitator.closes_answers()

    phone.context.set_offline(False)
    phone.sees("Answers are closed.")
    facilitator.press("Open answers")

    phone.is_thanked()
    phone.page.reload()
    phone.is_thanked()
    expect(phone.page.locator("form#answer :checked")).to_have_count(0)


def test_an_answer_that_comes_too_late_is_refused_and_says_so(
    one_app: RunningApp, signed_in: Facilitator, browser: Browser
) -> None:
    room = a_room_at_the_first_question(one_app, signed_in, browser, count=2)
    facilitator, (phone, other) = room.facilitator, room.phones
    phone.context.set_offline(True)
    phone.fills_in(answers.answer_of(QUESTION, 0))
    phone.tries_to_send()
    other.fills_in(answers.answer_of(QUESTION, 1))
    other.sends()
    facilitator.shows_results()

    phone.context.set_offline(False)

    phone.sees("This question is closed. Your answer was not counted.")
    phone.sees_results()
    facilitator.sees("1 of 1")
