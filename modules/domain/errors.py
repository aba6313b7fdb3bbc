"""The one family of errors whose messages people may read.

Every message is a whole sentence for the person who caused it. Anything else that is raised is a
bug and is allowed to surface.
"""


class WorkshopError(Exception):
    """Something a person did that the workshop cannot carry out."""


class NotFound(WorkshopError):
    """There is nothing at this code or address, or no longer."""


class NoSuchCode(NotFound):
    def __init__(self) -> None:
        super().__init__(
            "No workshop is running under this code. Check the eight digits on the big screen."
        )


class NoSuchSession(NotFound):
    def __init__(self) -> None:
        super().__init__(
            "This workshop no longer exists. It may have been deleted on its date, or have a new "
            "address: scan the code on the big screen again."
        )


class NotAllowed(WorkshopError):
    """The person is not signed in, or not for this."""

    def __init__(self, message: str = "Please sign in as the facilitator first.") -> None:
        super().__init__(message)


class RoundClosed(WorkshopError):
    def __init__(
        self, message: str = "This question is closed. Your answer was not counted."
    ) -> None:
        super().__init__(message)


class NewerAnswerStands(WorkshopError):
    """An answer arrived with a sequence number that another answer already used."""

    def __init__(self, seq: int) -> None:
        super().__init__("A newer answer from this phone stands. You can change it again.")
        self.seq = seq


class InvalidAnswer(WorkshopError):
    """What was typed or tapped cannot be counted; the message says what to change."""


class NotJoined(WorkshopError):
    def __init__(self) -> None:
        super().__init__("Join the workshop first, then answer.")


class RoomLocked(WorkshopError):
    def __init__(self) -> None:
        super().__init__("The room is locked. Ask the facilitator to unlock it for you.")


class RoomFull(WorkshopError):
    def __init__(self, cap: int) -> None:
        super().__init__(f"The room is full: it takes {cap} phones. Ask the facilitator for help.")


class SlowDown(WorkshopError):
    """Too many tries at once, for the whole server or from one place."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many tries at once. Please wait {seconds} seconds and try again.")
        self.seconds = seconds


class StaleMove(WorkshopError):
    """A press on a screen that no longer shows where the room is."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Another device has moved on; the room is at {where}. Nothing was changed."
        )


class MoveRefused(WorkshopError):
    """A move that makes no sense where the room is; the message says why."""


class InvalidInput(WorkshopError):
    """A facilitator's form or file cannot be used; the message says what to change."""
