"""The one cookie that matters: a phone's device token, with a stamp that says it joined here."""

import hmac
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from modules.domain.ballot import DEVICE_TOKEN_BYTES, DeviceToken
from modules.domain.session import SessionId

DEVICE = "device"
LANGUAGE = "language"
# Browsers put sleeping tabs away and load them again hours later: a day covers any workshop.
LIFETIME_SECONDS = 24 * 60 * 60
_TOKEN_DIGITS = 2 * DEVICE_TOKEN_BYTES


@dataclass(frozen=True, slots=True)
class Cookies:
    """Hands out and reads cookies.

    The server stores no token, so nobody could tell a token of its own making from one that was
    handed out, and a locked or full room could be entered with any 128 bits. The stamp can be
    checked without remembering anybody.
    """

    key: bytes = field(repr=False)
    secure: bool

    def hand_out(
        self, response: Response, session_id: SessionId, code: str, device: DeviceToken
    ) -> None:
        value = device.value.hex() + self._stamp(session_id, device)
        self._set(response, DEVICE, value, code)

    def device(self, request: Request, session_id: SessionId) -> DeviceToken | None:
        """The phone's token, if it was handed out for this session."""
        value = request.cookies.get(DEVICE, "")
        try:
            device = DeviceToken(bytes.fromhex(value[:_TOKEN_DIGITS]))
        except ValueError:
            return None
        stamp = value[_TOKEN_DIGITS:].encode("utf-8", "replace")
        expected = self._stamp(session_id, device).encode()
        return device if hmac.compare_digest(stamp, expected) else None

    def take_back(self, response: Response, code: str) -> None:
        for name in (DEVICE, LANGUAGE):
            response.delete_cookie(
                name, path=f"/j/{code}", secure=self.secure, httponly=True, samesite="lax"
            )

    def remember_language(self, response: Response, code: str, language: str) -> None:
        self._set(response, LANGUAGE, language, code)

    def _set(self, response: Response, name: str, value: str, code: str) -> None:
        response.set_cookie(
            name,
            value,
            max_age=LIFETIME_SECONDS,
            path=f"/j/{code}",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def _stamp(self, session_id: SessionId, device: DeviceToken) -> str:
        message = session_id.encode() + b"\0" + device.value
        return hmac.digest(self.key, message, "sha256").hex()[:32]
