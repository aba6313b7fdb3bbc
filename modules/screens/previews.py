"""One activity of a guide as phones and the projector would show it, without any session."""

from datetime import date

from modules.activities.kind import kind_of
from modules.domain.errors import NotFound
from modules.domain.guide import Activity, Guide
from modules.guides.parser import guide_of
from modules.screens.phone_views import PhoneView
from modules.screens.standing import public
from modules.screens.views import AnswersState, ProjectorView, Scene, TimerView

ROUND = "preview"


def previewed(text: str, activity_id: str) -> tuple[Guide, Activity]:
    """The activity of a guide's text. Raises NotFound, InvalidInput."""
    guide = guide_of(text)
    activity = guide.activity(activity_id)
    if activity is None:
        raise NotFound("This activity is not in the guide. Reload the page that shows it.")
    return guide, activity


def on_the_phone(guide: Guide, activity: Activity) -> PhoneView:
    """The phone while the activity's answers are open."""
    collects = kind_of(activity).collects_for(activity)
    return PhoneView(
        scene=Scene.ACTIVITY,
        title=guide.title,
        language=guide.language,
        position=_position(guide, activity),
        steps_total=len(guide.activities),
        activity=public(activity),
        round_id=ROUND if collects else None,
        accepting=collects,
        results=(),
        timer=None,
        steps=public(activity).steps,
        summary_key=None,
        practice=False,
        rehearsal=False,
        smallest_group=guide.smallest_group,
        delete_on=date.max,
        in_series=False,
        step=1,
        held_on=date.min,
        instructs=not kind_of(activity).collects,
    )


def on_the_projector(guide: Guide, activity: Activity) -> ProjectorView:
    """The projector before anybody has answered; the clock stands still."""
    kind = kind_of(activity)
    collects = kind.collects_for(activity)
    return ProjectorView(
        scene=Scene.ACTIVITY,
        title=guide.title,
        code=None,
        join_secret="",
        summary_key=None,
        position=_position(guide, activity),
        steps_total=len(guide.activities),
        activity_title=activity.heading,
        prompt=activity.prompt,
        kind=activity.kind,
        options=kind.lines_on_stage(activity),
        story=kind.story_on_stage(activity),
        content_note=activity.content_note,
        steps=public(activity).steps,
        answers=AnswersState.OPEN if collects else AnswersState.NONE,
        answered=0,
        phones=guide.size.ideal,
        results=(),
        timer=TimerView(activity.minutes * 60, activity.minutes * 60, None),
        practice=False,
        rehearsal=False,
        smallest_group=guide.smallest_group,
        promise="",
        delete_on=date.max,
        language=guide.language,
    )


def _position(guide: Guide, activity: Activity) -> int:
    return guide.activities.index(activity) + 1
