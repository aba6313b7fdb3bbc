"""Who may open which page."""

import pytest
from streamlit.testing.v1 import AppTest

from modules.actions import signing
from modules.actions.signing import SIGNED_IN_FOR
from modules.domain.access import Acting
from modules.ui.navigation import PAGES as TABLE
from tests.pages.a_desk import PAGES, Desk, headings, labels, seen
from tests.patience import SECONDS

FACILITATORS = [line for line in TABLE if not line.for_everyone]
NOT_IN_THE_TABLE = {"main.py", "sign_in.py"}


def test_every_page_file_stands_in_the_table():
    assert {p.name for p in PAGES.glob("*.py")} == {p.file for p in TABLE} | NOT_IN_THE_TABLE


@pytest.mark.parametrize("line", FACILITATORS, ids=lambda line: line.file)
def test_a_page_file_opened_directly_without_sign_in_refuses(desk: Desk, line):
    desk.room.start(phones=3)
    tab = AppTest.from_file(str(PAGES / line.file), default_timeout=SECONDS)
    tab.query_params["session"] = desk.room.session_id

    tab.run()

    assert seen(tab).strip() == "Please sign in as the facilitator first."
    assert labels(tab) == []


@pytest.mark.parametrize("path", ["home", *(line.path for line in FACILITATORS)])
@pytest.mark.parametrize("who", [None, Acting("forged")], ids=["nobody", "forged"])
def test_a_stranger_sees_the_sign_in_and_nothing_else(desk: Desk, path, who):
    desk.room.start(phones=3)

    tab = desk.open(path, acting=who, session=desk.room.session_id)

    assert [title.value for title in tab.title] == ["Sign in"]
    assert desk.room.view.title not in seen(tab)
    assert labels(tab) == []


def test_a_sign_in_that_ran_out_is_none(desk: Desk):
    desk.room.start()
    desk.room.clock.forward(seconds=SIGNED_IN_FOR.total_seconds() + 1)

    assert [title.value for title in desk.signed_in("facilitate").title] == ["Sign in"]


def test_signing_out_on_one_page_closes_the_other(desk: Desk):
    tab = desk.open("start", acting=desk.room.acting)
    assert [title.value for title in tab.title] == ["Start a workshop"]

    signing.sign_out(desk.room.tools, acting=desk.room.acting)

    assert [title.value for title in tab.run().title] == ["Sign in"]


@pytest.mark.parametrize("line", FACILITATORS, ids=lambda line: line.file)
def test_a_moderator_opens_the_moderation_page_only(desk: Desk, line):
    desk.room.start()

    tab = desk.open(line.path, acting=desk.moderator(), session=desk.room.session_id)

    expected = "Moderation" if line.for_moderators else "Sign in"
    assert headings(tab) == [expected]


def test_a_moderator_sees_the_own_session_whatever_the_address_says(desk: Desk):
    moderator = _moderator_of(desk, "The first")
    desk.room.start(title="The second")

    tab = desk.open("moderate", acting=moderator, session=desk.room.session_id)

    assert "The first" in seen(tab)
    assert "The second" not in seen(tab)


def _moderator_of(desk: Desk, title: str) -> Acting:
    desk.room.start(title=title)
    return desk.moderator()


def test_the_projector_needs_no_sign_in(desk: Desk):
    desk.room.start()

    assert "Test" in seen(desk.projector())


@pytest.mark.parametrize(
    ("refused", "begins"),
    [("wrong", "That passcode"), ("slow", "Too many"), ("link", "This sign-in link")],
)
def test_the_sign_in_page_says_why_it_refused(desk: Desk, refused, begins):
    tab = desk.open("/", refused=refused)

    assert [error.value.startswith(begins) for error in tab.error] == [True]


def test_the_sign_in_page_repeats_nothing_from_its_address(desk: Desk):
    assert list(desk.open("/", refused="<script>").error) == []
