"""A facilitator rehearses alone: two clicks, people come, and nothing is left of them."""

import re

from playwright.sync_api import expect

from tests.journeys.people import Facilitator, Projector

TITLE = "Start with the mirror"


def test_a_rehearsal_from_the_start_page_to_nothing_left(app, browser, artifacts):
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    facilitator.page.get_by_role("combobox", name="Guide").click()
    facilitator.page.get_by_role("option", name=TITLE).click()
    facilitator.settles()
    facilitator.page.get_by_text("Rehearse with invented participants").click()
    # As fast as it goes: the end of the slider.
    facilitator.page.get_by_role("slider", name="Speed").press("End")
    facilitator.press("Start the rehearsal")

    code = facilitator.code_of_the_room()
    expect(facilitator.page.locator(".ribbon")).to_have_text("Rehearsal")
    for title in ("Welcome, and what happens to your answers", "Why I came"):
        facilitator.press("Next")
        facilitator.is_at(title)
    facilitator.sees_answered(20, 20)
    facilitator.press("Next")
    # Opened only now: it would be drawn for each of the twenty who join and answer.
    projector = Projector(browser, app.base, code)
    projector.sees("Rehearsal: invented participants")
    projector.sees_results()
    facilitator.keeps_a_picture(artifacts / "rehearsal-console.png")
    projector.keeps_a_picture(artifacts / "rehearsal-projector.png")

    facilitator.opens("Start")
    facilitator.press("Stop and delete")

    facilitator.sees(f"The rehearsal of “{TITLE}” was stopped and erased.")
    facilitator.sees("No workshop is running.")
    expect(projector.page.get_by_text(re.compile("no longer exists"))).to_be_visible()
