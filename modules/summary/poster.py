"""A poster for the door: the QR code, the address, the code, and the promise in one sentence."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO

import qrcode
from qrcode.image.svg import SvgPathImage

from modules.summary.files import SummaryFile, named
from modules.summary.plain import plain
from modules.summary.typesetting import compiled, text_of

TEMPLATE = "poster.typ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What hangs on the door. `link` is what the QR code holds; `address` is typed by hand."""

    title: str
    link: str
    address: str
    code: str
    promise: str
    language: str
    held_on: date


def poster(invitation: Invitation) -> SummaryFile:
    """One PDF/UA page, A4 upright."""
    made = datetime.combine(invitation.held_on, time(), UTC)
    data = {
        "title": text_of(plain(invitation.title) or "Workshop"),
        "language": invitation.language,
        "date": [invitation.held_on.year, invitation.held_on.month, invitation.held_on.day],
        "qr": _drawn(invitation.link),
        "address": text_of(invitation.address),
        "code": f"{invitation.code[:4]} {invitation.code[4:]}",
        "promise": text_of(invitation.promise),
    }
    return SummaryFile(
        data=compiled(TEMPLATE, data, int(made.timestamp())),
        media_type="application/pdf",
        **named(invitation.title, "poster.pdf"),
    )


def _drawn(link: str) -> str:
    drawing = BytesIO()
    qrcode.make(link, image_factory=SvgPathImage, border=4, box_size=10).save(drawing)
    return drawing.getvalue().decode()
