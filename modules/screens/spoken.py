"""What is said aloud, with what this session knows where the guide leaves a place for it."""

from dataclasses import replace

from modules.domain.comparison import series_ends
from modules.domain.dates import in_words
from modules.domain.guide import Activity
from modules.domain.session import Session
from modules.guides.placeholders import filled


def spoken(activity: Activity, session: Session) -> Activity:
    """The activity with its script as it is true of this session."""
    days = session.retention_days
    values = {
        "five": str(session.smallest_group),
        "30 days": f"{days} day" if days == 1 else f"{days} days",
    }
    if session.in_series:
        # As phones say it.
        values["end of the series"] = in_words(series_ends(session.started_on))
    return replace(activity, say=filled(activity.say, values))
