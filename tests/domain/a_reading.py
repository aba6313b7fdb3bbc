"""Rounds, readings and pulses of one item, made by hand."""

from dataclasses import replace
from datetime import date

from modules.domain.ballot import Round, RoundId, RoundState, SessionId
from modules.domain.comparison import (
    Measure,
    Moment,
    Pulse,
    Reading,
    readings_of,
)
from modules.domain.disclosure import Counted, InWords
from modules.domain.guide import Activity
from modules.domain.session import PlannedStep, Session, Stage
from modules.domain.tally import Cell, Question, Tally

DAY = date(2026, 3, 9)
POINTS = ("1", "2", "3", "4", "5", "0")
C1 = Measure(
    question="C1", item="C1", text="I can say something.",
    reached=("4", "5"), reached_means="agree", beside=("0",),
)  # fmt: skip
BACK = replace(C1, question="C1-then", looking_back=True)
B1 = replace(C1, question="B1", item="B1", reached=("2", "3", "4"))
B2 = replace(C1, question="B2", item="B2", reached=("2", "3", "4"), within="B1")
B7 = replace(B2, question="B7", item="B7")
B3 = replace(B2, question="B3", item="B3", within="B7")
START = Activity(id="start", kind="scale", title="Start", minutes=5)
END = Activity(id="end", kind="scale", title="End", minutes=5)
SESSION = Session(
    id=SessionId("s"), owner="o", title="T", guide_id="g", guide_version="1", language="en",
    code=None, join_secret="", summary_key="", smallest_group=5, group_fixed=True,
    retention_days=30, delete_on=DAY, started_on=DAY, stage=Stage(),
)  # fmt: skip
MEASURES = {"start": (C1,), "end": (BACK, C1)}


def a_question(measure: Measure, *counts: int) -> Question:
    cells = tuple(Cell(p, f"point {p}", n) for p, n in zip(POINTS, counts, strict=False))
    return Question(id=measure.question, label=measure.text, cells=cells, people=sum(counts))


def a_tally(*questions: Question, passed: int = 0) -> Tally:
    answers = max(q.people for q in questions)
    return Tally(answered=answers + passed, passed=passed, questions=questions)


def sealed(key: str, tally: Tally, ordinal: int = 1) -> Round:
    return Round(
        id=RoundId(f"{key}{ordinal}"), session_id=SESSION.id, key=key, ordinal=ordinal,
        state=RoundState.SEALED, tally=tally,
    )  # fmt: skip


def plan(*activities: Activity) -> tuple[PlannedStep, ...]:
    return tuple(PlannedStep(a.id, a, "Part") for a in activities)


def readings(
    *rounds: Round, activities: tuple[Activity, ...] = (START, END), session: Session = SESSION
) -> tuple[Reading, ...]:
    return readings_of(session, plan(*activities), rounds, lambda a: MEASURES.get(a.id, ()))


def counted(measure: Measure, moment: Moment, *counts: int) -> Reading:
    q = a_question(measure, *counts)
    shown = Counted(id=q.id, label=q.label, cells=q.cells, people=q.people)
    return Reading(measure=measure, moment=moment, shown=shown)


def in_words(measure: Measure, moment: Moment) -> Reading:
    return Reading(
        measure=measure, moment=moment, shown=InWords(id=measure.question, label="", cells=())
    )


def a_pulse(*found: Reading, version: str = "1") -> Pulse:
    return Pulse(held_on=DAY, guide_id="g", guide_version=version, readings=found)
