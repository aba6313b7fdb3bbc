"""Reading what a phone sends: small, in time, in UTF-8, or refused with a sentence."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from modules.domain.errors import WorkshopError

LARGEST_BODY = 64 * 1024
SECONDS_TO_SEND = 15
MOST_FIELDS = 200
FORM_TYPE = "application/x-www-form-urlencoded"

# NUL cannot be stored in PostgreSQL; the other controls are never typed by a person.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Fields = Mapping[str, Sequence[str]]


class BadForm(WorkshopError):
    """A body that cannot be read. `status` is the HTTP status that says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


async def read_form(request: Request) -> Fields:
    """The fields of a form. Raises BadForm."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in ("", FORM_TYPE):
        raise BadForm(415, "This page takes its own form only. Please go back and try again.")
    try:
        async with asyncio.timeout(SECONDS_TO_SEND):
            body = await _limited_body(request)
    except (TimeoutError, ClientDisconnect):
        # Nobody reads the sentence where the phone is gone; but it is no fault of ours.
        raise BadForm(408, "That took too long to arrive. Please try again.") from None
    return parsed(body)


def parsed(body: bytes) -> Fields:
    try:
        fields = parse_qs(
            body.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except UnicodeDecodeError:
        raise BadForm(400, "Some characters could not be read. Please type it again.") from None
    except ValueError:
        raise BadForm(400, "That form has too many fields. Please go back and try again.") from None
    return {_clean(k): [_clean(v) for v in values] for k, values in fields.items()}


async def _limited_body(request: Request) -> bytes:
    too_large = BadForm(413, "That is too much at once. Please send a shorter text.")
    announced = request.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > LARGEST_BODY:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise too_large
    return bytes(body)


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)
