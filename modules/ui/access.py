"""Who looks at a page. The middleware has verified the cookie; here the sign-in is looked up.

This is for the person, who sees the sign-in page instead of an error. The safety lies in the
actions, which check the sign-in themselves: callbacks and fragments outlive a page's gate.
"""

from typing import cast

import streamlit as st

from modules.actions import signing
from modules.domain.access import Acting, SignIn
from modules.domain.errors import NotAllowed, WorkshopError
from modules.domain.session import SessionId
from modules.wiring import workshop

_FIELD = "sign_in"


def acting() -> Acting:
    """The device behind this browser tab, signed in or not."""
    return Acting(sign_in=cast(str, st.user.get(_FIELD) or ""))


def signed_in() -> SignIn | None:
    """The sign-in that holds now, of a facilitator or a moderator."""
    with workshop().database.read() as db:
        try:
            return signing.holding(db, acting(), workshop().tools.now())
        except NotAllowed:
            return None


def require_facilitator() -> Acting:
    """First line of every facilitator page: refuses and draws nothing else."""
    with workshop().database.read() as db:
        try:
            signing.require(db, acting(), now=workshop().tools.now())
        except NotAllowed as refusal:
            st.error(str(refusal))
            st.stop()
    return acting()


def require_moderator() -> SignIn:
    """First line of the moderation page: for the facilitator, or a moderator by link."""
    sign_in = signed_in()
    if sign_in is None:
        st.error(str(NotAllowed()))
        st.stop()
    return sign_in


def is_facilitator_of(session_id: SessionId) -> bool:
    """Whether this device is the facilitator's of this session: then keys work here too."""
    with workshop().database.read() as db:
        try:
            signing.require(db, acting(), now=workshop().tools.now(), session_id=session_id)
        except WorkshopError:
            return False
    return True
