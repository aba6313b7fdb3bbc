"""Before and after, over time, over runs of a guide: shown counts, never linked."""

import re

import pytest

from modules.actions import retention, series
from modules.domain.moves import Move
from modules.domain.picture import Bars, Picture, Table
from modules.domain.tally import TextState
from modules.screens.series import pooled_runs, series_list, series_names, series_of
from modules.screens.summary import NOT_REACHED, summary
from modules.screens.summary_views import SummaryItem, SummarySection, SummaryView
from tests.a_pulse import DAYS, OTHERS, PULSE_GUIDE, START, WANT, answer_all, days_later, held
from tests.a_room import WORDS, ARoom

BEFORE_AND_AFTER, OVER_TIME = "Before and after", "Over time: Team A"


def view(room: ARoom) -> SummaryView:
    return summary(room.database, room.session_id)


def section(room: ARoom, title: str) -> SummarySection:
    return next(s for s in view(room).sections if s.title == title)


def titles(room: ARoom) -> list[str]:
    return [s.title for s in view(room).sections if s.title != NOT_REACHED]


def picture(item: SummaryItem) -> Picture:
    assert item.result is not None
    assert item.result.picture is not None
    return item.result.picture


def test_before_and_after_are_told_in_counts(room: ARoom) -> None:
    held(room, then="111114")

    [item] = section(room, BEFORE_AND_AFTER).items

    assert item.title == "I can think of something to say when a remark demeans a group."
    assert picture(item).sentence == (
        "Before 2 of 6, before (looking back) 1 of 6, after 4 of 6: agree or strongly agree."
    )
    chart, table = picture(item).chart, picture(item).table
    assert isinstance(chart, Bars)
    assert [(row.label, row.values, row.texts) for row in chart.rows] == [
        ("Before", (2 / 6,), ("2 of 6",)),
        ("Before (looking back)", (1 / 6,), ("1 of 6",)),
        ("After", (4 / 6,), ("4 of 6",)),
    ]
    assert table == Table(
        ("When", "Agree or strongly agree", "Of"),
        (("Before", 2, 6), ("Before (looking back)", 1, 6), ("After", 4, 6)),
    )


def test_no_share_is_told_below_thirty_people(room: ARoom) -> None:
    held(room)

    assert "%" not in repr(section(room, BEFORE_AND_AFTER))


def test_the_limits_say_what_so_few_unlinked_answers_can_show(room: ARoom) -> None:
    held(room)

    limit = view(room).limits[-1]
    assert "counted, not linked" in limit
    assert "With 6 and 6 answers, any change of less than about 1.6 standard deviations" in limit
    assert "not as proof" in limit


def test_four_answers_are_compared_nowhere(room: ARoom) -> None:
    held(room, before="1122", after="2244")

    assert titles(room) == ["Start", "End"]
    assert all("counted, not linked" not in limit for limit in view(room).limits)


def test_an_item_asked_once_is_no_comparison(room: ARoom) -> None:
    room.start(phones=6, guide=PULSE_GUIDE)
    answer_all(room, START, [{"s1": "4", "s2": "4"}] * 6)
    room.move(Move.END)

    assert titles(room) == ["Start"]


def test_the_second_session_of_a_series_stands_beside_the_first(room: ARoom) -> None:
    held(room)
    days_later(room, 30)
    held(room, before="224455", after="444455")

    items = {item.title: picture(item) for item in section(room, OVER_TIME).items}

    assert [p.sentence for p in items.values()] == [
        "2 of 6 (9 March 2026, before), 4 of 6 (9 March 2026, after), "
        "4 of 6 (8 April 2026, 30 days later, before), "
        "6 of 6 (8 April 2026, 30 days later, after): agree or strongly agree.",
        "6 of 6 (9 March 2026), 6 of 6 (8 April 2026, 30 days later): agree or strongly agree.",
    ]


def test_the_series_is_compared_after_its_earlier_sessions_are_erased(room: ARoom) -> None:
    held(room)
    first = room.session_id
    days_later(room, 1)
    held(room)
    before = section(room, OVER_TIME)
    retention.delete_now(room.tools, acting=room.acting, session_id=first)

    assert section(room, OVER_TIME) == before


def test_a_running_session_is_compared_with_what_was_kept(room: ARoom) -> None:
    held(room)
    days_later(room, 30)
    room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(room, START, [{"s1": "4", "s2": "4"}] * 6)
    assert OVER_TIME not in titles(room)

    room.at(DAYS)

    assert OVER_TIME in titles(room)


def test_the_summary_of_the_first_session_stays_as_it_was(room: ARoom) -> None:
    held(room)
    first, before = room.session_id, view(room)
    days_later(room, 30)
    held(room)

    assert summary(room.database, first) == before


def test_practice_is_compared_with_no_series(room: ARoom) -> None:
    held(room)
    held(room, practice=True)

    assert OVER_TIME not in titles(room)


def test_a_deleted_series_is_compared_no_more(room: ARoom) -> None:
    held(room)
    held(room)
    assert OVER_TIME in titles(room)
    [line] = series_list(room.database)
    series.delete_now(room.tools, acting=room.acting, series_id=line.id)

    assert OVER_TIME not in titles(room)
    assert view(room).series_until is None


def test_the_summary_says_what_stays_in_the_series_and_until_when(room: ARoom) -> None:
    held(room)

    [said] = [s for s in view(room).stored if "series" in s]
    assert "“Team A”, until 13 April 2027" in said
    assert view(room).series_until == series_list(room.database)[0].delete_on


def test_a_session_that_left_nothing_in_the_series_says_nothing_of_it(room: ARoom) -> None:
    held(room)
    held(room, before="1122", after="2244")

    assert [s for s in view(room).stored if "series" in s] == []


def test_what_may_only_be_said_in_words_is_compared_in_words(room: ARoom) -> None:
    for answers in ("4444412", "4444444"):
        room.start(phones=7, guide=PULSE_GUIDE, series="Team A")
        answer_all(room, OTHERS, [{"s1": digit} for digit in answers])
        room.move(Move.END)

    [item] = section(room, OVER_TIME).items

    assert picture(item).chart is None
    assert picture(item).sentence == (
        "9 March 2026: few or none: “Rather not”; most: “Rather”. "
        "9 March 2026, session 2: few or none: “Rather not”; most: “Rather”."
    )
    assert not re.search(r"\b[1-7] of 7", repr(picture(item)))


def test_acting_is_told_as_a_part_of_noticing(room: ARoom) -> None:
    for acted in ("112223", "122233"):
        room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
        forms = [{"s1": n, "s2": a} for n, a in zip("122223", acted, strict=True)]
        answer_all(room, DAYS, forms)
        answer_all(room, WANT, [{"choice": "a"}] * 6)
        room.move(Move.END)

    sentences = [picture(item).sentence for item in section(room, OVER_TIME).items]

    assert sentences[1].endswith(
        "Of those who noticed such a moment: "
        "4 of 5 (9 March 2026), 5 of 5 (9 March 2026, session 2)."
    )


def test_two_runs_of_a_guide_are_not_added_up(room: ARoom) -> None:
    held(room, series="")
    held(room, series="Team A")

    assert pooled_runs(room.database, room.session_id).sections == ()


def test_three_runs_of_a_guide_version_are_added_up_once_each(room: ARoom) -> None:
    held(room, series="")
    held(room, series="Team A")
    held(room, series="Team B")

    found = pooled_runs(room.database, room.session_id)

    [pooled] = found.sections
    assert pooled.title == "3 sessions with version 2.0 of this guide, added up"
    assert [picture(item).sentence for item in pooled.items] == [
        "Before 6 of 18, before (looking back) 6 of 18, after 12 of 18: agree or strongly agree.",
        "18 of 18: agree or strongly agree.",
    ]
    assert "With 18 and 18 answers, any change of less than about 0.9" in found.limit


def test_practice_and_running_sessions_are_not_added_up(room: ARoom) -> None:
    held(room, series="")
    held(room, series="Team A")
    held(room, series="", practice=True)
    room.start(phones=6, guide=PULSE_GUIDE)
    answer_all(room, START, [{"s1": "4", "s2": "4"}] * 6)
    room.at(DAYS)

    assert pooled_runs(room.database, room.session_id).sections == ()


@pytest.mark.parametrize("answers", ["112244", "1122"])
def test_a_session_shows_its_readings_where_it_shows_their_results(
    room: ARoom, answers: str
) -> None:
    """The comparison applies the same rules as the screens: both show an item, or neither does."""
    held(room, before=answers, after=answers)

    shown = [
        item.result.picture is not None
        for s in view(room).sections
        if s.title in ("Start", "End")
        for item in s.items
        if item.result
    ]
    assert set(shown) == {BEFORE_AND_AFTER in titles(room)}


def test_the_series_of_a_session_is_known_once_it_keeps_something(room: ARoom) -> None:
    room.start(guide=PULSE_GUIDE, series="Team A")
    assert series_of(room.database, room.session_id) is None

    held(room)

    line = series_of(room.database, room.session_id)
    assert line is not None
    assert (line.name, len(line.held_on)) == ("Team A", 1)


def test_a_new_session_is_offered_every_series_there_is(room: ARoom) -> None:
    held(room)
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)
    room.start(guide=PULSE_GUIDE, series="Team B")
    room.start(guide=PULSE_GUIDE)

    assert series_names(room.database) == ("Team A", "Team B")


def test_texts_kept_in_the_room_are_told_of_in_the_summary(room: ARoom) -> None:
    room.start(phones=6).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"words {number}"]})
    room.move(Move.CLOSE_ANSWERS)
    assert not view(room).texts_withheld

    room.decide(room.texts.cards[0].handle, TextState.SHOWN)
    room.move(Move.END)

    assert view(room).texts_withheld
