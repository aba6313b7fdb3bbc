"""Letters of twice the size on the narrowest phone, as set in its browser: nothing runs out."""

import pytest
from playwright.sync_api import expect

from tests.journeys.running_app import ROOT
from tests.phone.test_every_phone import EVERY_KIND, RANKING

GUIDE = (ROOT / "facilitator_guides" / "one_session.md").read_text("utf-8")
AGREEMENTS, UNDECIDED = 3, 12
RUNS_OUT = """() => [document.documentElement, ...document.querySelectorAll('#stage *')]
    .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth && !e.closest('.unseen, .wide'))
    .map(e => `${e.tagName} ${e.className} ${e.scrollWidth - e.clientWidth}`)"""


@pytest.mark.parametrize(
    ("guide", "steps"), [(EVERY_KIND, [RANKING]), (GUIDE, [AGREEMENTS, UNDECIDED])]
)
def test_nothing_runs_out_of_its_box(site, hand, guide, steps):
    site.room.start(guide=guide)
    phone = hand(viewport={"width": 320, "height": 640}).joins()
    letters = phone.context.new_cdp_session(phone.page)
    letters.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    found = []
    for step in steps:
        site.room.at(step)
        expect(phone.page.locator(f'#stage[data-position="{step}"]')).to_be_attached()
        found += phone.page.evaluate(RUNS_OUT)

    assert found == []
