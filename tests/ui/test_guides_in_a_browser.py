"""The guides page in a real browser: importing, writing, previewing, and guides from strangers."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.a_room import GUIDE
from tests.browser import stands_still
from tests.journeys.people import Facilitator

SELECT = """(area, words) => {
    const start = area.value.indexOf(words);
    area.focus();
    area.setSelectionRange(start, start + words.length);
}"""
EVIL = "https://evil.example"
FROM_A_STRANGER = f"""{GUIDE}
## Something else

![tracker]({EVIL}/t.png) <img src="{EVIL}/u.png"> <script>fetch("{EVIL}")</script> ![ref][r]

[click](javascript:alert(1)) $x$ :material/home:

[r]: {EVIL}/r.png

<iframe src="{EVIL}"></iframe>

```mermaid
graph TD; A-->B
```
"""


@pytest.fixture
def page(facilitator: Facilitator) -> Page:
    facilitator.page.goto(f"{facilitator.base}/guides")
    facilitator.settles()
    return facilitator.page


def test_a_strangers_guide_is_imported_read_and_reaches_nobody(
    page: Page, facilitator: Facilitator, tmp_path: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    file = tmp_path / "From Elsewhere.md"
    file.write_text(FROM_A_STRANGER, "utf-8")

    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("From Elsewhere.md")).to_be_visible()
    facilitator.press("Import")
    expect(page.get_by_text("Imported as from_elsewhere.md.")).to_be_visible()
    facilitator.press("Read")
    chapter = page.get_by_text("Something else", exact=True)
    expect(chapter).to_be_visible()
    facilitator.settles()
    chapter.click()
    expect(page.get_by_text("graph TD; A-->B")).to_be_visible()
    facilitator.settles()

    assert [url for url in asked if EVIL in url] == []
    stands_still(page)
    inside = page.locator(".stMarkdown").locator("img, iframe, script")
    assert inside.count() == 0
    assert page.locator(".stMarkdown a[href^=javascript]").count() == 0


def test_a_finding_leads_to_its_line_and_mending_it_takes_it_away(
    page: Page, facilitator: Facilitator
) -> None:
    page.locator(".st-key-duplicate_start_with_the_mirror button").click()
    text = page.get_by_role("textbox", name="The guide's text")
    expect(text).to_be_visible()
    facilitator.settles()
    good = text.input_value()
    # Not all of it anew: of a long text, that takes a browser seconds.
    text.evaluate(SELECT, "kind: choice")
    page.keyboard.insert_text("kind: choise")
    text.press("Control+Enter")
    line = good.partition("kind: choice")[0].count("\n") + 1
    finding = page.get_by_role("button", name=f"Line {line}", exact=True)
    expect(finding).to_be_visible()
    facilitator.settles()
    finding.click()

    assert page.evaluate("() => getSelection().toString()") == "kind: choise"
    page.keyboard.insert_text("kind: choice")
    text.press("Control+Enter")
    expect(page.get_by_text("no rule finds anything to improve")).to_be_visible()
    expect(text).to_have_value(good)


def test_lines_are_numbered_as_they_are_counted(page: Page, facilitator: Facilitator) -> None:
    page.locator(".st-key-duplicate_close_to_home button").click()
    text = page.get_by_role("textbox", name="The guide's text")
    expect(text).to_be_visible()
    facilitator.settles()

    lines = len(text.input_value().split("\n"))
    numbered = "\n".join(str(n) for n in range(1, lines + 1))
    assert lines > 3
    expect(page.locator(".workshop-lines pre")).to_have_js_property("textContent", numbered)


def test_the_preview_is_the_real_phone_and_the_real_stage(facilitator: Facilitator) -> None:
    page = facilitator.page
    page.goto(f"{facilitator.base}/guides?guide=start_with_the_mirror&part=s0&activity=why-i-came")
    phone = page.frame_locator(".st-key-preview iframe")
    expect(phone.get_by_role("button", name="Send", exact=True)).to_be_visible()
    stage = page.locator(".st-key-preview_stage")
    expect(stage.get_by_text("Someone I care about is treated unfairly")).to_be_visible()
    facilitator.settles()
    stands_still(page)

    box, inner = stage.bounding_box(), stage.locator(".st-key-stage").bounding_box()
    assert box is not None
    assert inner is not None
    assert abs(inner["width"] - box["width"]) < 4
    assert abs(inner["height"] - box["height"]) < 4
    # The page around the stage is a page: it scrolls, and its menu is there.
    expect(page.get_by_role("link", name="Summary")).to_be_visible()
    phone.get_by_role("button", name="Pass", exact=True).click()
    expect(phone.get_by_role("button", name="Send", exact=True)).to_be_visible()


def test_the_pack_is_downloaded_as_a_file(page: Page, tmp_path: Path) -> None:
    link = page.locator(".st-key-card_close_to_home").get_by_role("link", name="Print")
    with page.expect_download() as download:
        page.evaluate("address => { location.href = address }", link.get_attribute("href"))
    saved = tmp_path / "pack.pdf"
    download.value.save_as(saved)

    assert download.value.suggested_filename == "close_to_home-pack.pdf"
    assert saved.read_bytes().startswith(b"%PDF")
