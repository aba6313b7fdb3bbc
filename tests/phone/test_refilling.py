"""What is refused comes back as it was filled in, with the place to go on and why."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.phone.a_site import ASite, stage_of
from tests.phone.test_every_phone import EVERY_KIND

SEVERAL, STAND, WORDS, TEXTS, ORDER, WEIGHTS, STORY = range(1, 8)
LONG = "x" * 31
FILLED = re.compile(r"<(?:input|select|textarea)[^>]* name=[^>]*>(?:<option.*?</select>)?\n?[^<]*")


def refused(site: ASite, position: int, fields: dict[str, Any]) -> str:
    site.room.start(guide=EVERY_KIND)
    site.room.at(position)
    answer = site.phone().sends(**fields)
    assert answer.status_code == 422
    return stage_of(answer.text)


def held(stage: str) -> dict[str, list[str]]:
    """Field -> what is in it, ticked or chosen, as the page has it."""
    found: dict[str, list[str]] = {}
    for field in FILLED.findall(stage.partition('<form class="answer')[2].partition("</form")[0]):
        name = re.search(r' name="([^"]+)"', field)
        ticks = "checkbox" in field or "radio" in field
        value = re.search(r' value="([^"]*)"|<option selected>(\w*)|<textarea[^>]*>\n(.+)', field)
        if (
            name
            and value
            and name[1] not in ("round", "act")
            and (not ticks or " checked" in field)
        ):
            found.setdefault(name[1], []).append(next(filter(None, value.groups())))
    return found


@pytest.mark.parametrize(
    ("position", "fields", "at"),
    [
        (SEVERAL, {"choice": ["a", "c", "d"]}, 'name="choice" value="a"'),
        (STAND, {"s1": ["2"]}, 'name="s2" value="1"'),
        (WORDS, {"word": ["courage", LONG]}, 'name="word"'),
        (TEXTS, {"text": ["x" * 281, "A <b>bold</b> & long one"]}, 'name="text"'),
        (ORDER, {f"place-{item}": ["2"] for item in "abcd"}, 'name="place-a"'),
        (ORDER, {"place-a": ["2"], "place-b": ["1"]}, 'name="place-c"'),
        (WEIGHTS, {"points-a": ["40"], "points-b": ["50"], "points-c": ["0"]}, 'name="points-a"'),
        (WEIGHTS, {"points-a": ["40"], "points-b": ["5.5"]}, 'name="points-b"'),
        (STORY, {"choice": ["z"]}, 'name="choice" value="a"'),
    ],
)
def test_every_kind_comes_back_as_it_was_filled_in(site, position, fields, at):
    stage = refused(site, position, fields)

    escaped = "A &lt;b&gt;bold&lt;/b&gt; &amp; long one"
    back = {n: [escaped if "<b>" in v else v for v in values] for n, values in fields.items()}
    assert held(stage) == {n: v for n, v in back.items() if v != ["z"]}
    (pointed,) = re.findall(r'<[^>]* autofocus aria-describedby="said">', stage)
    assert at in pointed


def test_a_question_that_was_asked_is_not_filled_in_for_anybody_else(site):
    refused(site, WEIGHTS, {"points-a": "40"})

    assert held(stage_of(site.phone().sees())) == {}


def test_without_a_script_the_sentence_belongs_to_the_field_that_has_the_focus(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(WEIGHTS)
    small = {"width": 320, "height": 568}
    phone = hand(java_script_enabled=False, viewport=small).enters()
    fields = phone.page.locator("[data-points] input")
    fields.nth(0).fill("40")
    fields.nth(1).fill("50")
    phone.presses("Send")

    expect(fields.nth(2)).to_be_focused()
    expect(fields.nth(2)).to_have_accessible_description(
        "These are 90 points. Please give out exactly 100."
    )
    expect(phone.page.locator("#said")).to_be_in_viewport(ratio=1)
    fields.nth(2).fill("10")
    phone.presses("Send")
    phone.sees("Thank you. Your answer is in.")
    assert site.view.answered == 1


def test_where_a_script_runs_nothing_of_it_comes_back_after_sending(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(WEIGHTS)
    phone = hand().enters()
    fields = phone.page.locator("[data-points] input")
    fields.nth(0).fill("40")
    # Pressed before the script was there.
    phone.page.evaluate("document.forms.answer.submit()")
    expect(phone.page.locator("#said")).to_be_visible()
    expect(fields.nth(0)).to_have_value("40")
    expect(phone.page.locator("[data-points] input[value]")).to_have_count(0)
    fields.nth(1).fill("60")
    phone.presses("Send")
    phone.sees("Thank you. Your answer is in.")

    expect(fields.nth(0)).to_have_value("")
