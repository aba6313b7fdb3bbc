"""The outermost check of every request: no foreign site, no borrowed identity, no closed path.

Streamlit trusts the header that this sets, so nothing may reach Streamlit around it.
"""

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from modules.actions import signing
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.errors import NotAllowed
from modules.server.cookies import SignInCookie
from modules.server.origins import is_foreign_form, is_foreign_socket
from modules.server.refusals import refuse

# Named in .streamlit/config.toml as a trusted header: st.user["sign_in"].
HEADER = "x-workshop-sign-in"
# Streamlit publishes downloads, uploads and numbers under these to whoever asks.
CLOSED = ("/media/", "/_stcore/")
# The sign-in page and the projector need these before anybody has signed in.
OPEN = ("/_stcore/stream", "/_stcore/health", "/_stcore/host-config")

FOREIGN = "This request came from another site and was not carried out."
STRANGER = "Please sign in as the facilitator first."


class Door:
    """Plain ASGI middleware, so that event streams pass through it untouched."""

    def __init__(
        self, app: ASGIApp, *, tools: Tools, cookie: SignInCookie, public_url: str | None
    ) -> None:
        self.app = app
        self.tools = tools
        self.cookie = cookie
        self.public_url = public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif self._is_foreign(scope):
            await refuse(scope, receive, send, status=403, sentence=FOREIGN)
        else:
            acting = self.cookie.read(HTTPConnection(scope))
            if _is_closed(scope) and not await self._is_signed_in(acting):
                await refuse(scope, receive, send, status=403, sentence=STRANGER)
            else:
                await self.app(_trusted(scope, acting), receive, send)

    def _is_foreign(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if scope["type"] == "websocket":
            return is_foreign_socket(headers, self.public_url)
        return is_foreign_form(scope["method"], headers, self.public_url)

    async def _is_signed_in(self, acting: Acting | None) -> bool:
        return acting is not None and await to_thread.run_sync(self._holds, acting)

    def _holds(self, acting: Acting) -> bool:
        try:
            with self.tools.database.read() as db:
                signing.holding(db, acting, self.tools.now())
        except NotAllowed:
            return False
        return True


def _is_closed(scope: Scope) -> bool:
    # As the routes see it: a proxy's prefix must not hide a closed path.
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return path.startswith(CLOSED) and path not in OPEN


def _trusted(scope: Scope, acting: Acting | None) -> Scope:
    """The request with our header or none, whatever the client sent under its name."""
    name = HEADER.encode()
    sent = scope["headers"]
    kept = [pair for pair in sent if pair[0].lower() != name]
    if acting is None and len(kept) == len(sent):
        return scope
    trusted = dict(scope, headers=kept)
    if acting is not None:
        MutableHeaders(scope=trusted)[HEADER] = acting.sign_in
    return trusted
