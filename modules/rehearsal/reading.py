"""What a phone without a script sees in our pages: the stage, and forms with hidden fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

ENDED = "ended"
Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class StageSeen:
    """The stage as its own marks describe it. `round_id` is "" where nothing is asked."""

    scene: str
    round_id: str
    accepting: bool

    @property
    def asks(self) -> str:
        """The round that takes answers now, or ""."""
        return self.round_id if self.accepting else ""


@dataclass(slots=True)
class FormSeen:
    """A form: where it goes, and the fields a person does not see."""

    id: str
    action: str
    hidden: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class PageSeen:
    stage: StageSeen | None
    forms: tuple[FormSeen, ...]

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
    return PageSeen(reader.stage, tuple(reader.forms))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stage: StageSeen | None = None
        self.forms: list[FormSeen] = []
        # Fields that stand outside the form they belong to: (form's id, name, value).
        self.elsewhere: list[tuple[str, str, str]] = []
        self._inside: FormSeen | None = None

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "section" and found.get("id") == "stage":
            self.stage = _stage(found)
        elif tag == "form":
            self._inside = FormSeen(found.get("id", ""), found.get("action", ""))
            self.forms.append(self._inside)
        elif tag == "input" and found.get("type") == "hidden":
            self._hidden(found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = None

    def _hidden(self, found: Mapping[str, str]) -> None:
        name, value = found.get("name", ""), found.get("value", "")
        if "form" in found:
            self.elsewhere.append((found["form"], name, value))
        elif self._inside is not None:
            self._inside.hidden[name] = value


def _stage(found: Mapping[str, str]) -> StageSeen:
    return StageSeen(
        scene=found.get("data-scene", ""),
        round_id=found.get("data-round", ""),
        accepting=found.get("data-accepting") == "yes",
    )
