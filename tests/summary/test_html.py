import base64
import hashlib
import io
import re

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from modules.domain.picture import Picture, Table
from modules.screens.summary_views import SummarySection
from modules.summary.html import POLICY, html
from tests.browser import new_context
from tests.summary.a_view import WIDE, a_result, a_view, an_item, items, with_texts

HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=https://example.org onerror=alert(1)>",
    "</style></title></textarea>", "javascript:alert(1)", "{{ 7 * 7 }} {% raw %}", "&amp;&#60;",
    "<!-- comment", "]]>", "<svg onload=alert(1)>",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser):
    context = new_context(browser, viewport={"width": 320, "height": 640}, offline=True)
    return context.new_page()


def show(page, view, tmp_path):
    file = tmp_path / "summary.html"
    file.write_bytes(html(view))
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("request", lambda request: problems.append(request.url))
    page.goto(file.as_uri())
    return [problem for problem in problems if problem != file.as_uri()]


@pytest.mark.parametrize("changes", [{}, {"practice": True, "language": "ar"}, {"sections": ()}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_works_offline_without_a_request_or_a_complaint(page, tmp_path, changes, scheme):
    page.emulate_media(color_scheme=scheme)

    assert show(page, a_view(**changes), tmp_path) == []
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_wide_table_scrolls_by_itself_and_with_the_keyboard(page, tmp_path):
    item = an_item(a_result(None, WIDE))

    assert show(page, a_view(SummarySection(title="S", items=(item,))), tmp_path) == []
    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".wide").evaluate("it => it.scrollWidth > it.clientWidth")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_it_was_typed(page, tmp_path, text):
    assert show(page, with_texts(text, title=text), tmp_path) == []

    assert page.locator(".texts li").inner_text() == text
    assert page.locator("h1").inner_text() == text
    assert page.locator("script, img, main svg").count() == 0


@pytest.mark.parametrize(
    "view",
    [a_view(), with_texts(*HOSTILE, title="<b>"), a_view(sections=(), limits=(), sources=())],
    ids=["usual", "hostile", "empty"],
)
def test_the_page_is_strict_html_with_each_id_once(view):
    page = html(view).decode()

    html5lib.HTMLParser(strict=True).parse(page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href|src)="([^"]+)"', page)) <= {"data:,", *(f"#{i}" for i in ids)}


def test_the_policy_allows_the_pages_own_style_and_nothing_else():
    (style,) = re.findall(r"<style>(.*)</style>", html(a_view()).decode(), re.DOTALL)

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert POLICY.split("; ") == [
        "default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ]  # fmt: skip


def test_a_right_to_left_language_turns_the_page():
    assert b'<html lang="he" dir="rtl">' in html(a_view(language="he"))
    assert b'<html lang="de" dir="ltr">' in html(a_view(language="de"))


def centre(page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    return float(box["x"] + box["width"] / 2)


def test_a_page_from_the_right_keeps_bullets_labels_and_minutes_in_their_places(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, a_view(language="he"), tmp_path)

    # Letters start where the page does, in whatever language they are, with bullets beside them.
    for words in ("main li bdi", ".result", "h2", "dt", "tbody th bdi", ".purpose"):
        edge = page.locator(words).first.evaluate(
            "it => { const r = document.createRange(); r.selectNodeContents(it);"
            " return Math.max(...[...r.getClientRects()].map(box => box.right)); }"
        )
        assert 330 < edge <= 370, words
    assert centre(page, "h3 small bdi") < 370
    assert page.locator("h3 small bdi").first.inner_text() == "8 min"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert centre(page, "td") < centre(page, "tbody th")
    assert centre(page, ".chart rect") > 195


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_letters_in_charts_are_never_small(page, tmp_path, width):
    page.set_viewport_size({"width": width, "height": 844})
    show(page, a_view(), tmp_path)

    scales = page.locator(".chart").evaluate_all("all => all.map(it => it.getScreenCTM().a)")
    assert scales
    assert all(14.5 <= 15 * scale <= 20 for scale in scales)


def test_charts_in_the_dark_lie_on_the_pages_own_paper(page, tmp_path):
    page.emulate_media(color_scheme="dark")
    show(page, a_view(), tmp_path)

    boxes = page.locator(".chart").evaluate_all(
        "all => all.map(it => getComputedStyle(it).backgroundColor)"
    )
    assert set(boxes) == {"rgba(0, 0, 0, 0)"}
    letters = page.locator(".chart > text:not(.on)").evaluate_all(
        "all => all.map(it => getComputedStyle(it).fill)"
    )
    assert set(letters) == {"rgb(246, 240, 230)"}
    page.emulate_media(color_scheme="light")


def test_heads_of_tables_are_not_broken_inside_a_word(page, tmp_path):
    page.set_viewport_size({"width": 320, "height": 640})
    table = Table(("Statement", "People", "Mentions"), (("A statement of some length", 1, 2),))
    item = an_item(a_result(picture=Picture("So it is.", None, table)))
    show(page, a_view(SummarySection(title="S", items=(item,))), tmp_path)

    lines = page.locator("thead bdi").evaluate_all("all => all.map(i => i.getClientRects().length)")
    assert lines == [1, 1, 1]


def test_what_the_numbers_are_about_stays_in_sight_in_a_wide_table(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    item = an_item(a_result(None, WIDE))
    show(page, a_view(SummarySection(title="S", items=(item,))), tmp_path)
    left = "it => it.getBoundingClientRect().x"
    before = page.locator("tbody th").first.evaluate(left)

    page.locator(".wide").evaluate("it => { it.scrollLeft = 200; }")

    assert page.locator("tbody th").first.evaluate(left) == pytest.approx(before, abs=1)
    assert page.locator("tbody td").first.evaluate(left) < before


def test_paper_is_not_wasted(browser, tmp_path):
    file = tmp_path / "summary.html"
    sections = tuple(SummarySection(title=f"Part {n}", items=items()) for n in range(5))
    file.write_bytes(html(a_view(*sections)))
    printer = new_context(browser).new_page()
    printer.goto(file.as_uri())

    pages = PdfReader(io.BytesIO(printer.pdf(format="A4"))).pages
    words = [len(page.extract_text().split()) for page in pages]
    assert len(pages) <= 12
    assert [count for count in words[:-1] if count < 60] == []
