"""The files of a shipped guide of 120 minutes, held with 24 people: their size, and what helps."""

import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
from pypdf import PdfReader

from modules.screens.summary_views import SummaryView
from modules.storage.database import Database
from modules.summary.html import html
from modules.summary.pdf import pdf
from modules.summary.workbook import workbook
from tests.summary.a_long_workshop import AGREED, a_long_workshop
from tests.summary.a_view import a_view
from tests.summary.tagged_pdf import tags

DOI = "https://doi.org/10.1037/bul0000067"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SummaryView]:
    folder = tmp_path_factory.mktemp("long")
    database = Database.open(f"sqlite:///{folder / 'workshop.db'}")
    yield a_long_workshop(database)
    database.close()


@pytest.fixture(scope="module")
def made(view: SummaryView) -> bytes:
    return pdf(view)


def test_the_pdf_of_a_workshop_of_120_minutes_is_under_200_kilobytes(made):
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert len(made) < 200_000


def test_its_page_is_under_100_kilobytes(view):
    assert len(html(view)) < 100_000


def test_many_pages_have_a_list_of_contents_and_few_have_none(made):
    long, short = tags(made), tags(pdf(a_view()))

    (contents,) = long.below("TOC")
    chapters = [heading.text.strip() for heading in long.below("H1")]
    listed = re.findall(r"(.+?)\s*\.{3,}|([^.\d][^.]*?)\d+", contents.text)
    assert len(PdfReader(io.BytesIO(made)).pages) > 6
    assert [
        title
        for title in chapters
        if title not in ("Contents", "")
        and title.replace(" ", "") not in contents.text.replace(" ", "")
    ] == []
    assert listed
    assert list(short.below("TOC")) == []


def test_contacts_stand_before_everything_that_was_done(view, made):
    chapters = [heading.text.strip() for heading in tags(made).below("H1")]
    page = html(view).decode()

    assert chapters[0] == "People and places to turn to"
    assert page.index("Kim, room 4") < page.index("Why I came")


def test_a_doi_is_a_link_in_every_file_that_can_hold_one(view, made):
    annotations = [
        annotation.get_object()["/A"]["/URI"]
        for page in PdfReader(io.BytesIO(made)).pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook(view)))
    cells = [c.hyperlink.target for row in book["Summary"] for c in row if c.hyperlink]

    assert DOI in annotations
    assert f'<a href="{DOI}">10.1037/bul0000067</a>' in html(view).decode()
    assert DOI in cells


def test_breaks_and_what_facilitators_ask_each_other_are_nowhere(view):
    titles = [item.title for section in view.sections for item in section.items]

    assert [
        t for t in titles if t in ("Break", "Second break", "Time in hand", "Minute card")
    ] == []
    assert [item.agreed for s in view.sections for item in s.items if item.agreed] == [AGREED]
