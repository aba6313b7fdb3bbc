import io
from datetime import datetime

import openpyxl
import pytest

from modules.screens.summary_views import SummarySection
from modules.summary.workbook import sheet_name, workbook
from tests.summary.a_view import WIDE, a_result, a_view, an_item, with_texts


def opened(view):
    return openpyxl.load_workbook(io.BytesIO(workbook(view)))


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_one_sheet_for_each_result_with_its_heading_frozen():
    book = opened(a_view())

    assert book.sheetnames == [
        "Summary", "1 My first impulse", "2 Before and after", "3 How it is now", "4 One word",
        "5 A value", "6 What I avoid",
    ]  # fmt: skip
    assert [sheet.freeze_panes for sheet in book] == ["A2", "A5", "A5", "A5", "A5", "A2", "A2"]


def test_texts_scroll_below_their_heading_and_never_below_another_themes():
    (_, texts) = opened(with_texts("one", "two"))
    (themes,) = [s for s in opened(a_view()) if "A value" in s.title]

    assert texts.cell(int(texts.freeze_panes[1:]) - 1, 1).value == "Texts"
    assert themes.freeze_panes == "A2"


def test_the_date_is_a_date():
    cell = opened(a_view())["Summary"]["B2"]

    assert (cell.value, cell.number_format) == (datetime(2026, 11, 22), "d mmmm yyyy")  # noqa: DTZ001


@pytest.mark.parametrize(("language", "turned"), [("ar", True), ("he", True), ("de", False)])
def test_every_sheet_starts_where_its_language_is_read_from(language, turned):
    book = opened(a_view(language=language))

    assert {bool(sheet.sheet_view.rightToLeft) for sheet in book} == {turned}


def test_columns_are_as_wide_as_what_is_in_them():
    item = an_item(a_result(None, WIDE))
    (_, sheet) = opened(a_view(SummarySection(title="S", items=(item,))))

    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFG"]
    assert widths == pytest.approx([50, *[12] * 6], abs=1)


def test_heads_of_numbers_stand_above_them():
    sheet = opened(a_view())["1 My first impulse"]

    assert [cell.alignment.horizontal for cell in sheet[4]] == [None, "right", None]


def test_numbers_are_numbers_and_texts_are_texts():
    sheet = opened(a_view())["1 My first impulse"]

    assert [[c.value for c in row] for row in sheet["A4:C5"]] == [
        ["Answer", "People", "Share"], ["make a joke", 11, "61 %"],
    ]  # fmt: skip
    assert [c.data_type for c in sheet[5]] == ["s", "n", "s"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "@SUM(A1)", "{=1}", "12", "1/2", "https://example.org", "TRUE", "_x0041_"],
)
def test_no_text_becomes_a_formula_a_number_or_a_link(text):
    book = opened(with_texts(text, title=text, purpose=text))

    found = [c for sheet in book for c in cells(sheet) if c.value == text]
    assert [c.data_type for c in found] == ["s"] * 3
    assert [c.hyperlink for c in found] == [None] * 3


def test_the_only_date_in_the_file_is_the_workshops():
    book = opened(a_view())

    assert book.properties.created == book.properties.modified
    assert str(book.properties.created) == "2026-11-22 00:00:00"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What? [a]: b/c\\d *e*", "3 What a b c d e"),
        ("It’s 'quoted'", "3 It’s 'quoted"),
        ("x" * 200, "3 " + "x" * 29),
        ("", "3"),
    ],
)
def test_a_sheets_name_is_one_that_excel_accepts(title, name):
    assert sheet_name(3, title) == name


@pytest.mark.parametrize("title", ["History", "😀" * 40, "'", "😀" * 14 + "a" * 20])
def test_a_sheet_of_any_title_opens(title):
    view = with_texts("text")
    item = view.sections[0].items[0]
    book = opened(a_view(type(view.sections[0])(title="S", items=(_titled(item, title),))))

    assert len(book.sheetnames) == 2


def _titled(item, title):
    return type(item)(
        title=title, kind=item.kind, minutes=1, prompt=item.prompt, result=item.result
    )
