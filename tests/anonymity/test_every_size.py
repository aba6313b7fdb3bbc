"""Rooms of 4, 5, 6 and 40 people through every screen and every file."""

import re

import pytest

from modules.domain.moves import Move
from modules.domain.session import SessionId
from modules.screens.facilitator import facilitator
from modules.screens.phone import phone
from modules.screens.projector import projector
from modules.screens.summary import summary
from modules.storage.database import Database
from modules.summary.files import FORMATS, file
from tests.a_room import COMMON, INSTEAD, PLAIN, ARoom
from tests.summary.reading import read

SIZES = (4, 5, 6, 40)
FILES = [key for key in FORMATS if key != "calendar"]
"""The reminders hold no results."""


def held(database: Database, people: int) -> ARoom:
    """A plain question where one stands out, and a sensitive one where all are alike."""
    room = ARoom.with_facilitator(database).start(phones=people)
    for position, choices in ((PLAIN, "a" * (people - 1) + "b"), (COMMON, "a" * people)):
        room.at(position)
        room.all_choose(choices)
        room.move(Move.SHOW_RESULTS)
    room.at(INSTEAD)
    room.all_choose("abc" * people)
    room.move(Move.SHOW_RESULTS)
    return room


def screens(database: Database, session_id: SessionId, room: ARoom) -> dict[str, str]:
    now, phones = room.clock(), len(room.phones)
    return {
        "facilitator": repr(facilitator(database, session_id, now=now, phones=phones).result),
        "projector": repr(projector(database, session_id, now=now, phones=phones).results),
        "phone": repr(phone(database, session_id, now=now).results),
    }


@pytest.mark.parametrize("people", SIZES)
def test_every_screen_shows_numbers_from_five_people_on(database: Database, people: int) -> None:
    room = held(database, people)
    room.at(PLAIN)

    for name, shown in screens(database, room.session_id, room).items():
        assert (f"{people - 1} of {people}" in shown) is (people >= 5), name


@pytest.mark.parametrize("people", SIZES)
def test_every_file_shows_numbers_from_five_people_on(database: Database, people: int) -> None:
    room = held(database, people)
    room.move(Move.END)
    view = summary(database, room.session_id)

    said = {key: read(key, file(view, key).data) for key in FILES}

    shown = {key: f"{people - 1} of {people}" in text for key, text in said.items()}
    assert shown == dict.fromkeys(FILES, people >= 5)
    # The unanimous sensitive question never has a number, however many they are.
    number = re.compile(rf"Rarely or never\D{{0,40}}{people}\b")
    assert [key for key, text in said.items() if number.search(text)] == []
