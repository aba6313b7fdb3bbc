"""Puts the parts together, once per process."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

from sqlalchemy.exc import SQLAlchemyError

from modules.actions.tools import Announce, Tools
from modules.guides.drafts import Drafts
from modules.guides.library import GuideLibrary
from modules.live.addresses import Addresses
from modules.live.batches import Batches
from modules.live.crowd import Crowd
from modules.live.hub import Hub
from modules.live.news import News
from modules.live.presence import Presence
from modules.live.relay import Relay
from modules.live.signals import Signals
from modules.settings import CannotStart, Settings
from modules.storage.database import Database


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that pages and routes work with."""

    settings: Settings
    database: Database
    tools: Tools
    hub: Hub
    presence: Presence
    signals: Signals
    news: News
    batches: Batches
    guides: GuideLibrary
    addresses: Addresses
    crowd: Crowd = field(default_factory=Crowd)
    drafts: Drafts = field(default_factory=Drafts)


def build_workshop(settings: Settings) -> Workshop:
    """Open what the settings name. Raises CannotStart, or the database's own errors, with what to
    change."""
    if settings.database_url.startswith("sqlite"):
        _must_be_writable(settings.data)
    database = _open(settings.database_url)
    hub, presence, signals = Hub(), Presence(), Signals()
    news = News(hub, presence, signals)
    for forget in (presence.forget, signals.forget, news.forget):
        hub.when_erased(forget)
    return Workshop(
        settings=settings,
        database=database,
        tools=Tools(database=database, announce=_announce(settings, database, hub)),
        hub=hub,
        presence=presence,
        signals=signals,
        news=news,
        batches=Batches(),
        guides=GuideLibrary(settings.guides, own=settings.own_guides),
        addresses=Addresses(settings.address, settings.port, settings.public_url),
    )


def _announce(settings: Settings, database: Database, hub: Hub) -> Announce:
    """In this process; on PostgreSQL also in the other replicas."""
    if database.is_sqlite:
        return hub.announce
    relay = Relay(settings.database_url, hub.announce)
    relay.start()
    return relay.announce


_lock = threading.Lock()
_the_one: Workshop | None = None


def workshop() -> Workshop:
    """The process's one Workshop, made from the environment when first asked for."""
    global _the_one
    with _lock:
        if _the_one is None:
            _the_one = build_workshop(Settings.from_env())
        return _the_one


def use(chosen: Workshop | None) -> None:
    """Make `chosen` the process's one, for tests and measurements; None forgets it."""
    global _the_one
    with _lock:
        _the_one = chosen


def _must_be_writable(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as problem:
        raise CannotStart(
            f"The data folder {folder} cannot be written ({problem.strerror}). "
            "Make it writable, or choose another one with WORKSHOP_DATA."
        ) from None


def _open(url: str) -> Database:
    try:
        return Database.open(url)
    except SQLAlchemyError as problem:
        # The driver's own first line says what is wrong; the statement around it says nothing more.
        reason = str(getattr(problem, "orig", None) or problem).strip().partition("\n")[0]
        raise CannotStart(
            f"The database cannot be opened: {reason}. Check WORKSHOP_DATA or DATABASE_URL."
        ) from problem
