"""What a handler sees of a request: never a user agent or a referrer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from modules.phone.cookies import LANGUAGE
from modules.phone.forms import Fields
from modules.phone.pages import PRIVATE_HEADERS, html, script, style, templates
from modules.phone.words import LANGUAGES, Words, words_for

# Every answer to a script has this size, whatever was sent and whatever came of it.
SCRIPT_ANSWER_BYTES = 512


@dataclass(slots=True)
class Visit:
    """One request. `wait` is how many seconds its answer is held back."""

    request: Request
    fields: Fields = field(default_factory=dict)
    wait: float = 0
    session_language: str = "en"

    def path(self, name: str) -> str:
        found: str = self.request.path_params[name]
        return found

    def typed(self, name: str) -> str:
        """The last value of a form field, or ""."""
        return (self.fields.get(name) or [""])[-1]

    @property
    def address(self) -> str:
        """Where the request came from: for `crowd` alone, which does not keep it.

        What a proxy on this computer forwards counts, as uvicorn has it (docs/operating.md).
        """
        return self.request.client.host if self.request.client else ""

    @property
    def by_script(self) -> bool:
        return self.request.headers.get("accept", "").startswith("application/json")

    @property
    def words(self) -> Words:
        """In the language this phone asked for, else the session's."""
        asked = self._asked or self.request.cookies.get(LANGUAGE)
        return words_for(*([asked] if asked in LANGUAGES else []), self.session_language)

    @property
    def asked(self) -> str:
        """The language that was asked for, to be kept in the addresses this leads to; or ""."""
        return f"?language={self._asked}" if self._asked in LANGUAGES else ""

    @property
    def _asked(self) -> str:
        """By the page's address, or by the form of somebody who has no cookie yet."""
        return self.request.query_params.get("language", "") or self.typed("language")

    def template(self, name: str, **context: Any) -> str:
        """A part of a page."""
        return templates().get_template(name).render(t=self.words, **context)

    def page(
        self, template: str, *, status: int = 200, scripted: str = "", **context: Any
    ) -> Response:
        """A page from its template, with one of the scripts of `pages`."""
        text = (
            templates()
            .get_template(template)
            .render(
                t=self.words,
                style=style(),
                script=script(scripted),
                content_language=self.session_language,
                **context,
            )
        )
        gzipped = "gzip" in self.request.headers.get("accept-encoding", "")
        return html(text, status=status, gzipped=gzipped, scripted=scripted)


def for_script(values: Mapping[str, object], *, status: int = 200) -> Response:
    body = json.dumps(values, ensure_ascii=False).encode("utf-8")
    padded = body + b" " * (-len(body) % SCRIPT_ANSWER_BYTES)
    return Response(padded, status, PRIVATE_HEADERS, media_type="application/json")


def see_other(address: str) -> Response:
    """After a form: look there, with GET."""
    return Response(status_code=303, headers={**PRIVATE_HEADERS, "Location": address})
