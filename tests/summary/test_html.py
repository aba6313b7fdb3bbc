import base64
import hashlib
import re

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from modules.screens.views import SummarySection
from modules.summary.html import POLICY, html, language_tag
from tests.browser import new_context
from tests.summary.a_view import WIDE, a_result, a_view, an_item, with_texts

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


@pytest.mark.parametrize(
    ("code", "tag"),
    [("en", "en"), ("pt_BR", "pt-BR"), ("zh-Hans", "zh-Hans"), ('x" onload="', "en"), ("", "en")],
)
def test_a_language_that_is_none_becomes_english(code, tag):
    assert language_tag(code) == tag


def test_a_right_to_left_language_turns_the_page():
    assert b'<html lang="he" dir="rtl">' in html(a_view(language="he"))
    assert b'<html lang="de" dir="ltr">' in html(a_view(language="de"))
