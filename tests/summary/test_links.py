import pytest

from modules.summary.links import Run, linked


@pytest.mark.parametrize(
    ("line", "text", "link"),
    [
        ("A 2016, doi 10.1037/bul0000067: it fades", "10.1037/bul0000067",
         "https://doi.org/10.1037/bul0000067"),
        ("See (doi 10.1016/0022-1031(83)90041-7).", "10.1016/0022-1031(83)90041-7",
         "https://doi.org/10.1016/0022-1031(83)90041-7"),
        ("doi:10.1111/j.1467-9280.2009.02336.x.", "10.1111/j.1467-9280.2009.02336.x",
         "https://doi.org/10.1111/j.1467-9280.2009.02336.x"),
        ("A list: https://example.org/a?b=c, and more", "https://example.org/a?b=c",
         "https://example.org/a?b=c"),
        ("https://doi.org/10.1037/a0037908", "https://doi.org/10.1037/a0037908",
         "https://doi.org/10.1037/a0037908"),
        ("Kim: mailto:kim@example.org", "mailto:kim@example.org", "mailto:kim@example.org"),
    ],
)  # fmt: skip
def test_an_address_leads_where_it_says(line, text, link):
    runs = linked(line)

    assert [run for run in runs if run.link] == [Run(text, link)]
    assert "".join(run.text for run in runs) == line


@pytest.mark.parametrize(
    "line",
    ["", "2016, 61, 12-18", "call 10.30/11.30", "javascript:alert(1)", "data:text/html,x", "10.1/2",
     "http://", "ftp://example.org"],
)  # fmt: skip
def test_what_is_no_address_leads_nowhere(line):
    assert [run.link for run in linked(line) if run.link] == []
