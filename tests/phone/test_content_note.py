"""A content note comes before its question, and reflecting for oneself is an equal choice."""

import re

import pytest
from playwright.sync_api import expect

from modules.domain.moves import Move
from tests.phone.a_hand import THANKS
from tests.phone.a_site import stage_of
from tests.phone.test_every_phone import EVERY_KIND

NOTE = "This question can bring up something painful. You may pass, and you may step out."
QUESTION = "When told that I hurt someone, my first impulse is …"
TALK_NOTED = EVERY_KIND.replace(
    "id: for-myself\n", f'id: for-myself\ncontent_note: "{NOTE}"\n'
).replace("id: tables\n", f'id: tables\ncontent_note: "{NOTE}"\n')
NOTED, FOR_MYSELF, TABLES = 1, 8, 10


@pytest.fixture
def noted(site):
    site.room.start(guide=EVERY_KIND)
    site.room.at(NOTED)
    return site


def come_in(phone):
    phone.page.goto(phone.room)
    phone.presses("Join")
    phone.sees(NOTE)
    return phone


@pytest.mark.parametrize("scripts", [True, False])
def test_the_note_comes_first_with_two_equal_choices(noted, hand, scripts):
    phone = come_in(hand(java_script_enabled=scripts))
    show, reflect = (
        phone.page.get_by_role("button", name=name, exact=True).bounding_box()
        for name in ("Show the question", "Reflect for myself")
    )

    assert (show["width"], show["height"], show["y"]) == (
        *(reflect["width"], reflect["height"], reflect["y"]),
    )
    expect(phone.page.get_by_text(QUESTION).first).to_be_hidden()

    phone.presses("Show the question")
    phone.page.get_by_label("make a joke").check()
    phone.presses("Send")
    phone.sees(THANKS)
    assert noted.view.answered == 1
    assert phone.wrong == []


def test_reflecting_is_a_pass_of_the_same_size_and_what_is_written_stays_here(noted, hand):
    phone = come_in(hand())
    phone.presses("Reflect for myself")
    phone.sees(THANKS)
    field = phone.page.get_by_label("Only for you")
    field.fill("What I did then")
    phone.page.reload()
    expect(field).to_have_value("What I did then")
    expect(phone.page.locator(".self legend")).to_have_text(QUESTION)
    expect(phone.page.locator(".self legend")).to_be_visible()

    (body,) = phone.bodies()
    assert (len(body), "act=pass" in body) == (1024, True)
    assert [r for r in phone.sent if "What" in r] == []
    for _ in range(5):
        noted.phone().sends(choice="a")
    noted.room.move(Move.SHOW_RESULTS)
    assert "1 passed." in noted.phone().sees()


@pytest.mark.usefixtures("noted")
def test_whoever_looks_on_cannot_tell_who_reflects(hand):
    seen = []
    for button in ("Reflect for myself", "Send"):
        phone = come_in(hand())
        if button == "Send":
            phone.presses("Show the question")
            phone.page.get_by_label("make a joke").check()
        phone.presses(button)
        phone.sees(THANKS)
        seen.append(phone.page.locator("#stage").inner_text())

    assert seen[0] == seen[1]


def test_without_a_script_reflecting_says_that_nothing_is_kept(noted, hand):
    phone = come_in(hand(java_script_enabled=False))
    phone.presses("Reflect for myself")
    phone.sees(THANKS)

    expect(phone.page.locator(".self legend")).to_be_visible()
    expect(phone.page.locator(".self .notice")).to_be_visible()
    expect(phone.page.locator(".self textarea")).to_be_hidden()
    assert noted.view.answered == 1


def test_asking_for_one_question_shows_no_other_behind_its_note(noted, hand):
    phone = come_in(hand(java_script_enabled=False))
    phone.presses("Show the question")
    noted.room.move(Move.SHOW_RESULTS)
    noted.room.move(Move.ASK_AGAIN)
    phone.page.goto(phone.page.url)

    expect(phone.page.get_by_text(QUESTION).first).to_be_hidden()


def test_a_shown_question_stays_when_the_stage_changes_around_it(noted, hand):
    phone = come_in(hand())
    phone.presses("Show the question")
    phone.page.get_by_label("make a joke").check()

    noted.room.move(Move.CLOSE_ANSWERS)
    phone.sees("Answers are closed.")
    noted.room.move(Move.OPEN_ANSWERS)

    expect(phone.page.get_by_label("make a joke")).to_be_visible()


def test_a_question_without_a_note_is_there_at_once(site):
    site.room.start(guide=EVERY_KIND)
    site.room.at(NOTED + 1)

    stage = stage_of(site.phone().sees())

    assert ("Show the question" in stage, 'class="answer"' in stage) == (False, True)


@pytest.mark.parametrize("position", [FOR_MYSELF, TABLES])
def test_what_collects_nothing_has_its_note_too(site, position):
    site.room.start(guide=TALK_NOTED.replace("report: true\n", ""))
    site.room.at(position)

    stage = stage_of(site.phone().sees())

    assert stage.index(NOTE) < stage.index("<textarea" if position == FOR_MYSELF else "Talk in")


def test_a_talk_whose_report_is_opened_later_says_what_to_do_and_not_to_look_up(site):
    by_hand = EVERY_KIND.replace("report: true\n", "report: true\nopens: by hand\n")
    site.room.start(guide=by_hand)
    site.room.at(TABLES)

    stage = stage_of(site.phone().sees())

    assert "Nothing to do on this phone right now." not in stage
    assert stage.index("Talk in your group.") < stage.index("One speaks, the others listen.")


def test_steps_stand_below_the_instruction_also_where_a_report_is_asked_for(site):
    site.room.start(guide=EVERY_KIND)
    site.room.at(TABLES)

    stage = stage_of(site.phone().sees())

    found = [stage.index(t) for t in ("Talk first.", "One speaks, the others", "What did your")]
    assert found == sorted(found)
    assert len(re.findall('<ol class="steps"', stage)) == 1


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("scripts", [True, False])
def test_the_enter_key_sends_what_is_chosen_and_passes_nothing(hand, scripts):
    phone = come_in(hand(java_script_enabled=scripts))
    phone.presses("Show the question")
    phone.page.get_by_label("make a joke").check()
    phone.page.get_by_label("make a joke").press("Enter")
    phone.sees(THANKS)

    assert "act=send" in phone.bodies()[0]
