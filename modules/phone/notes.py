"""What a phone keeps for its owner, without a code and after the end: one page for all."""

from starlette.responses import Response

from modules.phone.phones import Phones
from modules.phone.visit import Visit
from modules.phone.words import LANGUAGES, MONTHS


def notes(_phones: Phones, visit: Visit) -> Response:
    """GET /notes. What was written is in the browser alone; the script reads and erases it."""
    months = [visit.words(month) for month in MONTHS[1:]]
    return visit.page("notes.html", scripted="notes", languages=LANGUAGES, months=months)
