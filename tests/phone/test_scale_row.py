"""Five or six points of a scale lie in one row where it fits, each large enough for a thumb."""

import pytest
from playwright.sync_api import expect

from tests.phone.test_every_phone import EVERY_KIND

SCALE = 2
THUMB = 44


@pytest.fixture
def phone(site, hand):
    def at(language: str, width: int):
        site.room.start(guide=EVERY_KIND)
        site.room.at(SCALE)
        phone = hand(viewport={"width": width, "height": 640})
        phone.page.goto(f"{phone.room}?language={language}")
        phone.presses_join()
        return phone

    return at


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Strongly disagree", "Strongly agree"),
        ("de", "Stimme gar nicht zu", "Stimme voll zu"),
        ("ar", "لا أوافق بشدة", "أوافق بشدة"),
    ],
)
def test_a_narrow_phone_has_one_row_with_its_ends_named_and_the_chosen_point(
    phone, language, first, last
):
    row = phone(language, 320).page.locator("fieldset.ends").first
    cells = [row.locator("label").nth(place) for place in range(5)]
    boxes = [cell.bounding_box() for cell in cells]
    ends = [row.get_by_text(text, exact=True).bounding_box() for text in (first, last)]
    middle = cells[2].locator("> span")
    hidden = middle.bounding_box()["width"]
    cells[2].click()

    assert len({box["y"] for box in boxes}) == 1
    assert min(side for box in boxes for side in (box["width"], box["height"])) >= THUMB
    # Each below its own end, whatever direction its language has.
    assert (ends[0]["x"] < boxes[2]["x"], ends[1]["x"] > boxes[2]["x"]) == (True, True)
    assert (hidden, middle.bounding_box()["width"] > 100) == (1, True)
    expect(cells[2].locator("input")).to_be_checked()


def test_at_200_percent_the_points_lie_below_each_other(phone):
    row = phone("de", 160).page.locator("fieldset.ends").first
    labels = row.locator("label")

    assert len({labels.nth(place).bounding_box()["y"] for place in range(5)}) == 5
    expect(row.get_by_text("Weder noch")).to_be_visible()
