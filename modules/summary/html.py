"""The summary as one HTML page that works offline: read on a phone, kept as a file, printed."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from modules.domain.picture import Picture
from modules.screens.views import SummaryView
from modules.summary.drawing import svg
from modules.summary.entries import Entry
from modules.summary.outline import AGREED, KEEP_TALKING, outline

FOLDER = Path(__file__).parent
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_STYLE = (FOLDER / "summary.css").read_text(encoding="utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# In the page itself, so that a kept file loads and runs nothing either.
_OWN_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
POLICY = f"{_OWN_POLICY}; frame-ancestors 'none'"
"""The Content-Security-Policy to send with the page."""


def html(view: SummaryView) -> bytes:
    """The whole page in UTF-8, without scripts and without a single request to anywhere."""
    contents = outline(view)
    language = language_tag(contents.language)
    page = _template().render(
        contents=contents,
        language=language,
        direction="rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
        policy=_OWN_POLICY,
        style=Markup(_STYLE),  # noqa: S704 - our own file, and no `</` in it
        chart=_chart,
        agreed=AGREED,
        keep_talking=KEEP_TALKING,
    )
    return page.encode()


def language_tag(code: str) -> str:
    """The language as HTML wants it, or English where it is none."""
    tag = code.replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) else "en"


@cache
def _template() -> Template:
    pages = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    return pages.get_template("summary.html")


def _chart(entry: Entry) -> Markup:
    # The drawer escapes every text, and names its patterns so that no two drawings clash.
    return Markup(svg(Picture(entry.sentence, entry.chart), title=entry.title))  # noqa: S704
