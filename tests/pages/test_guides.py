"""The guides page: the library and the book."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from modules.domain.dates import in_words
from modules.ui.reading.written import harmless
from tests.a_room import GUIDE
from tests.pages.a_desk import Desk, markup, seen
from tests.pages.a_guides_page import COPY, SHIPPED, at, own_copy


def links(tab: AppTest) -> list[str]:
    return [element.proto.url for element in tab.get("link_button")]


def test_the_library_says_of_each_guide_what_it_is(desk: Desk):
    tab = at(desk)

    assert "A room for tests 60 min · 5 to 40 people · risk high · version 1.0" in seen(tab)
    assert "People try every kind of step once. Not reviewed yet" in seen(tab)
    assert links(tab) == [f"/files/guides/{SHIPPED}/pack.pdf"]


def test_reviews_are_shown_with_the_guide(desk: Desk):
    text = GUIDE.replace("\nversion:", "\nreviews: [Ada ran it in May., Bo read it.]\nversion:", 1)
    (desk.workshop.settings.guides / f"{SHIPPED}.md").write_text(text, "utf-8")

    assert "2 reviews: Ada ran it in May.; Bo read it." in seen(at(desk))


def test_a_guide_past_its_review_is_marked_in_the_library_and_no_other(desk: Desk):
    folder = desk.workshop.settings.guides
    today = desk.room.clock().date()
    for name, day in (("late", today), ("early", today + timedelta(days=1))):
        fields = f'\nreview_by: "{day.isoformat()}"\nversion:'
        (folder / f"{name}.md").write_text(GUIDE.replace("\nversion:", fields, 1), "utf-8")

    assert seen(at(desk)).count("A review has been due") == 1
    assert f"A review has been due since {in_words(today)}." in seen(at(desk))


def test_the_first_page_says_what_is_kept_and_needed_and_what_it_rests_on(desk: Desk):
    fields = (
        "\nsmallest_group: 6\nretention_days: 9\nsupport_contacts: [Ear <b>]"
        "\npulse_items: [N2]\nsources: [Somebody 2011]\nversion:"
    )
    text = re.sub("\n(smallest_group|retention_days|support_contacts):.*", "", GUIDE)
    text = text.replace("\nversion:", fields, 1)
    (desk.workshop.settings.guides / f"{SHIPPED}.md").write_text(text, "utf-8")

    tab = at(desk, guide=SHIPPED)

    page = seen(tab)
    assert "Results are shown from 6 answers on" in page
    assert "All is erased after 9 days" in page
    assert "To fill in before it starts Ear <b>" in page
    assert "N2 I would want others to speak up to me." in page
    assert "Somebody 2011" in page
    assert "<dd>Ear &lt;b&gt;</dd>" in markup(tab)


@pytest.mark.parametrize("query", [{"guide": "nothing"}, {"guide": "../x"}, {"view": "edit"}])
def test_an_address_that_names_no_guide_shows_the_library(desk: Desk, query: dict[str, str]):
    assert "Workshops written down" in seen(at(desk, **query))


def test_bad_files_are_listed_with_their_problems_and_crash_nothing(desk: Desk):
    folder = desk.workshop.settings.guides
    (folder / "broken.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (folder / "bytes.md").write_bytes(b"\xff\xfe\x00")
    own = desk.workshop.settings.own_guides
    own.mkdir()
    (own / "My Guide!.md").write_text(GUIDE, "utf-8")
    (own / f"{SHIPPED}.md").write_text(GUIDE, "utf-8")

    tab = at(desk)

    listed = [e.label.partition(":")[0] for e in tab.expander]
    assert listed == ["My Guide!.md", f"{SHIPPED}.md", "broken.md", "bytes.md"]
    assert "Line 1: This line is not UTF-8 text." in seen(tab)


@pytest.mark.parametrize("name", ["broken", "bytes", "My Guide!", "<b>"])
@pytest.mark.parametrize("view", ["read", "edit"])
@pytest.mark.parametrize("own", [True, False])
def test_a_bad_file_can_be_opened(desk: Desk, name: str, view: str, own: bool):
    settings = desk.workshop.settings
    folder = settings.own_guides if own else settings.guides
    folder.mkdir(exist_ok=True)
    data = b"\xff\xfe\x00" if name == "bytes" else b"---\ntitle: [\n---\n"
    (folder / f"{name}.md").write_bytes(data)

    tab = at(desk, guide=name, view=view)

    assert [title.value for title in tab.title] == [f"{name}.md"]
    assert "Line 1" in seen(tab)


def test_a_guide_is_read_like_a_book(desk: Desk):
    tab = at(desk, guide=SHIPPED)

    assert [title.value for title in tab.title] == ["A room for tests"]
    assert "People try every kind of step once." in seen(tab)
    assert tab.radio[0].options[:2] == ["At a glance", "First · 30 min"]
    assert "0:00" in seen(tab)

    tab.radio[0].set_value("s0").run()

    assert "Choose the one that fits you best." in seen(tab)


def test_the_pages_of_the_book_are_turned(desk: Desk):
    tab = at(desk, guide=SHIPPED)
    tab.button(key="turn_s0").click().run()

    assert tab.radio[0].value == "s0"
    tab.button(key="turn_glance").click().run()
    assert tab.radio[0].value == "glance"


def test_an_activity_is_shown_on_phone_and_projector(desk: Desk):
    tab = at(desk, guide=SHIPPED, part="s0")
    shown = desk.workshop.guides.get(SHIPPED).read.guide
    assert shown is not None
    activity = shown.activities[1]
    tab.button(key=f"see_{activity.id}").click().run()

    frame = tab.get("iframe")[0].proto.src
    name = desk.workshop.drafts.keep(GUIDE)
    assert frame == f"/preview/{name}/{activity.id}"
    assert activity.prompt in seen(tab)
    assert f"2/{len(shown.activities)}" in seen(tab)


def test_a_guide_is_started_from_its_book(desk: Desk):
    own_copy(desk)
    tab = desk.open("start", acting=desk.room.acting, guide=COPY)

    assert tab.selectbox(key="guide").value == COPY


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](https://example.org/a.png)", "!\u200b[x](https://example.org/a.png)"),
        ("It costs $5 or $6.", "It costs \\$5 or \\$6."),
        (":material/home: and :red[x]", "\\:material/home: and \\:red[x]"),
        ("At 12:30, see https://example.org: yes", "At 12:30, see https://example.org: yes"),
        ("```\n$x :red[y]\n```\n$5", "```\n$x :red[y]\n```\n\\$5"),
        ("~~~ mermaid\ngraph\n~~~", "~~~text\ngraph\n~~~"),
        ("a\n\n````mermaid\nx\n```\n````\n", "a\n\n````text\nx\n```\n````\n"),
        ("- a\n    1. ```mermaid\n", "- a\n    1. ```text\n"),
        ("> ```mermaid", "> ```text"),
        ("```code``` in a line", "```code``` in a line"),
        ("a \\$ b", "a \\$ b"),
    ],
)
def test_a_guides_text_fetches_nothing_and_stays_as_it_is_written(text: str, shown: str):
    assert harmless(text) == shown


def test_no_page_draws_html_from_a_guide():
    folder = Path(__file__).parents[2] / "modules" / "ui"
    sources = [p.read_text("utf-8") for p in folder.rglob("*.py")]

    assert [s for s in sources if "unsafe_allow_html" in s] == []
