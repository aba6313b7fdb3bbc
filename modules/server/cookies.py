"""The cookie of a signed-in device: a random id, signed, out of reach for scripts."""

from dataclasses import dataclass, field

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from modules.actions.signing import SIGNED_IN_FOR, hashed
from modules.domain.access import Acting

NAME = "workshop_sign_in"


@dataclass(frozen=True, slots=True)
class SignInCookie:
    """Writes and reads the cookie. What it says still has to be looked up: it can be revoked."""

    secret: bytes = field(repr=False)
    secure: bool

    def read(self, connection: HTTPConnection) -> Acting | None:
        """Who the request says it is, if the signature is ours."""
        value = connection.cookies.get(NAME)
        if value is None:
            return None
        try:
            raw = self._serializer().loads(value)
        except BadSignature:
            return None
        return Acting(hashed(raw)) if isinstance(raw, str) else None

    def write(self, response: Response, raw: str) -> None:
        response.set_cookie(
            NAME,
            str(self._serializer().dumps(raw)),
            max_age=int(SIGNED_IN_FOR.total_seconds()),
            httponly=True,
            # Lax, not Strict: the one-click link may be opened from a chat or an e-mail.
            samesite="lax",
            secure=self.secure,
        )

    def remove(self, response: Response) -> None:
        response.delete_cookie(NAME, httponly=True, samesite="lax", secure=self.secure)

    def _serializer(self) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret, salt="sign-in")
