import re
import shutil
import subprocess
import time
from dataclasses import replace

import pytest

from modules.screens.views import SummarySection
from modules.summary.pdf import pdf
from tests.summary.a_view import a_view, items, with_texts

HOSTILE = (
    "#panic() #read(\"/etc/passwd\") #include \"x.typ\"", "*bold* _it_ `raw` $x^2$ \\ @ref <l>",
    "= Heading\n- item\n+ item\n/ term: x", "]]} // comment /* */", "https://example.org", "---",
)  # fmt: skip
SCRIPTS = (
    "Every voice counts", "Кожен голос важливий", "Κάθε φωνή μετράει", "כל קול חשוב",
    "كل صوت مهم", "हर आवाज़ मायने रखती है", "每个声音都重要", "すべての声", "모든 목소리", "ทุกเสียงมีค่า",
)  # fmt: skip


def text_of(data, *options):
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    command = ["pdftotext", *options, "-", "-"]
    read = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    # Places to break long words at, marks of direction, and page ends.
    return re.sub(r"[\u200b\u202a-\u202e\f]", "", read)


def info_of(data, *options):
    if shutil.which("pdfinfo") is None:
        pytest.skip("needs pdfinfo")
    command = ["pdfinfo", *options, "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def test_the_file_says_what_it_is_and_in_which_language():
    data = pdf(a_view(language="de"))

    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"<dc:language><rdf:Bag><rdf:li>de" in data.replace(b"\n", b"").replace(b"  ", b"")
    assert re.search(r"Title: +Start with the mirror\n", info_of(data))
    assert re.search(r"Tagged: +yes", info_of(data))


def test_the_only_date_in_the_file_is_the_workshops():
    assert set(re.findall(r"Date: +(.*)\n", info_of(pdf(a_view())))) == {
        "Sun Nov 22 00:00:00 2026 UTC"
    }


def test_structure_has_headings_lists_tables_with_head_and_figures_with_text():
    structure = info_of(pdf(a_view()), "-struct")

    tags = re.findall(r"^ *([A-Z]\w*)", structure, re.MULTILINE)
    assert {t: tags.count(t) for t in ("H1", "H2", "H3", "Figure", "Table", "THead")} == {
        "H1": 6, "H2": 7, "H3": 2, "Figure": 4, "Table": 4, "THead": 4,
    }  # fmt: skip
    assert tags.count("TH") == 3 + 3 + 4 + 2


@pytest.mark.parametrize("text", HOSTILE)
def test_typst_markup_is_shown_as_it_was_typed(text):
    def flat(it):
        return re.sub(r"\s+", " ", it)

    assert flat(text) in flat(text_of(pdf(with_texts(text, title=text, purpose=text))))


@pytest.mark.parametrize("text", SCRIPTS)
def test_ten_scripts_come_out_right(text):
    read = text_of(pdf(with_texts(text)))

    assert text in read


def test_control_and_bidi_characters_are_gone():
    assert "abcdef" in text_of(pdf(with_texts("ab\x00c\u202ed\x1bef")))


def test_a_character_without_a_font_is_shown_as_a_box_and_explained():
    read = text_of(pdf(with_texts("Tibetan ཀ")))

    assert "Tibetan □" in read
    assert "□ stands for a character that this file cannot draw." in read
    assert "stands for" not in text_of(pdf(with_texts("Latin")))


def test_a_word_of_280_letters_stays_on_the_page():
    words = text_of(pdf(with_texts("w" * 280)), "-bbox")

    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', words)) < 595 - 60


def test_300_long_texts_in_ten_scripts_fit_into_one_file():
    texts = [(f"{n} 😀👍🏽 " + SCRIPTS[n % 10] * 30)[:280] for n in range(300)]
    data = pdf(with_texts(*texts))

    assert len(data) < 600_000
    assert re.search(r"Pages: +\d\d\n", info_of(data))


def test_a_workshop_of_120_minutes_is_under_2_seconds_and_200_kilobytes():
    sections = tuple(SummarySection(title=f"Part {n}", items=items()) for n in range(5))
    view = a_view(*sections)
    # The processor's seconds: what else the machine does meanwhile is not this file's.
    started = time.process_time()
    data = pdf(view)

    assert time.process_time() - started < 2
    assert len(data) < 200_000


@pytest.mark.parametrize(
    "changes",
    [
        {"sections": ()},
        {"sections": (SummarySection(title="Empty", items=()),)},
        {"title": "A very long title " * 11, "guide_title": "x" * 200},
        {"title": "\x00\u202e", "guide_title": "", "group_in_words": "", "purpose": ""},
        {"limits": (), "support_contacts": (), "sources": (), "stored": ()},
        {"language": "not a language"},
        {"language": "ar"},
        {"practice": True, "rehearsal": True, "ended": False, "texts_withheld": True},
    ],
)
def test_an_unusual_summary_still_becomes_a_valid_file(changes):
    data = pdf(replace(a_view(), **changes))

    assert b"<pdfuaid:part>1</pdfuaid:part>" in data


def test_practice_is_said_on_every_page():
    sections = tuple(SummarySection(title=f"Part {n}", items=items()) for n in range(3))
    pages = re.sub(r"\s+", " ", text_of(pdf(a_view(*sections, practice=True))))
    count = int(re.findall(r"Pages: +(\d+)", info_of(pdf(a_view(*sections))))[0])

    assert count > 2
    assert pages.count("Practice, not anonymous.") >= count
