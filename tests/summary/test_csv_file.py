import csv as csv_format
import io

from modules.screens.summary_views import SummarySection
from modules.summary.csv_file import HEAD, csv
from tests.summary.a_view import BARS, SENTENCE, TABLE, a_result, a_view, an_item, with_texts


def read(data):
    text = data.decode("utf-8-sig")
    return [tuple(row) for row in csv_format.reader(io.StringIO(text, newline=""))]


def test_a_result_becomes_one_row_for_each_fact():
    item = an_item(a_result(BARS, TABLE), agreed="We say stop.\nWe may pass.")
    view = a_view(
        SummarySection(title="Look", items=(item,)),
        limits=(),
        support_contacts=(),
        sources=(),
        stored=(),
    )

    assert read(csv(view)) == [
        HEAD,
        ("", "", "title", "", "", "Start with the mirror"),
        ("", "", "about", "Date", "", "22 November 2026"),
        ("", "", "about", "Guide", "", "Start with the mirror, version 1.0"),
        ("", "", "about", "Group", "", "15 to 20 people"),
        ("", "", "purpose", "", "", view.purpose),
        ("Look", "My first impulse", "minutes", "", "", "8"),
        ("Look", "My first impulse", "prompt", "", "", item.prompt),
        ("Look", "My first impulse", "result", "", "", SENTENCE),
        ("Look", "My first impulse", "Answer", "make a joke", "People", "11"),
        ("Look", "My first impulse", "Answer", "make a joke", "Share", "61 %"),
        ("Look", "My first impulse", "Answer", "explain what I meant", "People", "5"),
        ("Look", "My first impulse", "Answer", "explain what I meant", "Share", "28 %"),
        ("Look", "My first impulse", "Answer", "apologise at length", "People", "2"),
        ("Look", "My first impulse", "Answer", "apologise at length", "Share", "11 %"),
        ("Look", "My first impulse", "agreed", "", "", "We say stop.\nWe may pass."),
        ("Look", "My first impulse", "question", "", "", "What does the first impulse protect?"),
        ("What was stored, and until when", "", "note", "", "",
         "Everything stored about this workshop is deleted on 22 December 2026."),
    ]  # fmt: skip


def test_the_file_starts_with_a_byte_order_mark_and_quotes_every_cell():
    data = csv(a_view())

    lines = data.decode("utf-8-sig").split("\r\n")
    assert data[:3] == b"\xef\xbb\xbf"
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1])
    assert lines[-1] == ""


def test_no_cell_starts_a_formula():
    hostile = ("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "＝1", "\t=1", "-2+3", "\r\n=1")

    cells = [cell for row in read(csv(with_texts(*hostile, title="=title"))) for cell in row]

    assert [c for c in cells if c[:1] in tuple("=+-@＝\t\r")] == []
    assert "'=title" in cells


def test_texts_with_quotes_commas_and_lines_come_back_whole():
    text = 'She said "no", then\nleft'

    assert [row[5] for row in read(csv(with_texts(text))) if row[2] == "text"] == [text]
