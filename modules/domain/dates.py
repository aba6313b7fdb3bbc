"""Dates as people write them."""

from datetime import date

# Not the calendar module's names: they follow the machine's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def in_words(day: date) -> str:
    """“9 March 2026”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
