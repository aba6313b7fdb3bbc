"""What a series keeps, on both databases: shown totals of shared items, and nothing else."""

from datetime import timedelta

import pytest

from modules.actions import hosting, retention, series, signing
from modules.actions.hosting import StartForm
from modules.domain.access import Acting
from modules.domain.comparison import Count, Moment, Pulse, Reading
from modules.domain.disclosure import InWords
from modules.domain.errors import NotAllowed
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.guides.parser import guide_of
from modules.screens.series import series_list
from modules.storage import series as stored_series
from modules.storage.tables import metadata
from tests.a_pulse import DAYS, OTHERS, PULSE_GUIDE, START, WANT, answer_all, days_later, held
from tests.a_room import PLAIN, WORDS, ARoom


def kept(room: ARoom) -> tuple[Pulse, ...]:
    """What is kept in the one series there is, or nothing."""
    with room.database.read() as db:
        found = series_list(room.database)
        assert len(found) < 2
        return stored_series.pulses_of(db, found[0].id) if found else ()


def readings(room: ARoom) -> list[tuple[str, Moment, Count | None]]:
    [pulse] = kept(room)
    return [(r.measure.item, r.moment, r.count) for r in pulse.readings]


def everything(room: ARoom) -> str:
    """Every row that is stored of the series."""
    with room.database.read() as db:
        tables = (metadata.tables[name] for name in ("series", "pulses"))
        return repr([tuple(row) for table in tables for row in db.execute(table.select())])


def test_the_end_keeps_the_shown_totals_of_the_shared_items(room: ARoom) -> None:
    held(room)

    assert readings(room) == [
        ("C1", Moment.BEFORE, Count(2, 6)),
        ("C1", Moment.LOOKING_BACK, Count(2, 6)),
        ("C1", Moment.NOW, Count(4, 6)),
        ("N1", Moment.NOW, Count(6, 6)),
    ]


def test_a_series_keeps_no_texts_and_nothing_but_the_shared_items(room: ARoom) -> None:
    room.start(phones=6, series="Team A").at(PLAIN).all_choose("aaabbb")
    room.at(WORDS)
    for device in room.phones:
        room.answer(device, {"text": ["a secret of ours"]})
    room.decide(room.texts.cards[0].handle, TextState.SHOWN)
    room.move(Move.END)

    assert everything(room) == "[]"

    held(room)

    assert "a secret of ours" not in everything(room)
    assert "What brought you here" not in everything(room)


def test_nothing_is_kept_before_the_end(room: ARoom) -> None:
    room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(room, START, [{"s1": "4", "s2": "4"}] * 6)
    room.at(DAYS)

    assert kept(room) == ()


def test_too_few_answers_leave_nothing_in_the_series(room: ARoom) -> None:
    held(room, before="1122", after="2244")

    assert kept(room) == ()


@pytest.mark.parametrize("tried_out", ["practice", "rehearsal"])
def test_practice_and_rehearsal_leave_nothing_in_the_series(room: ARoom, tried_out: str) -> None:
    held(room, practice=tried_out == "practice", rehearsal=tried_out == "rehearsal")

    assert kept(room) == ()


def test_a_session_without_a_series_keeps_nothing(room: ARoom) -> None:
    held(room, series="")

    assert kept(room) == ()


@pytest.mark.parametrize("asked_too", [False, True])
def test_a_tied_item_is_kept_only_with_the_result_it_is_shown_with(
    room: ARoom, asked_too: bool
) -> None:
    room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(room, DAYS, [{"s1": "2", "s2": "1"}] * 6)
    if asked_too:
        answer_all(room, WANT, [{"choice": "a"}] * 6)
    room.move(Move.END)

    assert [r.measure.item for p in kept(room) for r in p.readings] == ["B1", "B2"] * asked_too


def test_a_sensitive_item_with_a_small_band_is_kept_in_words_only(room: ARoom) -> None:
    room.start(phones=7, guide=PULSE_GUIDE, series="Team A")
    answer_all(room, OTHERS, [{"s1": digit} for digit in "4444412"])
    room.move(Move.END)

    [reading] = [r for pulse in kept(room) for r in pulse.readings]
    assert isinstance(reading.shown, InWords)
    assert [cell.word for cell in reading.shown.cells] == ["few or none", "most"]
    assert "'count'" not in everything(room)
    assert '"count"' not in everything(room)


def test_the_series_outlives_its_sessions(room: ARoom) -> None:
    held(room)
    before = kept(room)
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)
    held(room, retention_days=7)
    room.clock.forward(days=8)

    assert retention.erase_due(room.tools) == 1
    assert len(kept(room)) == 2
    assert kept(room)[:1] == before


@pytest.mark.parametrize(("days", "erased"), [(399, 0), (400, 1), (4000, 1)])
def test_a_series_is_erased_four_hundred_days_after_its_first_session(
    room: ARoom, days: int, erased: int
) -> None:
    held(room)
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)
    room.clock.forward(days=days)

    assert retention.erase_due(room.tools) == erased
    assert len(kept(room)) == 1 - erased


def test_later_sessions_do_not_make_a_series_longer(room: ARoom) -> None:
    held(room)
    [first] = series_list(room.database)
    days_later(room, 200)
    held(room)

    [later] = series_list(room.database)
    assert later.delete_on == first.delete_on
    assert later.held_on == (first.held_on[0], first.held_on[0] + timedelta(days=200))


def test_a_session_that_began_earlier_ends_the_series_earlier(room: ARoom) -> None:
    early = room.start(phones=6, guide=PULSE_GUIDE, series="Team A").session_id
    phones = room.phones
    days_later(room, 10)
    held(room)
    [before] = series_list(room.database)
    room.session_id, room.phones = early, phones
    answer_all(room, START, [{"s1": "4", "s2": "4"}] * 6)
    room.move(Move.END)

    [after] = series_list(room.database)
    assert before.delete_on - after.delete_on == timedelta(days=10)
    assert after.held_on[0] < before.held_on[0]


def test_a_session_that_lasted_longer_than_a_series_may_keeps_nothing(room: ARoom) -> None:
    room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(room, START, [{"s1": "4", "s2": "4"}] * 6)
    days_later(room, 400)
    room.move(Move.END)

    assert kept(room) == ()


def test_another_name_is_another_series(room: ARoom) -> None:
    held(room)
    held(room, series="Team B")

    assert [line.name for line in series_list(room.database)] == ["Team A", "Team B"]


def test_a_series_is_deleted_at_once_and_says_what(room: ARoom) -> None:
    held(room)
    held(room)
    [line] = series_list(room.database)

    erased = series.delete_now(room.tools, acting=room.acting, series_id=line.id)

    assert (erased.name, erased.sessions) == ("Team A", 2)
    assert everything(room) == "[]"


def test_deleting_a_series_needs_a_sign_in(room: ARoom) -> None:
    held(room)
    [line] = series_list(room.database)

    with pytest.raises(NotAllowed):
        series.delete_now(room.tools, acting=Acting("nobody"), series_id=line.id)


def test_a_moderator_deletes_no_series(room: ARoom) -> None:
    held(room)
    [line] = series_list(room.database)
    link = signing.moderator_link(room.tools, acting=room.acting, session_id=room.session_id)
    moderator = Acting(signing.hashed(signing.sign_in_by_link(room.tools, token=link)))

    with pytest.raises(NotAllowed):
        series.delete_now(room.tools, acting=moderator, series_id=line.id)


def test_a_series_of_another_facilitator_is_not_deleted(room: ARoom) -> None:
    with room.database.begin() as db:
        facilitators = metadata.tables["facilitators"]
        db.execute(facilitators.insert().values(id="else", name="Else", passcode_hash="x$y$z"))
        theirs = stored_series.held(
            db, "else", "Team A", new_id="theirs", delete_on=room.tools.today()
        )

    with pytest.raises(NotAllowed):
        series.delete_now(room.tools, acting=room.acting, series_id=theirs.id)


def test_deleting_a_series_twice_says_that_it_is_gone(room: ARoom) -> None:
    held(room)
    [line] = series_list(room.database)
    series.delete_now(room.tools, acting=room.acting, series_id=line.id)

    with pytest.raises(stored_series.NoSuchSeries):
        series.delete_now(room.tools, acting=room.acting, series_id=line.id)


def test_readings_come_back_as_they_were_kept(room: ARoom) -> None:
    held(room)
    [pulse] = kept(room)
    with room.database.begin() as db:
        [line] = series_list(room.database)
        stored_series.add(db, line.id, pulse)

    again = kept(room)
    assert again == (pulse, pulse)
    assert all(isinstance(r, Reading) for p in again for r in p.readings)


def test_the_name_of_a_series_is_trimmed(room: ARoom) -> None:
    held(room, series="  Team A ")
    held(room)

    assert [line.name for line in series_list(room.database)] == ["Team A"]


def test_a_series_holds_no_sign_of_who_its_sessions_were(room: ARoom) -> None:
    held(room)

    found = everything(room)
    assert room.session_id not in found
    assert not any(device.value.hex() in found for device in room.phones)


def test_a_guide_may_be_started_again_in_the_series(room: ARoom) -> None:
    form = StartForm(title="Again", support_contacts="Ada", series="Team A")
    held(room)
    hosting.start(
        room.tools, acting=room.acting, guide=guide_of(PULSE_GUIDE), guide_text=PULSE_GUIDE,
        form=form,
    )  # fmt: skip

    assert len(kept(room)) == 1


def test_deleting_right_after_the_end_keeps_the_totals_that_were_shown(room: ARoom) -> None:
    room.start(phones=6, guide=PULSE_GUIDE, series="Team A")
    answer_all(room, START, [{"s1": digit, "s2": "4"} for digit in "112244"])
    room.move(Move.SHOW_RESULTS)
    room.ends_by_accident()

    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    assert [line.name for line in series_list(room.database)] == ["Team A"]
