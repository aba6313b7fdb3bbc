"""What pages need to know of the guide library's entries, which are handed to them."""

from collections.abc import Sequence
from typing import Protocol

from modules.domain.guide import Guide


class Mistake(Protocol):
    """What is wrong in a line of a file, and what to write instead."""

    @property
    def line(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def fix(self) -> str: ...


class Reading(Protocol):
    @property
    def guide(self) -> Guide | None: ...
    @property
    def problems(self) -> Sequence[Mistake]: ...


class Entry(Protocol):
    """One file of the guides folder."""

    @property
    def id(self) -> str: ...
    @property
    def read(self) -> Reading: ...
    @property
    def text(self) -> str: ...
