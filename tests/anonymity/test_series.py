"""A series leaves no trace of who answered what, nor of itself once it is deleted."""

import random
from pathlib import Path

import pytest

from modules.actions import retention, series
from modules.domain.moves import Move
from modules.screens.series import series_list
from modules.screens.summary import summary
from modules.storage.database import Database
from modules.summary.files import FORMATS, file
from tests.a_pulse import END, PULSE_GUIDE, START, answer_all, held
from tests.a_room import ARoom
from tests.anonymity.worlds import bytes_of

NAME = "Heron and reed"


def lived(folder: Path, order: int) -> dict[str, bytes]:
    """Two sessions of a series, in which other people give the same answers."""
    folder.mkdir()
    database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
    room, chance = ARoom.with_facilitator(database, seed=1), random.Random(order)
    for _ in range(2):
        room.start(phones=6, guide=PULSE_GUIDE, series=NAME)
        for position in (START, END):
            answers = [{"s1": digit, "s2": "4"} for digit in "112244"]
            room.phones = chance.sample(room.phones, 6)
            answer_all(room, position, chance.sample(answers, 6))
        room.move(Move.END)
    exports = {key: file(summary(database, room.session_id), key).data for key in FORMATS}
    database.close()
    return bytes_of(folder) | exports


def test_permuted_worlds_of_a_series_end_byte_identical(tmp_path: Path) -> None:
    first, *others = (lived(tmp_path / str(order), order) for order in range(3))

    assert set(first) == {"workshop.db", *FORMATS}
    for other in others:
        assert {name for name in first if first[name] != other[name]} == set()


@pytest.fixture
def kept(tmp_path: Path) -> ARoom:
    database = Database.open(f"sqlite:///{tmp_path / 'data' / 'workshop.db'}")
    return held(ARoom.with_facilitator(database), series=NAME, title="Osprey")


def written(folder: Path, text: str) -> bool:
    return any(text.encode() in data for data in bytes_of(folder / "data").values())


def test_an_erased_session_leaves_its_series_and_nothing_else_on_the_disk(
    kept: ARoom, tmp_path: Path
) -> None:
    assert written(tmp_path, "Osprey")

    retention.delete_now(kept.tools, acting=kept.acting, session_id=kept.session_id)

    assert not written(tmp_path, "Osprey")
    assert written(tmp_path, NAME)


def test_a_deleted_series_is_gone_from_the_disk(kept: ARoom, tmp_path: Path) -> None:
    retention.delete_now(kept.tools, acting=kept.acting, session_id=kept.session_id)
    [line] = series_list(kept.database)
    series.delete_now(kept.tools, acting=kept.acting, series_id=line.id)

    assert not written(tmp_path, NAME)
    assert not written(tmp_path, "demeans a group")
