"""Invented people come, answer through the real routes, and are gone in the end."""

from modules.domain.session import Move
from modules.rehearsal.staging import REHEARSALS
from tests.a_room import PLAIN, WORDS
from tests.rehearsal.a_theatre import ATheatre


def test_twelve_people_answer_what_is_asked(theatre: ATheatre):
    theatre.rehearses(people=12)

    theatre.goes_to(PLAIN)
    theatre.waits_for_answers(12)
    theatre.goes_to(WORDS)
    theatre.waits_for_answers(12)
