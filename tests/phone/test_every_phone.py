"""Private notes, no script, small and dark screens, assistive technology: every kind of step."""

from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Request, expect

from tests.a_room import PLAIN
from tests.axe import barriers
from tests.browser import stands_still
from tests.phone.a_hand import THANKS, Hand

EVERY_KIND = (Path(__file__).parent / "every_kind.md").read_text("utf-8")
POSITIONS = range(1, 11)
RANKING, WEIGHTS = 5, 6


def everything_sent(phone: Hand) -> list[str]:
    """What every request of this phone carries: address, headers and body, as it was written."""
    said: list[str] = []

    def note(request: Request) -> None:
        headers = "\n".join(f"{name}: {value}" for name, value in request.headers.items())
        said.append(unquote_plus(f"{request.url}\n{headers}\n{request.post_data or ''}"))

    phone.context.on("request", note)
    return said


def test_own_notes_and_plans_never_leave_the_phone(hand):
    secrets = (
        *("My most private note", "If somebody jokes", "then I ask back"),
        *("My courage, as ever & always", "When I was twelve"),
    )
    phone = hand(accept_downloads=True)
    sent = everything_sent(phone)
    phone.site.room.start(guide=EVERY_KIND)
    phone.joins()
    phone.page.get_by_text("My own notes", exact=True).click()
    phone.page.get_by_role("textbox", name="My own notes").fill(secrets[0])
    phone.site.room.at(8)
    phone.page.get_by_label("Only for you").fill(secrets[4])
    phone.site.room.at(9)
    phone.page.get_by_label("What may get in the way, and what I will do then").fill(secrets[3])
    phone.page.get_by_label("If …").fill(secrets[1])
    phone.page.get_by_label("then I will …").fill(secrets[2])
    phone.page.get_by_label("At work").check()
    phone.presses("Send")
    phone.sees(THANKS)
    phone.site.end()
    phone.sees("Thank you for taking part")
    phone.sees("What you wrote for yourself is under “My own notes”, on this phone only.")

    with phone.page.expect_download() as text:
        phone.presses("Save my notes as a file")
    with phone.page.expect_download() as calendar:
        phone.presses("Remind me in 7, 30 and 90 days")
    phone.page.reload()
    # Open at the end, without a tap: this is what is left to do.
    expect(phone.page.locator("#notes-others")).to_contain_text(secrets[1])
    phone.presses("Erase my notes from this phone")
    erased = phone.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('private'))")

    assert [s for s in secrets for request in sent if s in request] == []
    # What is sent is seen here as it was written.
    assert [r for r in sent if "act=send&category=a&pad=" in r and "accept: application/json" in r]
    written = Path(text.value.path()).read_text("utf-8")
    assert [s for s in secrets if s not in written] == []
    assert Path(calendar.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 3
    assert erased == []
    assert phone.wrong == []


def test_the_same_workshop_without_a_script(site, hand):
    phone = hand(java_script_enabled=False).joins()
    site.room.at(PLAIN)
    phone.page.get_by_role("link", name="See what the room is doing now").click()
    phone.chooses("a")
    phone.presses("Send")
    phone.sees(THANKS)
    phone.page.get_by_text("Change my answer").click()
    phone.presses("Send")
    phone.sees("Choose")
    phone.presses("Pass")
    phone.sees(THANKS)
    assert site.view.answered == 1

    site.end()
    phone.page.get_by_role("link", name="See what the room is doing now").click()
    phone.page.get_by_text("Read the summary").click()

    phone.sees("The summary is the same for everyone.")


def test_points_and_places_are_told_in_one_sentence_each(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(RANKING)
    phone = hand().enters()
    told = phone.page.locator("#live")
    first = phone.page.locator("[data-ranking] li").first
    text = first.get_attribute("title")
    assert text

    first.get_by_role("button").first.press("Enter")
    expect(told).to_have_text(f"1: {text}")
    site.room.at(WEIGHTS)
    phone.page.get_by_role("button", name="+ 5: Inside the team").press("Enter")

    expect(told).to_have_text("5. Points left: 95")
    expect(phone.page.locator("output")).to_have_attribute("aria-live", "off")


@pytest.mark.parametrize(
    ("language", "context"),
    [
        ("en", {}),
        ("ar", {"color_scheme": "dark"}),
        ("de", {"viewport": {"width": 320, "height": 640}}),
        ("ar", {"viewport": {"width": 195, "height": 422}, "device_scale_factor": 2}),
        ("fr", {"viewport": {"width": 320, "height": 640}, "java_script_enabled": False}),
    ],
    ids=["light", "dark", "320 pixels", "200 percent", "no script"],
)
def test_every_kind_fits_every_phone_and_is_accessible(hand, language, context):
    phone = hand(**context)
    phone.site.room.start(guide=EVERY_KIND)
    phone.page.goto(f"{phone.room}?language={language}")
    found = [faults(phone)]
    phone.presses_join()
    for position in POSITIONS:
        phone.site.room.at(position)
        if not phone.scripts:
            phone.page.reload()
        expect(phone.page.locator(f'#stage[data-position="{position}"]')).to_be_attached()
        found.append(faults(phone))
    phone.page.goto(f"{phone.room}/privacy")
    found.append(faults(phone))

    assert [f for f in found if f] == []
    assert phone.wrong == []


def test_a_long_line_to_rank_has_room_on_a_narrow_phone(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(RANKING)
    phone = hand(viewport={"width": 320, "height": 640}).enters()
    stands_still(phone.page)

    width = phone.page.locator("[data-ranking] label").first.bounding_box()["width"]

    assert width > 140


def faults(phone: Hand) -> list[str]:
    """What axe finds, and whether the page is wider than the phone."""
    if phone.scripts:
        # What is still fading in has not its colours yet.
        stands_still(phone.page)
    wide = phone.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    told = [f"{wide} pixels too wide"] if wide > 0 else []
    if not phone.scripts:
        # Without timers axe never comes to its end.
        return told
    return told + barriers(phone.page)
