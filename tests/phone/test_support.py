"""Support for the room's questions: given, taken back, never in numbers too small."""

from playwright.sync_api import expect

from tests.phone.a_site import stage_of
from tests.phone.a_standing import ask, handles_of, round_of, show_all, supported


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
