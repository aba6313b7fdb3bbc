"""The one app and who is signed in to it, as the browser tests of screens need them."""

import pytest

from modules.domain.moves import Move
from tests.journeys.people import LAPTOP, Facilitator
from tests.journeys.running_app import RunningApp
from tests.ui.a_console import Room
from tests.ui.a_stage import AStage


@pytest.fixture(scope="session")
def app(one_app: RunningApp, signed_in: Facilitator) -> RunningApp:
    """With a facilitator in its database, who can start rooms there."""
    assert signed_in.base == one_app.base
    return one_app


@pytest.fixture(scope="session")
def facilitator(signed_in: Facilitator) -> Facilitator:
    return signed_in


@pytest.fixture
def room(app: RunningApp, facilitator: Facilitator) -> Room:
    """A workshop in its lobby, on the facilitator's page."""
    return on_the_page(AStage.lobby(app), app, facilitator)


@pytest.fixture
def welcomed(app: RunningApp, facilitator: Facilitator) -> Room:
    """The same at its first step."""
    return on_the_page(moved_on(AStage.lobby(app), 1), app, facilitator)


@pytest.fixture
def asked(app: RunningApp, facilitator: Facilitator) -> Room:
    """The same at its second step, the first question."""
    return on_the_page(moved_on(AStage.lobby(app), 2), app, facilitator)


def moved_on(stage: AStage, steps: int) -> AStage:
    for _ in range(steps):
        stage.move(Move.NEXT)
    return stage


def on_the_page(stage: AStage, app: RunningApp, facilitator: Facilitator) -> Room:
    facilitator.page.set_viewport_size(LAPTOP)
    facilitator.page.emulate_media(color_scheme="light")
    facilitator.page.goto(f"{app.base}/facilitate?session={stage.session_id}")
    facilitator.settles()
    view = stage.view
    assert view.code
    return Room(facilitator, view.code, f"{app.base}/q/{view.join_secret}")
