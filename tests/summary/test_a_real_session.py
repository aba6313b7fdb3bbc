"""The files of workshops that were really held, with too few answers and with enough."""

import pytest

from modules.domain.errors import MoveRefused
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.summary import summary
from modules.summary.files import FORMATS, file
from tests.a_room import COMMON, INSTEAD, PLAIN, WORDS, ARoom
from tests.summary.facts import flat
from tests.summary.read_back import read_back
from tests.summary.reading import KEYS, read

# What a room is asked to do, and what presupposes that it saw a result.
LIVE = ("It takes", "Talk about", "are too few", "to keep talking about", "neighbour")


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
        assert "There were too few answers to show. It took 5 that were not Pass" in found, key
        assert [said for said in LIVE if said in found] == [], key
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


def test_too_few_answers_everywhere_leave_no_number_and_no_question_in_any_file(room: ARoom):
    room.start(phones=4)
    for position in (PLAIN, COMMON, INSTEAD):
        room.at(position).all_choose("aabb")
    room.at(WORDS)
    written(room, ["Onlyone", "Onlytwo", "Onlythree", "Onlyfour"], TextState.SHOWN)
    room.move(Move.END)

    view = summary(room.database, room.session_id)
    for key in KEYS:
        facts = read_back(key, file(view, key).data)
        assert [fact for fact in facts if fact[2] in ("cell", "chart", "text", "question")] == []
        assert "Only" not in "".join(map("".join, facts)), key


def test_a_workshop_without_any_answer_has_every_file(room: ARoom):
    room.start(phones=3)
    room.move(Move.END)

    for key, found in every_file(room).items():
        assert "a small group" in found, key
        assert "What brought you here?" in found, key


@pytest.mark.parametrize("title", ["A very long title " * 11 + "ab", "長" * 200, "é" * 200])
def test_a_title_of_200_characters_is_whole_in_every_file(room: ARoom, title):
    room.start(title=title)
    room.move(Move.END)
    assert len(title) == 200

    view = summary(room.database, room.session_id)
    for key in KEYS:
        front = [fact[3] for fact in read_back(key, file(view, key).data) if fact[2] == "front"]
        assert front[0] == flat(title), key


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
