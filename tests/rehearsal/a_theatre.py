"""A room that is really served, with invented people who come to it over the network."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from modules.domain.moves import Move
from modules.domain.session import SessionId, Topic
from modules.guides.parser import guide_of
from modules.phone.routes import build_routes
from modules.rehearsal import staging
from modules.rehearsal.cast import Case, cast
from modules.rehearsal.people import Room
from modules.rehearsal.running import Rehearsal
from modules.rehearsal.staging import REHEARSALS, Wanted
from modules.screens.moderation import moderation
from modules.screens.moderation_views import ModerationRound
from modules.screens.views import FacilitatorView, ResultView
from modules.wiring import Workshop
from tests.a_room import GUIDE, ARoom
from tests.patience import SECONDS
from tests.phone.a_site import ASite

# Nobody waits for people here, as long as they do not all answer in one moment.
RUSHED = 100


@dataclass
class ATheatre:
    """The facilitator presses through `room`; the people come by themselves."""

    site: ASite
    heard: threading.Event
    announced: list[Topic]
    at_the_next_answer: list[Move]
    """What the facilitator presses before anybody can answer after that one."""

    @property
    def room(self) -> ARoom:
        return self.site.room

    @property
    def workshop(self) -> Workshop:
        return self.site.workshop

    @property
    def view(self) -> FacilitatorView:
        return self.site.view

    @property
    def texts(self) -> ModerationRound:
        return moderation(self.site.database, self.room.session_id).rounds[-1]

    @property
    def result(self) -> ResultView:
        assert self.view.result is not None
        return self.view.result

    def puts_on(self, wanted: Wanted, guide: str = GUIDE) -> None:
        """As the start page does it."""
        self.room.session_id = staging.put_on(
            self.workshop,
            acting=self.room.acting,
            guide=guide_of(guide),
            guide_text=guide,
            wanted=wanted,
        )

    def rehearses(
        self,
        case: Case = Case.ORDINARY,
        *,
        people: int = 12,
        speed: float = RUSHED,
        guide: str = GUIDE,
        locked: bool = False,
    ) -> None:
        """The same, but faster than a facilitator may choose."""
        self.room.start(guide=guide, rehearsal=True)
        if locked:
            self.site.lock()
        room = Room(
            address=self.workshop.addresses.from_here,
            invitation=f"/q/{self.view.join_secret}",
            asked=staging.what_is_asked(self.workshop, self.room.session_id),
            ticket=self.workshop.presence.expect_invented(self.room.session_id),
            speed=speed,
        )
        REHEARSALS.start(self.room.session_id, room, cast(case, people))

    def goes_to(self, position: int) -> None:
        self.room.at(position)

    def shows_results(self) -> ResultView:
        self.room.move(Move.SHOW_RESULTS)
        return self.result

    def waits_for(self, true: Callable[[], bool]) -> None:
        """Wake with each announcement of the app, until it is so."""
        while True:
            self.heard.clear()
            if true():
                return
            assert self.heard.wait(SECONDS), f"Nothing happened. {self.view.answered} answered."

    def waits_for_answers(self, many: int) -> None:
        self.waits_for(lambda: self.view.answered == many)

    @property
    def people(self) -> Rehearsal:
        found = REHEARSALS.of(self.room.session_id)
        assert found is not None
        return found

    def sent(self) -> int:
        """How many answers, changes of answers and farewells have come in."""
        return self.announced.count(Topic.ANSWERS)

    def deletes(self) -> None:
        staging.stop_and_delete(
            self.workshop, acting=self.room.acting, session_id=self.room.session_id
        )


@contextmanager
def a_theatre(folder: Path, *, public_url: str | None = None) -> Iterator[ATheatre]:
    """Serve a room while the block lasts; whoever is still rehearsing is sent home after it."""
    site = ASite.at(folder, public_url=public_url)
    heard, announced = threading.Event(), list[Topic]()
    at_the_next_answer = list[Move]()
    hub = site.workshop.hub

    def announce(session_id: SessionId, topic: Topic) -> None:
        hub.announce(session_id, topic)
        announced.append(topic)
        if topic is Topic.ANSWERS and at_the_next_answer:
            site.room.move(at_the_next_answer.pop())
        heard.set()

    site.room.tools = replace(site.room.tools, announce=announce)
    site.workshop = replace(site.workshop, tools=site.room.tools)
    site.app = Starlette(routes=build_routes(site.workshop))
    try:
        with served(site):
            yield ATheatre(site, heard, announced, at_the_next_answer)
            REHEARSALS.stop(site.room.session_id)
    finally:
        site.database.close()


@contextmanager
def served(site: ASite) -> Iterator[None]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        # From here on people who are faster than the server wait; refused, they would go home.
        door.listen()
        site.workshop.addresses.host, site.workshop.addresses.port = door.getsockname()
        config = uvicorn.Config(site.app, log_level="warning", ws="none", lifespan="off")
        # Open event streams must not hold up the end of a test.
        config.timeout_graceful_shutdown = 1
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            yield
        finally:
            server.should_exit = True
            thread.join()
