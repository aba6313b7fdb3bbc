"""Whether a request comes from one of our own pages or from somebody else's site."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

READING = frozenset({"GET", "HEAD", "OPTIONS"})
DEFAULT_PORTS = {"http": 80, "https": 443}


def is_foreign_socket(headers: Headers, public_url: str | None) -> bool:
    """A WebSocket that another site opened. Browsers always name the origin; programs need not."""
    origin = headers.get("origin")
    return origin is not None and not _is_ours(origin, headers.get("host"), public_url)


def is_foreign_form(method: str, headers: Headers, public_url: str | None) -> bool:
    """A request that would change something, sent from another site.

    Sec-Fetch-Site is the browser's own word, but comes over HTTPS and localhost only. Without it,
    “null” must pass: our pages send no referrer, and then a browser hides the origin of a form too.
    Such a request carries no cookie of ours, because they are SameSite=Lax.
    """
    if method in READING:
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin", "null")
    return origin != "null" and not _is_ours(origin, headers.get("host"), public_url)


def _is_ours(origin: str, host: str | None, public_url: str | None) -> bool:
    if public_url is not None and origin.lower() == public_url.lower():
        return True
    scheme = origin.partition("://")[0].lower()
    default = DEFAULT_PORTS.get(scheme)
    if host is None or default is None:
        return False
    place = _place(origin, default)
    return place is not None and place == _place(f"{scheme}://{host}", default)


def _place(url: str, default_port: int) -> tuple[str, int] | None:
    try:
        parts = urlsplit(url)
        return (parts.hostname, parts.port or default_port) if parts.hostname else None
    except ValueError:
        return None
