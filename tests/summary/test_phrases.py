"""The files' own words in every language they are translated into."""

import json
import re
import string
from datetime import date

import pytest

from modules.guides.parser import guide_of
from modules.phone.words import LANGUAGES, sentences
from modules.screens.series import Compared
from modules.screens.summary import GROUPINGS, LIMITS, NOT_REACHED, stored_in_words
from modules.screens.summary_views import SummarySection
from modules.summary import entries, outline
from modules.summary.files import FORMATS
from modules.summary.html import html
from modules.summary.phrases import TRANSLATIONS, phrases_for
from modules.summary.typesetting import MISSING
from tests.a_room import GUIDE
from tests.summary.a_view import a_view, an_item, items
from tests.summary.reading import read

OTHERS = sorted(set(LANGUAGES) - {"en"})
OURS = (
    *(outline.PRACTICE, outline.REHEARSAL, outline.UNFINISHED, outline.TEXTS_WITHHELD),
    *(outline.AGREED, outline.KEEP_TALKING, outline.DATE, entries.OTHER, entries.UNTITLED),
    *(MISSING, NOT_REACHED, *LIMITS, *filter(None, GROUPINGS.values())),
)
READ = ("pdf", "html", "xlsx", "markdown")


def phrases(language):
    return json.loads((TRANSLATIONS / f"{language}.json").read_text("utf-8"))


def blanks(phrase):
    return sorted(name for _, name, _, _ in string.Formatter().parse(phrase) if name)


def stored(*, agreed):
    """What every summary says of what is stored, of a session in a series."""
    return stored_in_words(
        "Circle", guide_of(GUIDE), Compared(series_until=date(2027, 12, 27)), agreed=agreed
    )


def test_the_files_speak_the_languages_of_the_phones():
    assert sorted(file.stem for file in TRANSLATIONS.iterdir()) == OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_phrases_with_the_same_blanks(language):
    said = phrases(language)

    assert list(said) == list(phrases(OTHERS[0]))
    assert [p for p in said if blanks(p) != blanks(said[p])] == []
    assert [p for p in OURS if p not in said] == []


@pytest.mark.parametrize("language", OTHERS)
def test_files_and_phones_say_a_shared_phrase_alike(language):
    phones = sentences(language)

    assert {p: s for p, s in phrases(language).items() if phones.get(p, s) != s} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_stored_is_said_in_every_language(language):
    says, said = phrases_for(language), {*stored(agreed=True), *stored(agreed=False)}

    assert len(said) == 5
    assert [sentence for sentence in said if says(sentence) == sentence] == []


@pytest.mark.parametrize("key", READ)
@pytest.mark.parametrize("language", OTHERS)
def test_no_phrase_of_ours_stays_english_in_a_file_of_another_language(key, language):
    grouped = an_item(title="In pairs", kind="talk", grouping="in groups of 4")
    view = a_view(
        SummarySection(title=NOT_REACHED, items=(*items(), grouped)), language=language,
        limits=LIMITS, practice=True, ended=False, texts_withheld=True, resources=("A book",),
        stored=stored(agreed=True),
    )  # fmt: skip

    found = read(key, FORMATS[key].make(view))
    said = phrases(language)
    english = (
        *(p for p in OURS if said[p] != p and len(p) > 5),
        *(
            "15 to 20 people",
            "December",
            "Statement",
            "in groups",
            "deleted",
            "Stored",
            "Not stored",
        ),
    )
    assert [p for p in english if re.search(rf"\b{re.escape(p)}", found)] == []


def test_blanks_filled_elsewhere_are_filled_again():
    says = phrases_for("de-CH")

    assert says("in groups of 4") == "in Gruppen zu 4"
    assert says("Everything stored about this workshop is deleted on 9 March 2026.") == (
        "Alles, was über diesen Workshop gespeichert ist, wird am 9. März 2026 gelöscht."
    )


@pytest.mark.parametrize("text", ["in groups of friends", "My own words", "1 2 3", "a, version b"])
def test_what_others_wrote_is_not_translated(text):
    assert phrases_for("ar")(text) == text


def test_words_that_nobody_translated_are_marked_as_english():
    page = html(a_view(language="sw")).decode()

    assert '<html lang="sw" dir="ltr">' in page
    assert '<dt lang="en">Date</dt>' in page
    assert re.search(r'<h2 id="note-1" lang="en">What these numbers', page)
    assert '<small lang="en"><bdi>8 min</bdi></small>' in page
    assert 'lang="en"' not in html(a_view(language="en-GB")).decode().replace('<html lang="en', "")


def test_sentences_on_numbers_are_english_in_every_language():
    page = html(a_view(language="ar")).decode()

    assert '<p class="result" dir="auto" lang="en">Most people' in page
    assert "<dt>التاريخ</dt>" in page
