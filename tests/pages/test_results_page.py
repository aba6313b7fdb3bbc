"""The results page: every result, a filter, the files with their sizes, private notes, a series."""

import pytest

from modules.actions import planning
from modules.domain.moves import Move
from modules.screens.series import series_list
from modules.summary.files import FORMATS
from tests.a_pulse import PULSE_GUIDE, START, answer_all, held
from tests.a_room import PLAIN
from tests.pages.a_desk import Desk, labels, markup, seen


def links(tab) -> dict[str, str]:
    return {element.proto.url: element.proto.label for element in tab.get("link_button")}


def a_note(desk: Desk, text: str = "Speak more slowly") -> None:
    room = desk.room
    planning.write_note(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text=text
    )


def test_every_format_is_offered_with_its_size_after_the_end(desk: Desk):
    desk.room.start(phones=5).at(PLAIN).all_choose("aaaab")
    desk.room.move(Move.END)

    found = links(desk.signed_in("summary"))

    folder = f"/s/{desk.room.view.summary_key}/summary"
    assert {f"{folder}.{key}" for key in FORMATS} <= set(found)
    assert all(
        label.endswith(" KB") for address, label in found.items() if address.startswith(folder)
    )


def test_no_file_is_made_to_measure_it_while_the_workshop_runs(desk: Desk):
    desk.room.start(phones=5).at(PLAIN).all_choose("aaaab")

    tab = desk.signed_in("summary")

    assert not any("KB" in label for label in links(tab).values())
    assert "still running" in seen(tab)


def test_one_section_can_be_shown_alone(desk: Desk):
    desk.room.start(phones=5).at(PLAIN).all_choose("aaaab")
    desk.room.at(5).all_choose("aabbb")
    desk.room.move(Move.END)
    tab = desk.signed_in("summary")
    assert len(tab.get("plotly_chart")) == 1

    tab.selectbox(key="section").select("Second").run()

    assert "A plain question" not in seen(tab)
    assert "What I want instead" in seen(tab)


def test_before_and_after_stands_on_the_page_with_what_it_can_show(desk: Desk):
    held(desk.room)

    tab = desk.signed_in("summary")

    assert "Before 2 of 6, before (looking back) 2 of 6, after 4 of 6" in seen(tab)
    assert "counted, not linked" in seen(tab)
    assert "Before and after" in tab.selectbox(key="section").options


def test_three_runs_of_a_guide_version_stand_added_up_at_the_end(desk: Desk):
    for name in ("Team A", "Team B", ""):
        held(desk.room, series=name)

    assert "Before 6 of 18" in seen(desk.signed_in("summary"))


def test_private_notes_are_offered_apart_once_there_are_some(desk: Desk):
    desk.room.start()
    address = f"/files/{desk.room.session_id}/my-notes.md"
    assert address not in links(desk.signed_in("summary"))

    a_note(desk)

    tab = desk.signed_in("summary")
    assert links(tab)[address] == "My private notes"
    assert "1 note to yourself, for you alone" in seen(tab)
    assert "Speak more slowly" not in seen(tab)


def test_what_was_agreed_and_not_reached_stands_on_the_page(desk: Desk):
    room = desk.room.start(phones=5).at(PLAIN)
    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text="We say stop."
    )
    room.move(Move.END)

    shown = seen(desk.signed_in("summary"))

    assert "What we agreed: We say stop." in shown
    assert "Not reached: to take home" in shown
    assert "How much would you like to do otherwise?" in shown


def test_a_series_is_deleted_only_after_being_asked(desk: Desk):
    held(desk.room)
    [line] = series_list(desk.room.database)
    tab = desk.signed_in("summary")
    assert "Series “Team A”" in seen(tab)

    tab.button(key=f"delete_series_{line.id}").click().run()
    assert series_list(desk.room.database) == (line,)
    tab.button(key="delete_series_sure").click().run()

    assert series_list(desk.room.database) == ()
    assert "Delete the series" not in labels(desk.signed_in("summary"))


def test_keeping_a_series_changes_nothing(desk: Desk):
    held(desk.room)
    [line] = series_list(desk.room.database)
    tab = desk.signed_in("summary")

    tab.button(key=f"delete_series_{line.id}").click().run()
    tab.button(key="delete_series_not").click().run()

    assert series_list(desk.room.database) == (line,)


def test_a_series_whose_workshops_are_gone_is_deleted_from_the_start_page(desk: Desk):
    held(desk.room)

    tab = desk.open("start", acting=desk.room.acting)

    assert "Delete the series" in labels(tab)


@pytest.mark.parametrize("answers", ["1122", "112"])
def test_too_few_answers_are_compared_nowhere_on_the_page(desk: Desk, answers: str):
    held(desk.room, before=answers, after=answers)

    tab = desk.signed_in("summary")

    assert "Before and after" not in tab.selectbox(key="section").options
    assert len(tab.get("plotly_chart")) == 0


def test_a_series_name_is_text(desk: Desk):
    name = "<img src=x> **bold**"
    held(desk.room, series=name)

    tab = desk.signed_in("summary")

    assert "<img src=x>" not in markup(tab)
    assert f"Series “{name}”" in seen(tab)


def test_deleting_a_workshop_says_what_stays_in_its_series(desk: Desk):
    held(desk.room)
    tab = desk.open("start", acting=desk.room.acting)

    tab.button(key=f"delete_{desk.room.session_id}").click().run()

    assert "Totals that it showed stay in the series “Team A”." in seen(tab)


def test_the_console_offers_the_earlier_counts_once_results_are_shown(desk: Desk):
    held(desk.room)
    desk.room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(desk.room, START, [{"s1": "4", "s2": "4"}] * 6)
    before = [e.label for e in desk.signed_in("facilitate").expander]
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert "Earlier in this series" not in before
    assert "Earlier in this series" in [e.label for e in tab.expander]
    assert "2 of 6 (9 March 2026, before), 4 of 6 (9 March 2026, after)" in seen(tab)


def test_no_guide_puts_a_session_into_a_series_by_itself(desk: Desk):
    in_a_series = PULSE_GUIDE.replace("minutes: 60\n", "minutes: 60\nseries: Ours\n", 1)
    (desk.workshop.settings.guides / "a_pulse.md").write_text(in_a_series, "utf-8")
    tab = desk.open("start", acting=desk.room.acting)

    tab.selectbox(key="guide").select("a_pulse").run()

    assert tab.selectbox(key="series_a_pulse").value is None


def test_a_running_session_of_a_series_shows_no_series_yet(desk: Desk):
    desk.room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(desk.room, START, [{"s1": "4", "s2": "4"}] * 6)

    assert "Delete the series" not in labels(desk.signed_in("summary"))
