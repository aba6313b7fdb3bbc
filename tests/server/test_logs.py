"""What is written down of a page that looks again in the moment in which it is drawn."""

import logging

from streamlit.logger import get_logger

from modules.server.logs import keep_addresses_out

# Where Streamlit says so.
RUNNER = "streamlit.runtime.scriptrunner.script_runner"


def test_a_look_that_comes_too_late_is_no_problem_to_write_down() -> None:
    logger = get_logger(RUNNER)
    keep_addresses_out()
    late = logging.LogRecord(
        RUNNER, logging.WARNING, "", 0, "Couldn't find fragment with id %s.", ("1",), None
    )
    real = logging.LogRecord(RUNNER, logging.WARNING, "", 0, "Out of %s", ("memory",), None)

    assert not logger.filter(late)
    assert logger.filter(real)
