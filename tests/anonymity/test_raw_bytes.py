"""What a thief of the disk finds: everything before sealing, nothing of it afterwards."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from modules.actions import retention
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.storage import rounds
from modules.storage.database import Database
from tests.a_room import PLAIN, WORDS, ARoom
from tests.anonymity.worlds import bytes_of
from tests.postgresql import PostgreSQL

DELETED = "zebra-quartz-{}"
STANDING = "mango-velvet-{}"


@dataclass
class Disk:
    """A database and a way to see every byte it has written, as a copy of its files would."""

    database: Database
    bytes: Callable[[], bytes]


@pytest.fixture(params=["sqlite", "postgresql"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    if request.param == "sqlite":
        folder = tmp_path / "data"
        opened = Database.open(f"sqlite:///{folder / 'workshop.db'}")
        yield Disk(opened, lambda: b"\n".join(bytes_of(folder).values()))
        opened.close()
        return
    server = PostgreSQL(tmp_path / "server", "wal_recycle=off", "log_statement=none")
    opened = Database.open(make_url(server.url).render_as_string(hide_password=False))

    def everything() -> bytes:
        engine = create_engine(server.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as db:
            # What is only in memory is written, so that there is more to find.
            db.exec_driver_sql("CHECKPOINT")
        engine.dispose()
        copy = tmp_path / "copy"
        shutil.copytree(
            server.folder,
            copy,
            ignore=shutil.ignore_patterns(".s.*", "*.pid"),
            copy_function=copied_if_there,
        )
        found = b"\n".join(bytes_of(copy).values())
        shutil.rmtree(copy)
        return found

    yield Disk(opened, everything)
    opened.close()
    server.stop()


def copied_if_there(file: str, target: str) -> None:
    """The server goes on meanwhile: what it has removed since the folder was read is not there."""
    with suppress(FileNotFoundError):
        shutil.copy(file, target)


def planted(room: ARoom) -> dict[str, bytes]:
    """Every mark, secret and deleted text of the open rounds."""
    found: dict[str, bytes] = {}
    with room.database.read() as db:
        for round_ in rounds.of_session(db, room.session_id):
            if round_.secret is None:
                continue
            found[f"secret of {round_.key}"] = round_.secret.value
            for number, phone in enumerate(room.phones):
                found[f"mark {number} in {round_.key}"] = round_.secret.mark_of(phone)
    return found | {f"deleted {n}": DELETED.format(n).encode() for n in range(len(room.phones))}


def written_in(haystack: bytes, needles: dict[str, bytes]) -> set[str]:
    return {
        name
        for name, needle in needles.items()
        if needle in haystack or needle.hex().encode() in haystack
    }


def test_the_disk_holds_marks_secrets_and_texts_before_sealing_and_none_after(disk: Disk) -> None:
    room = ARoom.with_facilitator(disk.database).start(phones=12).at(WORDS)
    for number, phone in enumerate(room.phones):
        room.answer(phone, {"text": DELETED.format(number)})
    for number, phone in enumerate(room.phones):
        room.answer(phone, {"text": STANDING.format(number)}, seq=2)
    needles = planted(room)
    before = disk.bytes()
    assert written_in(before, needles) == set(needles)

    room.move(Move.SHOW_RESULTS)

    after = disk.bytes()
    assert written_in(after, needles) == set()
    assert STANDING.format(3).encode() in after
    # The device tokens were never written at all.
    tokens = {str(n): phone.value for n, phone in enumerate(room.phones)}
    assert written_in(before + after, tokens) == set()


def test_sealing_one_round_leaves_another_ones_ballots_alone(disk: Disk) -> None:
    room = ARoom.with_facilitator(disk.database).start(phones=5).at(PLAIN)
    room.all_choose("aabbc")
    room.move(Move.CLOSE_ANSWERS)
    other = ARoom(disk.database, room.tools, room.clock, room.acting).start(phones=3).at(PLAIN)
    other.all_choose("abc")
    needles = planted(other)

    room.move(Move.SHOW_RESULTS)

    assert other.view.answered == 3
    marks = {name: value for name, value in needles.items() if "deleted" not in name}
    assert written_in(disk.bytes(), marks) == set(marks)


def test_held_texts_are_gone_from_the_disk_after_the_end(disk: Disk) -> None:
    room = ARoom.with_facilitator(disk.database).start(phones=12).at(WORDS)
    for number, phone in enumerate(room.phones):
        room.answer(phone, {"text": DELETED.format(number)})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.HELD, reason="slur")
    room.move(Move.SHOW_RESULTS)
    held = {f"held {n}": DELETED.format(n).encode() for n in range(12)}
    assert written_in(disk.bytes(), held) == set(held)

    room.move(Move.END)

    assert written_in(disk.bytes(), held) == set()


def test_what_a_reworded_text_said_is_gone_from_the_disk_after_the_end(disk: Disk) -> None:
    room = ARoom.with_facilitator(disk.database).start(phones=12).at(WORDS)
    for number, phone in enumerate(room.phones):
        room.answer(phone, {"text": DELETED.format(number)})
    early, late = room.texts.cards[:6], room.texts.cards[6:]
    for card in early:
        room.decide(card.handle, TextState.SHOWN, reworded=f"{STANDING} {card.handle}")
    room.move(Move.SHOW_RESULTS)
    for card in room.texts.cards:
        if card.text in {c.text for c in late}:
            room.decide(card.handle, TextState.SHOWN, reworded=f"{STANDING} {card.text[-1]}")
    said = {f"said {n}": DELETED.format(n).encode() for n in range(12)}
    assert written_in(disk.bytes(), said) == set(said)

    room.move(Move.END)

    after = disk.bytes()
    assert written_in(after, said) == set()
    assert STANDING.format("{}").encode() in after


def test_an_erased_session_is_gone_from_the_disk(disk: Disk) -> None:
    room = ARoom.with_facilitator(disk.database).start(phones=12, title="Heron and reed").at(WORDS)
    for number, phone in enumerate(room.phones):
        room.answer(phone, {"text": STANDING.format(number)})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN)
    room.move(Move.END)
    needles = {"title": b"Heron and reed", "text": STANDING.format(3).encode()}
    assert written_in(disk.bytes(), needles) == set(needles)

    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    assert written_in(disk.bytes(), needles) == set()


def test_postgresql_rows_of_a_sealed_round_say_nothing_of_their_arrival(
    postgresql_url: str,
) -> None:
    """All texts were written by one transaction, in the order of the alphabet."""
    database = Database.open(postgresql_url)
    room = ARoom.with_facilitator(database).start(phones=12).at(WORDS)
    for number, phone in enumerate(reversed(room.phones)):
        room.answer(phone, {"text": STANDING.format(f"{number:02}")})
    room.move(Move.SHOW_RESULTS)

    with database.read() as db:
        rows = db.exec_driver_sql("SELECT xmin::text, text FROM texts ORDER BY ctid").all()
    assert len({row[0] for row in rows}) == 1
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    database.close()


def test_no_column_of_two_open_rounds_shares_a_value(room: ARoom) -> None:
    """Answers and the small numbers that order one phone's changes aside."""
    seen: list[set[object]] = []
    for _ in range(2):
        room.start(phones=0)
        room.phones = room.phones or [room.join() for _ in range(8)]
        room.at(PLAIN)
        room.all_choose("aabbccab")
        with room.database.read() as db:
            [round_] = rounds.of_session(db, room.session_id)
            marks = {ballot.mark for ballot in rounds.ballots_of(db, round_.id)}
        assert round_.secret is not None
        seen.append({round_.id, round_.secret.value, *marks})

    assert len(seen[0]) == len(seen[1]) == 10
    assert seen[0] & seen[1] == set()
