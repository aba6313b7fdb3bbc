"""The big screen: read-only, and nothing on it that a participant may not see."""

from datetime import datetime

from sqlalchemy import Connection

from modules.activities.kind import kind_of
from modules.domain.session import Session, SessionId
from modules.screens import clock
from modules.screens.facilitator import answered, answers_state
from modules.screens.results import Loaded, load, results_at
from modules.screens.standing import public, standing_views
from modules.screens.views import ProjectorView, ResultView, Scene
from modules.screens.walls import held_back, spotlight
from modules.storage.database import Database


def projector(
    database: Database, session_id: SessionId, *, now: datetime, phones: int
) -> ProjectorView:
    """The projector's screen. Raises NoSuchSession."""
    with database.read() as db:
        loaded = load(db, session_id)
        return _view(db, loaded, now, phones)


def _view(db: Connection, loaded: Loaded, now: datetime, phones: int) -> ProjectorView:
    session, stage = loaded.session, loaded.session.stage
    scene = scene_of(loaded)
    activity = loaded.current.activity if loaded.current and not stage.ended else None
    state = answers_state(loaded)
    live = scene is Scene.ACTIVITY
    results = shown_results(db, loaded)
    return ProjectorView(
        scene=scene,
        title=session.title,
        code=None if stage.ended else session.code,
        join_secret="" if stage.ended else session.join_secret,
        summary_key=session.summary_key if stage.ended else None,
        position=stage.position,
        steps_total=len(loaded.room.plan),
        activity_title=activity.heading if activity else "",
        prompt=activity.prompt if activity else "",
        kind=activity.kind if activity else "",
        options=kind_of(activity).lines_on_stage(activity) if activity else (),
        story=kind_of(activity).story_on_stage(activity) if activity else "",
        content_note=activity.content_note if activity else "",
        steps=public(activity).steps if activity else (),
        rests=kind_of(activity).rests(activity) if activity else False,
        answers=state,
        answered=answered(db, loaded) if live else 0,
        phones=phones,
        results=results,
        timer=clock.timer_view(stage, now),
        practice=session.practice,
        rehearsal=session.rehearsal,
        smallest_group=session.smallest_group,
        promise=promise_in_one_sentence(session),
        delete_on=session.deleted_on(now.date()),
        language=session.language,
        held_back=held_back(db, loaded, results),
        spotlight=spotlight(db, loaded, results),
        standing=standing_views(db, loaded) if live else (),
        code_shown=session.code_shown,
    )


def scene_of(loaded: Loaded) -> Scene:
    stage = loaded.session.stage
    if stage.ended:
        return Scene.ENDED
    if stage.blank:
        return Scene.BLANK
    if stage.position == 0:
        return Scene.LOBBY
    return Scene.RESULT if stage.results_shown else Scene.ACTIVITY


def shown_results(db: Connection, loaded: Loaded) -> tuple[ResultView, ...]:
    """What is revealed now; notes for the facilitator (debrief) are left out."""
    if scene_of(loaded) is not Scene.RESULT or loaded.current is None:
        return ()
    here = loaded.current.key
    results = results_at(db, loaded, here)
    # A tied question that the room has not come to would be given away.
    return tuple(without_notes(r) for r in results if r.key == here or r.key in loaded.room.rounds)


def without_notes(result: ResultView) -> ResultView:
    """The result as the room sees it: the activity carries the prompt and settings only."""
    return ResultView(
        key=result.key,
        title=result.title,
        prompt=result.prompt,
        kind=result.kind,
        activity=public(result.activity),
        picture=result.picture,
        notice=result.notice,
    )


def promise_in_one_sentence(session: Session) -> str:
    if session.rehearsal:
        return "Rehearsal with invented participants."
    if session.practice:
        return "Practice, not anonymous."
    return (
        "Anonymous once the result is shown or the room moves on: "
        f"totals only, from {session.smallest_group} answers."
    )
