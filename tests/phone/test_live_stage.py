"""The stage follows the room, and what somebody is typing stays."""

from playwright.sync_api import expect

from modules.domain.moves import Move
from tests.a_room import GUIDE, PLAIN, WORDS
from tests.phone.a_hand import offline

NOT_SENT = "What you typed was not sent. It stands below, to copy."


def test_the_stage_follows_without_a_reload(site, hand):
    phone = hand().joins()
    pages = [r for r in phone.sent if r.startswith(f"GET {phone.room} ")]

    site.room.at(PLAIN)
    phone.sees("What brought you here?")
    site.room.move(Move.CLOSE_ANSWERS)
    phone.sees("Answers are closed.")
    site.room.move(Move.SHOW_RESULTS)
    phone.sees("There are too few answers to show.")

    assert [r for r in phone.sent if r.startswith(f"GET {phone.room} ")] == pages
    assert phone.wrong == []


def test_the_new_stage_has_the_focus_and_is_announced_by_its_heading(site, hand):
    phone = hand().joins()

    site.room.at(PLAIN)
    phone.sees("What brought you here?")

    expect(phone.page.locator("#now")).to_be_focused()


def test_what_was_said_to_a_screen_reader_is_not_found_later_as_if_it_were_true(site, hand):
    phone = hand()
    phone.page.clock.install()
    phone.joins()
    site.room.at(PLAIN)
    phone.sees("What brought you here?")

    site.room.move(Move.CLOSE_ANSWERS)
    expect(phone.page.locator("#live")).to_contain_text("Answers are closed.")
    phone.page.clock.run_for(10_000)

    expect(phone.page.locator("#live")).to_have_text("")


def test_the_focus_is_never_lost_when_the_form_goes_away(site, hand):
    site.room.at(WORDS)
    phone = hand().enters()
    heading = phone.page.locator("#now")

    phone.presses("Send")
    phone.sees("Nothing was written yet.")
    expect(heading).to_be_focused()

    offline(phone, on=True)
    phone.page.locator("textarea[name=text]").first.fill("Half a thought")
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")
    expect(heading).to_be_focused()
    offline(phone, on=False)
    phone.sees("Thank you. Your answer is in.")
    expect(phone.page.locator("#thanks")).to_be_focused()


def test_the_focus_is_not_lost_when_answers_close_while_somebody_types(site, hand):
    site.room.at(WORDS)
    phone = hand().enters()
    phone.page.locator("textarea[name=text]").first.fill("Half a thought")

    site.room.move(Move.CLOSE_ANSWERS)
    phone.sees("Answers are closed.")

    expect(phone.page.locator("#now")).to_be_focused()


def test_writing_notes_is_not_interrupted(site, hand):
    phone = hand().joins()
    phone.page.get_by_text("My own notes").click()
    notes = phone.page.get_by_role("textbox", name="My own notes")
    notes.fill("Half a th")

    site.room.at(PLAIN)
    # Said for ten seconds.
    expect(phone.page.locator("#live")).to_have_text("A plain question")
    phone.page.keyboard.type("ought")

    phone.sees("What brought you here?")
    expect(notes).to_have_value("Half a thought")


def test_typing_survives_a_change_that_is_not_about_it(site, hand):
    site.room.at(WORDS)
    phone = hand().enters()
    field = phone.page.locator("textarea[name=text]").first
    field.fill("Half a th")

    room = site.room
    room.time("start")
    expect(phone.page.locator(".timer")).to_be_visible()
    phone.page.keyboard.type("ought")

    expect(field).to_have_value("Half a thought")


def test_half_typed_text_can_be_copied_when_the_room_moves_on(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    phone.page.locator("textarea[name=text]").first.fill("Half a thought")
    site.room.at(PLAIN)

    expect(phone.page.get_by_label("What you typed, to copy:")).to_have_value("Half a thought")
    expect(phone.page.get_by_role("alert")).to_have_text(NOT_SENT)
    phone.presses("Clear")
    expect(phone.page.get_by_role("alert")).to_have_count(0)
    expect(phone.page.locator("#kept-text")).to_have_value("")


def test_a_reopened_question_still_holds_what_was_typed(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    field = phone.page.locator("textarea[name=text]").first
    field.fill("Half a thought")
    site.room.move(Move.CLOSE_ANSWERS)
    expect(field).to_be_hidden()
    expect(phone.page.get_by_role("alert")).to_have_text(NOT_SENT)

    site.room.move(Move.OPEN_ANSWERS)

    expect(field).to_be_visible()
    expect(field).to_have_value("Half a thought")
    expect(phone.page.locator("#live")).to_have_text(
        "Answers are open. What would you like to keep?"
    )
    expect(phone.page.get_by_text("What you typed").locator("visible=true")).to_have_count(0)


def test_the_opening_of_a_round_at_the_same_step_is_announced_with_its_question(site, hand):
    site.room.start(guide=GUIDE.replace("id: plain\n", "id: plain\nopens: by hand\n"))
    site.room.at(PLAIN)
    phone = hand().enters()

    site.room.move(Move.OPEN_ANSWERS)

    expect(phone.page.locator("#live")).to_have_text("Answers are open. What brought you here?")


def test_a_phone_that_was_away_comes_back_where_the_room_is(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.sees("What brought you here?")
    offline(phone, on=True)
    site.room.at(WORDS)
    offline(phone, on=False)

    phone.sees("What would you like to keep?")


def test_a_phone_loads_the_page_and_the_stream_and_nothing_else(site, hand):
    site.room.at(PLAIN)
    phone = hand()
    stream = f"{phone.room}/events?*"
    with phone.page.expect_request(stream):
        phone.enters()
    phone.sent.clear()

    with phone.page.expect_request(stream):
        phone.page.reload()
    phone.sees("What brought you here?")

    assert [r.split("?")[0].split()[1] for r in phone.sent] == [phone.room, f"{phone.room}/events"]
