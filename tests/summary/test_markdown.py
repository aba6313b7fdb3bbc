import re
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from modules.summary.markdown import escaped, markdown
from tests.summary.a_view import a_view, with_texts

HOSTILE = (
    "*bold* _it_ **x** ~~gone~~ `code`", "# Heading", "- item", "+ item", "1. item", "1) item",
    "> quote", "| a | b |", "[link](https://example.org) ![img](x.png)",
    "<script>alert(1)</script>",
    "https://example.org www.example.org me@example.org", "&amp; &lt;", "---", "===", "$x^2$",
    "\\*", ":smile: @someone #12", "text\n# heading\n- item\n===\n1. one", "``` js", "<!-- x -->",
)  # fmt: skip


def rendered(data):
    return MarkdownIt("gfm-like", {"linkify": False}).render(data.decode())


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_it_was_typed(text):
    page = MarkdownIt("gfm-like", {"linkify": False}).render(escaped(text))

    assert set(re.findall(r"<(\w+)", page)) <= {"p", "br"}
    shown = re.sub(r"<br />\n|</?p>", lambda m: "\n" if "br" in m[0] else "", page).strip()
    assert unescaped(shown) == text


def unescaped(page):
    for name, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        page = page.replace(name, char)
    return page


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_changes_nothing_else_on_the_page(text):
    usual = re.findall(r"<(/?\w+)", rendered(markdown(with_texts("usual"))))

    found = re.findall(r"<(/?\w+)", rendered(markdown(with_texts(text))))

    assert [tag for tag in found if tag != "br"] == usual


def test_headings_follow_each_other_without_gaps():
    levels = [int(n) for n in re.findall(r"<h(\d)", rendered(markdown(a_view())))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_is_read_as_a_table():
    assert rendered(markdown(a_view())).count("<table>") == 4
