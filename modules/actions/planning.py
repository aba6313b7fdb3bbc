"""Changing what is to come: cut, restore, reorder, insert a break, ask on the fly, notes."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from modules.actions import sealing
from modules.actions.rooms import entered
from modules.actions.tools import Tools
from modules.activities.cleaning import clean_text
from modules.domain.access import Acting
from modules.domain.errors import InvalidInput, MoveRefused
from modules.domain.moves import Room
from modules.domain.session import UNSEALED, SessionId, Topic
from modules.guides.parser import read_activity
from modules.storage import notes, rounds, sessions
from modules.storage.sessions import PlanEntry, StoredSession

ON_THE_FLY = ("choice", "scale", "words", "text")
BREAK_MINUTES = range(1, 61)
NOTE_LENGTH = 4000
AGREED_LENGTH = 2000

Entries = list[PlanEntry]


def cut(
    tools: Tools, *, acting: Acting, session_id: SessionId, key: str, cut: bool, expected_step: int
) -> None:
    """Take a step out of the run, or put it back. Raises MoveRefused for the step the room is at.

    What stands open beside the stage is sealed with the cut: nobody could see any more that it
    takes answers.

    Every function here takes the `expected_step` of the screen that was pressed, as moves do.
    """

    def change(entries: Entries, room: Room) -> Entries:
        _index(entries, key)
        if room.current is not None and room.current.key == key:
            raise MoveRefused("The room is at this step. Move on before you cut it.")
        return [{**e, "cut": cut} if e["key"] == key else e for e in entries]

    sealed = _changed(tools, acting, session_id, expected_step, change, seals=key if cut else "")
    if sealed:
        tools.database.wipe_residue()


def reorder(
    tools: Tools, *, acting: Acting, session_id: SessionId, key: str, to: int, expected_step: int
) -> None:
    """Move a step that is still to come to position `to` (counted from 1), which is to come too."""

    def change(entries: Entries, room: Room) -> Entries:
        here = room.stage.position
        if _index(entries, key) < here or not here < to <= len(entries):
            raise MoveRefused("Only what is still to come can be put in another order.")
        moved = entries.pop(_index(entries, key))
        return [*entries[: to - 1], moved, *entries[to - 1 :]]

    _changed(tools, acting, session_id, expected_step, change)


def insert_break(
    tools: Tools, *, acting: Acting, session_id: SessionId, minutes: int, expected_step: int
) -> None:
    """Put a break behind the step the room is at."""
    if minutes not in BREAK_MINUTES:
        raise InvalidInput("A break takes 1 to 60 minutes.")
    block = {"kind": "talk", "form": "break", "title": "Break", "minutes": minutes}
    _insert(tools, acting, session_id, expected_step, block)


def ask(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    block: Mapping[str, Any],
    expected_step: int,
) -> None:
    """Put a question that is not in the guide behind the step the room is at.

    `block` holds the fields of an activity block (kind, prompt, options …) with `title` and
    `minutes`. Raises InvalidInput with what to write instead.
    """
    if block.get("kind") not in ON_THE_FLY:
        raise InvalidInput("On the fly you can ask a choice, a scale, words or a text.")
    _insert(tools, acting, session_id, expected_step, dict(block))


def write_note(tools: Tools, *, acting: Acting, session_id: SessionId, key: str, text: str) -> None:
    """Keep the facilitator's note to self about a step; only the facilitator's copy has it."""
    if len(text) > NOTE_LENGTH:
        raise InvalidInput(f"Keep the note to {NOTE_LENGTH} characters.")
    with tools.database.begin() as db:
        stored, _room = entered(db, tools, acting, session_id)
        _index(list(stored.plan), key)
        notes.save(db, session_id, key, text.strip())
    tools.announce(session_id, Topic.ANSWERS)


def write_agreed(
    tools: Tools, *, acting: Acting, session_id: SessionId, key: str, text: str
) -> None:
    """Put what was agreed at a step into everyone's summary, in these words, until the end."""
    text = clean_text(text)
    if len(text) > AGREED_LENGTH:
        raise InvalidInput(f"Keep what was agreed to {AGREED_LENGTH} characters.")
    with tools.database.begin() as db:
        stored, room = entered(db, tools, acting, session_id)
        if room.stage.ended:
            raise MoveRefused("This workshop has ended. Its summary stays as everyone has it.")
        _index(list(stored.plan), key)
        notes.save_agreed(db, session_id, key, text)
    tools.announce(session_id, Topic.ANSWERS)


def _insert(
    tools: Tools, acting: Acting, session_id: SessionId, expected_step: int, block: dict[str, Any]
) -> None:
    activity_id = f"added-{tools.token(4)}"
    with tools.database.begin() as db:
        stored, room = _expecting(db, tools, acting, session_id, expected_step)
        section = room.current.section if room.current else ""
        placed = {**block, "section": section or "Added"}
        read_activity({**placed, "id": activity_id})
        entry = {"key": activity_id, "activity": activity_id, "cut": False, "added": True}
        here = room.stage.position
        entries = [*stored.plan[:here], entry, *stored.plan[here:]]
        _save(db, stored, room, entries, {**stored.added, activity_id: placed})
    tools.announce(session_id, Topic.STAGE)


def _changed(
    tools: Tools,
    acting: Acting,
    session_id: SessionId,
    expected_step: int,
    change: Callable[[Entries, Room], Entries],
    seals: str = "",
) -> bool:
    """Change the plan, and seal the round of a step if it is open; says whether that was so."""
    with tools.database.begin() as db:
        stored, room = _expecting(db, tools, acting, session_id, expected_step)
        _save(db, stored, room, change(list(stored.plan), room), stored.added)
        round_ = rounds.last_of_step(db, session_id, seals)
        unsealed = round_ is not None and round_.state in UNSEALED
        if round_ is not None and unsealed:
            sealing.seal(db, room.plan, round_.id)
    tools.announce(session_id, Topic.STAGE)
    return unsealed


def _expecting(
    db: Connection, tools: Tools, acting: Acting, session_id: SessionId, expected_step: int
) -> tuple[StoredSession, Room]:
    stored, room = entered(db, tools, acting, session_id)
    room.refuse_stale(expected_step)
    if room.stage.ended:
        raise MoveRefused("This workshop has ended.")
    return stored, room


def _save(
    db: Connection,
    stored: StoredSession,
    room: Room,
    entries: Entries,
    added: Mapping[str, Mapping[str, Any]],
) -> None:
    """A change of plan is a step of its own: an older screen must not act on the old order."""
    session_id = stored.session.id
    sessions.save_plan(db, session_id, entries, added)
    sessions.change(db, session_id, step=room.stage.step + 1)
    sessions.save_last_move(db, session_id, None)


def _index(entries: Entries, key: str) -> int:
    for index, entry in enumerate(entries):
        if entry["key"] == key:
            return index
    raise MoveRefused("This step is not in the plan any more.")
