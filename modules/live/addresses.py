"""Where the app is reached: by the facilitator on this machine, and by phones in the room."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

# Connecting a datagram socket sends nothing: it only chooses the way out. The first is any host
# behind the default route; the others are networks that a laptop or phone opens as a hotspot,
# where often no default route exists.
_WAYS_OUT = ("10.254.254.254", "10.42.0.254", "192.168.137.254", "192.168.2.254", "172.20.10.14")


@dataclass(slots=True)
class Addresses:
    """The app's addresses. `host` and `port` are where it really listens, known once it runs."""

    host: str
    port: int
    public_url: str | None = None

    @property
    def page(self) -> str:
        """What the facilitator opens on this machine."""
        if self.public_url:
            return self.public_url
        return self._http("localhost" if _is_any(self.host) or self.only_here else self.host)

    @property
    def from_here(self) -> str:
        """What a program on this machine opens, whatever the outside calls the app."""
        if not _is_any(self.host):
            return self._http(self.host)
        return self._http("::1" if self.host == "::" else "127.0.0.1")

    @property
    def phones(self) -> str:
        """What phones open and QR codes carry. Looked up each time: laptops change networks."""
        if self.public_url:
            return self.public_url
        return self._http(self._reachable_host() or "localhost")

    def phones_from(self, page: str | None) -> str:
        """The same, for somebody who has opened `page`.

        If that is neither this machine's own name nor one that only some phones know, then it
        leads here, also through a proxy or tunnel that the settings do not name.
        """
        if self.public_url or not page:
            return self.phones
        parts = urlsplit(page)
        host = parts.hostname or ""
        known_to_phones = not _is_loopback(host) and "." in host and not host.endswith(".local")
        if parts.scheme not in ("http", "https") or not known_to_phones:
            return self.phones
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def only_here(self) -> bool:
        """Whether nothing but this machine itself can open the app."""
        return self.public_url is None and self._reachable_host() is None

    def _reachable_host(self) -> str | None:
        host = lan_address() if _is_any(self.host) else self.host
        return None if host is None or _is_loopback(host) else host

    def _http(self, host: str) -> str:
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}" if self.port == 80 else f"http://{shown}:{self.port}"


def lan_address() -> str | None:
    """This machine's address in the room's network, found without sending anything."""
    for somewhere in _WAYS_OUT:
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
                probe.connect((somewhere, 9))
                found = str(probe.getsockname()[0])
        except OSError:
            continue
        if not _is_loopback(found) and not _is_any(found):
            return found
    return None


def _is_any(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")  # noqa: S104 - compared, not bound


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
