"""Every kind of activity, answered on a phone with JavaScript and on one without."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from modules.actions import moderating
from modules.actions.tools import Tools
from modules.domain.ballot import RoundId
from modules.domain.tally import TextState
from modules.guides.parser import guide_of
from modules.live.hub import Hub
from modules.screens import finding
from modules.screens import phone as screen
from modules.screens.moderation import moderation
from modules.storage.database import Database
from tests.journeys.every_hand import ONLY_HERE, QUESTION, fill_in, supports
from tests.journeys.people import Facilitator, Phone, Projector
from tests.journeys.running_app import RunningApp
from tests.ui.a_stage import the_facilitator

QUESTIONS = """### Your questions (5 min)

```activity
id: asked
kind: questions
prompt: What would you like to ask?
```

"""
GUIDE = (
    (Path(__file__).parent.parent / "phone" / "every_kind.md")
    .read_text("utf-8")
    .replace("minutes: 60", "minutes: 65")
    .replace("(60 min)\n\n", f"(65 min)\n\n{QUESTIONS}")
)
TITLE = "One of every kind"
# What three more people send; nothing is Pass.
OTHERS: dict[str, dict[str, str]] = {
    "several": {"choice": "b"},
    "stand": {"s1": "4", "s2": "4"},
    "words": {"word": "Trust"},
    "texts": {"text": "Asking first"},
    "order": {"place-a": "1", "place-b": "2", "place-c": "3", "place-d": "4"},
    "weights": {"points-a": "20", "points-b": "40", "points-c": "40"},
    "story": {"choice": "b"},
    "plan": {"category": "b"},
    "tables": {"text": "We ask before we act"},
}
# What the room sees then. The two phones' own answers are those of `answer`.
TABLES = {
    "several": [
        ["make a joke", "2"],
        ["explain what I meant", "3"],
        ["apologise at length", "0"],
        ["go quiet", "2"],
        ["ask what happened", "0"],
    ],
    "stand": [
        ["I notice when somebody is talked over", "0", "0", "0", "5", "0", "0", "“Agree”"],
        ["I say something when it happens", "0", "2", "0", "3", "0", "0", "“Agree”"],
    ],
    "words": [["Trust", "5"], ["Courage", "2"]],
    "order": [
        ["Listening", "1.4", "3", "2", "0", "0"],
        ["Speaking up", "2.4", "0", "3", "2", "0"],
        ["Giving money", "2.8", "2", "0", "0", "3"],
        ["Learning on my own", "3.4", "0", "0", "3", "2"],
    ],
    "weights": [["Inside the team", "36"], ["With partners", "36"], ["In public", "28"]],
    "story": [
        ["Say something now", "0"],
        ["Talk to the colleague later", "3"],
        ["Talk to the others first", "0"],
        ["Nothing today", "2"],
    ],
    "plan": [
        ["At work", "2"],
        ["At home", "3"],
        ["With friends", "0"],
        ["Kept to themselves", "0"],
    ],
}
QUOTES = {
    "texts": {"Asking first", "Listening first", "Naming it calmly"},
    "tables": {"We ask before we act", "We talk later"},
}


class Others:
    """Three more people, whose phones send what they are told."""

    def __init__(self, base: str, invitation: str, code: str) -> None:
        secret = invitation.rpartition("/")[2]
        self.room = f"{base}/j/{code}"
        self.phones = [httpx2.Client(timeout=60) for _ in range(3)]
        for phone in self.phones:
            phone.post(f"{self.room}/join", data={"invited": secret})

    def answer(self, form: dict[str, str]) -> None:
        for phone in self.phones:
            page = phone.get(self.room).text
            found = re.search(r'<form class="answer[^>]* id="answer" data-round="(\w+)"', page)
            assert found
            act = "send" if form else "pass"
            sent = {"round": found[1], "seq": "1", "act": act, **form}
            assert phone.post(f"{self.room}/answer", data=sent).status_code == 303

    def support(self, handle: str) -> None:
        for phone in self.phones:
            found = re.search(r'id="standing-(\w+)"', phone.get(self.room).text)
            assert found
            sent = {"round": found[1], "seq": "1", "act": "send", "support": handle}
            assert phone.post(f"{self.room}/answer", data=sent).status_code == 303

    def leave(self) -> None:
        for phone in self.phones:
            phone.close()


class Desk:
    """Somebody who moderates beside the console, without a screen."""

    def __init__(self, app: RunningApp, code: str) -> None:
        self.database = Database.open(f"sqlite:///{app.data / 'workshop.sqlite3'}")
        self.tools = Tools(
            database=self.database, announce=Hub().announce, now=lambda: datetime.now(UTC)
        )
        self.acting = the_facilitator(self.tools, app)
        self.session_id = finding.session_by_code(self.database, code)

    def shows_every_text(self) -> None:
        for round_ in moderation(self.database, self.session_id).rounds:
            for card in round_.cards:
                if card.state is TextState.WAITING:
                    moderating.decide(
                        self.tools,
                        acting=self.acting,
                        session_id=self.session_id,
                        round_id=RoundId(round_.round_id),
                        handle=card.handle,
                        seen=card.state,
                        state=TextState.SHOWN,
                    )

    def handle_of(self, text: str) -> str:
        """What stands for a shown text."""
        seen = moderation(self.database, self.session_id).rounds
        (found,) = (c.handle for round_ in seen for c in round_.cards if c.text == text)
        return found

    def supporters_of(self, text: str) -> int | None:
        now = datetime.now(UTC)
        (stands,) = screen.phone(self.database, self.session_id, now=now).standing
        (support,) = (asked.support for asked in stands.asked if asked.text == text)
        return support


@pytest.fixture
def shelf(one_app: RunningApp) -> Iterator[Path]:
    """Where houses keep guides of their own: here that of every kind."""
    folder = one_app.data / "guides"
    folder.mkdir(exist_ok=True)
    guide = folder / "every_kind.md"
    guide.write_text(GUIDE, "utf-8")
    yield folder
    guide.unlink()


@pytest.mark.usefixtures("shelf")
def test_every_kind_is_answered_and_counted_with_javascript_and_without(
    one_app: RunningApp,
    signed_in: Facilitator,
    big_screen: BrowserContext,
    browser: Browser,
    artifacts: Path,
) -> None:
    app, facilitator = one_app, signed_in
    facilitator.goes_to_the_start()
    code = facilitator.starts(TITLE)
    invitation = facilitator.address_in_the_qr_code()
    phones = [Phone(browser, scripts=scripts) for scripts in (True, False)]
    for phone in phones:
        phone.joins(invitation)
    others = Others(app.base, invitation, code)
    desk = Desk(app, code)
    projector = Projector.on(big_screen, app.base, code)

    for activity in guide_of(GUIDE).activities:
        facilitator.moves_on_to(activity.title)
        for phone in phones:
            phone.looks()
            expect(phone.page.locator("#now")).to_contain_text(activity.title)
            if activity.id == "several":
                phone.keeps_a_picture(artifacts / picture_of(phone, "note"))
                phone.sees_the_form(activity.prompt)
            fill_in(phone, activity.id, artifacts / picture_of(phone, activity.id))
        if activity.kind == "questions":
            desk.shows_every_text()
        projector.sees(activity.prompt or activity.title)
        projector.settles()
        projector.keeps_a_picture(artifacts / f"every_kind_projector_{activity.id}.png")
        if activity.kind == "reflect":
            others.support(desk.handle_of(QUESTION))
            for phone in phones:
                supports(phone)
            projector.sees(QUESTION)
        if activity.kind in ("questions", "reflect"):
            continue
        # All within a moment: a count that grows is drawn again on both screens.
        for phone in phones:
            phone.sends()
        others.answer(OTHERS.get(activity.id, {}))
        facilitator.sees_answered(5, 5)
        desk.shows_every_text()
        facilitator.shows_results()
        for phone in phones:
            sees_what_was_counted(phone, activity.id, artifacts)
        projector.sees_results()
        projector.keeps_a_picture(artifacts / f"every_kind_projector_{activity.id}_result.png")

    assert desk.supporters_of(QUESTION) == 5
    facilitator.ends_the_workshop()
    for phone in phones:
        phone.looks()
        phone.sees("Thank you for taking part")
        phone.keeps_a_picture(artifacts / picture_of(phone, "end"))
    others.leave()
    desk.database.close()
    assert [
        f for f in app.data.rglob("*") if f.is_file() and ONLY_HERE.encode() in f.read_bytes()
    ] == []


def picture_of(phone: Phone, name: str) -> str:
    return f"every_kind_{'' if phone.scripts else 'without_scripts_'}phone_{name}.png"


def sees_what_was_counted(phone: Phone, activity: str, artifacts: Path) -> None:
    phone.sees_results()
    phone.page.locator("article").scroll_into_view_if_needed()
    phone.page.screenshot(path=artifacts / picture_of(phone, f"{activity}_result"), full_page=True)
    if activity in QUOTES:
        assert phone.quotes() == QUOTES[activity]
    else:
        assert table(phone) == TABLES[activity]


def table(phone: Phone) -> list[list[str]]:
    """The result's table, folded as it is."""
    rows = phone.page.locator("article tbody tr").all()
    return [row.locator("th, td").all_text_contents() for row in rows]
