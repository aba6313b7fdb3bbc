"""The files of workshops that were really held, with too few answers and with enough."""

import pytest

from modules.domain.errors import MoveRefused
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.summary import summary
from modules.summary.files import FORMATS, file
from tests.a_room import COMMON, INSTEAD, PLAIN, WORDS, ARoom
from tests.summary.reading import KEYS, read


def every_file(room):
    view = summary(room.database, room.session_id)
    return {key: read(key, file(view, key).data) for key in KEYS}


def written(room, texts, state):
    for device, text in zip(room.phones, texts, strict=True):
        room.answer(device, {"text": text})
    for card in room.texts.cards:
        room.decide(card.handle, state, reason="names a person")


@pytest.mark.parametrize("answers", ["aabb", "aabb-----", "-----", ""])
def test_no_file_holds_an_option_or_a_count_of_too_few_answers(room: ARoom, answers):
    room.start(phones=9).at(PLAIN)
    room.all_choose(answers)
    room.move(Move.END)

    for key, found in every_file(room).items():
        assert "It takes 5" in found, key
        assert [o for o in ("Curiosity", "A friend", "My work") if o in found] == [], key
        assert " of 4" not in found, key


def test_every_file_holds_the_result_of_five_answers(room: ARoom):
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.END)

    for key, found in every_file(room).items():
        assert "3 of 5" in found, key
        assert "Curiosity" in found, key


def test_a_sensitive_unanimous_result_is_in_no_file(room: ARoom):
    room.start(phones=9).at(COMMON)
    room.all_choose("ccccccccc")
    room.at(INSTEAD).all_choose("bbbbbbbbb")
    room.move(Move.END)

    for key, found in every_file(room).items():
        assert "9 of 9" not in found.partition("How much would you like")[0], key


@pytest.mark.parametrize("count", [9, 10])
def test_texts_leave_the_room_from_ten_contributions_on(room: ARoom, count):
    texts = [f"Thought{letter} to keep" for letter in "abcdefghij"[:count]]
    room.start(phones=count).at(WORDS)
    written(room, texts, TextState.SHOWN)
    room.move(Move.END)

    for key, found in every_file(room).items():
        assert [t for t in texts if t in found] == (texts if count == 10 else []), key


def test_held_texts_are_in_no_file(room: ARoom):
    texts = [f"Heldback{letter}" for letter in "abcdefghijkl"]
    room.start(phones=12).at(WORDS)
    written(room, texts, TextState.HELD)
    room.move(Move.END)

    view = summary(room.database, room.session_id)
    assert [k for k in FORMATS if b"Heldback" in file(view, k).data] == []
    assert [k for k, found in every_file(room).items() if "Heldback" in found] == []


def test_a_workshop_that_is_ended_twice_keeps_its_files(room: ARoom):
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.END)
    before = {key: file(summary(room.database, room.session_id), key) for key in FORMATS}

    with pytest.raises(MoveRefused):
        room.move(Move.END)
    assert {key: file(summary(room.database, room.session_id), key) for key in FORMATS} == before


def test_no_file_names_a_facilitators_script_or_a_phone(room: ARoom):
    room.start(phones=5).at(PLAIN)
    room.all_choose("aaabb")
    room.move(Move.END)

    for key, found in every_file(room).items():
        assert "Choose the one that fits you best" not in found, key
        assert "It warms the room up" not in found, key
        assert [p for p in room.phones if p.value.hex() in found] == [], key
