"""What each screen may hold with four answers and with five."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from modules.domain.moves import Move
from modules.domain.picture import Picture
from modules.domain.tally import TextState
from modules.screens.facilitator import facilitator
from modules.screens.moderation import moderation
from modules.screens.phone import phone, promise
from modules.screens.projector import projector
from modules.screens.summary import NOT_REACHED, summary
from modules.screens.views import Scene
from tests.a_room import COMMON, INSTEAD, PLAIN, WORDS, ARoom


def everything(room: ARoom) -> dict[str, object]:
    database, session, now = room.database, room.session_id, room.clock()
    return {
        "facilitator": facilitator(database, session, now=now, phones=len(room.phones)),
        "projector": projector(database, session, now=now, phones=len(room.phones)),
        "phone": phone(database, session, now=now),
        "summary": summary(database, session),
    }


def pictures(value: object) -> Iterator[Picture]:
    """Every picture anywhere inside a view."""
    if isinstance(value, Picture):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from pictures(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from pictures(item)


@pytest.mark.parametrize("answers", ["aabb", "aabb-----"])
def test_no_screen_holds_a_picture_of_four_answers(room: ARoom, answers: str) -> None:
    room.start(phones=9).at(PLAIN)
    room.all_choose(answers)
    room.move(Move.SHOW_RESULTS)

    for name, view in everything(room).items():
        assert list(pictures(view)) == [], name
        said = "It took 5" if name == "summary" else "It takes 5"
        assert said in repr(view), name


def test_every_screen_holds_the_same_picture_of_five_answers(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.SHOW_RESULTS)

    found = {name: list(pictures(view)) for name, view in everything(room).items()}
    assert len(found["facilitator"]) == 1
    assert found["facilitator"] == found["projector"] == found["phone"] == found["summary"]


@pytest.mark.parametrize("move", [None, Move.CLOSE_ANSWERS])
def test_no_screen_holds_anything_but_the_number_of_answers_before_sealing(
    room: ARoom, move: Move | None
) -> None:
    room.start(phones=8).at(PLAIN)
    room.all_choose("aaaabb--")
    if move:
        room.move(move)

    for name, view in everything(room).items():
        assert list(pictures(view)) == [], name
    assert room.view.answered == 8


def test_hidden_results_are_on_no_public_screen(room: ARoom) -> None:
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.SHOW_RESULTS)
    room.move(Move.HIDE_RESULTS)

    views = everything(room)
    assert list(pictures(views["projector"])) == list(pictures(views["phone"])) == []
    assert len(list(pictures(views["facilitator"]))) == 1


def test_tied_results_are_shown_both_or_neither(room: ARoom) -> None:
    room.start(phones=10).at(COMMON)
    room.all_choose("aaaaaccccc")
    room.move(Move.SHOW_RESULTS)
    assert all(not list(pictures(view)) for view in everything(room).values())

    room.at(INSTEAD)
    room.all_choose("abcabcabca")
    room.move(Move.SHOW_RESULTS)

    assert len(list(pictures(everything(room)["projector"]))) == 2


def test_a_tied_result_with_too_few_answers_hides_both(room: ARoom) -> None:
    room.start(phones=10).at(COMMON)
    room.all_choose("aaaaaccccc")
    room.at(INSTEAD)
    room.all_choose("abca------")
    room.move(Move.SHOW_RESULTS)

    assert all(not list(pictures(view)) for view in everything(room).values())


def test_a_sensitive_result_is_in_bands(room: ARoom) -> None:
    room.start(phones=10).at(COMMON)
    room.all_choose("abababcdcd")
    room.at(INSTEAD)
    room.all_choose("abcabcabca")
    room.move(Move.SHOW_RESULTS)

    common, _instead = pictures(everything(room)["projector"])
    assert common.chart is None
    assert common.table is not None
    assert [row[1] for row in common.table.rows] == ["most", "few or none"]


@pytest.mark.parametrize("secret", ["Welcome. You may pass", "It warms the room up."])
def test_nothing_for_the_facilitator_reaches_phone_or_projector(room: ARoom, secret: str) -> None:
    room.start(phones=1)
    seen = set()
    for position in range(7):
        room.at(position)
        views = everything(room)
        assert secret not in repr(views["projector"])
        assert secret not in repr(views["phone"])
        seen.add(secret in repr(views["facilitator"]))
    assert True in seen


def test_a_held_text_is_on_no_screen_but_the_moderators(room: ARoom) -> None:
    room.start(phones=12).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"number {number:02}"]})
    for card in room.texts.cards:
        if card.text == "number 07":
            room.decide(card.handle, TextState.HELD, reason="off topic")
        else:
            room.decide(card.handle, TextState.SHOWN)
    room.move(Move.SHOW_RESULTS)

    for name, view in everything(room).items():
        assert "number 06" in repr(view), name
        assert "number 07" not in repr(view), name
    assert "number 07" in repr(moderation(room.database, room.session_id))


@pytest.mark.parametrize(("phones", "inside"), [(9, False), (10, True)])
def test_texts_reach_the_summary_only_from_ten_contributions(
    room: ARoom, phones: int, inside: bool
) -> None:
    room.start(phones=phones).at(WORDS)
    for number, device in enumerate(room.phones):
        room.answer(device, {"text": [f"number {number:02}"]})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN)
    room.move(Move.SHOW_RESULTS)

    views = everything(room)
    assert "number 03" in repr(views["projector"])
    assert ("number 03" in repr(views["summary"])) is inside


def test_a_blank_projector_leaves_the_phones_where_they_are(room: ARoom) -> None:
    room.start(phones=1).at(PLAIN)
    room.move(Move.BLANK)

    views = everything(room)
    assert views["projector"].scene is Scene.BLANK  # type: ignore[attr-defined]
    assert views["phone"].scene is Scene.ACTIVITY  # type: ignore[attr-defined]


def test_the_summarys_address_appears_at_the_end_only(room: ARoom) -> None:
    room.start(phones=1)
    key = room.view.summary_key
    assert key not in repr(everything(room)["projector"])

    room.move(Move.END)

    views = everything(room)
    assert views["projector"].summary_key == key  # type: ignore[attr-defined]
    assert views["phone"].summary_key == key  # type: ignore[attr-defined]
    assert views["projector"].code is None  # type: ignore[attr-defined]


def test_practice_shows_the_first_answer_and_promises_nothing(room: ARoom) -> None:
    room.start(phones=1, practice=True).at(PLAIN)
    room.all_choose("a")
    room.move(Move.SHOW_RESULTS)

    assert len(list(pictures(everything(room)["projector"]))) == 1
    assert promise(room.database, room.session_id, today=room.tools.today()).anonymous is False


def test_the_summary_tells_of_the_steps_that_took_place_only(room: ARoom) -> None:
    room.start(phones=1).at(PLAIN)
    room.at(6)
    room.move(Move.END)

    sections = summary(room.database, room.session_id).sections
    took_place = [s for s in sections if s.title != NOT_REACHED]
    assert [i.title for s in took_place for i in s.items] == ["A plain question", "Goodbye"]
