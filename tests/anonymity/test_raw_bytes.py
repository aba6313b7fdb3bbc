"""What a thief of the disk finds: everything before sealing, nothing of it afterwards."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, select
from sqlalchemy.exc import IntegrityError

from modules.actions import answering, retention
from modules.domain.ballot import RoundId, RoundState
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.storage import rounds, tables
from modules.storage.database import Database
from tests.a_room import PLAIN, STANDING_GUIDE, WORDS, ARoom
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
def disk(request: pytest.FixtureRequest, tmp_path: Path, server_folder: Path) -> Iterator[Disk]:
    if request.param == "sqlite":
        folder = tmp_path / "data"
        opened = Database.open(f"sqlite:///{folder / 'workshop.db'}")
        yield Disk(opened, lambda: b"\n".join(bytes_of(folder).values()))
        opened.close()
        return
    server = PostgreSQL(server_folder / "server", "wal_recycle=off", "log_statement=none")
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
    # The device tokens were never written at all, nor what follows from a token without the secret.
    tokens = {str(n): phone.value for n, phone in enumerate(room.phones)}
    digests = {
        f"{name} of {n}": hashlib.new(name, token).digest()
        for n, token in tokens.items()
        for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s")
    }
    assert written_in(before + after, tokens | digests) == set()


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
    """The same phones answer two rounds that are open at once; answers, and the small numbers that
    order one phone's changes, aside."""
    room.start(phones=8, guide=STANDING_GUIDE).at(WORDS)
    [standing] = room.view.standing
    for number, phone in enumerate(room.phones):
        answering.submit(
            room.tools, session_id=room.session_id, round_id=RoundId(standing.round_id),
            device=phone, seq=1, form={"question": [f"Question {number}?"]},
        )  # fmt: skip
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN)
    room.at(PLAIN)
    room.all_choose("aabbccab")

    with room.database.read() as db:
        both = rounds.of_session(db, room.session_id)
        rows = [row._mapping for row in db.execute(select(tables.ballots))]
    assert [round_.state for round_ in both] == [RoundState.OPEN] * 2
    one, other = ([row for row in rows if row["round_id"] == round_.id] for round_ in both)
    assert len(one) == len(other) == 8
    columns = set(rows[0]) - {"answer", "seq"}
    assert columns == {"round_id", "mark", "decisions"}
    for column in columns:
        values = [{row[column] for row in ballots} - {None} for ballots in (one, other)]
        assert values[0] & values[1] == set(), column
    secrets = {round_.secret.value for round_ in both if round_.secret}
    assert len(secrets) == 2


def test_postgresqls_log_holds_no_answer_of_a_statement_that_failed(server_folder: Path) -> None:
    """The same failing statement by a connection that the app did not prepare is all in the log."""
    server = PostgreSQL(server_folder / "server")
    log = server.folder / "log"
    database = Database.open(server.url)
    ARoom.with_facilitator(database).start(phones=1).at(PLAIN)
    # It fails on the missing seq, once with the answer as a value and once inside the statement.
    start = "INSERT INTO ballots (round_id, mark, answer) SELECT id, '\\x00', "

    def fails(engine: Engine, word: str) -> None:
        for statement, values in (
            (f"{start}%(answer)s FROM rounds", {"answer": f"{word}-value"}),
            (f"{start}'{word}-literal' FROM rounds", {}),
        ):
            with pytest.raises(IntegrityError), engine.begin() as db:
                db.exec_driver_sql(statement, values)

    bare = create_engine(server.url)
    fails(bare, "planted")
    fails(database.engine, "kept")
    bare.dispose()
    database.close()
    server.stop()

    written = log.read_text("utf-8", "replace")
    assert written.count("null value in column") == 4
    assert "planted-value" in written
    assert "planted-literal" in written
    assert "kept-" not in written
