"""Who answered what, and in which order, leaves no byte behind."""

from pathlib import Path

import pytest

from modules.domain.moves import Move
from modules.screens.summary import summary
from modules.storage.database import Database
from modules.summary.files import FORMATS, file
from tests.anonymity.worlds import a_workshop, bytes_of


def lived(folder: Path, order: int) -> dict[str, bytes]:
    folder.mkdir()
    database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
    room = a_workshop(database, order)
    room.move(Move.END)
    exports = {key: file(summary(database, room.session_id), key).data for key in FORMATS}
    database.close()
    return bytes_of(folder) | exports


def test_permuted_worlds_end_byte_identical(tmp_path: Path) -> None:
    first, *others = (lived(tmp_path / str(order), order) for order in range(5))

    assert set(first) == {"workshop.db", *FORMATS}
    for other in others:
        assert {name for name in first if first[name] != other[name]} == set()


def test_permuted_worlds_differ_before_sealing(tmp_path: Path) -> None:
    """The test above can fail: the same comparison sees the order while rounds are open."""

    def unsealed(order: int) -> bytes:
        folder = tmp_path / str(order)
        folder.mkdir()
        database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
        room = a_workshop(database, order)
        room.move(Move.ASK_AGAIN)
        for number, phone in enumerate(room.phones):
            room.answer(phone, {"text": f"again {(number + order) % 14}"})
        return b"".join(bytes_of(folder).values())

    assert unsealed(1) != unsealed(2)


@pytest.mark.parametrize("left_out", ["sorted texts", "vacuum", "truncation"])
def test_each_part_of_sealing_is_needed(
    tmp_path: Path, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any one of its parts, the worlds could be told apart or deleted bytes found."""
    from modules.storage import residue, sealing

    if left_out == "sorted texts":
        monkeypatch.setattr(
            sealing, "in_the_order_of_the_alphabet", lambda tally: list(tally.contributions)
        )
    else:
        kept = "PRAGMA wal_checkpoint(TRUNCATE)" if left_out == "vacuum" else "VACUUM"
        monkeypatch.setattr(residue, "SQLITE_STATEMENTS", (kept,))

    def bytes_after_sealing(order: int) -> dict[str, bytes]:
        folder = tmp_path / str(order)
        folder.mkdir()
        database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
        a_workshop(database, order)
        return bytes_of(folder)

    assert bytes_after_sealing(1) != bytes_after_sealing(2)
