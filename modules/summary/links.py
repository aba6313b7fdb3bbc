"""Addresses in what the guide or the facilitator wrote: DOIs and web pages lead somewhere.

Never for what participants typed: a summary leads nobody where a stranger wants them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://[^\s<>\"]+|\b10\.\d{4,9}/[^\s<>\"]+|mailto:[^\s<>\"]+")
_AFTER = ".,;:!?’”'"


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line; `link` is where it leads, or ""."""

    text: str
    link: str = ""


def linked(line: str) -> tuple[Run, ...]:
    """The line in parts that make it up again."""
    return tuple(run for run in _runs(line) if run.text)


def _runs(line: str) -> Iterator[Run]:
    at = 0
    for found in _ADDRESS.finditer(line):
        address = _without_what_follows(found[0])
        yield Run(line[at : found.start()])
        yield Run(address, f"https://doi.org/{address}" if address.startswith("10.") else address)
        at = found.start() + len(address)
    yield Run(line[at:])


def _without_what_follows(address: str) -> str:
    """The address without the sentence's full stop, or the bracket that it stands in."""
    while address[-1] in _AFTER or (address[-1] == ")" and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
