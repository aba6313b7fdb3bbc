"""What only a real browser shows: the live stage, lost networks, two tabs, private notes."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from modules.actions import timing
from modules.domain.session import Move
from tests.a_room import PLAIN, WORDS
from tests.phone.a_site import ASite

pytestmark = pytest.mark.xdist_group("browser")

THANKS = "Thank you. Your answer is in."
EVERY_KIND = (Path(__file__).parent / "every_kind.md").read_text("utf-8")
POSITIONS = range(1, 11)


class Hand:
    """One person's phone in a real browser. Whatever goes wrong in the page is noted."""

    def __init__(self, browser: Browser, site: ASite, served: str, **context):
        self.site = site
        self.served = served
        self.scripts = bool(context.get("java_script_enabled", True))
        self.context: BrowserContext = browser.new_context(
            **{"viewport": {"width": 390, "height": 844}, "has_touch": True, **context}
        )
        self.context.set_default_timeout(10_000)
        self.sent: list[str] = []
        self.wrong: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("request", lambda r: self.sent.append(f"{r.method} {r.url} {r.post_data or ''}"))
        return page

    @property
    def room(self) -> str:
        return f"{self.served}/j/{self.site.code}"

    def joins(self) -> "Hand":
        self.page.goto(self.room)
        self.page.get_by_role("button", name="Join").click()
        expect(self.page.get_by_text("You are in")).to_be_visible()
        return self

    def sees(self, text: str, page: Page | None = None) -> None:
        expect((page or self.page).get_by_text(text).first).to_be_visible()

    def chooses(self, letter: str) -> None:
        self.page.locator(f'input[value="{letter}"]').check()

    def presses(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def bodies(self) -> list[str]:
        return [r.partition(" ")[2].partition(" ")[2] for r in self.sent if "/answer " in r]


@pytest.fixture
def hand(browser, site, served):
    made = []

    def new(**context):
        made.append(Hand(browser, site, served, **context))
        return made[-1]

    yield new
    for one in made:
        one.context.close()


def offline(phone: Hand, *, on: bool) -> None:
    """The server cannot be reached: requests fail as they do without a network."""
    if on:
        phone.context.route("**/*", lambda route: route.abort("internetdisconnected"))
    else:
        phone.context.unroute_all()


def test_the_stage_follows_without_a_reload(site, hand):
    phone = hand().joins()
    pages = [r for r in phone.sent if r.startswith(f"GET {phone.room} ")]

    site.room.at(PLAIN)
    phone.sees("What brought you here?")
    site.room.move(Move.CLOSE_ANSWERS)
    phone.sees("Answers are closed.")
    site.room.move(Move.SHOW_RESULTS)
    phone.sees("There are too few answers to show.")

    assert [r for r in phone.sent if r.startswith(f"GET {phone.room} ")] == pages
    assert phone.wrong == []


def test_the_new_stage_has_the_focus_and_is_announced_by_its_heading(site, hand):
    phone = hand().joins()

    site.room.at(PLAIN)
    phone.sees("What brought you here?")

    expect(phone.page.locator("#now")).to_be_focused()


def test_writing_notes_is_not_interrupted(site, hand):
    phone = hand().joins()
    phone.page.get_by_text("My own notes").click()
    notes = phone.page.get_by_role("textbox", name="My own notes")
    notes.fill("Half a th")

    site.room.at(PLAIN)
    phone.sees("What brought you here?")
    phone.page.keyboard.type("ought")

    expect(notes).to_have_value("Half a thought")
    expect(phone.page.locator("#live")).to_have_text("A plain question")


def test_typing_survives_a_change_that_is_not_about_it(site, hand):
    site.room.at(WORDS)
    phone = hand()
    phone.page.goto(phone.room)
    phone.presses("Join")
    field = phone.page.locator("textarea[name=text]").first
    field.fill("Half a th")

    room = site.room
    timing.set_timer(room.tools, acting=room.acting, session_id=room.session_id, action="start")
    expect(phone.page.locator(".timer")).to_be_visible()
    phone.page.keyboard.type("ought")

    expect(field).to_have_value("Half a thought")


def test_after_sending_the_choice_is_nowhere_in_the_page(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("b")
    phone.presses("Send")
    phone.sees(THANKS)

    expect(phone.page.locator("#thanks")).to_be_focused()
    assert phone.page.locator("input:checked").count() == 0
    phone.page.get_by_text("Change my answer").click()
    expect(phone.page.locator('input[value="b"]')).not_to_be_checked()


def test_every_choice_and_pass_have_one_size_on_the_wire(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    for letter in "abc":
        phone.chooses(letter)
        phone.presses("Send")
        phone.sees(THANKS)
        phone.page.get_by_text("Change my answer").click()
    phone.presses("Pass")
    phone.sees(THANKS)

    assert [len(b) for b in phone.bodies()] == [1024] * 4
    assert site.view.answered == 1


def test_longer_texts_grow_in_steps(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    phone.page.locator("textarea[name=text]").first.fill("ä" * 280)
    phone.presses("Send")
    phone.sees(THANKS)

    assert [len(b) for b in phone.bodies()] == [2048]


def test_an_answer_given_without_a_network_is_sent_once_when_it_returns(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("a")
    offline(phone, on=True)
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")
    assert site.view.answered == 0

    offline(phone, on=False)
    phone.sees(THANKS)

    assert site.view.answered == 1


def test_an_unsent_answer_survives_a_reload(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("a")
    phone.context.route("**/answer", lambda route: route.abort())
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")

    phone.page.reload()
    phone.sees("Not sent yet, still trying.")
    phone.context.unroute_all()
    phone.sees(THANKS)

    assert site.view.answered == 1


def test_an_answer_whose_acknowledgement_was_lost_counts_once(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)

    def swallowed(route):
        route.fetch()
        route.abort()

    phone.context.route("**/answer", swallowed, times=1)
    phone.chooses("a")
    phone.presses("Send")
    phone.sees(THANKS)

    assert len(phone.bodies()) == 2
    assert site.view.answered == 1


def test_a_question_that_closed_meanwhile_says_so_and_keeps_the_text(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    phone.page.locator("textarea[name=text]").first.fill("A long thought")
    offline(phone, on=True)
    phone.presses("Send")
    phone.sees("Not sent yet, still trying.")
    site.room.move(Move.NEXT)

    offline(phone, on=False)
    phone.sees("This question is closed. Your answer was not counted.")

    expect(phone.page.get_by_label("What you typed, to copy:")).to_have_value("A long thought")


def test_half_typed_text_can_be_copied_when_the_room_moves_on(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    phone.page.locator("textarea[name=text]").first.fill("Half a thought")
    site.room.at(PLAIN)

    expect(phone.page.get_by_label("What you typed, to copy:")).to_have_value("Half a thought")
    phone.presses("Clear")
    assert phone.page.locator("#kept-text").input_value() == ""


def test_a_reopened_question_still_holds_what_was_typed(site, hand):
    phone = hand().joins()
    site.room.at(WORDS)
    field = phone.page.locator("textarea[name=text]").first
    field.fill("Half a thought")
    site.room.move(Move.CLOSE_ANSWERS)
    expect(field).to_be_hidden()

    site.room.move(Move.OPEN_ANSWERS)

    expect(field).to_be_visible()
    expect(field).to_have_value("Half a thought")


def test_two_tabs_of_one_phone_agree(site, hand):
    phone = hand().joins()
    other = phone.tab()
    other.goto(phone.room)
    site.room.at(PLAIN)
    phone.sees("What brought you here?", other)
    phone.chooses("a")
    phone.presses("Send")

    phone.sees(THANKS, other)
    other.get_by_text("Change my answer").click()
    other.locator('input[value="b"]').check()
    other.get_by_role("button", name="Send", exact=True).click()
    phone.sees(THANKS, other)

    assert [parse_qs(b)["seq"] for b in phone.bodies()] == [["1"], ["2"]]
    assert site.view.answered == 1


def test_a_reloaded_phone_still_knows_that_it_answered(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.presses("Pass")
    phone.sees(THANKS)

    phone.page.reload()

    phone.sees(THANKS)


def test_a_phone_that_was_away_comes_back_where_the_room_is(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.sees("What brought you here?")
    offline(phone, on=True)
    site.room.at(WORDS)
    offline(phone, on=False)

    phone.sees("What would you like to keep?")


def test_own_notes_and_plans_never_leave_the_phone(hand):
    secrets = ("My most private note", "If somebody jokes", "then I ask back")
    phone = hand(accept_downloads=True)
    phone.site.room.start(guide=EVERY_KIND)
    phone.joins()
    phone.page.get_by_text("My own notes").click()
    phone.page.get_by_role("textbox", name="My own notes").fill(secrets[0])
    phone.site.room.at(9)
    phone.page.get_by_label("If …").fill(secrets[1])
    phone.page.get_by_label("then I will …").fill(secrets[2])
    phone.page.get_by_label("At work").check()
    phone.presses("Send")
    phone.sees(THANKS)
    phone.site.end()
    phone.sees("Thank you for taking part")

    with phone.page.expect_download() as text:
        phone.presses("Save my notes as a file")
    with phone.page.expect_download() as calendar:
        phone.presses("Remind me in 7, 30 and 90 days")
    phone.page.reload()
    phone.page.get_by_text("My own notes").click()
    kept = phone.page.locator("#notes-others").inner_text()
    phone.presses("Erase my notes from this phone")
    erased = phone.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('private'))")

    assert [s for s in secrets for r in phone.sent if s.replace(" ", "+") in r or s in r] == []
    written = Path(text.value.path()).read_text("utf-8")
    assert [s in written for s in secrets] == [True] * 3
    assert Path(calendar.value.path()).read_text("utf-8").count("BEGIN:VEVENT") == 3
    assert (secrets[1] in kept, erased) == (True, [])


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


def test_a_phone_loads_the_page_and_the_stream_and_nothing_else(site, hand):
    site.room.at(PLAIN)
    phone = hand()
    phone.page.goto(phone.room)
    phone.presses("Join")
    phone.sees("What brought you here?")
    phone.sent.clear()

    phone.page.reload()
    phone.sees("What brought you here?")

    assert [r.split("?")[0].split()[1] for r in phone.sent] == [phone.room, f"{phone.room}/events"]


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
    phone.page.locator("button.main").click()
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


def faults(phone: Hand) -> list[str]:
    """What axe finds, and whether the page is wider than the phone."""
    wide = phone.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    told = [f"{wide} pixels too wide"] if wide > 0 else []
    if not phone.scripts:
        # Without timers axe never comes to its end.
        return told
    violations = Axe().run(phone.page).response["violations"]
    return told + [f"{v['id']}: {n['html']}" for v in violations for n in v["nodes"]]
