"""What the server may write down: problems, never who came from where to which code."""

import logging
from asyncio import CancelledError


def keep_addresses_out() -> None:
    """Silence the lines that carry a visitor's address or path, however the app was started.

    uvicorn's error log names WebSocket clients at INFO even without an access log. A filter stays
    when uvicorn configures its loggers once more; a level would not.
    """
    logging.getLogger("uvicorn.error").addFilter(_is_a_problem)
    access = logging.getLogger("uvicorn.access")
    access.addFilter(_never)
    # Without a handler uvicorn does not even put the line together.
    access.handlers.clear()
    # A page may ask for its counts in the moment in which all of it is drawn anew.
    logging.getLogger("streamlit.runtime.scriptrunner.script_runner").addFilter(_is_no_late_look)


def _is_a_problem(record: logging.LogRecord) -> bool:
    # A request that was cut off because the app was stopped is no bug.
    problem = record.exc_info[1] if record.exc_info else None
    return record.levelno >= logging.WARNING and not isinstance(problem, CancelledError)


def _is_no_late_look(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("Couldn't find fragment")


def _never(_record: logging.LogRecord) -> bool:
    return False
