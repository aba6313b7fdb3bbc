"""The real app, as the journeys use it."""

from tests.journeys.conftest import app as app
