"""Signing in by link and by passcode, and signing out everywhere at once."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import new_context
from tests.journeys.a_person import another_page
from tests.journeys.running_app import RunningApp, running


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """Of this file alone: whoever signs out here does so everywhere."""
    with running(tmp_path_factory.mktemp("app") / "data") as app:
        yield app


@pytest.fixture(scope="module")
def stranger(browser: Browser) -> Page:
    """In a browser that nobody signed in from."""
    return new_context(browser).new_page()


def test_the_link_signs_in_once_and_signing_out_closes_every_page(
    app: RunningApp, browser: Browser, stranger: Page
) -> None:
    laptop = new_context(browser)
    first = laptop.new_page()
    first.goto(app.sign_in_link)
    expect(first.get_by_role("heading", name="Start a workshop")).to_be_visible()
    second = another_page(first)
    second.goto(f"{app.base}/guides")
    expect(second.get_by_role("heading", name="Guides")).to_be_visible()

    stranger.goto(app.sign_in_link)
    sees_only_the_sign_in(stranger)
    expect(stranger.get_by_text("This sign-in link was used already")).to_be_visible()

    first.get_by_role("button", name="Sign out").click()
    sees_only_the_sign_in(first)
    second.reload()
    sees_only_the_sign_in(second)


def test_a_wrong_passcode_is_refused_and_the_printed_one_opens(
    app: RunningApp, stranger: Page
) -> None:
    page = stranger
    page.goto(f"{app.base}/facilitate")
    sees_only_the_sign_in(page)
    types_the_passcode(page, "not-the-one")
    expect(page.get_by_text("That passcode is not right.")).to_be_visible()
    sees_only_the_sign_in(page)

    types_the_passcode(page, printed_passcode(app))

    expect(page.get_by_role("heading", name="Start a workshop")).to_be_visible()


def sees_only_the_sign_in(page: Page) -> None:
    expect(page.get_by_label("Passcode")).to_be_visible()
    expect(page.get_by_role("heading", name="Start a workshop")).to_have_count(0)


def types_the_passcode(page: Page, passcode: str) -> None:
    page.get_by_label("Passcode").fill(passcode)
    page.get_by_role("button", name="Sign in").click()


def printed_passcode(app: RunningApp) -> str:
    found = re.search(r"Passcode +(\S+)", app.printed)
    assert found, app.printed
    return found[1]
