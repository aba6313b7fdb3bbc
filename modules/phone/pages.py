"""Rendering pages: templates that always escape, style and script inlined, headers, gzip."""

import gzip
import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from markupsafe import Markup
from rcssmin import cssmin
from rjsmin import jsmin
from starlette.responses import Response

from modules.domain.picture import Picture, Texts
from modules.phone.words import kinds_places, known
from modules.summary.drawing import CHARTS_IN_THE_DARK, svg

FOLDER = Path(__file__).parent
# The scripts of three pages, in parts that share one scope each, so the order matters.
SCRIPT_PARTS = {
    "room": (
        *("storage", "start", "stage", "live", "answers", "draft", "signals", "inputs"),
        *("takehome", "private", "clock"),
    ),
    "notes": ("storage", "takehome", "notes"),
    "hint": ("hint",),
}
GZIP_FROM_BYTES = 500

PRIVATE_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def form_of_a_kind(name: str) -> str | None:
    """The template `choice/phone.html`, wherever the kinds of activities lie."""
    files = [place / name for place in kinds_places() if name.endswith("/phone.html")]
    return next((f.read_text(encoding="utf-8") for f in files if f.is_file()), None)


@cache
def templates() -> Environment:
    found = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=ChoiceLoader(
            [FileSystemLoader(FOLDER / "templates"), FunctionLoader(form_of_a_kind)]
        ),
    )
    found.globals.update(drawn=drawn, quoted=quoted, style_of=style_of, known=known)
    return found


def drawn(picture: Picture, title: str) -> Markup:
    """The chart as SVG; "" where there is none. The drawer escapes what people wrote."""
    return Markup(svg(picture, title=title))  # noqa: S704


def quoted(picture: Picture) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The texts of a picture that consists of texts, by theme."""
    return picture.chart.groups if isinstance(picture.chart, Texts) else ()


@cache
def style() -> Markup:
    """The whole style sheet. Only ours, so it may stand in the page as it is."""
    own = (FOLDER / "assets" / "phone.css").read_text(encoding="utf-8")
    return Markup(cssmin(own + CHARTS_IN_THE_DARK))  # noqa: S704


def style_of(kind: str) -> Markup:
    """What a kind adds to the style sheet, to stand beside its form and nowhere else; or ""."""
    files = (place / kind / "phone.css" for place in kinds_places())
    found = next((file for file in files if file.is_file()), None)
    return Markup("<style>{}</style>").format(_rules(found)) if found else Markup()


@cache
def _rules(file: Path) -> Markup:
    return Markup(cssmin(file.read_text(encoding="utf-8")))  # noqa: S704


def script(page: str) -> Markup:
    """A page's script, the room's with those of the kinds; "" for a page without one."""
    if not page:
        return Markup()
    ours = [FOLDER / "assets" / f"{name}.js" for name in SCRIPT_PARTS[page]]
    places = kinds_places() if page == "room" else ()
    kinds = [file for place in places for file in sorted(place.glob("*/phone.js"))]
    return _joined((*ours, *kinds))


@cache
def _joined(files: tuple[Path, ...]) -> Markup:
    body = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return Markup(jsmin("(function(){'use strict';\n" + body + "\n})();"))  # noqa: S704


def policy(page: str = "") -> str:
    """What a phone page may load: itself. The inlined styles and script are named by hash.

    The styles are those of every kind: the stage comes to another one without a new page.
    Only the room's script may ask for more. The page of own notes may send nothing at all.
    """
    scripts = f"script-src {_hash(script(page))}; " if page else ""
    connects = "connect-src 'self'; " if page == "room" else ""
    sends = "'none'" if page == "notes" else "'self'"
    kinds = [file for place in kinds_places() for file in sorted(place.glob("*/phone.css"))]
    styles = " ".join(_hash(rules) for rules in (style(), *map(_rules, kinds)))
    return (
        f"default-src 'none'; {scripts}{connects}style-src {styles}; img-src data:; "
        f"form-action {sends}; base-uri 'none'; frame-ancestors 'none'"
    )


def html(text: str, *, status: int, gzipped: bool, scripted: str = "") -> Response:
    """A page as a response; compressed here, because the first round trip carries 14,600 bytes."""
    headers = {**PRIVATE_HEADERS, "Content-Security-Policy": policy(scripted)}
    body = text.encode("utf-8")
    if gzipped and len(body) >= GZIP_FROM_BYTES:
        body = gzip.compress(body, 6, mtime=0)
        headers["Content-Encoding"] = "gzip"
    headers["Vary"] = "Accept-Encoding"
    return Response(body, status, headers, media_type="text/html")


@cache
def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
