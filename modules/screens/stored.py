"""What is stored of a session: how many rows of each sort, and what each column of a row holds."""

from collections.abc import Mapping

from sqlalchemy import Connection

from modules.domain.session import Session
from modules.screens.phone_views import StoredRows
from modules.storage import series, sessions

Columns = tuple[tuple[str, str], ...]

ROUND = ("round_id", "the random name of the round")
COLUMNS: Mapping[str, Columns] = {
    "session": (
        ("id, owner", "random names of the session and of its facilitator"),
        (
            "title, language, guide_id, guide_version, guide_text, plan, added",
            "the title, the language, the guide and the plan",
        ),
        (
            "code, join_secret, summary_key",
            "the ways in: the code, the QR link, the address of the summary",
        ),
        (
            "smallest_group, group_fixed, texts_outside, practice, rehearsal, locked, cap, "
            "head_count, support_contacts, series, pace, who_comes",
            "the settings, and whether a phone has joined",
        ),
        ("started_on, retention_days, delete_on", "the day of the start, and of the deletion"),
        (
            "step, position, results_shown, blank, ended, last_move, spotlight",
            "where the room is, the last move, a text that is shown large",
        ),
        (
            "started_at, entered_at, timer_seconds, timer_ends, timer_left",
            "the clock of the stage, until a quarter of an hour after the end",
        ),
        ("held_deleted", "how many texts were deleted at the end because they were not shown"),
    ),
    "rounds": (
        ("id, session_id", "random names of the round and of the session"),
        ("step_key, ordinal", "which question, and whether it was asked again"),
        ("state, closed_at, frozen", "open, closed and since when, or sealed; result shown or not"),
        ("secret", "random bits, deleted when the question is sealed"),
        ("tally", "totals such as “B: 7”, once the question is sealed"),
    ),
    "ballots": (
        ROUND,
        ("mark", "a scrambled mark, made of the random bits and this phone’s cookie"),
        ("answer", "what was sent; the whole row is deleted when the question is sealed"),
        ("seq", "a small number that orders one phone’s own changes"),
        ("decisions", "what the moderator decided about a text"),
    ),
    "texts": (
        ROUND,
        ("n", "a number in alphabetical order"),
        ("text", "the text"),
        ("state, reason, reworded, theme", "shown or held, why, other words for it, a theme"),
        ("question", "which part of the question it answers"),
    ),
    "notes": (
        ("session_id, step_key", "the session and the step"),
        ("text", "the facilitator's note to self"),
    ),
    "agreements": (
        ("session_id, step_key", "the session and the step"),
        ("text", "what was agreed, in the facilitator's words, for the summary"),
    ),
    "moderators signed in": (
        (
            "id, facilitator, role, session_id, expires",
            "scrambled random bits; who allowed it, for which session, until when",
        ),
    ),
    "links for moderators": (
        (
            "id, facilitator, role, session_id, expires, works_once",
            "scrambled random bits; who allowed it, for which session, until when",
        ),
    ),
    "series": (
        (
            "id, owner, name, delete_on",
            "random names, the name of the series, the day of its deletion",
        ),
    ),
    "sessions kept in the series": (
        (
            "series_id, n, held_on, guide_id, guide_version",
            "which series; the number, day and guide of one session",
        ),
        ("readings", "totals that were shown, such as “agree 9, disagree 4”"),
    ),
}


def stored_rows(db: Connection, session: Session) -> tuple[StoredRows, ...]:
    """Every sort of row that exists for the session now."""
    counts = sessions.rows_stored(db, session.id)
    if session.in_series:
        counts |= series.rows_stored(db, session.owner, session.series)
    return tuple(StoredRows(name, _told(name, n), COLUMNS[name]) for name, n in counts.items())


def _told(name: str, count: int) -> int | None:
    """Texts are kept below the smallest group too, and there their number tells who passed."""
    return None if name == "texts" and count else count
