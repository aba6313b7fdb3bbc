"""The results page."""

from modules.domain.moves import Move
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
