"""Signing in: the passcode, the link that works once, and every way it is refused."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from modules.actions import signing
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.errors import NotAllowed
from modules.server.cookies import NAME, SignInCookie
from modules.server.sign_in import sign_in_routes
from modules.storage import tables
from modules.storage.database import Database
from tests.a_room import PASSCODE, Clock


class Place:
    """An app with only the sign-in, a facilitator, and a clock that stands still."""

    def __init__(self, database: Database, *, secure: bool = False) -> None:
        self.clock = Clock()
        self.tools = Tools(
            database=database,
            announce=lambda _session, _topic: None,
            now=self.clock,
            token_bytes=random.Random(1).randbytes,
        )
        self.link = signing.first_start(self.tools, passcode=PASSCODE).link_token
        self.cookie = SignInCookie(signing.cookie_secret(self.tools), secure)
        self.app = Starlette(routes=sign_in_routes(self.tools, self.cookie))

    def browser(self) -> TestClient:
        scheme = "https" if self.cookie.secure else "http"
        return TestClient(self.app, base_url=f"{scheme}://workshop", follow_redirects=False)

    def signed_in_devices(self) -> list[str]:
        with self.tools.database.read() as db:
            return list(db.scalars(select(tables.sign_ins.c.id)))


@pytest.fixture
def place(sqlite_url: str) -> Iterator[Place]:
    database = Database.open(sqlite_url)
    yield Place(database)
    database.close()


def test_the_passcode_signs_a_device_in(place):
    browser = place.browser()

    answer = browser.post("/sign-in", data={"passcode": PASSCODE})

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert len(place.signed_in_devices()) == 1
    assert place.signed_in_devices()[0] not in answer.headers["set-cookie"]


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(place):
    sent = place.browser().post("/sign-in", data={"passcode": PASSCODE}).headers["set-cookie"]

    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(sent.split("; "))
    assert "Secure" not in sent


def test_the_cookie_is_for_https_alone_where_everybody_comes_by_https(sqlite_url):
    secure = Place(Database.open(sqlite_url), secure=True)

    sent = secure.browser().post("/sign-in", data={"passcode": PASSCODE}).headers["set-cookie"]

    assert "Secure" in sent.split("; ")


@pytest.mark.parametrize(
    "body",
    [
        b"passcode=wrong+passcode",
        b"passcode=",
        b"",
        b"something=else",
        b"\xff\xfe\x00",
        b"passcode=%ff%00",
        b"&".join([b"a=1"] * 50),
        b"passcode=" + b"x" * 100_000,
    ],
)
def test_anything_but_the_passcode_is_refused(place, body):
    answer = place.browser().post("/sign-in", content=body)

    assert (answer.status_code, answer.headers["location"]) == (303, "/?refused=wrong")
    assert "set-cookie" not in answer.headers
    assert place.signed_in_devices() == []


def test_many_wrong_tries_slow_down_the_right_one_too(place):
    for _ in range(5):
        place.browser().post("/sign-in", data={"passcode": "wrong"})

    slow = place.browser().post("/sign-in", data={"passcode": PASSCODE})
    place.clock.forward(seconds=60)
    later = place.browser().post("/sign-in", data={"passcode": PASSCODE})

    assert slow.headers["location"] == "/?refused=slow"
    assert later.headers["location"] == "/"


def test_the_link_signs_in_once(place):
    first = place.browser().get(f"/sign-in/{place.link}")
    second = place.browser().get(f"/sign-in/{place.link}")

    assert (first.status_code, first.headers["location"]) == (303, "/")
    assert NAME in first.cookies
    assert (second.status_code, second.headers["location"]) == (303, "/?refused=link")
    assert NAME not in second.cookies


def test_a_preview_does_not_use_the_link_up(place):
    preview = place.browser().head(f"/sign-in/{place.link}")

    assert preview.status_code == 200
    assert "set-cookie" not in preview.headers
    assert place.browser().get(f"/sign-in/{place.link}").headers["location"] == "/"


def test_a_link_is_dead_after_a_day(place):
    place.clock.forward(hours=25)

    assert place.browser().get(f"/sign-in/{place.link}").headers["location"] == "/?refused=link"


@pytest.mark.parametrize("token", ["x", "0" * 64, "%00", "%ff", "a" * 5000])
def test_an_invented_link_is_refused(place, token):
    assert place.browser().get(f"/sign-in/{token}").headers["location"] == "/?refused=link"


def test_wrong_passcodes_and_invented_links_do_not_lock_the_link_out(place):
    for number in range(6):
        place.browser().post("/sign-in", data={"passcode": "wrong"})
        place.browser().get(f"/sign-in/{number}")

    assert place.browser().get(f"/sign-in/{place.link}").headers["location"] == "/"


def test_invented_links_do_not_lock_the_passcode_out(place):
    for number in range(6):
        place.browser().get(f"/sign-in/{number}")

    assert place.browser().post("/sign-in", data={"passcode": PASSCODE}).headers["location"] == "/"


def test_signing_out_ends_this_device_and_no_other(place):
    here, there = place.browser(), place.browser()
    for browser in (here, there):
        browser.post("/sign-in", data={"passcode": PASSCODE})
    both = set(place.signed_in_devices())

    answer = here.post("/sign-out")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert NAME not in here.cookies
    (left,) = place.signed_in_devices()
    (ended,) = both - {left}
    with place.tools.database.read() as db:
        with pytest.raises(NotAllowed):
            signing.require(db, Acting(ended), now=place.clock())
        signing.require(db, Acting(left), now=place.clock())


def test_signing_out_twice_or_as_a_stranger_changes_nothing(place):
    browser = place.browser()
    browser.post("/sign-in", data={"passcode": PASSCODE})

    stranger = place.browser().post("/sign-out")

    assert stranger.status_code == 303
    assert len(place.signed_in_devices()) == 1


def test_looking_at_an_address_never_signs_out(place):
    browser = place.browser()
    browser.post("/sign-in", data={"passcode": PASSCODE})

    assert browser.get("/sign-out").status_code == 405
    assert browser.get("/sign-in").status_code == 405
    assert len(place.signed_in_devices()) == 1


def test_nothing_of_it_is_remembered_by_the_browser(place):
    for answer in (
        place.browser().post("/sign-in", data={"passcode": PASSCODE}),
        place.browser().post("/sign-in", data={"passcode": "wrong"}),
        place.browser().get(f"/sign-in/{place.link}"),
        place.browser().post("/sign-out"),
    ):
        assert answer.headers["cache-control"] == "no-store"


def test_a_link_can_lead_to_the_console_of_one_session(place):
    answer = place.browser().get(f"/sign-in/{place.link}?session={'0a' * 16}")

    assert answer.headers["location"] == f"/facilitate?session={'0a' * 16}"


@pytest.mark.parametrize("elsewhere", ["", "//example.org", "0a", "0a" * 17, "0a" * 16 + "%0a"])
def test_a_link_leads_nowhere_else(place, elsewhere):
    answer = place.browser().get(f"/sign-in/{place.link}?session={elsewhere}")

    assert answer.headers["location"] == "/"
