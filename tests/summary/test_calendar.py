from datetime import date

import pytest

from modules.summary.calendar import calendar
from tests.summary.a_view import a_view


def unfolded(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_three_whole_days_after_the_workshop():
    lines = unfolded(calendar(a_view(held_on=date(2026, 11, 22))))

    assert [line for line in lines if line.startswith(("DTSTART", "SUMMARY"))] == [
        "DTSTART;VALUE=DATE:20261129",
        "SUMMARY:Start with the mirror: 7 days later",
        "DTSTART;VALUE=DATE:20261222",
        "SUMMARY:Start with the mirror: 30 days later",
        "DTSTART;VALUE=DATE:20270220",
        "SUMMARY:Start with the mirror: 90 days later",
    ]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]


@pytest.mark.parametrize("title", ["今日は" * 60, "w" * 200, "😀" * 60])
def test_no_line_is_longer_than_75_octets(title):
    data = calendar(a_view(title=title))

    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert f"SUMMARY:{title}: 7 days later" in unfolded(data)


def test_a_hostile_title_adds_no_line_and_no_property():
    lines = unfolded(calendar(a_view(title="a\r\nATTENDEE:mailto:x\n; b, c\\d")))

    assert "SUMMARY:a\\nATTENDEE:mailto:x\\n\\; b\\, c\\\\d: 7 days later" in lines
    assert [line for line in lines if line.startswith("ATTENDEE")] == []


def test_they_ring_at_nine_in_the_morning_and_block_no_day():
    lines = unfolded(calendar(a_view()))

    assert lines.count("TRIGGER:PT9H") == lines.count("TRANSP:TRANSPARENT") == 3
    assert lines.count("CLASS:PRIVATE") == 3
    first = lines[lines.index("BEGIN:VALARM") : lines.index("END:VALARM") + 1]
    assert first == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Start with the mirror: 7 days later",
        "TRIGGER:PT9H",
        "END:VALARM",
    ]


def test_two_workshops_of_one_day_and_title_do_not_take_each_others_reminders():
    first, second = (calendar(a_view(uid=uid)) for uid in ("0a1b2c", "3d4e5f"))
    ids = [line for data in (first, second) for line in unfolded(data) if line.startswith("UID:")]

    assert len(set(ids)) == 6


def test_the_three_reminders_have_names_of_their_own():
    ids = [line for line in unfolded(calendar(a_view())) if line.startswith("UID:")]

    assert len(set(ids)) == 3
