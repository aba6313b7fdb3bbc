"""The facilitator's pack: one accessible file, all that a workshop without a network needs."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from modules.domain.guide import Guide
from modules.guides.parser import read_guide
from modules.summary.document import blocks_of, runs_of
from modules.summary.pack import pack
from tests.summary.reading import read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "facilitator_guides").glob("*.md"))
UA = b"<pdfuaid:part>1</pdfuaid:part>"
GOOD = (ROOT / "tests/guides/a_good_guide.md").read_text("utf-8")
HOSTILE = (
    '#panic() #read("/etc/passwd") ]] } $x$ <label> @ref',
    "<script>alert(1)</script> <img src=https://example.org/a.png>",
    "![a picture](https://example.org/a.png) and ![other](file:///etc/passwd)",
    "[here](javascript:alert(1)) [there](data:text/html,x) [file](/etc/passwd)",
    "ཀ \u202e\u0000 كل صوت مهم 👍🏽",
    "| only | a head |\n|---|---|",
    "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
    "##### Deep\n\n### High\n\n- # in a list\n\n> ###### Deepest",
    "- a\n  - b\n    1. c\n\n       > d\n\n- ",
    "x" * 400,
)


def a_guide(text: str = GOOD) -> Guide:
    read = read_guide(text, file="good.md")
    assert read.problems == ()
    assert read.guide is not None
    return read.guide


def with_chapter(text: str) -> Guide:
    return a_guide(f"{GOOD}\n## Something else\n\n{text}\n")


def links(data: bytes) -> set[str]:
    pages = PdfReader(io.BytesIO(data)).pages
    actions = [
        note.get_object().get("/A", {}) for page in pages for note in page.get("/Annots", [])
    ]
    return {str(action["/URI"]) for action in actions if "/URI" in action}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_guide_becomes_an_accessible_pack_with_all_of_it(path: Path):
    guide = read_guide(path.read_text("utf-8"), file=path.name).guide
    assert guide is not None

    data = pack(guide)

    text = read("pdf", data)
    assert UA in data
    titles = [guide.title, *(s.title for s in guide.sections), *(c.title for c in guide.chapters)]
    titles += [a.title for a in guide.activities] + list(guide.support_contacts)
    assert [t for t in titles if squeezed(t) not in squeezed(text)] == []
    assert "□" not in text


def squeezed(text: str) -> str:
    """Where a line breaks is the page's business."""
    return re.sub(r"[\s*`]+", "", text)


def test_the_pack_has_every_part_a_facilitator_needs():
    guide = a_guide()
    text = read("pdf", pack(guide))

    for heading in ("Run of show", "Contacts to fill in", "Paper versions", "In this pack"):
        assert heading in text
    for activity in guide.activities:
        for part in (activity.say, activity.why, activity.expected, activity.if_wrong):
            first = squeezed(re.sub(r"\s+", " ", part)[:40])
            assert first in squeezed(text)


def test_the_same_guide_gives_the_same_bytes_dated_by_the_guide():
    guide = a_guide()

    made = pack(guide)

    assert pack(guide) == made
    dates = set(re.findall(rb"20\d\d-\d\d-\d\dT[^<]*", made))
    assert dates == {f"{guide.updated.isoformat()}T00:00:00Z".encode()}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_stranger_wrote_becomes_letters_in_a_valid_file(text: str):
    data = pack(with_chapter(re.sub("[\u202e\u0000]", "", text)))

    assert UA in data
    assert {link for link in links(data) if not link.startswith("http")} == set()


def test_a_web_address_is_a_link_and_nothing_else_is():
    data = pack(with_chapter("[safe](https://example.org/x) [no](javascript:alert(1))"))

    assert links(data) == {"https://example.org/x"}


def test_pictures_are_told_and_html_is_shown_as_it_is_written():
    said = "".join(run["text"] for run in runs_of("![a map](https://example.org/m.png) <b>x</b>"))

    assert said == "a map <b>x</b>"


def test_no_heading_level_is_left_out():
    levels = [b["level"] for b in blocks_of("###### A\n\n# B\n\n#### C\n\n##### D")]

    assert levels == [2, 2, 3, 4]


def test_emphasis_keeps_the_spaces_around_it():
    runs = runs_of("one **two** *three*`four`")

    assert [(r["text"], r["strong"], r["em"], r["code"]) for r in runs] == [
        ("one ", False, False, False),
        ("two", True, False, False),
        (" ", False, False, False),
        ("three", False, True, False),
        ("four", False, False, True),
    ]
