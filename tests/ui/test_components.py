"""The small parts: QR codes, addresses, wording, walls."""

import re
from base64 import b64decode
from datetime import date

import pytest

from modules.domain.picture import Texts
from modules.ui import wording
from modules.ui.addresses import links
from modules.ui.components import qr, wall
from modules.ui.stage import results

HOSTILE = "<img src=x onerror=alert(1)> & {title} **b** $x$"
ESCAPED = "&lt;img src=x onerror=alert(1)&gt; &amp; {title} **b** $x$"


def svg_of(address: str) -> str:
    found = re.search(r"base64,([\w+/=]+)", qr.image(address))
    assert found is not None
    return b64decode(found[1]).decode()


def test_a_qr_code_is_dark_on_white_with_a_quiet_zone():
    svg = svg_of("http://192.0.2.7:8501/q/0011223344556677")

    size = int(svg.split('viewBox="0 0 ')[1].split(" ")[0])
    cells = [tuple(map(int, cell)) for cell in re.findall(r"M(\d+) (\d+)h", svg)]
    assert 'fill="#fff"' in svg
    assert min(x for x, _ in cells) == min(y for _, y in cells) == qr.QUIET_ZONE
    assert max(x for x, _ in cells) == max(y for _, y in cells) == size - qr.QUIET_ZONE - 1


def test_two_addresses_have_two_codes():
    assert svg_of("http://a/q/1") != svg_of("http://a/q/2")


@pytest.mark.parametrize("base", ["https://room.example", "https://room.example/"])
def test_links_join_the_base_address(base):
    made = links(base, join_secret="ab", code="12345678", summary_key="cd")

    assert made.qr == "https://room.example/q/ab"
    assert made.join_shown == "room.example/join"
    assert made.projector == "/projector?code=12345678"
    assert made.summary == "https://room.example/s/cd"


def test_a_dead_code_has_no_projector_and_no_summary_before_the_end():
    made = links("http://a", join_secret="ab", code=None, summary_key=None)

    assert (made.projector, made.summary, made.summary_path) == ("", "", "")


def test_more_answers_than_phones_that_are_awake_count_as_present():
    assert wording.answered(18, 12) == "18 of 18 have answered"
    assert wording.answered(18, 24) == "18 of 24 have answered"


def test_codes_days_and_counts_are_written_as_people_say_them():
    assert wording.code_in_halves("12345678") == "1234 5678"
    assert wording.day(date(2026, 11, 2)) == "2 November 2026"
    assert [wording.count(n, "phone") for n in (0, 1, 2)] == ["0 phones", "1 phone", "2 phones"]


def test_walls_show_texts_as_text():
    texts = Texts(groups=((HOSTILE, (HOSTILE,)),))

    for markup in (wall.markup(texts), results.wall(texts, width=1420, height=600)):
        assert markup.count(ESCAPED) == 2
        assert "<img" not in markup


def test_a_full_wall_says_how_many_are_elsewhere():
    texts = Texts(groups=(("", tuple("A text of this length, more or less" for _ in range(300))),))

    markup = results.wall(texts, width=1420, height=600)

    shown = markup.count('<li dir="auto">')
    assert f"and {300 - shown} more, on your phones" in markup
