"""The contract every kind of activity keeps, and the registry that finds the kinds.

A kind is a folder here with `kind.py` (a module that defines `KIND`), `chart.py`, `phone.html` and
`rehearsal.py`; a `phone.js` may add comfort to its form and a `phone.css` rules, a `words.json`
translates its sentences.
Nothing else names it: the registry finds it by its folder.
"""

import importlib
import random
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

import modules.activities
from modules.domain.ballot import Answer
from modules.domain.comparison import Measure
from modules.domain.disclosure import Disclosed, TooFewToShow
from modules.domain.guide import Activity, Band, Sensitivity, Shape, TimedStep, Visibility
from modules.domain.picture import Picture
from modules.domain.shape import shape_of
from modules.domain.tally import Cell, Contribution, Question

Form = Mapping[str, Sequence[str]]
"""What a phone sent: field name -> values. Hostile until a kind has checked it."""


class Fields(BaseModel):
    """The kind's own fields in a guide's activity block. Unknown fields are problems."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class NoFields(Fields):
    """For kinds without fields of their own."""


FieldsOfKind = TypeVar("FieldsOfKind", bound=Fields)


def settings_of(activity: Activity, fields: type[FieldsOfKind]) -> FieldsOfKind:
    """The activity's settings, known to be this kind's. Anything else is a bug in the caller."""
    if not isinstance(activity.settings, fields):
        raise TypeError(f"activity {activity.id!r} carries no {fields.__name__}")
    return activity.settings


def unfit(sentence: str) -> PydanticCustomError:
    """For validators of fields: what is wrong in a guide, as a sentence with what to write."""
    # Braces would be read as a template of the error's context.
    return PydanticCustomError("unfit", "{sentence}", {"sentence": sentence})


class Kind(ABC):
    """What an activity of this kind asks, counts and shows."""

    name: ClassVar[str]
    fields: ClassVar[type[Fields]] = NoFields
    collects: ClassVar[bool] = True
    """Whether it opens a round and takes ballots."""
    moderated: ClassVar[bool] = False
    """Whether answers hold texts that a moderator reads before anyone else."""
    counts_texts: ClassVar[bool] = False
    """Whether its counts are made of moderated texts: drawn once all are read, then kept."""
    for_facilitators: ClassVar[bool] = False
    """Whether a guide may keep its texts for the facilitators alone (`Visibility.FACILITATORS`)."""
    standing: ClassVar[bool] = False
    """Whether it stays open beside the stage's own round."""
    walled: ClassVar[bool] = False
    """Whether its shown texts stand on a wall one by one, so that one can be shown large."""
    shared: ClassVar[Mapping[str, str]] = {}
    """Texts that every guide asks in the same words, by their ids."""
    default_visibility: ClassVar[Visibility] = Visibility.AGGREGATE
    """Who sees what participants give, where the guide does not say."""

    @property
    def folder(self) -> Path:
        """Where this kind's `phone.html` lies."""
        return Path(str(self.part("kind").__file__)).parent

    def part(self, name: str) -> ModuleType:
        """A module of this kind's folder, loaded when first needed: "chart" needs Plotly."""
        return importlib.import_module(f"{type(self).__module__.rpartition('.')[0]}.{name}")

    def collects_for(self, activity: Activity) -> bool:
        """Whether this activity opens a round; for kinds where the guide decides."""
        return self.collects

    def problems(self, activity: Activity) -> Iterable[tuple[str, str]]:
        """What is wrong across fields, as (field, sentence with what to write instead)."""
        return ()

    @abstractmethod
    def answer(self, activity: Activity, form: Form) -> Answer:
        """The answer a phone's form means.

        Raises InvalidAnswer with a sentence that says what to change. Pass never comes here.
        """

    def merged(self, activity: Activity, earlier: Answer, answer: Answer) -> Answer:
        """What stands when a phone that has answered sends again: the new answer alone.

        Raises InvalidAnswer where both together are too much.
        """
        return answer

    def lines_on_stage(self, activity: Activity) -> tuple[str, ...]:
        """What the big screen lists below the prompt: what can be chosen, rated or ordered."""
        settings = activity.settings
        lines = getattr(settings, "options", None) or getattr(settings, "items", None) or ()
        return tuple(getattr(line, "text", str(line)) for line in lines)

    def story_on_stage(self, activity: Activity) -> str:
        """A story that the big screen shows below the prompt; empty for kinds without one."""
        return ""

    def steps_for_everyone(self, activity: Activity) -> tuple[TimedStep, ...]:
        """The numbered steps that participants follow too; elsewhere they are the facilitator's.

        The kind's `phone.html` includes "steps.html" where they belong.
        """
        return ()

    def supported(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        """The handles of others' texts that an answer supports, for the phone that sent it."""
        return ()

    def rests(self, activity: Activity) -> bool:
        """Whether this is a break or time in hand.

        Its time runs by itself, screens say when it ends, and nobody looks back at it.
        """
        return False

    def prompt_at_home(self, activity: Activity) -> str:
        """The prompt where it still makes sense after the session, else ""."""
        return activity.prompt

    def texts(self, activity: Activity, answer: Answer) -> tuple[str, ...]:
        """The entries of an answer that a moderator reads; empty for kinds without texts."""
        return ()

    def questions(
        self, activity: Activity, answers: Sequence[Answer], passed: int
    ) -> tuple[Question, ...]:
        """Count answers (passes excluded; their number is given for bands that hold Pass)."""
        return ()

    def counted(
        self,
        activity: Activity,
        answers: Sequence[Answer],
        passed: int,
        contributions: Sequence[Contribution],
    ) -> tuple[Question, ...]:
        """Like `questions`, for kinds whose answers point at others' texts by their handles."""
        return self.questions(activity, answers, passed)

    def questions_from_texts(
        self, activity: Activity, contributions: Sequence[Contribution], people: int
    ) -> tuple[Question, ...]:
        """For kinds whose counts are made of moderated texts (`counts_texts`): what is shown."""
        return ()

    def measures(self, activity: Activity) -> tuple[Measure, ...]:
        """The questions that many sessions ask in the same words, so that they can be compared."""
        return ()

    @abstractmethod
    def picture(self, activity: Activity, rounds: Sequence[Disclosed]) -> Picture:
        """The result of the disclosed rounds of one activity, oldest first, at least one."""

    def shape(self, result: Disclosed | TooFewToShow) -> Shape | None:
        """What the last round looks like, for the choice of a debrief question."""
        return shape_of(result)

    def invented_answer(self, activity: Activity, chance: random.Random) -> Form:
        """A form as an invented participant would fill it in (without Pass)."""
        form: Form = self.part("rehearsal").invented_answer(activity, chance)
        return form


def one(form: Form, name: str) -> str:
    """The single value of a form field, or "" where it is missing."""
    values = form.get(name) or ("",)
    return values[-1]


def count_people(
    activity: Activity, options: Sequence[Cell], chosen: Iterable[frozenset[str]], passed: int
) -> tuple[tuple[Cell, ...], bool]:
    """Count people by option, or by band where the activity is sensitive and names bands.

    `options` gives ids and labels (their counts are ignored). A person who chose several options
    of one band counts once in it. Returns the cells and whether a band holds the passes.
    """
    bands = bands_of(activity, options)
    picks = list(chosen)
    cells = tuple(
        Cell(
            id=band.options[0] if len(band.options) == 1 else band.label,
            label=band.label,
            count=sum(1 for pick in picks if pick.intersection(band.options))
            + (passed if "pass" in band.options else 0),
        )
        for band in bands
    )
    return cells, any("pass" in band.options for band in bands)


def bands_of(activity: Activity, options: Sequence[Cell]) -> tuple[Band, ...]:
    """The bands to count by: the guide's where the item is sensitive, else one for each option."""
    single = {o.id: Band(o.label, (o.id,)) for o in options}
    if activity.sensitivity is Sensitivity.LOW or not activity.bands:
        return tuple(single.values())
    banded = {option for band in activity.bands for option in band.options}
    return activity.bands + tuple(b for o, b in single.items() if o not in banded)


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind, by name, found by its folder in this package or on its path."""
    found: dict[str, Kind] = {}
    for place in modules.activities.__path__:
        for folder in sorted(Path(place).iterdir()):
            if (folder / "kind.py").is_file():
                kind: Kind = importlib.import_module(f"{__package__}.{folder.name}.kind").KIND
                found[kind.name] = kind
    return found


def shared_texts() -> Mapping[str, str]:
    """Every text that guides ask in the same words, by its id."""
    return {shared: text for kind in kinds().values() for shared, text in kind.shared.items()}


def kind_of(activity: Activity) -> Kind:
    return kinds()[activity.kind]
