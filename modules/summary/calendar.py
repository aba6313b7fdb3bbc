"""Reminders for after the workshop, as a calendar file: days 7, 30 and 90, the same for everyone.

A person's own plan never comes to the server: the phone makes the reminders that name it.
"""

from datetime import timedelta

from modules.screens.summary_views import SummaryView
from modules.summary.plain import plain

DAYS = (7, 30, 90)
QUESTIONS = {
    7: "What did you plan to do, and what is the smallest next step?",
    30: "What have you done, and who could tell?",
    90: "What has stayed, and what do you want to take up again?",
}
LONGEST_LINE = 75
"""Octets before a line must be folded (RFC 5545, 3.1)."""


def calendar(view: SummaryView) -> bytes:
    """An iCalendar file of whole days; the same view gives the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Workshop//Summary//EN"]
    for days in DAYS:
        lines += _event(view, days)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines).encode()


def _event(view: SummaryView, days: int) -> list[str]:
    day = view.held_on + timedelta(days=days)
    title = plain(view.title) or "Workshop"
    return [
        "BEGIN:VEVENT",
        f"UID:{view.held_on:%Y%m%d}-{days}-{view.uid}@workshop.invalid",
        f"DTSTAMP:{view.held_on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_escaped(f'{title}: {days} days later')}",
        f"DESCRIPTION:{_escaped(QUESTIONS[days])}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(f'{title}: {days} days later')}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut inside a character."""
    pieces, size = [""], 0
    for char in line:
        length = len(char.encode())
        if size + length > LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += length
    return "\r\n".join(pieces)
