"""What the one summary says: the question to keep, what was agreed, what was not reached."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from modules.actions import hosting, planning
from modules.domain.errors import InvalidInput, MoveRefused, NotAllowed
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.summary import NOT_REACHED, summary
from modules.screens.summary_views import SummaryItem, SummaryView
from modules.storage.database import Database
from modules.storage.encoding import dump, load
from modules.storage.tables import sessions
from modules.summary.files import FORMATS, file
from tests.a_room import WORDS, ARoom
from tests.summary.reading import KEYS, read

GUIDE = (Path(__file__).parent / "a_debriefed_guide.md").read_text("utf-8")
PLAIN, PAIRS, PAUSE, COMMON, INSTEAD, CARD = 2, 3, 4, 5, 6, 7


@pytest.fixture
def nobody(sqlite_url: str) -> Iterator[ARoom]:
    """No workshop has begun."""
    database = Database.open(sqlite_url)
    yield ARoom.with_facilitator(database)
    database.close()


@pytest.fixture
def room(nobody: ARoom) -> ARoom:
    return nobody.start(phones=12, guide=GUIDE)


def agree(room: ARoom, text: str, key: str = "plain") -> None:
    planning.write_agreed(
        room.tools, acting=room.acting, session_id=room.session_id, key=key, text=text
    )


def seen(room: ARoom) -> SummaryView:
    return summary(room.database, room.session_id)


def ended(room: ARoom) -> SummaryView:
    room.move(Move.END)
    return seen(room)


def step(view: SummaryView, title: str) -> SummaryItem:
    [found] = [item for s in view.sections for item in s.items if item.title == title]
    return found


def notice(item: SummaryItem) -> str:
    return item.result.notice if item.result else ""


def titles(view: SummaryView) -> dict[str, list[str]]:
    return {section.title: [item.title for item in section.items] for section in view.sections}


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ("aaaaaaaaab", "Many say the same. What would change it?"),
        ("aaaaabbbbb", "Two camps. What worries each?"),
        # What fits this shape asks nothing, and what fits no shape falls back as well.
        ("aaabbc----", "What surprised you?"),
        ("aaaaaabbcc", "What surprised you?"),
        ("aaaa", ""),
        ("----------", ""),
        ("", ""),
    ],
)
def test_one_question_goes_home_and_none_about_what_nobody_saw(room, answers, question):
    room.at(PLAIN).all_choose(answers)

    assert step(ended(room), "A plain question").question == question


def test_a_talk_leaves_its_first_question(room):
    room.at(PAIRS)

    assert step(ended(room), "In pairs").question == "What did you hear?"


def test_too_few_answers_are_told_of_as_what_was(room):
    room.at(PLAIN).all_choose("abc")

    assert notice(step(ended(room), "A plain question")) == (
        "There were too few answers to show. It took 5 that were not Pass, "
        "so that nobody could be picked out."
    )


def test_a_result_that_was_tied_to_another_is_told_of_as_what_was(room):
    room.at(COMMON).all_choose("aabbccdd")
    room.at(INSTEAD).all_choose("abc")

    common = step(ended(room), "How common it is")
    assert notice(common) == (
        "This result was to be shown together with “What I want instead”, or not at all."
    )
    assert common.question == ""


def test_what_the_facilitators_ask_each_other_reaches_no_file(room):
    room.at(CARD)
    for phone in room.phones:
        room.answer(phone, {"text": "Less noise"})
    for card in room.texts.cards:
        room.decide(card.handle, TextState.SHOWN)
    assert room.view.now.facilitators_debrief[0] == "What did people notice about us?"

    view = ended(room)

    assert "Second" not in titles(view)
    for made in (file(view, key).data for key in FORMATS):
        assert b"notice about us" not in made
    for key in KEYS:
        found = read(key, file(view, key).data)
        assert [
            t for t in ("What did people notice", "Minute card", "Less noise") if t in found
        ] == []


def test_breaks_and_time_in_hand_are_no_chapters(room):
    for position in (1, PLAIN, PAIRS, PAUSE):
        room.at(position)

    assert titles(ended(room))["First"] == ["Welcome", "A plain question", "In pairs"]


def test_a_brief_keeps_its_title_and_not_what_was_on_the_screen(room):
    room.at(1)

    welcome = step(ended(room), "Welcome")
    assert (welcome.prompt, welcome.minutes) == ("", 5)


def test_what_was_cut_or_not_reached_goes_home_but_no_break_and_no_brief(room):
    room.at(PLAIN)
    planning.cut(
        room.tools, acting=room.acting, session_id=room.session_id,
        key="pairs", cut=True, expected_step=room.view.step,
    )  # fmt: skip

    section = ended(room).sections[-1]

    assert section.title == NOT_REACHED == "Not reached: to take home"
    assert [(item.title, item.prompt, item.minutes) for item in section.items] == [
        ("In pairs", "Tell each other about one moment.", 0),
        ("How common it is", "How often have you let a remark pass?", 0),
        ("What I want instead", "How much would you like to do otherwise?", 0),
    ]


def test_nothing_is_called_not_reached_while_the_workshop_runs(room):
    room.at(PLAIN)

    assert NOT_REACHED not in titles(seen(room))


def test_nothing_is_left_over_where_every_step_was_reached(room):
    for position in range(1, CARD + 1):
        room.at(position)

    assert NOT_REACHED not in titles(ended(room))


def test_what_was_agreed_stands_below_its_step_in_every_file(room):
    room.at(PLAIN)
    agree(room, " We say stop.\nWe may pass. ")
    assert room.view.agreed == "We say stop.\nWe may pass."

    view = ended(room)

    assert step(view, "A plain question").agreed == "We say stop.\nWe may pass."
    for key in KEYS:
        assert "We say stop. We may pass." in read(key, file(view, key).data), key
    assert "what was agreed" in " ".join(view.stored)


def test_an_agreement_can_be_changed_and_taken_back_until_the_end(room):
    room.at(PLAIN)
    agree(room, "First")
    agree(room, "Second")
    assert room.view.agreed == "Second"
    agree(room, "")
    assert step(seen(room), "A plain question").agreed == ""
    agree(room, "Third")
    room.move(Move.END)

    with pytest.raises(MoveRefused, match="has ended"):
        agree(room, "Fourth")
    assert step(seen(room), "A plain question").agreed == "Third"


def test_an_agreement_is_refused_where_it_fits_nowhere(room):
    with pytest.raises(InvalidInput, match="2000 characters"):
        agree(room, "x" * 2001)
    with pytest.raises(MoveRefused, match="not in the plan"):
        agree(room, "Stop", key="elsewhere")
    room.acting = type(room.acting)("nobody")
    with pytest.raises(NotAllowed):
        agree(room, "Stop")


def test_a_note_to_self_is_never_an_agreement(room):
    room.at(PLAIN)
    planning.write_note(
        room.tools, acting=room.acting, session_id=room.session_id, key="plain", text="Slower"
    )

    assert (room.view.note, room.view.agreed) == ("Slower", "")
    assert step(ended(room), "A plain question").agreed == ""


def test_the_sources_are_the_whole_chapter_and_resources_have_addresses(room):
    view = ended(room)

    assert view.sources == (
        "One-offs fade. Bezrukova 2016, doi 10.1037/bul0000067: they fade.",
        "Others, a page.",
    )
    assert view.resources == (
        "A list of books: https://example.org/books",
        "The library: mailto:library@example.org",
    )


@pytest.mark.parametrize("wrote", [0, 1, 3, 4])
def test_of_texts_that_were_not_shown_the_summary_tells_no_number(
    nobody: ARoom, wrote: int
) -> None:
    """With few texts among many passes it would say how many of the room passed."""

    def of_a_session(written: int) -> SummaryView:
        nobody.start(phones=8).at(WORDS)
        for number, device in enumerate(nobody.phones):
            nobody.answer(device, {"text": ["a line"]} if number < written else None)
        nobody.move(Move.END)
        # Each session has a name of its own, for its reminders.
        return replace(summary(nobody.database, nobody.session_id), uid="")

    assert of_a_session(wrote) == of_a_session(2)


def undo(room: ARoom) -> None:
    hosting.undo(
        room.tools, acting=room.acting, session_id=room.session_id, expected_step=room.view.step
    )


def test_a_step_whose_only_visit_was_undone_did_not_take_place(room):
    room.at(PAIRS)
    room.move(Move.JUMP, to=PLAIN)
    undo(room)

    assert titles(ended(room))["First"] == ["In pairs"]


def test_a_step_that_was_visited_before_an_undone_move_took_place(room):
    room.at(PAIRS).at(1).at(PAIRS)
    undo(room)

    assert "In pairs" in titles(ended(room))["First"]


def test_what_was_agreed_at_a_step_stays_in_the_summary_when_its_visit_is_undone(room):
    room.at(1).at(PAIRS)
    agree(room, "We say stop.", room.view.plan[PAIRS - 1].key)
    undo(room)

    assert step(ended(room), "In pairs").agreed == "We say stop."


def test_a_move_that_an_older_release_kept_is_undone(room):
    room.at(1).at(PAIRS)
    with room.database.begin() as db:
        kept = db.execute(select(sessions.c.last_move)).scalar_one()
        older = {name: value for name, value in load(kept).items() if name != "first_visit"}
        db.execute(update(sessions).values(last_move=dump(older)))

    undo(room)

    assert room.view.position == 1
