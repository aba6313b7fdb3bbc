"""What every answer tells the browser not to do. Streamlit sends none of it by itself."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class SecurityHeaders:
    """Plain ASGI middleware. A phone page brings its own, tighter policy, which stands."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.policy = pages_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", self.policy)
                for name, value in ALWAYS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def pages_policy() -> str:
    """The policy under which Streamlit's pages, Plotly included, work without a violation.

    It also keeps pictures from other sites out of anything a participant types.
    """
    allowed = " ".join(f"'sha256-{digest}'" for digest in inline_script_hashes())
    return "; ".join(
        (
            "default-src 'none'",
            # blob: for inline components.
            f"script-src 'self' blob: {allowed}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            # The preview of a phone, on the page of guides.
            "frame-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        )
    )


def inline_script_hashes() -> list[str]:
    """The scripts that Streamlit's one HTML file carries, read from the installed version."""
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = _INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    return [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
