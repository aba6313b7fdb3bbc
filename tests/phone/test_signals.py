"""Signals to the facilitator: taps that nobody else sees."""

import pytest
from playwright.sync_api import expect

from modules.live.signals import Level, Signal
from tests.phone.a_hand import offline
from tests.phone.a_site import SCRIPT

PAINT = "button => getComputedStyle(button).backgroundColor"


def test_a_signal_reaches_the_facilitator_as_a_level_only(site):
    phone = site.phone()

    sent = phone.post(f"/j/{site.code}/signal", data={"give": "slower"})

    levels = site.workshop.signals.levels(site.room.session_id)
    assert (sent.status_code, levels[Signal.SLOWER]) == (303, Level.SOME)
    assert '<button name="withdraw" value="slower" aria-pressed="true" data-left=' in phone.sees()
    other = site.phone().sees()
    assert '<button name="give" value="slower" aria-pressed="false" data-left="0">' in other


def test_a_second_tap_takes_the_signal_back(site):
    phone = site.phone()
    given = [
        phone.post(f"/j/{site.code}/signal", data={wanted: "slower"}, headers=SCRIPT).json()
        for wanted in ("give", "withdraw")
    ]

    assert [g["given"] for g in given] == [{"slower": 300}, {}]


def test_taking_back_a_signal_that_has_lapsed_gives_none(site):
    answer = site.phone().post(
        f"/j/{site.code}/signal", data={"withdraw": "slower"}, headers=SCRIPT
    )

    assert (answer.status_code, answer.json()["given"]) == (200, {})
    assert set(site.workshop.signals.levels(site.room.session_id).values()) == {Level.NONE}


def test_every_signal_has_an_answer_of_one_size(site):
    phone = site.phone()
    answers = [
        phone.post(f"/j/{site.code}/signal", data={"give": s.value}, headers=SCRIPT) for s in Signal
    ]

    assert {len(a.content) for a in answers} == {512}


def test_the_phone_says_that_a_single_signal_cannot_be_hidden(site):
    assert "If you are the only one, it can be guessed that it was you." in site.phone().sees()


@pytest.mark.parametrize("signal", ["", "faster", "<b>"])
def test_an_unknown_signal_is_refused(site, signal):
    refused = site.phone().post(f"/j/{site.code}/signal", data={"give": signal})

    assert refused.status_code == 422


def test_whoever_has_not_joined_cannot_signal(site):
    refused = site.phone(joined=False).post(f"/j/{site.code}/signal", data={"give": "slower"})

    assert refused.status_code == 403
    assert set(site.workshop.signals.levels(site.room.session_id).values()) == {Level.NONE}


def test_after_the_end_nobody_signals(site):
    phone, code = site.phone(), site.code
    site.end()

    assert phone.post(f"/j/{code}/signal", data={"give": "slower"}).status_code == 410


def test_a_tapped_signal_shows_as_pressed_and_has_one_size_on_the_wire(hand):
    phone = hand(forced_colors="active").joins()
    phone.page.get_by_text("A signal to the facilitator").click()
    for label in ("Slower, please", "A break, please"):
        phone.presses(label)
        button = phone.page.get_by_role("button", name=label)
        expect(button).to_have_attribute("aria-pressed", "true")
    given, other = (
        phone.page.get_by_role("button", name=label).evaluate(PAINT)
        for label in ("A break, please", "Something hurtful was said")
    )

    assert given != other
    sent = [r.rpartition(" ")[2] for r in phone.sent if "/signal " in r]
    assert [len(body) for body in sent] == [1024, 1024]


def test_a_signal_that_could_not_be_sent_says_so_and_is_not_pressed(hand):
    phone = hand().joins()
    phone.page.get_by_text("A signal to the facilitator").click()
    offline(phone, on=True)
    phone.presses("A break, please")
    button = phone.page.get_by_role("button", name="A break, please")

    expect(phone.page.locator("#said")).to_have_text("Not sent. Please tap again.")
    expect(phone.page.locator("#said")).to_be_in_viewport()
    expect(button).to_have_attribute("aria-pressed", "false")

    offline(phone, on=False)
    phone.presses("A break, please")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(phone.page.locator("#said")).to_be_hidden()


def test_each_signal_lapses_by_its_own_clock_also_after_a_reload(site, hand):
    phone = hand()
    phone.page.clock.install()
    phone.joins()
    phone.page.get_by_text("A signal to the facilitator").click()
    slower = phone.page.get_by_role("button", name="Slower, please")
    pause = phone.page.get_by_role("button", name="A break, please")
    slower.click()
    expect(slower).to_have_attribute("aria-pressed", "true")
    site.room.clock.forward(seconds=200)
    phone.page.clock.run_for(200_000)
    pause.click()
    expect(pause).to_have_attribute("aria-pressed", "true")

    site.room.clock.forward(seconds=101)
    phone.page.clock.run_for(101_000)
    expect(slower).to_have_attribute("aria-pressed", "false")
    expect(pause).to_have_attribute("aria-pressed", "true")

    phone.page.reload()
    phone.page.get_by_text("A signal to the facilitator").click()
    expect(pause).to_have_attribute("aria-pressed", "true")
    phone.page.clock.run_for(200_000)
    expect(pause).to_have_attribute("aria-pressed", "false")
    assert phone.wrong == []
