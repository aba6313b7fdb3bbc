"""What a person sees when the server itself refuses: one plain page with one sentence."""

from html import escape

from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{sentence}</p>
</main>
</body>
</html>
"""
_POLICY = "default-src 'none'; img-src data:; frame-ancestors 'none'; base-uri 'none'"


def refusal(status: int, sentence: str, *, title: str = "That did not work") -> HTMLResponse:
    """A page that says what happened and what to do next."""
    page = _PAGE.format(title=escape(title), sentence=escape(sentence))
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": _POLICY}
    return HTMLResponse(page, status_code=status, headers=headers)


async def refuse(scope: Scope, receive: Receive, send: Send, *, status: int, sentence: str) -> None:
    """Answer a request, or turn a WebSocket away before it opens."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": sentence})
        return
    await refusal(status, sentence)(scope, receive, send)
