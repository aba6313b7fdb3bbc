"""The time left and the step one is at, as of one look: the shared stage knows neither.

A script counts on by itself. Without one, the page says what is so whenever it is loaded.
"""

import re
from datetime import datetime
from math import ceil

from modules.phone.words import Words
from modules.screens.views import TimerView

_TIMER = re.compile(r'(<p class="timer"[^>]*>)[^<]*')
_STEP = re.compile(r'<li data-until="(?P<until>\d*)"')


def minutes_left(seconds: int) -> int:
    """Whole minutes; none only when the time is over."""
    return ceil(seconds / 60)


def as_of(now: datetime, html: str, timer: TimerView | None, t: Words) -> str:
    """The stage with the minutes that are left now and the current step marked."""
    if timer is None:
        return html
    left = timer.left_seconds
    if timer.ends is not None:
        left = max(0, round((timer.ends - now).total_seconds()))
        said = t("Time left: {n} min", n=minutes_left(left))
        html = _TIMER.sub(lambda found: found[1] + said, html)
    steps = list(_STEP.finditer(html))
    if not steps:
        return html
    elapsed = timer.total_seconds - left
    under_way = (s for s in steps if not s["until"] or int(s["until"]) > elapsed)
    end = next(under_way, steps[-1]).end()
    return f'{html[:end]} aria-current="step"{html[end:]}'
