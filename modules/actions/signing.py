"""Signing in and out. A signed-in device is known by a hash of its 256-bit id, never by the id."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from modules.actions.tools import Tools
from modules.domain.access import Acting, Role, SignIn
from modules.domain.errors import NotAllowed
from modules.domain.session import SessionId, Topic
from modules.storage import sessions, sign_ins

SIGNED_IN_FOR = timedelta(hours=24)
LINK_WORKS_FOR = timedelta(hours=24)
SCRYPT = {"n": 2**14, "r": 8, "p": 1}
PASSCODE_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
PASSCODE_GROUPS = (4, 4, 4)
WRONG_PASSCODE = "That passcode is not right. It was shown in the terminal at the first start."


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What the terminal shows once: the passcode if one was made now, and a link's token."""

    passcode: str | None = field(repr=False)
    link_token: str = field(repr=False)


def first_start(tools: Tools, *, passcode: str | None) -> FirstStart:
    """Make sure there is a facilitator, and a link that signs in once.

    A given passcode (WORKSHOP_PASSCODE) replaces an older one and signs everyone out.
    """
    made = None
    with tools.database.begin() as db:
        sign_ins.remove_expired(db, tools.now())
        known = sign_ins.facilitator(db)
        if known is None:
            made = None if passcode else _new_passcode(tools)
            owner = tools.token(16)
            hash_ = _hash_passcode(passcode or made or "", tools.token_bytes(16))
            sign_ins.add_facilitator(db, id=owner, name="Facilitator", passcode_hash=hash_)
        else:
            owner, hash_ = known
            if passcode and not _is_right(passcode, hash_):
                new = _hash_passcode(passcode, tools.token_bytes(16))
                sign_ins.change_passcode(db, owner, new)
                sign_ins.remove_all(db, owner)
        token = _add_link(db, tools, owner, Role.FACILITATOR, None, works_once=True)
    return FirstStart(passcode=made, link_token=token)


def cookie_secret(tools: Tools) -> bytes:
    """The key that signs the sign-in cookie, made at the first start."""
    with tools.database.begin() as db:
        found = sign_ins.secret(db, "cookie")
        if found is None:
            found = tools.token_bytes(32)
            sign_ins.add_secret(db, "cookie", found)
    return found


def sign_in(tools: Tools, *, passcode: str) -> str:
    """The raw id for a new device's cookie. Raises NotAllowed, SlowDown."""
    with tools.passcode_tries.one_at_a_time():
        tools.passcode_tries.check(tools.now())
        with tools.database.read() as db:
            known = sign_ins.facilitator(db)
        if known is None or not _is_right(passcode, known[1]):
            tools.passcode_tries.note(tools.now())
            raise NotAllowed(WRONG_PASSCODE)
    with tools.database.begin() as db:
        return _signed_in(db, tools, known[0], Role.FACILITATOR, None)


def sign_in_by_link(tools: Tools, *, token: str) -> str:
    """The raw id for a new device's cookie, from a link. Raises NotAllowed.

    Nobody guesses 256 bits, so links never wait: while somebody tries passcodes without end, they
    are the facilitator's way in.
    """
    with tools.database.begin() as db:
        link = sign_ins.use_link(db, hashed(token))
        if link is not None and link.expires > tools.now():
            return _signed_in(db, tools, link.facilitator, link.role, link.session_id)
    raise NotAllowed("This sign-in link was used already or is too old. Use the passcode.")


def sign_out(tools: Tools, *, acting: Acting) -> None:
    """End this device's sign-in, everywhere at once."""
    with tools.database.begin() as db:
        sign_ins.remove(db, acting.sign_in)


def require(
    db: Connection, acting: Acting, *, now: datetime, session_id: SessionId | None = None
) -> SignIn:
    """The sign-in behind a press, as facilitator and owner of the session. Raises NotAllowed."""
    found = holding(db, acting, now)
    if found.role is not Role.FACILITATOR:
        raise NotAllowed("This device is signed in for moderation only.")
    if session_id is not None:
        _must_own(db, found, session_id)
    return found


def require_moderator(
    db: Connection, acting: Acting, *, now: datetime, session_id: SessionId
) -> SignIn:
    """The sign-in behind a moderator's press: the facilitator, or this session's moderator."""
    found = holding(db, acting, now)
    if found.role is Role.MODERATOR and found.session_id != session_id:
        raise NotAllowed("This device is signed in to moderate another workshop.")
    _must_own(db, found, session_id)
    return found


def moderator_link(tools: Tools, *, acting: Acting, session_id: SessionId) -> str:
    """A token for a link that opens only `moderate`, only for this session."""
    with tools.database.begin() as db:
        owner = require(db, acting, now=tools.now(), session_id=session_id).facilitator
        return _add_link(db, tools, owner, Role.MODERATOR, session_id, works_once=False)


def withdraw_moderators(tools: Tools, *, acting: Acting, session_id: SessionId) -> None:
    with tools.database.begin() as db:
        require(db, acting, now=tools.now(), session_id=session_id)
        sign_ins.remove_moderators(db, session_id)
    tools.announce(session_id, Topic.ANSWERS)


def hashed(raw: str) -> str:
    """How a raw id or token is stored."""
    return hashlib.sha256(raw.encode()).hexdigest()


def holding(db: Connection, acting: Acting, now: datetime) -> SignIn:
    """The sign-in of this device, whatever its role. Raises NotAllowed where none holds."""
    found = sign_ins.find(db, acting.sign_in)
    if found is None or found.expires <= now:
        raise NotAllowed
    return found


def _must_own(db: Connection, found: SignIn, session_id: SessionId) -> None:
    if sessions.by_id(db, session_id).session.owner != found.facilitator:
        raise NotAllowed("This workshop belongs to another facilitator.")


def _signed_in(
    db: Connection, tools: Tools, facilitator: str, role: Role, session_id: SessionId | None
) -> str:
    raw = tools.token(32)
    expires = tools.now() + SIGNED_IN_FOR
    sign_ins.add(
        db,
        SignIn(
            id=hashed(raw),
            facilitator=facilitator,
            role=role,
            session_id=session_id,
            expires=expires,
        ),
    )
    return raw


def _add_link(
    db: Connection,
    tools: Tools,
    facilitator: str,
    role: Role,
    session_id: SessionId | None,
    *,
    works_once: bool,
) -> str:
    raw = tools.token(32)
    expires = tools.now() + LINK_WORKS_FOR
    link = SignIn(
        id=hashed(raw), facilitator=facilitator, role=role, session_id=session_id, expires=expires
    )
    sign_ins.add_link(db, link, works_once=works_once)
    return raw


def _new_passcode(tools: Tools) -> str:
    letters = [
        PASSCODE_ALPHABET[int.from_bytes(tools.token_bytes(4), "big") % len(PASSCODE_ALPHABET)]
        for _ in range(sum(PASSCODE_GROUPS))
    ]
    return "-".join("".join(letters[i : i + 4]) for i in range(0, len(letters), 4))


def _hash_passcode(passcode: str, salt: bytes) -> str:
    key = hashlib.scrypt(passcode.strip().encode(), salt=salt, **SCRYPT)
    return f"scrypt${salt.hex()}${key.hex()}"


def _is_right(passcode: str, stored: str) -> bool:
    _name, salt, key = stored.split("$")
    tried = hashlib.scrypt(passcode.strip().encode(), salt=bytes.fromhex(salt), **SCRYPT)
    return hmac.compare_digest(tried.hex(), key)
