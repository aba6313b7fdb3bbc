"""A room whose phones come in through the real routes."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from modules.actions import hosting
from modules.domain.moves import Move
from modules.live.signals import Signals
from modules.phone.routes import build_routes
from modules.screens.facilitator import facilitator
from modules.screens.views import FacilitatorView
from modules.settings import Settings
from modules.storage.database import Database
from modules.wiring import Workshop, build_workshop
from tests.a_room import ARoom

SCRIPT = {"Accept": "application/json"}


class APhone(TestClient):
    """A browser with its own cookies, in one room. It follows no redirect by itself."""

    code: str

    def joins(self) -> "APhone":
        assert self.post(f"/j/{self.code}/join").status_code == 303
        return self

    def sees(self, path: str = "") -> str:
        return self.get(f"/j/{self.code}{path}").text

    def sends(self, *, script: bool = False, **fields: object):
        """An answer to the round on the page, with the seq on the page."""
        page = self.sees()
        found = {n: value_of(page, n) for n in ("round", "seq")}
        data = {"act": "send", **found, **fields}
        return self.post(f"/j/{self.code}/answer", data=data, headers=SCRIPT if script else {})


def value_of(page: str, name: str) -> str:
    """What a hidden field of the page holds."""
    found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)
    return found[1] if found else ""


def stage_of(page: str) -> str:
    """The shared part of a room's page."""
    return page[page.index("<section") : page.index("</section>")]


@dataclass
class ASite:
    workshop: Workshop
    room: ARoom
    app: Starlette

    @classmethod
    def at(cls, folder: Path, *, public_url: str | None = None) -> "ASite":
        url = f"sqlite:///{folder / 'workshop.sqlite3'}"
        settings = Settings(data=folder, database_url=url, public_url=public_url)
        workshop = build_workshop(settings)
        room = ARoom.with_facilitator(workshop.database)
        room.tools = replace(room.tools, announce=workshop.hub.announce)
        signals = Signals(clock=lambda: room.clock().timestamp())
        workshop = replace(workshop, tools=room.tools, signals=signals)
        return cls(workshop, room, Starlette(routes=build_routes(workshop)))

    @property
    def database(self) -> Database:
        return self.workshop.database

    @property
    def view(self) -> FacilitatorView:
        now = self.room.clock()
        return facilitator(self.database, self.room.session_id, now=now, phones=0)

    @property
    def code(self) -> str:
        assert self.view.code
        return self.view.code

    def phone(self, *, joined: bool = True) -> APhone:
        phone = APhone(self.app, follow_redirects=False)
        phone.code = self.code
        return phone.joins() if joined else phone

    def lock(self) -> None:
        room = self.room
        hosting.lock(room.tools, acting=room.acting, session_id=room.session_id, locked=True)

    def end(self) -> None:
        self.room.move(Move.END)
