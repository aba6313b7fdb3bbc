"""What phones do: join, answer, leave."""

from sqlalchemy import Connection

from modules.actions.rooms import plan_of
from modules.actions.sealing import activity_of
from modules.actions.tools import Tools
from modules.activities.kind import Form, kind_of
from modules.domain.ballot import (
    DEVICE_TOKEN_BYTES,
    PASS_ANSWER,
    Answer,
    Ballot,
    Decision,
    DeviceToken,
    Round,
    RoundId,
)
from modules.domain.errors import MoveRefused, RoomFull, RoomLocked, RoundClosed
from modules.domain.guide import Activity
from modules.domain.session import UNSEALED, SessionId, Topic
from modules.storage import rounds, sessions
from modules.storage.rounds import NoSuchRound


def join(
    tools: Tools, *, session_id: SessionId, phones: int, invented: bool = False
) -> DeviceToken:
    """A token for a new phone, of which nothing is stored.

    The first join fixes the deletion date. `phones` is how many real ones are in the room now;
    `invented` is for people of a rehearsal, who take no place.
    Raises RoomLocked, RoomFull, MoveRefused after the end, NoSuchSession.
    """
    with tools.database.read() as db:
        session = sessions.by_id(db, session_id).session
    if session.ended:
        raise MoveRefused("This workshop has ended.")
    if session.locked:
        raise RoomLocked
    if phones >= session.cap and not (invented and session.rehearsal):
        raise RoomFull(session.cap)
    if not session.group_fixed:
        _fix_promise(tools, session_id)
    return DeviceToken(tools.token_bytes(DEVICE_TOKEN_BYTES))


def _fix_promise(tools: Tools, session_id: SessionId) -> None:
    """What the first phone was told holds for everybody, to the end and after it."""
    with tools.database.begin() as db:
        session = sessions.by_id(db, session_id, for_update=True).session
        if session.group_fixed:
            return
        delete_on = session.deleted_on(tools.today())
        sessions.change(db, session_id, group_fixed=True, delete_on=delete_on)
    tools.announce(session_id, Topic.STAGE)


def submit(
    tools: Tools,
    *,
    session_id: SessionId,
    round_id: RoundId,
    device: DeviceToken,
    seq: int,
    form: Form | None,
) -> int:
    """Put a phone's answer into the ballot box; `form` None is Pass. Returns the accepted seq.

    `seq` is what the server last rendered for this phone plus one. A retry with an equal seq and
    the same answer is acknowledged again.
    Raises InvalidAnswer, RoundClosed, NewerAnswerStands, NoSuchRound.
    """
    activity, answer = _read_answer(tools, session_id, round_id, form)
    with tools.database.begin() as db:
        round_ = rounds.open_or_refuse(db, round_id)
        mark = _mark(round_, device)
        earlier = rounds.ballot(db, round_id, mark)
        if earlier is not None and earlier.seq <= seq and not earlier.is_pass and form is not None:
            answer = kind_of(activity).merged(activity, earlier.answer, answer)
        rounds.cast(db, round_, mark=mark, answer=answer, seq=seq)
        if earlier is not None and (kept := _still_decided(activity, earlier, answer)):
            rounds.decide(db, round_id, mark, kept)
    # After the commit, so that a screen which refreshes on this finds the ballot.
    tools.announce(session_id, Topic.ANSWERS)
    return seq


def _still_decided(activity: Activity, earlier: Ballot, answer: Answer) -> dict[str, Decision]:
    """What the moderator decided about texts that stand as they did, where more joins them.

    Asking a second question, or supporting another's, must not take the first off the screens.
    """
    kind = kind_of(activity)
    if not kind.standing or earlier.is_pass or answer == PASS_ANSWER:
        return {}
    before, now = kind.texts(activity, earlier.answer), kind.texts(activity, answer)
    same = {str(n) for n, (old, new) in enumerate(zip(before, now, strict=False)) if old == new}
    return {entry: decision for entry, decision in earlier.decisions.items() if entry in same}


def leave(tools: Tools, *, session_id: SessionId, device: DeviceToken) -> None:
    """Withdraw the phone's answers from every round that is not sealed."""
    with tools.database.begin() as db:
        for round_ in rounds.of_session(db, session_id):
            if round_.state in UNSEALED:
                held = rounds.held(db, round_.id)
                if held.secret is not None:
                    rounds.withdraw(db, held.id, held.secret.mark_of(device))
    tools.announce(session_id, Topic.ANSWERS)


def _read_answer(
    tools: Tools, session_id: SessionId, round_id: RoundId, form: Form | None
) -> tuple[Activity, Answer]:
    """What the form means, checked outside the write transaction, so that writers wait less."""
    with tools.database.read() as db:
        round_ = _round_of(db, session_id, round_id)
        stored = sessions.by_id(db, session_id)
    activity = activity_of(plan_of(stored), round_.key)
    if form is None:
        return activity, PASS_ANSWER
    return activity, kind_of(activity).answer(activity, form)


def _round_of(db: Connection, session_id: SessionId, round_id: RoundId) -> Round:
    round_ = rounds.by_id(db, round_id)
    if round_.session_id != session_id:
        raise NoSuchRound
    return round_


def _mark(round_: Round, device: DeviceToken) -> bytes:
    if round_.secret is None:
        raise RoundClosed
    return round_.secret.mark_of(device)
