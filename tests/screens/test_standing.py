"""Questions that stay open beside the stage, on both databases."""

import pytest

from modules.actions import answering, moderating
from modules.domain.ballot import DeviceToken, RoundId
from modules.domain.errors import InvalidAnswer, InvalidInput, MoveRefused
from modules.domain.moves import Move
from modules.domain.picture import Texts
from modules.domain.session import Topic
from modules.domain.tally import TextState
from modules.screens.moderation import moderation
from modules.screens.phone import phone
from modules.screens.summary import summary
from modules.screens.views import StandingView
from tests.a_room import GUIDE, PLAIN, WORDS, ARoom

STANDING = """### Your questions (1 min)

```activity
id: asked
kind: questions
prompt: What would you like to ask?
```

"""
WITH_QUESTIONS = GUIDE.replace(
    "### A plain question (10 min)", STANDING + "### A plain question (9 min)"
)


@pytest.fixture
def asking(room: ARoom) -> ARoom:
    return room.start(phones=6, guide=WITH_QUESTIONS).at(PLAIN + 1)


def standing(room: ARoom) -> StandingView:
    [view] = phone(room.database, room.session_id, now=room.clock()).standing
    return view


def sends(room: ARoom, device: DeviceToken, seq: int, **form: list[str]) -> None:
    answering.submit(
        room.tools, session_id=room.session_id, round_id=RoundId(standing(room).round_id),
        device=device, seq=seq, form=form,
    )  # fmt: skip


def show_all(room: ARoom) -> None:
    for round_ in moderation(room.database, room.session_id).rounds:
        for card in round_.cards:
            moderating.decide(
                room.tools, acting=room.acting, session_id=room.session_id,
                round_id=RoundId(round_.round_id), handle=card.handle, seen=card.state,
                state=TextState.SHOWN,
            )  # fmt: skip


def test_questions_open_once_their_step_is_reached(room: ARoom) -> None:
    room.start(phones=1, guide=WITH_QUESTIONS).at(1)
    assert phone(room.database, room.session_id, now=room.clock()).standing == ()

    room.at(2)

    assert standing(room).accepting


def test_questions_stay_open_beside_the_stages_own_round(asking: ARoom) -> None:
    asking.at(PLAIN + 2)
    sends(asking, asking.phones[0], 1, question=["Why here?"])

    assert asking.round_id != standing(asking).round_id


def test_a_question_is_shown_once_the_moderator_showed_it(asking: ARoom) -> None:
    sends(asking, asking.phones[0], 1, question=["Why here?"])
    assert standing(asking).asked == ()

    show_all(asking)

    assert [asked.text for asked in standing(asking).asked] == ["Why here?"]


def test_support_has_no_number_below_the_smallest_group(asking: ARoom) -> None:
    sends(asking, asking.phones[0], 1, question=["Why here?"])
    sends(asking, asking.phones[1], 1, question=["A rare one?"])
    show_all(asking)
    first = next(a.handle for a in standing(asking).asked if a.text == "Why here?")
    for device in asking.phones[2:4]:
        sends(asking, device, 1, support=[first])
    assert [(a.text, a.support) for a in standing(asking).asked] == [
        ("A rare one?", None),
        ("Why here?", None),
    ]

    sends(asking, asking.phones[4], 1, support=[first])

    assert [(a.text, a.support) for a in standing(asking).asked] == [
        ("Why here?", 4),
        ("A rare one?", 1),
    ]


def test_a_second_question_joins_the_first(asking: ARoom) -> None:
    for seq, text in enumerate(["One?", "Two?", "Three?"], start=1):
        sends(asking, asking.phones[0], seq, question=[text])
    show_all(asking)

    assert [a.text for a in standing(asking).asked] == ["One?", "Three?", "Two?"]
    with pytest.raises(InvalidAnswer):
        sends(asking, asking.phones[0], 4, question=["Four?"])


def test_a_shown_question_stays_when_its_author_supports_another(asking: ARoom) -> None:
    sends(asking, asking.phones[0], 1, question=["Why here?"])
    sends(asking, asking.phones[1], 1, question=["Who pays?"])
    show_all(asking)
    other = next(a.handle for a in standing(asking).asked if a.text == "Who pays?")

    sends(asking, asking.phones[0], 2, support=[other])

    assert {asked.text for asked in standing(asking).asked} == {"Why here?", "Who pays?"}


def mark(room: ARoom, text: str, *, answered: bool) -> None:
    for round_ in moderation(room.database, room.session_id).rounds:
        for card in round_.cards:
            if text in (card.text, card.reworded):
                moderating.mark_answered(
                    room.tools, acting=room.acting, session_id=room.session_id,
                    round_id=RoundId(round_.round_id), handle=card.handle, answered=answered,
                )  # fmt: skip


def answered(room: ARoom) -> dict[str, bool]:
    return {asked.text: asked.answered for asked in standing(room).asked}


def test_an_answered_question_is_marked_survives_and_can_be_unmarked(asking: ARoom) -> None:
    sends(asking, asking.phones[0], 1, question=["Why here?"])
    sends(asking, asking.phones[1], 1, question=["Who pays?"])
    show_all(asking)
    asking.announced.clear()

    mark(asking, "Why here?", answered=True)
    asking.at(PLAIN + 2)
    sends(asking, asking.phones[0], 2, question=["And when?"])

    assert Topic.STAGE in asking.announced
    assert answered(asking) == {"Why here?": True, "Who pays?": False}
    mark(asking, "Why here?", answered=False)
    assert answered(asking) == {"Why here?": False, "Who pays?": False}


def test_what_the_moderator_does_not_show_cannot_be_marked(asking: ARoom) -> None:
    sends(asking, asking.phones[0], 1, question=["Why here?"])

    with pytest.raises(moderating.DecidedMeanwhile):
        mark(asking, "Why here?", answered=True)


def test_only_a_question_to_the_room_can_be_marked(room: ARoom) -> None:
    room.start(phones=1).at(WORDS)
    room.answer(room.phones[0], {"text": ["A text"]})

    with pytest.raises(InvalidInput):
        mark(room, "A text", answered=True)


def test_after_the_end_no_question_is_marked(asking: ARoom) -> None:
    for device in asking.phones:
        sends(asking, device, 1, question=[f"Question {device.value.hex()[:4]}?"])
    show_all(asking)
    text = standing(asking).asked[0].text
    asking.move(Move.END)

    with pytest.raises(MoveRefused):
        mark(asking, text, answered=True)


def test_the_summary_has_questions_with_and_without_an_answer(asking: ARoom) -> None:
    for device in (*asking.phones, *(asking.join() for _ in range(4))):
        sends(asking, device, 1, question=[f"Question {device.value.hex()[:4]}?"])
    show_all(asking)
    first, *others = [asked.text for asked in standing(asking).asked]
    mark(asking, first, answered=True)
    asking.move(Move.END)

    items = [i for s in summary(asking.database, asking.session_id).sections for i in s.items]
    [result] = [i.result for i in items if i.kind == "questions"]
    assert result is not None
    assert result.picture is not None
    assert isinstance(result.picture.chart, Texts)
    assert result.picture.chart.groups == (
        ("Without an answer yet", tuple(others)),
        ("Answered", (first,)),
    )


def test_questions_are_sealed_at_the_end_and_in_the_summary(asking: ARoom) -> None:
    for number, device in enumerate(asking.phones):
        sends(asking, device, 1, question=[f"Question {number}?"])
    show_all(asking)
    asking.move(Move.END)

    items = [i for s in summary(asking.database, asking.session_id).sections for i in s.items]
    [asked] = [i for i in items if i.kind == "questions"]
    assert asked.result is not None
    assert asked.result.picture is not None
