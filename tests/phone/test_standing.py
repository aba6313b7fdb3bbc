"""What stands beside the stage: the room's questions."""

from playwright.sync_api import expect

from modules.domain.moves import Move
from tests.phone.a_standing import QUESTIONS, STANDING_GUIDE, ask, round_of, show_all


def test_questions_can_be_asked_while_something_else_is_on_the_stage(standing):
    phone = standing.phone()

    sent = ask(phone, "Who pays for the time?", 1)

    page = phone.sees()
    assert (sent.status_code, "Listen for a moment." in page) == (200, True)
    assert 'name="question"' in page
    assert [c.text for c in standing.room.texts.cards] == ["Who pays for the time?"]


def test_the_next_seq_of_a_standing_round_is_on_the_page(standing):
    phone = standing.phone()
    round_id = round_of(phone)
    ask(phone, "Who pays for the time?", 1)

    assert f'form="standing-{round_id}" data-round="{round_id}" value="2">' in phone.sees()


def test_at_their_own_step_the_questions_are_open_once(site):
    site.room.start(guide=STANDING_GUIDE)
    site.room.at(QUESTIONS)

    page = site.phone().sees()

    assert page.count('name="question"') == 1
    assert 'class="fold standing scripted" data-open="yes" open>' in page


def test_moving_on_by_next_leaves_the_questions_open(site):
    site.room.start(guide=STANDING_GUIDE)
    site.room.move(Move.NEXT)
    site.room.move(Move.NEXT)

    page = site.phone().sees()

    assert ('name="question"' in page, 'data-position="2"' in page) == (True, True)


def test_a_question_is_on_no_phone_before_a_moderator_showed_it(standing):
    phone, other = standing.phone(), standing.phone()
    ask(phone, "Who pays for the time?", 1)

    assert "Who pays" not in phone.sees() + other.sees()


def test_a_later_question_whose_receipt_was_lost_is_acknowledged_again(standing):
    phone = standing.phone()
    ask(phone, "Who pays for the time?", 1)
    first, again = (ask(phone, "And who gains from it?", 2) for _ in range(2))

    assert (first.json(), again.json()) == ({"state": "in", "seq": 2, "say": ""},) * 2
    assert ask(phone, "Something else", 2).json()["state"] == "newer"
    assert len(standing.room.texts.cards) == 2


def test_a_question_that_is_refused_is_in_its_field_again(standing):
    phone = standing.phone()
    data = {"round": round_of(phone), "seq": 1, "act": "send", "question": "é" * 281}

    refused = phone.post(f"/j/{phone.code}/answer", data=data)

    assert refused.status_code == 422
    assert f">\n{'é' * 281}</textarea>" in refused.text


def test_without_a_script_the_stage_refreshes_and_what_stands_has_its_own_page(standing):
    phone = standing.phone()
    page, beside = phone.sees(), phone.sees("/beside")

    refreshes = ['http-equiv="refresh"' in text for text in (page, beside)]
    assert refreshes == [True, False]
    leads = f'<a class="button" href="/j/{phone.code}/beside" lang="en" dir="ltr">Your questions'
    assert f"<noscript><p>{leads}" in page
    assert beside.count('name="question"') == 1


def test_a_question_asked_without_a_script_is_acknowledged(standing, hand):
    phone = hand(java_script_enabled=False)
    phone.page.goto(phone.room)
    phone.presses("Join")
    expect(phone.page.get_by_role("textbox")).to_be_hidden()
    phone.page.get_by_role("link", name="Your questions").click()
    phone.page.get_by_label("Your question").fill("é" * 281)
    phone.page.locator("textarea").evaluate("field => field.removeAttribute('maxlength')")
    phone.page.get_by_label("Your question").fill("é" * 281)
    phone.presses("Send")
    expect(phone.page.get_by_label("Your question")).to_have_value("é" * 281)
    phone.page.get_by_label("Your question").fill("Who pays for the time?")
    phone.presses("Send")

    phone.sees("Thank you. Your answer is in.")
    phone.page.get_by_role("link", name="Back to the workshop").click()
    phone.sees("Listen for a moment.")
    assert [c.text for c in standing.room.texts.cards] == ["Who pays for the time?"]


def test_nothing_stands_so_its_page_leads_back(site):
    phone = site.phone()

    answer = phone.get(f"/j/{site.code}/beside")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/j/{site.code}")


def test_at_the_end_nothing_stands_any_more(standing):
    phone, code = standing.phone(), standing.code
    standing.end()

    page = phone.get(f"/j/{code}").text

    assert ('name="question"' in page, 'id="signals"' in page) == (False, False)


def test_a_half_typed_question_survives_moves_of_the_stage_and_new_questions(standing, hand):
    other = standing.phone()
    phone = hand().enters()
    phone.page.get_by_text("Your questions").first.click()
    field = phone.page.locator("textarea[name=question]")
    field.fill("Who decides ab")

    standing.room.move(Move.NEXT)
    phone.sees("What brought you here?")
    expect(field).to_be_focused()
    ask(other, "Who pays for the time?", 1)
    show_all(standing)
    standing.workshop.hub.announce(standing.room.session_id, "stage")
    phone.sees("Who pays for the time?")
    expect(field).to_be_focused()
    phone.page.keyboard.type("out this?")
    phone.page.get_by_label("Who pays for the time?").check()
    phone.page.locator(".standing button").click()

    expect(phone.page.locator(".standing .in")).to_be_visible()
    expect(field).to_have_value("")
    assert "Who decides about this?" in [c.text for c in standing.room.texts.cards]
    assert phone.wrong == []
