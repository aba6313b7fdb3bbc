"""The font of the facilitator's pages and the projector, served by ourselves: no third party."""

from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from modules.settings import PROJECT

# Streamlit refuses routes of ours under /static, so .streamlit/config.toml names this address.
ADDRESS = "/assets/fonts"
FOLDER = PROJECT / "modules" / "phone" / "assets" / "fonts"


class _Fonts(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=604800"
        return response


def font_route(folder: Path = FOLDER) -> Mount:
    return Mount(ADDRESS, _Fonts(directory=folder))
