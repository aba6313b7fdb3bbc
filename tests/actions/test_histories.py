"""Random histories of one question: retries, two tabs, closing, sealing, crashes, reconnects.

A model beside the app says what must be acknowledged and what refused; at the end of each round the
counts are compared with the newest answers that were acknowledged.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modules.actions import answering, ending, hosting
from modules.domain.ballot import DeviceToken, RoundId, RoundState
from modules.domain.errors import MoveRefused, NewerAnswerStands, RoundClosed
from modules.domain.moves import Move
from modules.storage import rounds
from modules.storage.database import Database
from tests.a_room import PLAIN, ARoom

PHONES = 3
PASS = "-"

Step = tuple[str, int, int, str]
"""What happens, which phone, which seq, which choice; the last three for answers only."""

steps = st.tuples(
    st.sampled_from(
        [*["answer"] * 12, "leave", "close", "open", "undo", "five minutes", "show", "ask again",
         "crash", "reconnect"]
    ),
    st.integers(0, PHONES - 1),
    st.integers(1, 6),
    st.sampled_from("abc" + PASS),
)  # fmt: skip


@dataclass
class History:
    """The room, and what the model knows of its last round."""

    room: ARoom
    url: str
    state: RoundState = RoundState.OPEN
    newest: dict[DeviceToken, tuple[int, str]] = field(default_factory=dict)
    sealed: int = 0
    left_behind: list[Database] = field(default_factory=list)

    @property
    def last(self) -> RoundId:
        with self.room.database.read() as db:
            return rounds.of_session(db, self.room.session_id)[-1].id

    def answer(self, device: DeviceToken, seq: int, choice: str) -> None:
        form = None if choice == PASS else {"choice": [choice]}
        known = self.newest.get(device, (0, ""))

        def send() -> int:
            return answering.submit(
                self.room.tools, session_id=self.room.session_id, round_id=self.last,
                device=device, seq=seq, form=form,
            )  # fmt: skip

        if self.state is not RoundState.OPEN:
            with pytest.raises(RoundClosed):
                send()
        elif seq < known[0] or (seq == known[0] and choice != known[1]):
            with pytest.raises(NewerAnswerStands) as refused:
                send()
            assert refused.value.seq == known[0]
        else:
            assert send() == seq
            self.newest[device] = (seq, choice)

    def leave(self, device: DeviceToken) -> None:
        answering.leave(self.room.tools, session_id=self.room.session_id, device=device)
        if self.state is not RoundState.SEALED:
            self.newest.pop(device, None)

    def press(self, move: Move, becomes: RoundState) -> None:
        try:
            self.room.move(move)
        except MoveRefused:
            return
        if self.state is not RoundState.SEALED or move is Move.ASK_AGAIN:
            self.becomes(becomes, anew=move is Move.ASK_AGAIN)

    def becomes(self, state: RoundState, *, anew: bool = False) -> None:
        if state is RoundState.SEALED and self.state is not RoundState.SEALED:
            self.check()
        if anew:
            self.newest.clear()
        self.state = state

    def check(self) -> None:
        """The round that was just sealed counts each phone once, with its newest answer."""
        with self.room.database.read() as db:
            round_ = rounds.by_id(db, self.last)
            assert rounds.ballots_of(db, round_.id) == ()
        assert (round_.state, round_.secret) == (RoundState.SEALED, None)
        assert round_.tally is not None
        counted = {c.id: c.count for c in round_.tally.questions[0].cells}
        expected = Counter(choice for _, choice in self.newest.values())
        assert {**counted, PASS: round_.tally.passed} == {c: expected[c] for c in "abc" + PASS}
        self.sealed += 1

    def undo(self) -> None:
        possible = self.room.view.undo_possible
        try:
            hosting.undo(
                self.room.tools, acting=self.room.acting, session_id=self.room.session_id,
                expected_step=self.room.view.step,
            )  # fmt: skip
        except MoveRefused:
            return
        assert possible
        answers = self.room.view.answers
        if answers == "not opened":
            # The round itself was taken back: nothing had come in.
            assert self.newest == {}
            self.room.move(Move.OPEN_ANSWERS)
            answers = self.room.view.answers
        if self.state is not RoundState.SEALED:
            if answers == "sealed":
                # A second round was taken back; the first stands as it was.
                assert self.newest == {}
            self.state = RoundState(answers.value)
        # What is sealed stays sealed, whatever is pressed.
        assert self.state.value == answers.value

    def minutes_pass(self) -> None:
        self.room.clock.forward(minutes=5)
        overdue = self.state is RoundState.CLOSED
        assert ending.seal_overdue(self.room.tools) == int(overdue)
        if overdue:
            self.becomes(RoundState.SEALED)

    def restart(self, *, crashed: bool) -> None:
        """The process is gone and comes back; after a crash nothing was closed tidily."""
        if crashed:
            self.left_behind.append(self.room.database)
        else:
            self.room.database.close()
        self.room.database = Database.open(self.url)
        object.__setattr__(self.room.tools, "database", self.room.database)

    def live(self, happens: Sequence[Step]) -> None:
        for what, phone, seq, choice in happens:
            device = self.room.phones[phone]
            if what == "answer":
                self.answer(device, seq, choice)
            elif what == "leave":
                self.leave(device)
            elif what == "close":
                self.press(Move.CLOSE_ANSWERS, RoundState.CLOSED)
            elif what == "open":
                self.press(Move.OPEN_ANSWERS, RoundState.OPEN)
            elif what == "show":
                self.press(Move.SHOW_RESULTS, RoundState.SEALED)
            elif what == "ask again":
                self.press(Move.ASK_AGAIN, RoundState.OPEN)
            elif what == "undo":
                self.undo()
            elif what == "five minutes":
                self.minutes_pass()
            else:
                self.restart(crashed=what == "crash")
            assert self.room.view.answers.value == self.state.value
        self.press(Move.SHOW_RESULTS, RoundState.SEALED)
        assert self.sealed > 0


def lived(room: ARoom, url: str, happens: Sequence[Step]) -> None:
    room.start(phones=PHONES).at(PLAIN)
    # So that the first “Undo” does not leave the question.
    room.move(Move.BLANK)
    history = History(room, url)
    try:
        history.live(happens)
    finally:
        for left in history.left_behind:
            left.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ARoom, str]]:
    url = f"sqlite:///{tmp_path_factory.mktemp('histories') / 'workshop.db'}"
    room = ARoom.with_facilitator(Database.open(url))
    yield room, url
    room.database.close()


@settings(max_examples=30)
@given(st.lists(steps, min_size=1, max_size=40))
def test_random_histories_count_every_phone_once_with_its_newest_acknowledged_answer(
    place: tuple[ARoom, str], happens: list[Step]
) -> None:
    lived(*place, happens)


def everything() -> list[Step]:
    """Each thing that can happen, with answers before and after it."""
    answers: list[Step] = [("answer", n % PHONES, 1 + n // 2, "abc-"[n % 4]) for n in range(4)]
    happenings = (
        *("crash", "close", "undo", "close", "open", "leave", "close", "five minutes"),
        *("undo", "ask again", "reconnect", "close", "show", "ask again", "undo"),
    )
    return [
        step for n, what in enumerate(happenings) for step in (*answers, (what, n % PHONES, 1, "a"))
    ]


@pytest.mark.parametrize("kept_in", ["sqlite_url", "postgresql_url"])
def test_a_history_with_everything_in_it_ends_well(
    request: pytest.FixtureRequest, kept_in: str
) -> None:
    url = request.getfixturevalue(kept_in)
    room = ARoom.with_facilitator(Database.open(url))

    lived(room, url, everything())

    room.database.close()
