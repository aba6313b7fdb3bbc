"""The fields at the top of a guide, between its two `---` lines."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from modules.domain.disclosure import SMALLEST_GROUP_DEFAULT, SMALLEST_GROUP_RANGE
from modules.guides.problem import Problems
from modules.guides.validation import validated, with_known_names
from modules.guides.yaml_block import YamlBlock
from modules.guides.yaml_text import read_mapping

Line = Annotated[str, Field(min_length=1, max_length=300)]
Paragraph = Annotated[str, Field(min_length=1, max_length=1500)]
LAST = 99
Mode = Literal["in person", "remote", "hybrid"]
SmallestGroup = Annotated[int, Field(ge=SMALLEST_GROUP_RANGE[0], le=SMALLEST_GROUP_RANGE[-1])]


class Written(BaseModel):
    """Fields as they are written in a guide."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Size(Written):
    least: int = Field(ge=1, le=10_000)
    ideal: int = Field(ge=1, le=10_000)
    most: int = Field(ge=1, le=10_000)

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if not self.least <= self.ideal <= self.most:
            raise ValueError("Write them in order: least, then ideal, then most.")
        return self


class WrittenResource(Written):
    title: Line
    address: Annotated[str, Field(pattern=r"^(https?://|mailto:)\S+$", max_length=500)]


class FrontMatter(Written):
    title: Line
    version: Annotated[str, Field(min_length=1, max_length=20)]
    updated: date
    minutes: int = Field(ge=1, le=1440)
    size: Size
    purpose: Paragraph
    audience: Paragraph
    objectives: tuple[Paragraph, ...] = Field(min_length=1, max_length=5)
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")] = "en"
    not_for: str = ""
    not_this: str = ""
    modes: tuple[Mode, ...] = Field(default=("in person",), min_length=1, max_length=3)
    facilitators: int = Field(default=2, ge=1, le=20)
    experience: str = ""
    smallest_group: SmallestGroup = SMALLEST_GROUP_DEFAULT
    retention_days: int = Field(default=30, ge=1, le=400)
    support_contacts: tuple[Line, ...] = Field(default=(), max_length=60)
    pulse_items: tuple[Line, ...] = Field(default=(), max_length=60)
    order: int = Field(default=LAST, ge=1, le=LAST)
    series: str = ""
    licence: str = "CC BY 4.0"
    credits: tuple[Paragraph, ...] = Field(default=(), max_length=60)
    sources: tuple[Paragraph, ...] = Field(default=(), max_length=60)
    resources: tuple[WrittenResource, ...] = Field(default=(), max_length=60)
    reviews: tuple[Paragraph, ...] = Field(default=(), max_length=60)
    review_by: str = ""


def read_front_matter(text: str, problems: Problems) -> tuple[FrontMatter | None, YamlBlock]:
    """The fields and their lines. The text begins on the second line of the file."""
    block = read_mapping(text, 2, problems)
    if block is None:
        return None, YamlBlock({}, 1)
    block = with_known_names(block, tuple(FrontMatter.model_fields), problems)
    return validated(FrontMatter, block, problems), block
