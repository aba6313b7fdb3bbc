"""Every sentence of the phone's pages is there in every language, and means the same blanks."""

import ast
import json
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jinja2 import nodes

import modules.activities
from modules.activities.scale.items import TEMPLATES
from modules.domain import errors
from modules.phone import answer as answer_module
from modules.phone import forms, refusals
from modules.phone.door import NothingHere
from modules.phone.pages import templates
from modules.phone.signal import LABELS, UnknownSignal
from modules.phone.words import (
    LANGUAGES,
    MONTHS,
    TRANSLATIONS,
    Words,
    direction,
    sentences,
    sentences_of_kinds,
    words_for,
)
from modules.screens import results
from modules.screens.results import NOT_ASKED, STILL_OPEN
from modules.screens.stored import COLUMNS
from modules.summary.files import FORMATS

PHONE = Path(forms.__file__).parent
ACTIVITIES = Path(modules.activities.__file__).parent
# Numbers are the same in every language.
POINTS = {point for points in TEMPLATES.values() for point in points if re.search("[a-z]", point)}
OTHERS = sorted(set(LANGUAGES) - {"en"})


def in_python() -> Iterator[str]:
    for file in PHONE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id == "BadForm":
                    first = node.args[1]
                elif node.func.id not in ("t", "self"):
                    continue
                if isinstance(first, ast.Constant):
                    yield str(first.value)


def in_templates(*files: Path) -> Iterator[str]:
    for file in files:
        for call in templates().parse(file.read_text("utf-8")).find_all(nodes.Call):
            named = isinstance(call.node, nodes.Name) and call.node.name == "t"
            if named and isinstance(call.args[0], nodes.Const):
                yield call.args[0].value


def in_refusals() -> Iterator[str]:
    """Errors whose sentence never changes."""
    yield str(errors.NoSuchCode())
    yield str(errors.NoSuchSession())
    yield str(errors.RoundClosed())
    yield str(errors.NotJoined())
    yield str(errors.RoomLocked())
    yield str(refusals.HasEnded())
    yield str(NothingHere())
    yield str(UnknownSignal())
    yield from LABELS.values()
    yield str(answer_module.UnclearAnswer())
    yield str(answer_module.EarlierClosed())
    yield str(errors.NewerAnswerStands(1))
    yield str(refusals.WrongMethod("GET"))


def wordings(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The sentences that an expression can be, each blank as {}."""
    if isinstance(node, ast.IfExp):
        yield from wordings(node.body, constants)
        yield from wordings(node.orelse, constants)
    elif isinstance(node, ast.Name):
        yield from wordings(constants[node.id], constants)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    elif isinstance(node, ast.Constant):
        yield str(node.value)


def refusals_of(*files: Path) -> set[str]:
    """What an answer is refused with, each blank as {}."""
    said: set[str] = set()
    for file in files:
        tree = ast.parse(file.read_text("utf-8"))
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name) and node.func.id == "InvalidAnswer":
                said.update(wordings(node.args[0], constants))
    return said


def notices() -> set[str]:
    """Why there is no result, each blank as {}."""
    tree = ast.parse(Path(results.__file__).read_text("utf-8"))
    (notice,) = (n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "_notice")
    return {
        wording
        for node in ast.walk(notice)
        if isinstance(node, ast.Return) and isinstance(node.value, ast.JoinedStr)
        for wording in wordings(node.value, {})
    }


def bare(sentence: str) -> str:
    return re.sub(r"\{\w+\}", "{}", sentence)


def made_elsewhere() -> set[str]:
    """Of the sentences we translate: those that arrive here with their blanks filled in."""
    said = refusals_of(*ACTIVITIES.glob("*.py")) | notices()
    return {sentence for sentence in of_language("de") if bare(sentence) in said}


def every_sentence() -> set[str]:
    files = (PHONE / "templates").glob("*.html")
    said = {*in_python(), *in_templates(*files), *in_refusals(), *MONTHS[1:]}
    said |= {*COLUMNS, *(what for rows in COLUMNS.values() for _, what in rows)}
    said |= {NOT_ASKED, STILL_OPEN}
    return said | {f.label for f in FORMATS.values()} | made_elsewhere()


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def of_language(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((TRANSLATIONS / f"{language}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_and_none_is_left_over(language):
    assert sorted(every_sentence() ^ set(of_language(language))) == []


@pytest.mark.parametrize("kind", sorted(sentences_of_kinds()))
def test_a_kind_that_brings_words_brings_all_of_them_in_every_language(kind):
    folder = ACTIVITIES / kind

    words = sentences_of_kinds()[kind]

    assert {bare(sentence) for sentence in words} == {
        *map(bare, in_templates(folder / "phone.html")),
        *refusals_of(*folder.glob("*.py")) - refusals_of(*ACTIVITIES.glob("*.py")),
        *(POINTS if kind == "scale" else ()),
    }
    assert {frozenset(by) for by in words.values()} == {frozenset(OTHERS)}


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_same_blanks(language):
    differing = {s for s, said in sentences(language).items() if blanks(s) != blanks(said)}

    assert differing == set()


def test_shared_refusals_and_notices_are_all_translated():
    said = refusals_of(*ACTIVITIES.glob("*.py")) | notices()

    assert len(said) > 10
    assert said == {bare(sentence) for sentence in made_elsewhere()}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Please choose at most 2.", "Bitte wählen Sie höchstens 2."),
        ("Please choose at most 2 for “At work”.", "Bitte wählen Sie bei „At work“ höchstens 2."),
        (
            "This text has 30 characters. Please shorten it to 5: “a {b}\nc…”",
            "Dieser Text hat 30 Zeichen. Bitte kürzen Sie ihn auf 5: „a {b}\nc…“",
        ),
        ("Two lines have place {0.x}. Give each its own place.",
         "Zwei Zeilen haben Platz {0.x}. Geben Sie jeder einen eigenen."),
        ("Well {n} min", "Well {n} min"),
    ],
)  # fmt: skip
def test_a_sentence_whose_blanks_are_filled_is_said_in_the_phones_language(sentence, said):
    assert Words("de")(sentence) == said


def test_there_is_something_to_translate():
    assert {"Send", "Pass", "Leave", "What happens to my answer?"} <= every_sentence()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(["de"], "de"), (["de-CH"], "de"), (["xx", "fr"], "fr"), (["xx"], "en"), ([], "en")],
)
def test_the_first_spoken_language_is_taken(wanted, found):
    assert words_for(*wanted).language == found


def test_a_sentence_without_translation_is_said_in_english():
    assert Words("de")("Nobody translated this.") == "Nobody translated this."


def test_dates_are_written_out_and_kept_on_one_line():
    assert Words("en").date(date(2026, 4, 8)) == "8\u00a0April\u00a02026"


def test_arabic_runs_from_right_to_left():
    assert (direction("ar"), direction("ar-EG"), direction("de")) == ("rtl", "rtl", "ltr")
