"""What phones see: the stage, the same for all; and what one phone may know of its own ballot."""

from datetime import date, datetime

from modules.activities.kind import kind_of
from modules.domain.ballot import DeviceToken, RoundId
from modules.domain.comparison import series_ends
from modules.domain.guide import Activity, Visibility
from modules.domain.session import SessionId
from modules.screens import clock
from modules.screens.facilitator import answers_state
from modules.screens.phone_views import OwnBallot, PhoneView, PromiseView
from modules.screens.projector import scene_of, shown_results
from modules.screens.results import load
from modules.screens.standing import public, standing_views
from modules.screens.stored import stored_rows
from modules.screens.views import AnswersState, Scene
from modules.storage import rounds, sessions
from modules.storage.database import Database


def phone(database: Database, session_id: SessionId, *, now: datetime) -> PhoneView:
    """The stage for every phone of the session. Raises NoSuchSession."""
    with database.read() as db:
        loaded = load(db, session_id)
        session, stage = loaded.session, loaded.session.stage
        state = answers_state(loaded)
        unsealed = state in (AnswersState.OPEN, AnswersState.CLOSED)
        scene = scene_of(loaded)
        # A blank projector is about the big screen: phones stay where they are.
        if scene is Scene.BLANK:
            scene = Scene.ACTIVITY if stage.position else Scene.LOBBY
        current = loaded.current if not stage.ended else None
        return PhoneView(
            scene=scene,
            title=session.title,
            language=session.language,
            position=stage.position,
            steps_total=len(loaded.room.plan),
            activity=public(current.activity) if current else None,
            round_id=loaded.round.id if loaded.round and unsealed and current else None,
            accepting=state is AnswersState.OPEN and not stage.ended,
            results=shown_results(db, loaded),
            timer=clock.timer_view(stage, now),
            steps=public(current.activity).steps if current else (),
            summary_key=session.summary_key if stage.ended else None,
            practice=session.practice,
            rehearsal=session.rehearsal,
            smallest_group=session.smallest_group,
            delete_on=session.deleted_on(now.date()),
            in_series=session.in_series,
            step=stage.step,
            held_on=session.started_on,
            instructs=current is not None and not kind_of(current.activity).collects,
            standing=() if stage.ended else standing_views(db, loaded),
            final=session.final,
        )


def own_ballot(
    database: Database, round_id: RoundId, device: DeviceToken, *, standing: Activity | None = None
) -> OwnBallot:
    """Whether this phone has answered, and the seq its next answer carries. Never the answer.

    Of what is `standing` beside the stage a phone is told, too, what it supports, to take it back.
    """
    with database.read() as db:
        secret = rounds.by_id(db, round_id).secret
        ballot = rounds.ballot(db, round_id, secret.mark_of(device)) if secret else None
    if ballot is None:
        return OwnBallot(answered=False, next_seq=1)
    answer = None if ballot.is_pass else ballot.answer
    supports = kind_of(standing).supported(standing, answer) if standing and answer else ()
    return OwnBallot(answered=True, next_seq=ballot.seq + 1, supported=tuple(supports))


def contacts(database: Database, session_id: SessionId) -> tuple[str, ...]:
    """Whom participants can turn to, one line each, as the facilitator filled them in."""
    with database.read() as db:
        lines = sessions.by_id(db, session_id).session.support_contacts.splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def promise(database: Database, session_id: SessionId, *, today: date) -> PromiseView:
    """What the promise of this session is made of, and what is stored now."""
    with database.read() as db:
        loaded = load(db, session_id)
        session = loaded.session
        stored = stored_rows(db, session)
    return PromiseView(
        anonymous=session.anonymous,
        practice=session.practice,
        rehearsal=session.rehearsal,
        smallest_group=session.smallest_group,
        texts_outside=session.texts_outside,
        delete_on=session.deleted_on(today),
        retention_days=session.retention_days,
        series=session.series,
        series_until=series_ends(session.started_on) if session.in_series else None,
        standing=bool(loaded.room.standing),
        written=any(_is_written(step.activity) for step in loaded.room.plan),
        stored=stored,
    )


def _is_written(activity: Activity) -> bool:
    """Whether it asks for texts that the room may come to see."""
    kind = kind_of(activity)
    shown = activity.visibility is not Visibility.FACILITATORS
    return kind.moderated and kind.collects_for(activity) and shown
