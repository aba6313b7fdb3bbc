"""The phones' scripts hold nothing that iOS Safari 14 cannot read, by the tree of a parser.

What is older still gets the page as it is without scripts.
"""

import pytest
import tree_sitter_javascript
from playwright.sync_api import expect
from tree_sitter import Language, Node, Parser

from modules.phone.pages import FOLDER, SCRIPT_PARTS, script
from modules.phone.words import kinds_places
from tests.a_room import PLAIN
from tests.phone.a_hand import THANKS

PARSER = Parser(Language(tree_sitter_javascript.language()))
# Some of it that browser does read, but phones in the room are older than their owners think.
NEWER_SYNTAX = frozenset(
    {
        *("optional_chain", "??", "??=", "||=", "&&=", "import"),
        *("field_definition", "private_property_identifier", "class_static_block"),
    }
)
NEWER_MEMBERS = frozenset(
    {
        *("at", "replaceAll", "hasOwn", "findLast", "findLastIndex", "any", "groupBy"),
        *("toSorted", "toReversed", "toSpliced", "withResolvers", "randomUUID", "replaceChildren"),
        *("requestSubmit", "structuredClone"),
    }
)
NEWER_GLOBALS = frozenset({"structuredClone", "AggregateError", "WeakRef", "FinalizationRegistry"})


def newer(source: str) -> list[str]:
    """What in the source is newer than iOS Safari 14, and what cannot be read at all."""
    tree = PARSER.parse(source.encode())
    return [said for node in _nodes(tree.root_node) if (said := _said(node))]


def _nodes(node: Node) -> list[Node]:
    return [node, *(deeper for child in node.children for deeper in _nodes(child))]


def _said(node: Node) -> str:
    text = (node.text or b"").decode()
    if node.type in NEWER_SYNTAX or node.is_error or node.is_missing:
        return node.type
    if node.type == "property_identifier" and text in NEWER_MEMBERS:
        return text
    if node.type == "identifier" and text in NEWER_GLOBALS:
        return text
    if node.type == "regex_pattern" and ("(?<=" in text or "(?<!" in text):
        return "lookbehind"
    if node.type == "number" and "_" in text:
        return "numeric separator"
    if node.type == "await" and not _in_a_function(node):
        return "await"
    return ""


def signs(source: str) -> list[bytes]:
    """What a browser reads of the source: every word, sign and text, without the comments."""
    nodes = _nodes(PARSER.parse(source.encode()).root_node)
    return [node.text or b"" for node in nodes if not node.children and node.type != "comment"]


def _in_a_function(node: Node) -> bool:
    around = node.parent
    while around and "function" not in around.type and around.type != "method_definition":
        around = around.parent
    return around is not None


def written(page: str) -> str:
    """The files that a page's script is made of, as they are kept."""
    files = [FOLDER / "assets" / f"{name}.js" for name in SCRIPT_PARTS[page]]
    places = kinds_places() if page == "room" else ()
    files += [file for place in places for file in sorted(place.glob("*/phone.js"))]
    body = "\n".join(file.read_text("utf-8") for file in files)
    return f"(function () {{ 'use strict'; {body} }})();"


@pytest.mark.parametrize("page", SCRIPT_PARTS)
def test_the_script_that_is_sent_says_what_is_written(page):
    assert len(script(page)) < len(written(page))
    assert signs(script(page)) == signs(written(page))


@pytest.mark.parametrize("page", SCRIPT_PARTS)
def test_the_script_of_a_phone_page_holds_nothing_newer_than_ios_safari_14(page):
    assert newer(script(page)) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a?.b", ["optional_chain"]),
        ("a ?? b", ["??"]),
        ("a ??= b", ["??="]),
        ("a ||= b", ["||="]),
        ("a.replaceAll('b', 'c')", ["replaceAll"]),
        ("a.at(-1)", ["at"]),
        ("structuredClone(a)", ["structuredClone"]),
        ("Object.hasOwn(a, 'b')", ["hasOwn"]),
        ("class A { b = 1; }", ["field_definition"]),
        ("class A { static { } }", ["class_static_block"]),
        ("await a", ["await"]),
        ("import('a')", ["import", "import"]),
        ("/(?<=a)b/.test(c)", ["lookbehind"]),
        ("/(?<!a)b/.test(c)", ["lookbehind"]),
        ("1_000", ["numeric separator"]),
        ("var a = ;", ["ERROR"]),
        ("async function a() { await b; }", []),
        ("/(?:a)b/.test('a?.b ?? c.at(1)')", []),
        ("a ? .5 : b", []),
    ],
)
def test_what_is_newer_is_found(source, found):
    assert newer(source) == found


def test_what_is_newer_is_found_at_the_end_of_a_whole_script():
    assert newer(script("room") + "\nroom?.at(0);") == ["optional_chain", "at"]


@pytest.mark.parametrize("missing", ["AbortController", "EventSource"])
def test_a_browser_that_is_too_old_for_the_script_has_the_page_without_it(site, hand, missing):
    site.room.at(PLAIN)
    phone = hand()
    phone.scripts = False
    phone.context.add_init_script(f"delete window.{missing};")
    phone.enters()
    expect(phone.page.get_by_role("link", name="See what the room is doing now")).to_be_visible()
    phone.chooses("a")
    phone.presses("Send")
    phone.sees(THANKS)

    assert phone.page.locator("meta[http-equiv=refresh]").count() == 1
    assert (site.view.answered, phone.wrong) == (1, [])
