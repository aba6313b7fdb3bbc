"""The results page in a real browser: pictures for slides, and nothing that leaks."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from struct import unpack
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from modules.actions import planning
from modules.domain.colours import colours
from modules.ui.reading.downloads import in_words
from tests.a_pulse import held
from tests.browser import stands_still
from tests.journeys.people import LAPTOP, Facilitator
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import AStage

PNG = b"\x89PNG\r\n\x1a\n"
COPIED = """async () => {
    const [item] = await navigator.clipboard.read();
    const bytes = await (await item.getType("image/png")).arrayBuffer();
    return [...new Uint8Array(bytes)];
}"""


@pytest.fixture(scope="module")
def results(app: RunningApp) -> str:
    """Where the results of the second session of a series are."""
    room = AStage.lobby(app)
    room.clock.time = datetime.now(UTC) - timedelta(days=30)
    held(room, retention_days=300)
    room.clock.forward(days=30)
    held(room, before="224455", after="444455")
    planning.write_note(
        room.tools, acting=room.acting, session_id=room.session_id, key="want", text="Slower."
    )
    return f"{app.base}/summary?session={room.session_id}"


@pytest.fixture
def laptop(facilitator: Facilitator) -> Page:
    """Wherever it is."""
    facilitator.page.set_viewport_size(LAPTOP)
    facilitator.page.emulate_media(color_scheme="light")
    return facilitator.page


@pytest.fixture
def page(facilitator: Facilitator, laptop: Page, results: str) -> Page:
    laptop.goto(results)
    shows_its_charts(facilitator)
    return laptop


@pytest.fixture
def links(laptop: Page, results: str) -> Page:
    """The page as it was left, for who does nothing to it but download."""
    if laptop.url != results:
        laptop.goto(results)
    return laptop


def shows_its_charts(facilitator: Facilitator) -> None:
    expect(facilitator.page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    facilitator.settles()
    stands_still(facilitator.page)


def copies(page: Page) -> None:
    page.get_by_role("button", name="Copy as PNG").first.click()


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == PNG
    width, height = unpack(">II", png[16:24])
    return width, height


def inked(slide: Image.Image, box: tuple[int, int, int, int], paper: str) -> int:
    """How many pixels of a part of it are not paper."""
    part = slide.crop(box)
    return part.width * part.height - of_colour(part, paper)


def of_colour(picture: Image.Image, colour: str) -> int:
    wanted = tuple(bytes.fromhex(colour[1:]))
    found = picture.getcolors(picture.width * picture.height) or []
    return sum(count for count, shade in found if shade == wanted)


def test_a_chart_is_copied_as_a_picture_for_slides(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    copies(page)
    expect(page.get_by_text("Copied")).to_be_visible()

    copied = bytes(page.evaluate(COPIED))
    assert size_of(copied) == (1920, 1080)
    slide = Image.open(BytesIO(copied)).convert("RGB")
    shades = colours(dark=False)
    assert inked(slide, (0, 0, 1920, 80), shades.paper) == 0
    assert inked(slide, (0, 0, 90, 1080), shades.paper) == 0
    # The heading, the sentence, the chart, and from which workshop it is.
    for top, bottom in ((84, 170), (170, 240), (260, 900), (980, 1020)):
        assert inked(slide, (96, top, 1824, bottom), shades.paper) > 500, top
    assert of_colour(slide, shades.series[0]) > 5_000


def test_where_nothing_can_be_copied_the_picture_is_saved(page: Page, tmp_path: Path) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")

    with page.expect_download() as download:
        copies(page)

    assert download.value.suggested_filename == "where-i-stand.png"
    download.value.save_as(tmp_path / "saved.png")
    assert size_of((tmp_path / "saved.png").read_bytes()) == (1920, 1080)


def test_copying_asks_nobody_else_and_breaks_no_rule_of_the_page(
    facilitator: Facilitator, laptop: Page, results: str
) -> None:
    asked: list[str] = []
    complaints: list[str] = []

    def asks(request: Request) -> None:
        asked.append(request.url)

    def complains(said: ConsoleMessage) -> None:
        complaints.append(said.text)

    laptop.on("request", asks)
    laptop.on("console", complains)
    laptop.goto(results)
    laptop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shows_its_charts(facilitator)

    copies(laptop)
    expect(laptop.get_by_text("Copied")).to_be_visible()
    # The same page serves the files that follow.
    laptop.remove_listener("request", asks)
    laptop.remove_listener("console", complains)

    elsewhere = [url for url in asked if not url.startswith((facilitator.base, "data:", "blob:"))]
    assert len(asked) > 1
    assert elsewhere == []
    assert [text for text in complaints if "Content Security Policy" in text] == []


def test_each_file_has_the_size_that_its_button_says(facilitator: Facilitator, links: Page) -> None:
    for label in ("PDF", "Web page", "Excel workbook", "CSV", "JSON"):
        said = links.get_by_role("link", name=label).inner_text()

        assert said.endswith(f"{label} · {in_words(len(facilitator.downloads(label)))}")


@pytest.mark.usefixtures("links")
def test_private_notes_are_downloaded_by_whoever_wrote_them(facilitator: Facilitator) -> None:
    assert b"Slower." in facilitator.downloads("My private notes")
    assert b"Slower." not in facilitator.downloads("Markdown")


def test_everybody_can_read_and_press_what_is_on_the_page(
    facilitator: Facilitator, page: Page
) -> None:
    themes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    found = []
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        shows_its_charts(facilitator)
        violations = Axe().run(page).response["violations"]
        found += [(theme, v["id"], n["html"]) for v in violations for n in v["nodes"]]

    assert found == []
