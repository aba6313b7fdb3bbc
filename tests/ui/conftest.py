"""The one app and who is signed in to it, as the browser tests of screens need them."""

import pytest

from modules.domain.moves import Move
from tests.journeys.people import Facilitator
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
    return Room.before(facilitator, AStage.lobby(app))


@pytest.fixture
def welcomed(app: RunningApp, facilitator: Facilitator) -> Room:
    """The same at its first step."""
    return Room.before(facilitator, moved_on(AStage.lobby(app), 1))


@pytest.fixture
def asked(app: RunningApp, facilitator: Facilitator) -> Room:
    """The same at its second step, the first question."""
    return Room.before(facilitator, moved_on(AStage.lobby(app), 2))


def moved_on(stage: AStage, steps: int) -> AStage:
    for _ in range(steps):
        stage.move(Move.NEXT)
    return stage
