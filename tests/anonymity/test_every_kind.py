"""Every kind of activity leaves the same bytes, whoever answered what and in which order."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from modules.actions import answering, moderating, planning
from modules.activities.kind import Form, kind_of, kinds
from modules.domain.ballot import DeviceToken, RoundId
from modules.domain.moves import Move
from modules.domain.tally import Contribution, Tally, TextState
from modules.guides.parser import guide_of
from modules.screens.moderation import moderation
from modules.screens.phone import own_ballot
from modules.screens.summary import summary
from modules.storage import sealing
from modules.storage.database import Database
from modules.summary.files import file
from tests.a_room import ARoom
from tests.anonymity.worlds import bytes_of

PEOPLE = 7
KINDS = (Path(__file__).parent.parent / "phone" / "every_kind.md").read_text("utf-8")
GUIDE = (
    KINDS.replace("minutes: 60", "minutes: 65").replace("(60 min)", "(65 min)")
    + """
### The room's questions (5 min)

```activity
id: asked
kind: questions
prompt: What would you like to ask?
```
"""
)
QUESTIONS = ("Same?", "Same?", "Why not?")
"""Two people ask the same, so that nothing but its support tells one from the other."""
SUPPORT = (("Same?",), ("Same?", "Why not?"), ("Why not?",), ("Same?",))
SHOWN = (
    {"state": TextState.SHOWN},
    {"state": TextState.SHOWN, "theme": "First"},
    {"state": TextState.SHOWN, "reworded": "Other words"},
    {"state": TextState.HELD, "reason": "other"},
)
ALIKE = (
    {"state": TextState.HELD, "reason": "slur"},
    {"state": TextState.HELD, "reason": "off topic"},
)
"""For two texts of the same words: only the reason tells them apart."""


def collecting_steps() -> list[tuple[int, str]]:
    activities = guide_of(GUIDE).activities
    return [(n, a.id) for n, a in enumerate(activities, 1) if kind_of(a).collects_for(a)]


def test_every_kind_that_collects_takes_part() -> None:
    activities = guide_of(GUIDE).activities

    assert {a.kind for a in activities} == set(kinds())
    assert {a.kind for a in activities if kind_of(a).collects_for(a)} == {
        name for name, kind in kinds().items() if kind.collects
    } | {"talk"}


def the_answers(position: int, step: str) -> list[Form | None]:
    """What this step is answered, the same in every world: one passes, two write the same."""
    [activity] = [a for a in guide_of(GUIDE).activities if a.id == step]
    if activity.kind == "questions":
        return [{"question": [text]} for text in QUESTIONS]
    kind, chance = kind_of(activity), random.Random(position)
    forms: list[Form | None] = [kind.invented_answer(activity, chance) for _ in range(PEOPLE - 2)]
    return [None, forms[0], *forms]


def answered(room: ARoom, chance: random.Random, position: int, step: str) -> None:
    """The answers go to other people in every world, and arrive in another order."""
    answers = the_answers(position, step)
    people = chance.sample(room.phones, len(answers))
    round_id = open_round(room, step)
    first = [(person, 1, answers[1]) for person in people if step != "asked"]
    last = [(person, 2, form) for person, form in zip(people, answers, strict=True)]
    for sending in chance.sample(first, len(first)) + chance.sample(last, len(last)):
        send(room, round_id, *sending)


def send(room: ARoom, round_id: RoundId, person: DeviceToken, seq: int, form: Form | None) -> None:
    answering.submit(
        room.tools, session_id=room.session_id, round_id=round_id,
        device=person, seq=seq, form=form,
    )  # fmt: skip


def open_round(room: ARoom, step: str) -> RoundId:
    return RoundId(room.view.standing[0].round_id) if step == "asked" else room.round_id


def moderated(room: ARoom, chance: random.Random, step: str) -> None:
    """Each text gets the decision of its place; of equal texts chance says which is which."""
    for texts in moderation(room.database, room.session_id).rounds:
        if texts.key != step:
            continue
        cards = chance.sample(texts.cards, len(texts.cards))
        cards.sort(key=lambda card: card.text)
        written = [card.text for card in cards]
        for place, card in enumerate(cards):
            twice, before = written.count(card.text) == 2, written[:place].count(card.text)
            alike = twice and step != "asked"
            decision = ALIKE[before] if alike else SHOWN[0 if step == "asked" else place % 4]
            moderating.decide(
                room.tools, acting=room.acting, session_id=room.session_id,
                round_id=RoundId(texts.round_id), handle=card.handle, seen=card.state,
                **decision,
            )  # fmt: skip


def supported(room: ARoom, chance: random.Random, asking: RoundId) -> None:
    """Who asked nothing supports what was asked; of two equal questions all the same one."""
    cards = chance.sample(room.texts.cards, len(room.texts.cards))
    handles = {card.text: card.handle for card in cards}
    others = [p for p in room.phones if not own_ballot(room.database, asking, p).answered]
    for person, wanted in zip(chance.sample(others, len(others)), SUPPORT, strict=True):
        form = {"support": sorted(handles[text] for text in wanted)}
        send(room, asking, person, 3, form)


def lived(folder: Path, order: int, only: tuple[str, ...] = ()) -> dict[str, bytes]:
    folder.mkdir()
    database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
    room = ARoom.with_facilitator(database, seed=1).start(phones=PEOPLE, guide=GUIDE)
    chance = random.Random(order)
    for position, step in collecting_steps():
        if only and step not in only:
            continue
        room.at(position)
        answered(room, chance, position, step)
        moderated(room, chance, step)
        if step == "asked":
            supported(room, chance, open_round(room, step))
        else:
            room.move(Move.SHOW_RESULTS)
    room.at(0)
    asked = next(n for n, step in collecting_steps() if step == "asked")
    cut(room, guide_of(GUIDE).activities[asked - 1].id)
    # Before the end, which deletes held texts.
    running = {f"running {name}": data for name, data in bytes_of(folder).items()}
    room.move(Move.END)
    exports = {key: file(summary(database, room.session_id), key).data for key in ("csv", "json")}
    database.close()
    return running | bytes_of(folder) | exports


def cut(room: ARoom, key: str) -> None:
    """Takes the questions out of the run: they are sealed while the workshop goes on."""
    planning.cut(
        room.tools, acting=room.acting, session_id=room.session_id,
        key=key, cut=True, expected_step=room.view.step,
    )  # fmt: skip


def test_permuted_worlds_of_every_kind_end_byte_identical(tmp_path: Path) -> None:
    first, *others = (lived(tmp_path / str(order), order) for order in range(3))

    assert {"running workshop.db", "workshop.db", "csv", "json"} <= set(first)
    for other in others:
        assert {name for name in first if first[name] != other[name]} == set()


@pytest.mark.parametrize("left_out", ["numbers", "support", "reasons"])
def test_each_part_of_numbering_texts_is_needed(
    tmp_path: Path, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers instead of handles; support and reasons where texts and decisions are alike."""
    in_order = sealing.in_the_order_of_the_alphabet
    if left_out == "numbers":
        monkeypatch.setattr(sealing, "_by_number", lambda tally, _ordered: tally)
    elif left_out == "support":
        monkeypatch.setattr(
            sealing,
            "in_the_order_of_the_alphabet",
            lambda tally: in_order(replace(tally, questions=())),
        )
    else:
        monkeypatch.setattr(sealing, "in_the_order_of_the_alphabet", without_reasons)

    worlds = [lived(tmp_path / str(order), order, ("texts", "asked")) for order in range(5)]

    assert len({world["running workshop.db"] for world in worlds}) > 1


def without_reasons(tally: Tally) -> list[Contribution]:
    return sorted(tally.contributions, key=lambda c: (c.text, c.state, c.reworded, c.theme))
