"""Signing in and out: a form, a link that works once, and the way out."""

import re
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from modules.actions import signing
from modules.actions.tools import Tools
from modules.domain.errors import NotAllowed, SlowDown, WorkshopError
from modules.server.cookies import SignInCookie

LONGEST_PASSCODE = 200
SESSION = re.compile(r"[0-9a-f]{32}")
# What the page shows for each is its own; the address carries no more than the word.
REFUSED = {NotAllowed: "wrong", SlowDown: "slow"}


def sign_in_routes(tools: Tools, cookie: SignInCookie) -> list[Route]:
    async def with_passcode(request: Request) -> Response:
        passcode = _field(await request.body(), "passcode")
        try:
            raw = await to_thread.run_sync(lambda: signing.sign_in(tools, passcode=passcode))
        except (NotAllowed, SlowDown) as refusal:
            return _home(_reason(refusal))
        return _signed_in(cookie, raw)

    async def with_link(request: Request) -> Response:
        # Chat programs look at a link before a person does: a look must not use it up.
        if request.method == "HEAD":
            return Response(headers={"Cache-Control": "no-store"})
        token = request.path_params["token"]
        try:
            raw = await to_thread.run_sync(lambda: signing.sign_in_by_link(tools, token=token))
        except NotAllowed:
            return _home("link")
        return _signed_in(cookie, raw, to=_console(request.query_params.get("session", "")))

    async def out(request: Request) -> Response:
        acting = cookie.read(request)
        if acting is not None:
            await to_thread.run_sync(lambda: signing.sign_out(tools, acting=acting))
        response = _home()
        cookie.remove(response)
        return response

    return [
        Route("/sign-in", with_passcode, methods=["POST"]),
        Route("/sign-in/{token}", with_link, methods=["GET"]),
        Route("/sign-out", out, methods=["POST"]),
    ]


def _field(body: bytes, name: str) -> str:
    """A field of a form; empty if the body is none, which is then a wrong passcode."""
    try:
        fields = parse_qs(body.decode("utf-8"), max_num_fields=10)
    except ValueError:
        return ""
    return fields.get(name, [""])[0][:LONGEST_PASSCODE]


def _reason(refusal: WorkshopError) -> str:
    return next(word for kind, word in REFUSED.items() if isinstance(refusal, kind))


def _home(refused: str = "") -> Response:
    return _see(f"/?refused={refused}" if refused else "/")


def _see(address: str) -> Response:
    # 303: the browser opens the page with GET, and a reload does not send the form again.
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


def _console(session: str) -> str:
    """Where a link leads that names a session; a link can lead to no other place."""
    return f"/facilitate?session={session}" if SESSION.fullmatch(session) else "/"


def _signed_in(cookie: SignInCookie, raw: str, *, to: str = "/") -> Response:
    response = _see(to)
    cookie.write(response, raw)
    return response
