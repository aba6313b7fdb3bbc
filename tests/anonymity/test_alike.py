"""Rooms of which the same may be shown are the same in every byte of every screen and file.

Two tallies are planted in turn into one session. Where the rules disclose the same of both, no
screen and no file may differ in anything: what is hidden cannot be worked out from any of them, nor
from all of them together.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from modules.activities.kind import kind_of
from modules.domain.ballot import RoundId
from modules.domain.disclosure import TooFewToShow, disclose_rounds, rule_of
from modules.domain.tally import Tally
from modules.guides.parser import guide_of
from modules.screens.facilitator import facilitator
from modules.screens.moderation import moderation
from modules.screens.phone import phone, promise
from modules.screens.projector import projector
from modules.screens.summary import summary
from modules.storage import rounds, sealing, sessions, tables
from modules.storage.database import Database
from modules.summary.files import FORMATS, file
from modules.summary.outline import outline
from tests.a_room import COMMON, GUIDE, INSTEAD, PLAIN, ARoom

STEPS = {PLAIN: "plain", COMMON: "common", INSTEAD: "instead"}
CHEAP = [key for key in FORMATS if key != "pdf"]
Votes = tuple[int, ...]
"""How many chose the first, second, third, fourth option, and how many passed."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ARoom]:
    folder = tmp_path_factory.mktemp("alike")
    database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
    room = ARoom.with_facilitator(database, seed=1).start(phones=1)
    for position in range(1, 7):
        room.at(position)
    yield room
    database.close()


def a_tally(step: str, votes: Votes) -> Tally:
    """What the step's kind counts; surplus options belong to nobody."""
    activity = guide_of(GUIDE).activity(step)
    assert activity is not None
    offered = 4 if step == "common" else 3
    *chosen, passed = votes
    letters = "".join(letter * n for letter, n in zip("abcd"[:offered], chosen, strict=False))
    answers = [{"options": [letter]} for letter in letters]
    questions = kind_of(activity).questions(activity, answers, passed)
    return Tally(answered=len(answers) + passed, passed=passed, questions=questions)


def plant(room: ARoom, world: Mapping[str, Sequence[Votes]], at: int) -> None:
    """The session's sealed rounds are these, and the room looks at the result of step `at`."""
    ids = itertools.count(1)
    with room.database.begin() as db:
        db.execute(delete(tables.rounds))
        for step, asked in world.items():
            for votes in asked:
                new = RoundId(f"round-{next(ids)}")
                rounds.open_new(db, room.session_id, step, round_id=new, secret=b"s" * 32)
                sealing.seal(db, new, a_tally(step, votes))
        sessions.change(db, room.session_id, position=at, results_shown=True)


def screens(room: ARoom) -> dict[str, str]:
    database, session_id, now = room.database, room.session_id, room.clock()
    return {
        "facilitator": repr(facilitator(database, session_id, now=now, phones=1)),
        "projector": repr(projector(database, session_id, now=now, phones=1)),
        "phone": repr(phone(database, session_id, now=now)),
        "moderation": repr(moderation(database, session_id)),
        "promise": repr(promise(database, session_id, today=now.date())),
        "summary": repr(summary(database, session_id)),
        "every file's outline": repr(outline(summary(database, session_id))),
    }


def disclosed(room: ARoom, world: Mapping[str, Sequence[Votes]]) -> object:
    """What the rules say may be shown, what depends on it, and the numbers seen before sealing."""
    with room.database.read() as db:
        session = sessions.by_id(db, room.session_id).session
    told: dict[str, object] = {}
    for step, asked in world.items():
        activity = guide_of(GUIDE).activity(step)
        assert activity is not None
        outcomes = disclose_rounds([a_tally(step, v) for v in asked], rule_of(session, activity))
        told[step] = outcomes
    some = [any(not isinstance(o, TooFewToShow) for o in told[s]) for s in ("common", "instead")]  # type: ignore[attr-defined]
    if not all(some):
        # Shown both or neither; which of the two has too few is said.
        told |= {s: (some[n], len(world[s])) for n, s in enumerate(("common", "instead"))}
    return told, {step: [sum(votes) for votes in asked] for step, asked in world.items()}


groups = st.one_of(st.integers(0, 7), st.integers(0, 25))
votes = st.tuples(groups, groups, groups, st.integers(0, 3), st.integers(0, 6))


@st.composite
def two_worlds(draw: st.DrawFn) -> tuple[dict[str, list[Votes]], dict[str, list[Votes]]]:
    """The second is the first with some people's answers moved, in the numbers that stay hidden."""
    one: dict[str, list[Votes]] = {
        "plain": [draw(votes)],
        "common": draw(st.lists(votes, min_size=1, max_size=2)),
        "instead": [draw(votes)],
    }
    other = {step: list(asked) for step, asked in one.items()}
    for _ in range(draw(st.integers(1, 4))):
        step = draw(st.sampled_from(["common", "common", "common", "instead", "plain"]))
        n = draw(st.integers(0, len(other[step]) - 1))
        moved = list(other[step][n])
        here, there = draw(st.permutations(range(5)))[:2]
        people = draw(st.integers(0, min(moved[here], 4)))
        moved[here] -= people
        moved[there] += people
        other[step][n] = tuple(moved)
    return one, other


def the_same(room: ARoom, one: dict[str, list[Votes]], other: dict[str, list[Votes]]) -> bool:
    """Whether the same may be shown of both; three options hold no fourth."""
    for world in (one, other):
        for step in ("plain", "instead"):
            world[step] = [(*v[:3], 0, v[4]) for v in world[step]]
    return one != other and disclosed(room, one) == disclosed(room, other)


@settings(max_examples=30)
@given(two_worlds(), st.sampled_from(sorted(STEPS)))
def test_rooms_of_which_the_same_may_be_shown_are_alike_on_every_screen_and_in_every_file(
    place: ARoom, worlds: tuple[dict[str, list[Votes]], dict[str, list[Votes]]], at: int
) -> None:
    assume(the_same(place, *worlds))
    seen = []
    for world in worlds:
        plant(place, world, at)
        view = summary(place.database, place.session_id)
        seen.append(screens(place) | {key: repr(file(view, key)) for key in CHEAP})

    assert {name for name in seen[0] if seen[0][name] != seen[1][name]} == set()


ENOUGH = (5, 5, 5, 0, 0)
SENSITIVE = {"plain": [ENOUGH], "common": [(20, 3, 2, 0, 0)], "instead": [ENOUGH]}


@pytest.mark.parametrize("key", FORMATS)
def test_a_hidden_number_changes_no_file_and_a_shown_one_does(place: ARoom, key: str) -> None:
    """Also the PDF; and the comparison sees what may be seen."""
    made = []
    for world in (
        SENSITIVE,
        {**SENSITIVE, "common": [(22, 2, 1, 0, 0)]},
        {**SENSITIVE, "plain": [(6, 4, 5, 0, 0)]},
    ):
        plant(place, world, PLAIN)
        made.append(file(summary(place.database, place.session_id), key).data)

    assert made[0] == made[1]
    # Reminders hold no results.
    assert (made[0] != made[2]) is (key != "calendar")
