"""The results page and the guides page."""

from modules.domain.session import Move
from tests.a_room import PLAIN
from tests.pages.a_desk import Desk, seen


def test_all_results_are_on_the_summary_page_with_the_files(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aaaab")
    desk.room.move(Move.SHOW_RESULTS)
    desk.room.move(Move.END)

    tab = desk.signed_in("summary")

    assert "4 of 5" in seen(tab)
    links = [element.proto.url for element in tab.get("link_button")]
    folder = f"/s/{desk.room.view.summary_key}"
    assert {f"{folder}/summary.pdf", f"{folder}/summary.csv"} <= set(links)


def test_the_summary_page_keeps_the_smallest_group(desk: Desk):
    desk.room.start(phones=4).at(PLAIN)
    desk.room.all_choose("aaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("summary")

    assert "3 of 4" not in seen(tab)
    assert len(tab.get("plotly_chart")) == 0


def test_a_guide_is_read_like_a_book(desk: Desk):
    shown = seen(desk.open("guides", acting=desk.room.acting))

    assert "People try every kind of step once." in shown
    assert "First (30 min)" in shown
    assert "> Choose the one that fits you best." in shown


def test_a_bad_file_is_listed_with_its_problems_and_crashes_nothing(desk: Desk):
    (desk.workshop.settings.guides / "broken.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (desk.workshop.settings.guides / "bytes.md").write_bytes(b"\xff\xfe\x00")

    tab = desk.open("guides", acting=desk.room.acting)

    assert not tab.exception
    assert [e.label.partition(":")[0] for e in tab.expander if ".md" in e.label] == [
        "broken.md",
        "bytes.md",
    ]
