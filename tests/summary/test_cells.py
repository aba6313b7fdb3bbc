import pytest

from modules.summary.cells import cell, defused


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", "\t=1", "\r=1", "  =1", "\n=1",
     "\u200b=1", "'=1", '"=1', "|calc", "%0A=1", "−1"],
)  # fmt: skip
def test_a_text_that_could_start_a_formula_is_defused(text):
    assert defused(text).replace("\t'", "\t").replace("\n'", "\n") == "'" + text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ('x";=HYPERLINK("http://x")', 'x";\'=HYPERLINK("http://x")'),
        ("x;-1", "x;'-1"),
        ("x\n=cmd", "x\n'=cmd"),
        ("x\t @SUM(A1)", "x\t' @SUM(A1)"),
    ],
)
def test_a_formula_after_a_divider_of_another_locale_is_defused(text, safe):
    assert defused(text) == safe


@pytest.mark.parametrize("text", ["", "a=b", "1-2", "I know ;-)", "semi; colon", "good :-)", "“=”"])
def test_other_texts_stay_as_they_are(text):
    assert defused(text) == (text if text != "“=”" else "'“=”")


def test_numbers_stay_numbers():
    assert [cell(-3), cell(2.5), cell("-3")] == [-3, 2.5, "'-3"]
