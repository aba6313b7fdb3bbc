"""The real app and a real browser, as the journeys use them."""

from tests.journeys.conftest import app as app
from tests.journeys.conftest import browser as browser
