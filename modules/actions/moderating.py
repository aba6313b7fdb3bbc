"""What the moderator does with texts: show, hold with a reason, re-word, theme, mark answered."""

from dataclasses import replace

from sqlalchemy import Connection

from modules.actions import signing
from modules.actions.rooms import plan_of
from modules.actions.sealing import activity_of, freeze_shown
from modules.actions.tools import Tools
from modules.activities.cleaning import clean_text
from modules.activities.counting import contributions_of
from modules.activities.kind import kind_of
from modules.domain.access import Acting
from modules.domain.ballot import Decision, Round, RoundId
from modules.domain.errors import InvalidInput, MoveRefused, NotFound, WorkshopError
from modules.domain.guide import Activity
from modules.domain.session import THE_CODE, SessionId, Topic
from modules.domain.tally import ANSWERED, Contribution, TextState
from modules.storage import rounds, sealing, sessions
from modules.storage.rounds import NoSuchRound
from modules.storage.sessions import StoredSession

REASONS = ("names a person", "identifies someone", "slur", "off topic", "other")
REWORDED_LENGTH = 280
THEME_LENGTH = 60


class NoSuchText(NotFound):
    def __init__(self) -> None:
        super().__init__("This text was changed or withdrawn by its author in the meantime.")


class ForFacilitators(WorkshopError):
    def __init__(self) -> None:
        super().__init__("Only the facilitators read these texts. There is nothing to decide.")


class DecidedMeanwhile(WorkshopError):
    """Two moderators decided about one text; the first decision stands."""

    def __init__(self, state: TextState, reason: str) -> None:
        because = f" ({reason})" if reason else ""
        super().__init__(
            f"Another device has decided about this text: {state.value}{because}. "
            "Nothing was changed."
        )


def decide(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    round_id: RoundId,
    handle: str,
    seen: TextState,
    state: TextState,
    reason: str = "",
    reworded: str = "",
    theme: str = "",
) -> None:
    """Show, hold or return one text. `reason` is needed to hold; the text itself never changes.

    `seen` is the state that the moderator's screen showed. Raises DecidedMeanwhile if another
    device has changed it since, NoSuchText if its author changed the text, MoveRefused after the
    end, ForFacilitators, InvalidInput, NotAllowed.
    """
    reworded, theme = clean_text(reworded), clean_text(theme, one_line=True)
    _check(state, reason, reworded, theme)
    with tools.database.begin() as db:
        stored, round_, activity = _moderated(db, tools, acting, session_id, round_id)
        if activity.unshown:
            raise ForFacilitators
        decision = Decision(state=state, reason=reason, reworded=reworded, theme=theme)
        _store(db, round_, activity, handle, seen, decision)
        # After the last of a question's words that were to be read its picture is on the screens.
        freeze_shown(db, session_id, plan_of(stored), stored.session.stage)
        # What is shown of a round that stands beside the stage can be supported while it is open.
        on_phones = round_.secret is None or kind_of(activity).standing
    # An open question's texts are nowhere but here; what is sealed or stands may be on the phones.
    tools.announce(session_id, Topic.STAGE if on_phones else Topic.ANSWERS)


def _moderated(
    db: Connection, tools: Tools, acting: Acting, session_id: SessionId, round_id: RoundId
) -> tuple[StoredSession, Round, Activity]:
    """The session and the round that a moderator may decide about, held until the transaction is
    over.
    """
    signing.require_moderator(db, acting, now=tools.now(), session_id=session_id)
    stored = _before_the_end(db, session_id)
    round_ = rounds.held(db, round_id)
    if round_.session_id != session_id:
        raise NoSuchRound
    return stored, round_, activity_of(plan_of(stored), round_.key)


def _before_the_end(db: Connection, session_id: SessionId) -> StoredSession:
    """The end numbers the texts anew: an older page's button would decide about another one.

    The session is held, so that it cannot end in between.
    """
    stored = sessions.by_id(db, session_id, for_update=True)
    if stored.session.ended:
        raise MoveRefused("The workshop has ended. Its texts stay as they were shown.")
    return stored


def mark_answered(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    round_id: RoundId,
    handle: str,
    answered: bool,
) -> None:
    """Say of a shown question to the room that it was answered, or not yet.

    It stands under the theme of answered ones, and so keeps no other theme. Raises NoSuchText,
    DecidedMeanwhile if it is shown no more, MoveRefused after the end, InvalidInput where nothing
    is asked, NotAllowed.
    """
    with tools.database.begin() as db:
        _, round_, activity = _moderated(db, tools, acting, session_id, round_id)
        if not kind_of(activity).standing:
            raise InvalidInput("Only a question to the room can be marked as answered.")
        text = _text(db, round_, activity, handle)
        decision = Decision(
            state=TextState.SHOWN,
            reason=text.reason,
            reworded=text.reworded,
            theme=ANSWERED if answered else "",
        )
        _store(db, round_, activity, handle, TextState.SHOWN, decision)
    tools.announce(session_id, Topic.STAGE)


def _text(db: Connection, round_: Round, activity: Activity, handle: str) -> Contribution:
    if round_.secret is None:
        texts = sealing.contributions(db, round_.id)
    else:
        texts = contributions_of(activity, rounds.ballots_of(db, round_.id), round_.secret)
    if found := next((c for c in texts if c.handle == handle), None):
        return found
    raise NoSuchText


def spotlight(
    tools: Tools,
    *,
    acting: Acting,
    session_id: SessionId,
    round_id: RoundId | None,
    handle: str = "",
) -> None:
    """Show one shown text of a wall large on the projector, or none (round_id None).

    “None” leaves the large code alone, which is no text. Raises NoSuchText, MoveRefused after the
    end; InvalidInput for texts that are counted, not shown one by one.
    """
    with tools.database.begin() as db:
        signing.require_moderator(db, acting, now=tools.now(), session_id=session_id)
        stored = _before_the_end(db, session_id)
        chosen = None
        if round_id is None and stored.session.spotlight == THE_CODE:
            return
        if round_id is not None:
            round_ = rounds.by_id(db, round_id)
            shown = [c for c in sealing.contributions(db, round_id) if c.state is TextState.SHOWN]
            if round_.session_id != session_id or handle not in {c.handle for c in shown}:
                raise NoSuchText
            plan = plan_of(stored)
            if not kind_of(activity_of(plan, round_.key)).walled:
                raise InvalidInput("These texts are counted. They are not shown one by one.")
            chosen = f"{round_id}/{handle}"
        sessions.change(db, session_id, spotlight=chosen)
    tools.announce(session_id, Topic.STAGE)


def _check(state: TextState, reason: str, reworded: str, theme: str) -> None:
    if state is TextState.HELD and reason not in REASONS:
        raise InvalidInput(f"Choose a reason for holding it: {', '.join(REASONS)}.")
    if len(reworded) > REWORDED_LENGTH:
        raise InvalidInput(f"Keep your wording to {REWORDED_LENGTH} characters.")
    if len(theme) > THEME_LENGTH:
        raise InvalidInput(f"Keep the theme to {THEME_LENGTH} characters.")


def _still(seen: TextState, state: TextState, reason: str) -> None:
    if state is not seen:
        raise DecidedMeanwhile(state, reason)


def _store(
    db: Connection,
    round_: Round,
    activity: Activity,
    handle: str,
    seen: TextState,
    decision: Decision,
) -> None:
    if round_.secret is None:
        _store_sealed(db, round_, handle, seen, decision)
        return
    for ballot in rounds.ballots_of(db, round_.id):
        if ballot.is_pass:
            continue
        for entry, text in enumerate(kind_of(activity).texts(activity, ballot.answer)):
            if round_.secret.handle_of(ballot.mark, entry, text) == handle:
                if before := ballot.decisions.get(str(entry)):
                    _still(seen, TextState(before.state), before.reason)
                else:
                    _still(seen, TextState.WAITING, "")
                decisions = {**ballot.decisions, str(entry): decision}
                rounds.decide(db, round_.id, ballot.mark, decisions)
                return
    raise NoSuchText


def _store_sealed(
    db: Connection, round_: Round, handle: str, seen: TextState, decision: Decision
) -> None:
    texts = {c.handle: c for c in sealing.contributions(db, round_.id)}
    if handle not in texts:
        raise NoSuchText
    _still(seen, texts[handle].state, texts[handle].reason)
    sealing.decide(
        db,
        round_.id,
        replace(
            texts[handle],
            state=TextState(decision.state),
            reason=decision.reason,
            reworded=decision.reworded,
            theme=decision.theme,
        ),
    )
