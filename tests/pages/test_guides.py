"""The guides page: the library, the book, and writing with the findings beside the text."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from modules.actions import guides
from modules.domain.dates import in_words
from modules.screens import guides as guide_screens
from modules.ui.reading.written import harmless
from tests.a_room import GUIDE
from tests.pages.a_desk import Desk, labels, markup, seen

SHIPPED = "a_room_for_tests"
COPY = "a_room_for_tests_copy"


def at(desk: Desk, **query: str) -> AppTest:
    tab = desk.open("guides", acting=desk.room.acting, **query)
    assert not tab.exception
    return tab


def links(tab: AppTest) -> list[str]:
    return [element.proto.url for element in tab.get("link_button")]


def own_copy(desk: Desk) -> str:
    return guides.duplicate(
        desk.room.tools, acting=desk.room.acting, library=desk.workshop.guides, guide_id=SHIPPED
    )


def own_text(desk: Desk) -> str:
    return desk.workshop.guides.get(COPY).text


def edit(desk: Desk) -> AppTest:
    own_copy(desk)
    return at(desk, guide=COPY, view="edit")


def type_in(tab: AppTest, text: str) -> AppTest:
    return tab.text_area(key=f"text_{COPY}").set_value(text).run()


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


def test_a_shipped_guide_is_never_edited(desk: Desk):
    tab = at(desk, guide=SHIPPED, view="edit")

    assert len(tab.text_area) == 0
    assert "Edit" not in labels(tab)
    assert "Delete" not in labels(tab)


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


def test_a_duplicate_opens_for_writing(desk: Desk):
    tab = at(desk)
    tab.button(key=f"duplicate_{SHIPPED}").click().run()

    assert [title.value for title in tab.title] == ["A room for tests (copy)"]
    assert tab.text_area(key=f"text_{COPY}").value == own_text(desk)


def test_mistakes_stand_beside_the_text_with_their_lines(desk: Desk):
    tab = edit(desk)
    type_in(tab, own_text(desk).replace("kind: choice", "kind: choise", 1))

    assert "1 mistake. The guide cannot be started until they are mended." in seen(tab)
    assert "There is no kind of activity called “choise”." in seen(tab)
    line = own_text(desk).partition("kind: choice")[0].count("\n") + 1
    assert f'data-line="{line}"' in markup(tab)


def test_a_guide_without_mistakes_is_held_against_the_rules(desk: Desk):
    tab = edit(desk)

    found = guide_screens.draft(COPY, own_text(desk)).remarks
    assert len(found) > 0
    assert f"It can be run. {len(found)} things could be better." in seen(tab)


def test_saving_keeps_a_version_and_says_so(desk: Desk):
    tab = edit(desk)
    changed = own_text(desk).replace("version: 1.0", "version: 2.0")
    type_in(tab, changed)
    assert "Not saved yet." in seen(tab)
    assert own_text(desk) != changed

    tab.button(key="save_guide").click().run()

    assert own_text(desk) == changed
    assert "Saved as version 2." in seen(tab)
    assert "Not saved yet." not in seen(tab)


def test_what_was_typed_is_there_again_after_another_page(desk: Desk):
    tab = edit(desk)
    type_in(tab, "Something new")
    tab.button(key="save_guide").click().run()
    type_in(tab, "Something newer")

    tab.query_params.clear()
    tab.run()
    tab.query_params.update({"guide": COPY, "view": "edit"})
    tab.run()

    assert tab.text_area(key=f"text_{COPY}").value == "Something newer"


def test_changes_can_be_taken_back(desk: Desk):
    tab = edit(desk)
    type_in(tab, "Nothing")

    tab.button(key="discard_guide").click().run()

    assert tab.text_area(key=f"text_{COPY}").value == own_text(desk)


def test_an_older_version_can_be_taken_up_again(desk: Desk):
    tab = edit(desk)
    first = own_text(desk)
    type_in(tab, "Second")
    tab.button(key="save_guide").click().run()
    tab.radio(key="panel").set_value("Versions").run()

    tab.button(key="restore_1").click().run()

    assert tab.text_area(key=f"text_{COPY}").value == first
    assert own_text(desk) == "Second"


def test_two_tabs_do_not_overwrite_each_other_and_nothing_typed_is_lost(desk: Desk):
    tab = edit(desk)
    other = at(desk, guide=COPY, view="edit")
    type_in(tab, "One tab").button(key="save_guide").click().run()

    type_in(other, "The other").button(key="save_guide").click().run()

    assert own_text(desk) == "One tab"
    assert [e.value[:39] for e in other.error] == ["This guide was saved somewhere else mea"]
    assert other.text_area(key=f"text_{COPY}").value == "The other"


def test_a_sign_out_elsewhere_stops_a_save(desk: Desk):
    tab = edit(desk)
    before = own_text(desk)
    type_in(tab, "Too late")
    desk.room.clock.forward(days=2)

    tab.button(key="save_guide").click().run()

    assert own_text(desk) == before


def test_deleting_asks_first(desk: Desk):
    tab = edit(desk)
    tab.button(key=f"delete_{COPY}").click().run()
    assert desk.workshop.guides.get(COPY).own

    tab.button(key="delete_guide_sure").click().run()

    assert [entry.id for entry in desk.workshop.guides.all()] == [SHIPPED]
    assert f"{COPY}.md was deleted." in seen(tab)


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
