"""One workshop, lived in many orders: the same answers, given by other people at other times."""

import random
from pathlib import Path

from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.storage.database import Database
from tests.a_room import COMMON, INSTEAD, PLAIN, WORDS, ARoom

PEOPLE = 14
CHOICES = "aaaaabbbbccc--"
TEXTS = tuple(f"A sentence of person {n:02}, with ümlauts" for n in range(PEOPLE))


def a_workshop(database: Database, order: int) -> ARoom:
    """Run through every round, with people and arrival permuted by `order`, and seal them all."""
    room = ARoom.with_facilitator(database, seed=1).start(phones=PEOPLE)
    chance = random.Random(order)
    for position in (PLAIN, COMMON, INSTEAD):
        room.at(position)
        answers = [None if c == "-" else {"choice": c} for c in CHOICES]
        _answer_in_some_order(room, chance, answers)
    room.at(WORDS)
    _answer_in_some_order(room, chance, [{"text": t} for t in TEXTS])
    for card in chance.sample(room.texts.cards, PEOPLE):
        held = card.text in TEXTS[:3]
        room.decide(
            card.handle,
            TextState.HELD if held else TextState.SHOWN,
            **({"reason": "off topic"} if held else {}),
        )
    room.move(Move.SHOW_RESULTS)
    return room


def _answer_in_some_order(room: ARoom, chance: random.Random, answers: list) -> None:  # type: ignore[type-arg]
    """Everybody sends twice: first something else, then the answer that stands."""
    people = chance.sample(room.phones, PEOPLE)
    sendings = [(person, 1, answers[0]) for person in people]
    chance.shuffle(sendings)
    last = [(person, 2, answer) for person, answer in zip(people, answers, strict=True)]
    chance.shuffle(last)
    for person, seq, answer in sendings + last:
        room.answer(person, answer, seq=seq)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every byte the database keeps, by file; SQLite's shared-memory index is not on the disk."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".db-shm"
    }
