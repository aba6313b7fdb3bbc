"""Signing in and out, on both databases."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import pytest

from modules.actions import signing
from modules.domain.access import Acting
from modules.domain.errors import NotAllowed, SlowDown
from modules.storage.tables import facilitators, sign_ins
from tests.a_room import PASSCODE, ARoom
from tests.conftest import COSTLY


def acting(raw: str) -> Acting:
    return Acting(signing.hashed(raw))


def holds(room: ARoom, raw: str) -> bool:
    try:
        with room.database.read() as db:
            signing.require(db, acting(raw), now=room.clock())
    except NotAllowed:
        return False
    return True


def test_the_right_passcode_signs_in(room: ARoom) -> None:
    assert holds(room, signing.sign_in(room.tools, passcode=f" {PASSCODE} "))


@pytest.mark.parametrize("passcode", ["", "wrong", PASSCODE.upper(), "\x00", "x" * 10_000])
def test_a_wrong_passcode_is_refused(room: ARoom, passcode: str) -> None:
    with pytest.raises(NotAllowed):
        signing.sign_in(room.tools, passcode=passcode)


def test_after_five_wrong_tries_even_the_right_one_waits(room: ARoom) -> None:
    for _ in range(5):
        with pytest.raises(NotAllowed):
            signing.sign_in(room.tools, passcode="wrong")

    with pytest.raises(SlowDown) as refused:
        signing.sign_in(room.tools, passcode=PASSCODE)

    assert refused.value.seconds == 30
    room.clock.forward(seconds=30)
    assert holds(room, signing.sign_in(room.tools, passcode=PASSCODE))


def test_tries_at_the_same_time_do_not_slip_through(room: ARoom) -> None:
    def refusal(_number: int) -> type[Exception]:
        with pytest.raises((NotAllowed, SlowDown)) as refused:
            signing.sign_in(room.tools, passcode="wrong")
        return refused.type

    with ThreadPoolExecutor(20) as people:
        refusals = list(people.map(refusal, range(20)))

    assert refusals.count(NotAllowed) == 5


def test_signing_out_holds_everywhere_at_once(room: ARoom) -> None:
    raw = signing.sign_in(room.tools, passcode=PASSCODE)
    signing.sign_out(room.tools, acting=acting(raw))

    assert not holds(room, raw)


def test_a_sign_in_ends_after_a_day(room: ARoom) -> None:
    raw = signing.sign_in(room.tools, passcode=PASSCODE)
    room.clock.forward(hours=24)

    assert not holds(room, raw)


def test_neither_passcode_nor_id_is_stored(room: ARoom) -> None:
    raw = signing.sign_in(room.tools, passcode=PASSCODE)
    with room.database.read() as db:
        stored = repr([*db.execute(facilitators.select()), *db.execute(sign_ins.select())])

    assert "scrypt$" in stored
    assert PASSCODE not in stored
    assert raw not in stored


def test_a_stolen_hash_is_slow_to_try(room: ARoom) -> None:
    with mock.patch.dict(signing.SCRYPT, COSTLY):
        signing.first_start(room.tools, passcode="another one")
    with room.database.read() as db:
        stored = db.execute(facilitators.select()).one().passcode_hash

    _name, salt, key = stored.split("$")
    slow = hashlib.scrypt(b"another one", salt=bytes.fromhex(salt), n=2**14, r=8, p=1)
    assert key == slow.hex()


def test_a_one_click_link_works_once(room: ARoom) -> None:
    token = signing.first_start(room.tools, passcode=PASSCODE).link_token
    assert holds(room, signing.sign_in_by_link(room.tools, token=token))

    with pytest.raises(NotAllowed):
        signing.sign_in_by_link(room.tools, token=token)


def test_another_passcode_makes_unused_links_void(room: ARoom) -> None:
    token = signing.first_start(room.tools, passcode=PASSCODE).link_token
    signing.first_start(room.tools, passcode="quite another one")

    with pytest.raises(NotAllowed):
        signing.sign_in_by_link(room.tools, token=token)


def test_a_link_is_too_old_after_a_day(room: ARoom) -> None:
    token = signing.first_start(room.tools, passcode=PASSCODE).link_token
    room.clock.forward(hours=24)

    with pytest.raises(NotAllowed):
        signing.sign_in_by_link(room.tools, token=token)


def test_a_new_passcode_signs_everyone_out(room: ARoom) -> None:
    raw = signing.sign_in(room.tools, passcode=PASSCODE)
    signing.first_start(room.tools, passcode="another")

    assert not holds(room, raw)
    with pytest.raises(NotAllowed):
        signing.sign_in(room.tools, passcode=PASSCODE)


def test_a_passcode_is_made_at_the_first_start_only(room: ARoom) -> None:
    with room.database.begin() as db:
        db.execute(facilitators.delete())
    first = signing.first_start(room.tools, passcode=None).passcode

    assert first is not None
    assert len(first) == 14
    assert signing.first_start(room.tools, passcode=None).passcode is None
    assert holds(room, signing.sign_in(room.tools, passcode=first))


def test_the_cookies_key_stays_the_same(room: ARoom) -> None:
    assert signing.cookie_secret(room.tools) == signing.cookie_secret(room.tools)
