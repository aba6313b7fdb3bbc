"""What stands beside the stage: the room's questions."""

import re

import pytest
from playwright.sync_api import expect

from modules.domain.ballot import RoundId
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.storage import rounds
from tests.a_room import GUIDE
from tests.phone.a_site import SCRIPT, stage_of

QUESTIONS, TALK = 1, 2
STANDING_GUIDE = (
    GUIDE.replace(
        "### Welcome (5 min)",
        """### Your questions (5 min)

```activity
id: asked
kind: questions
prompt: What would you like to ask?
```

### Welcome (5 min)""",
    )
    .replace("minutes: 60", "minutes: 65")
    .replace("## First (30 min)", "## First (35 min)")
)


@pytest.fixture
def standing(site):
    site.room.start(guide=STANDING_GUIDE)
    site.room.at(QUESTIONS)
    site.room.at(TALK)
    return site


def round_of(phone):
    found = re.search(r'id="standing-(\w+)"', phone.sees())
    assert found
    return found[1]


def ask(phone, text, seq, **more):
    data = {"round": round_of(phone), "seq": seq, "act": "send", "question": text, **more}
    return phone.post(f"/j/{phone.code}/answer", data=data, headers=SCRIPT)


def handles_of(phone):
    return re.findall(r'name="support" value="(\w+)"', phone.sees())


def supported(site, asking):
    """Every handle that lies in the ballot box, once for each phone that supports it."""
    with site.database.read() as db:
        ballots = rounds.ballots_of(db, RoundId(round_of(asking)))
    return [handle for ballot in ballots for handle in ballot.answer["support"]]


def show_all(site):
    for card in site.room.texts.cards:
        site.room.decide(card.handle, TextState.SHOWN)


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


def test_shown_questions_can_be_supported_without_numbers_below_the_smallest_group(standing):
    phones = [standing.phone() for _ in range(4)]
    ask(phones[0], "Who pays for the time?", 1)
    show_all(standing)
    standing.workshop.hub.announce(standing.room.session_id, "stage")

    stage = stage_of(phones[1].sees())

    assert '<span dir="auto">Who pays for the time?</span>' in stage


def test_asking_again_takes_no_support_back(standing):
    asking, phone = standing.phone(), standing.phone()
    ask(asking, "Who pays for the time?", 1)
    show_all(standing)
    (handle,) = handles_of(phone)
    data = {"round": round_of(phone), "act": "send"}
    phone.post(f"/j/{phone.code}/answer", data=data | {"seq": 1, "support": handle})

    ask(phone, "And who gains from it?", 2)

    assert supported(standing, phone) == [handle]


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


def test_support_is_taken_back_without_a_script(standing, hand):
    asking = standing.phone()
    ask(asking, "Who pays for the time?", 1)
    show_all(standing)
    phone = hand(java_script_enabled=False)
    phone.page.goto(phone.room)
    phone.presses("Join")
    phone.page.goto(f"{phone.room}/beside")
    box = phone.page.get_by_role("checkbox", name="Who pays for the time?")
    found = []
    for ticked in (True, False):
        box.set_checked(ticked)
        phone.presses("Send")
        phone.sees("Thank you. Your answer is in.")
        expect(box).to_be_checked(checked=ticked)
        found.append(len(supported(standing, asking)))

    assert found == [1, 0]


def test_support_is_shown_and_taken_back_after_a_reload(standing, hand):
    asking = standing.phone()
    ask(asking, "Who pays for the time?", 1)
    show_all(standing)
    phone = hand()
    phone.page.goto(phone.room)
    phone.presses("Join")
    box = phone.page.get_by_role("checkbox", name="Who pays for the time?")
    send = phone.page.locator("details.standing button[value=send]")
    done = phone.page.locator("details.standing .in")
    phone.page.get_by_text("Your questions").click()
    box.check()
    send.click()
    expect(done).to_be_visible()

    phone.page.reload()
    phone.page.get_by_text("Your questions").click()
    expect(box).to_be_checked()
    box.uncheck()
    send.click()
    expect(done).to_be_visible()
    phone.page.reload()
    phone.page.get_by_text("Your questions").click()

    expect(box).not_to_be_checked()
    assert supported(standing, asking) == []
    assert 'data-supported="' not in standing.phone().sees()


def test_a_page_that_did_not_show_a_tick_takes_no_support_back(standing):
    asking, phone = standing.phone(), standing.phone()
    ask(asking, "Who pays for the time?", 1)
    show_all(standing)
    (handle,) = handles_of(phone)
    answer = f"/j/{phone.code}/answer"
    data = {"round": round_of(phone), "act": "send", "question": "And who gains?"}
    phone.post(answer, data={**data, "seq": 1, "support": handle})
    phone.post(answer, data={**data, "seq": 2})
    kept = supported(standing, asking)
    phone.post(answer, data={**data, "seq": 3, "shown": handle})

    assert (kept, supported(standing, asking)) == ([handle], [])


def test_nothing_stands_so_its_page_leads_back(site):
    phone = site.phone()

    answer = phone.get(f"/j/{site.code}/beside")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/j/{site.code}")


def test_at_the_end_nothing_stands_any_more(standing):
    phone, code = standing.phone(), standing.code
    standing.end()

    page = phone.get(f"/j/{code}").text

    assert ('name="question"' in page, 'id="signals"' in page) == (False, False)


def test_support_is_taken_back_by_unticking(standing, hand):
    asking = standing.phone()
    ask(asking, "Who pays for the time?", 1)
    show_all(standing)
    phone = hand().enters()
    box = phone.page.get_by_role("checkbox", name="Who pays for the time?")
    phone.page.get_by_text("Your questions").click()
    send = phone.page.locator("details.standing button[value=send]")
    done = phone.page.locator("details.standing .in")

    box.check()
    send.click()
    expect(done).to_be_visible()
    first = supported(standing, asking)
    box.uncheck()
    send.click()
    expect(done).to_be_visible()

    assert (len(first), supported(standing, asking)) == (1, [])
    assert phone.wrong == []


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
