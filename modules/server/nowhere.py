"""Addresses below a page, where nothing is: Streamlit would answer with a page that stays white.

That page looks for its own scripts below whatever address its page has, and finds none there.
"""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from modules.server.refusals import refusal

STREAMLITS = ("/_stcore/", "/component/", "/media/", "/static/")
NOTHING = "There is nothing at this address. Phones join at /join, the facilitator's page is at /."


class _BelowAPage(Route):
    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        # As the routes see it, like the door.
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        # One page's address with a slash behind it is that page's.
        if path.startswith(STREAMLITS) or "/" not in path.strip("/"):
            return Match.NONE, {}
        return super().matches(scope)


def nowhere_route() -> Route:
    """To be put last, behind every address of ours."""
    return _BelowAPage("/{rest:path}", _nothing, methods=["GET"])


async def _nothing(_request: Request) -> Response:
    return refusal(404, NOTHING, title="Nothing is here")
