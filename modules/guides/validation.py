"""A YAML block against a model: the model's instance, or every mistake in our own words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from modules.guides.problem import Problems
from modules.guides.suggestions import nearest
from modules.guides.wording import MISPLACED, unknown_field, words_for
from modules.guides.yaml_block import Path, YamlBlock

Model = TypeVar("Model", bound=BaseModel)
Takers = Callable[[str], Sequence[str]]
Errors = list[tuple[Path, Mapping[str, Any]]]


def _nobody(_: str) -> Sequence[str]:
    return ()


def validated(model: type[Model], block: YamlBlock, problems: Problems) -> Model | None:
    """The block as an instance of the model; None where it has mistakes, which are added."""
    values = dict(block.values)
    errors: Errors = []
    for _ in range(2):
        try:
            return model.model_validate(values)
        except ValidationError as refused:
            told = refused.errors(include_url=False)
            errors = [(_path(e["loc"], values), dict(e)) for e in told]
        # Every scalar of a guide is a text, and pydantic turns none into a literal number.
        changed = [_number_in_place(values, path) for path, e in errors if _may_be_number(e)]
        if not any(changed):
            break
    for path, error in _without_echoes(errors):
        known = tuple(model.model_fields) if len(path) < 2 else ()
        problems.add(block.line_of(path), *words_for(_name(path, error), error, known))
    return None


def with_known_names(
    block: YamlBlock, known: tuple[str, ...], problems: Problems, elsewhere: Takers = _nobody
) -> YamlBlock:
    """The block without unknown fields, each of which is a problem.

    A misspelt field is read under its right name, so that it is not missing as well. `elsewhere`
    tells which kinds have a field of that name.
    """
    for name in tuple(block.values):
        if name in known:
            continue
        takers = elsewhere(name)
        problems.add(block.line_of((name,)), *unknown_field(name, known, takers))
        better = "" if takers or name in MISPLACED else nearest(name, known)
        if better and better not in block.values:
            block = block.renamed(name, better)
    return block.only(known)


def _may_be_number(error: Mapping[str, Any]) -> bool:
    value = error.get("input")
    return error["type"] == "literal_error" and isinstance(value, str) and _is_small(value)


def _is_small(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


def _number_in_place(values: dict[str, Any], path: Path) -> bool:
    """Only fields at the top are looked at: no kind has a literal number further down."""
    if len(path) != 1 or path[0] not in values:
        return False
    values[str(path[0])] = int(values[str(path[0])])
    return True


def _path(loc: tuple[str | int, ...], values: object) -> Path:
    """The error's place in the guide: pydantic also names the members of a union on the way."""
    path: list[str | int] = []
    here: Any = values
    for n, part in enumerate(loc):
        inside = (isinstance(here, dict) and part in here) or (
            isinstance(here, list | tuple) and isinstance(part, int) and part < len(here)
        )
        if inside:
            here = here[part]
            path.append(part)
        elif n == len(loc) - 1 and isinstance(part, str) and isinstance(here, dict):
            path.append(part)
    return tuple(path)


def _without_echoes(errors: Errors) -> Errors:
    """One error for each place. In a union, the member that came nearest speaks."""
    around = {path[:n] for path, _ in errors for n in range(len(path))}
    kept: dict[Path, Mapping[str, Any]] = {}
    for path, error in errors:
        if not (str(error["type"]).endswith("_type") and path in around):
            kept.setdefault(path, error)
    return list(kept.items())


def _name(path: Path, error: Mapping[str, Any]) -> str:
    if error["loc"][-1:] == ("[key]",):
        return f"{path[0]}.[key]"
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f" {part + 1}"
        else:
            words += f".{part}" if words else part
    return words
