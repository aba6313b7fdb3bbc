"""What may differ from place to place. The only reader of the environment.

Every variable is explained in docs/operating.md; a test holds the two together.
"""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from modules.domain.errors import WorkshopError

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_PORT = 8501
SHORTEST_PASSCODE = 8

VARIABLES = (
    "WORKSHOP_DATA",
    "DATABASE_URL",
    "WORKSHOP_PUBLIC_URL",
    "WORKSHOP_PASSCODE",
    "WORKSHOP_PORT",
    "PORT",
    "STREAMLIT_SERVER_PORT",
    "WORKSHOP_ADDRESS",
    "STREAMLIT_SERVER_ADDRESS",
    "WORKSHOP_GUIDES",
)


class CannotStart(WorkshopError):
    """The app cannot start like this; the message says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation runs. Made once, by `from_env`."""

    data: Path
    database_url: str = field(repr=False)
    public_url: str | None = None
    passcode: str | None = field(default=None, repr=False)
    port: int = DEFAULT_PORT
    address: str = "0.0.0.0"  # noqa: S104 - phones in the room must reach it
    guides: Path = PROJECT / "facilitator_guides"

    @property
    def own_guides(self) -> Path:
        """Where guides lie that facilitators wrote or changed here."""
        return self.data / "guides"

    @property
    def secure_cookies(self) -> bool:
        """Cookies are for HTTPS alone where everybody comes by HTTPS."""
        return (self.public_url or "").startswith("https://")

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Self:
        """Read the environment. Raises CannotStart for the first value that makes no sense."""
        source = os.environ if env is None else env
        values = {k: v.strip() for k in VARIABLES if (v := source.get(k, "")).strip()}
        data = Path(values.get("WORKSHOP_DATA", PROJECT / "data")).expanduser().resolve()
        return cls(
            data=data,
            database_url=_database_url(values.get("DATABASE_URL"), data),
            public_url=_public_url(values.get("WORKSHOP_PUBLIC_URL")),
            passcode=_passcode(values.get("WORKSHOP_PASSCODE")),
            port=_port(values),
            address=_address(values),
            guides=_guides(values.get("WORKSHOP_GUIDES")),
        )


def _database_url(value: str | None, data: Path) -> str:
    if value is None:
        return f"sqlite:///{data / 'workshop.sqlite3'}"
    # Hosting services write postgres:// or postgresql://; the driver's name is ours to add.
    scheme, _, rest = value.partition("://")
    if scheme in ("postgres", "postgresql", "postgresql+psycopg") and urlsplit(value).hostname:
        return f"postgresql+psycopg://{rest}"
    if scheme == "sqlite" and rest.startswith("/") and rest.strip("/"):
        return value
    raise CannotStart(
        "DATABASE_URL must look like postgresql://name:password@host/database "
        "or sqlite:////folder/file.sqlite3. Leave it out to keep everything in the data folder."
    )


def _public_url(value: str | None) -> str | None:
    if value is None:
        return None
    problem = CannotStart(
        f"WORKSHOP_PUBLIC_URL is “{value}”. It must be the address that phones open, such as "
        "https://workshop.example.org, without a path."
    )
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise problem from None
    extra = parts.path.strip("/") or parts.query or parts.fragment or parts.username
    if parts.scheme not in ("http", "https") or not parts.hostname or extra:
        raise problem
    return f"{parts.scheme}://{parts.netloc}"


def _passcode(value: str | None) -> str | None:
    if value is not None and len(value) < SHORTEST_PASSCODE:
        raise CannotStart(
            f"WORKSHOP_PASSCODE has {len(value)} characters. Choose one with at least "
            f"{SHORTEST_PASSCODE}, or leave it out and the app makes one."
        )
    return value


def _port(values: Mapping[str, str]) -> int:
    for name in ("WORKSHOP_PORT", "PORT", "STREAMLIT_SERVER_PORT"):
        if value := values.get(name):
            if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65_535):
                raise CannotStart(f"{name} is “{value}”. A port is a number from 1 to 65535.")
            return int(value)
    return DEFAULT_PORT


def _address(values: Mapping[str, str]) -> str:
    for name in ("WORKSHOP_ADDRESS", "STREAMLIT_SERVER_ADDRESS"):
        if value := values.get(name):
            try:
                return str(ipaddress.ip_address("127.0.0.1" if value == "localhost" else value))
            except ValueError:
                raise CannotStart(
                    f"{name} is “{value}”. It must be an address of this machine, such as "
                    "0.0.0.0 (every network) or 127.0.0.1 (this machine alone)."
                ) from None
    return "0.0.0.0"  # noqa: S104 - phones in the room must reach it


def _guides(value: str | None) -> Path:
    if value is None:
        return PROJECT / "facilitator_guides"
    folder = Path(value).expanduser().resolve()
    if not folder.is_dir():
        raise CannotStart(f"WORKSHOP_GUIDES is “{value}”, and there is no such folder.")
    return folder
