"""Questions that stay open beside the stage, on both databases."""

import pytest

from modules.actions import answering, moderating
from modules.domain.ballot import DeviceToken, RoundId
from modules.domain.errors import InvalidAnswer
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.moderation import moderation
from modules.screens.phone import phone
from modules.screens.summary import summary
from modules.screens.views import StandingView
from tests.a_room import GUIDE, PLAIN, ARoom

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


def test_questions_are_sealed_at_the_end_and_in_the_summary(asking: ARoom) -> None:
    for number, device in enumerate(asking.phones):
        sends(asking, device, 1, question=[f"Question {number}?"])
    show_all(asking)
    asking.move(Move.END)

    items = [i for s in summary(asking.database, asking.session_id).sections for i in s.items]
    [asked] = [i for i in items if i.kind == "questions"]
    assert asked.result is not None
    assert asked.result.picture is not None
