"""What a phone without a script sees in our pages: the stage, and forms with hidden fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

ENDED = "ended"
Attributes = list[tuple[str, str | None]]


@dataclass(slots=True)
class FormSeen:
    """A form: where it goes, the fields a person does not see, and the boxes one can tick.

    `box` is the name that the boxes share, `boxes` are their values.
    """

    id: str
    action: str
    hidden: dict[str, str] = field(default_factory=dict)
    box: str = ""
    boxes: list[str] = field(default_factory=list)

    @property
    def round_id(self) -> str:
        """The round it answers, or ""."""
        return self.hidden.get("round", "")

    @property
    def asks_for(self) -> str:
        """A name for what it asks, which changes when it offers something new."""
        return " ".join([self.round_id, *sorted(self.boxes)])


@dataclass(frozen=True, slots=True)
class PageSeen:
    """The stage by its own marks, and every form. `round_id` is "" where the stage asks nothing."""

    forms: tuple[FormSeen, ...]
    scene: str = ""
    round_id: str = ""
    accepting: bool = False

    @property
    def asking(self) -> tuple[FormSeen, ...]:
        """The forms that take answers now: the stage's, and those that stand beside it."""
        closed = "" if self.accepting else self.round_id
        return tuple(f for f in self.forms if f.round_id and f.round_id != closed)

    def form_to(self, end: str, **hidden: str) -> FormSeen | None:
        """The form whose address ends so, and which carries these hidden values."""
        fitting = (f for f in self.forms if hidden.items() <= f.hidden.items())
        return next((f for f in fitting if f.action.endswith(end)), None)


def read(html: str) -> PageSeen:
    """A whole page, or the fragment that an event brings."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for form_id, name, value in reader.elsewhere:
        for form in reader.forms:
            if form.id == form_id:
                form.hidden[name] = value
    return PageSeen(
        forms=tuple(reader.forms),
        scene=reader.stage.get("data-scene", ""),
        round_id=reader.stage.get("data-round", ""),
        accepting=reader.stage.get("data-accepting") == "yes",
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stage: Mapping[str, str] = {}
        self.forms: list[FormSeen] = []
        # Fields that stand outside the form they belong to: (form's id, name, value).
        self.elsewhere: list[tuple[str, str, str]] = []
        self._inside: FormSeen | None = None

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "section" and found.get("id") == "stage":
            self.stage = found
        elif tag == "form":
            self._inside = FormSeen(found.get("id", ""), found.get("action", ""))
            self.forms.append(self._inside)
        elif tag == "input":
            self._input(found.get("type", ""), found.get("name", ""), found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = None

    def _input(self, sort: str, name: str, found: Mapping[str, str]) -> None:
        value = found.get("value", "")
        if sort == "hidden" and "form" in found:
            self.elsewhere.append((found["form"], name, value))
        elif sort == "hidden" and self._inside is not None:
            self._inside.hidden[name] = value
        elif sort == "checkbox" and self._inside is not None:
            self._inside.box = name
            self._inside.boxes.append(value)
