"""The summary as one HTML page that works offline: read on a phone, kept as a file, printed."""

import base64
import hashlib
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from modules.domain.picture import Picture
from modules.screens.summary_views import SummaryView
from modules.summary.drawing import CHARTS_IN_THE_DARK, svg
from modules.summary.entries import Entry
from modules.summary.languages import is_right_to_left
from modules.summary.outline import AGREED, KEEP_TALKING, outline
from modules.summary.plain import steadied

FOLDER = Path(__file__).parent

_STYLE = (FOLDER / "summary.css").read_text(encoding="utf-8") + CHARTS_IN_THE_DARK
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
    language = contents.language
    from_the_right = is_right_to_left(language)
    page = _template().render(
        contents=contents,
        language=language,
        direction="rtl" if from_the_right else "ltr",
        policy=_OWN_POLICY,
        style=Markup(_STYLE),  # noqa: S704 - our own file, and no `</` in it
        chart=partial(_chart, mirrored=from_the_right),
        agreed=contents.says(AGREED),
        keep_talking=contents.says(KEEP_TALKING),
        ours=_in_english(contents.says.language != language.split("-")[0]),
        counted=_in_english(not language.startswith("en")),
    )
    return page.encode()


def _in_english(differs: bool) -> Markup:
    """What marks words as English in a page of another language."""
    return Markup(' lang="en"') if differs else Markup()


@cache
def _template() -> Template:
    pages = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: steadied(value) if type(value) is str else value,
    )
    return pages.get_template("summary.html")


def _chart(entry: Entry, *, mirrored: bool) -> Markup:
    # The drawer escapes every text, and names its patterns so that no two drawings clash.
    picture = Picture(entry.sentence, entry.chart)
    return Markup(svg(picture, title=entry.title, mirrored=mirrored))  # noqa: S704
