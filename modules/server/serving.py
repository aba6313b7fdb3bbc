"""Starting to serve, and reaching the server that serves us, whichever way it was started."""

import asyncio
import gc
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeVar

import streamlit as st
import uvicorn

from modules.live.hub import Hub
from modules.settings import CannotStart, Settings

if sys.platform != "win32":
    import resource

# Phones ask again every few seconds; uvicorn's 5 would make half of all answers reconnect.
KEEP_ALIVE_SECONDS = 75
UVICORN_KEEP_ALIVE_SECONDS = 5
# A phone in the middle of sending gets this long when the app is stopped.
SECONDS_TO_STOP = 3
SECONDS_BETWEEN_LOOKS = 0.25
# Two connections for each of the 5,000 phones that a room may take, and some for everything else.
# macOS says that there is no limit, and then refuses more than this.
OPEN_FILES = 10_240


Kind = TypeVar("Kind")


def serve(app: st.App, settings: Settings) -> None:
    """Run the app until it is stopped. Raises CannotStart if the port is taken."""
    must_be_free(settings.address, settings.port)
    # Streamlit's own variable for the port is not read in this way of starting, so it is passed.
    # uvicorn has stopped everything in order before it hands the Ctrl+C on.
    with suppress(KeyboardInterrupt):
        app.run(config={"server.port": settings.port, "server.address": settings.address})


def must_be_free_for_uvicorn() -> None:
    """Where uvicorn was started by its own command line: raises CannotStart if its port is taken.

    It would find out only after we have shown a link and a passcode, which is shown only once.
    """
    config = next(_living(uvicorn.Config), None)
    if config is None or config.fd is not None or config.uds is not None:
        return
    if not _is_ours(config.port):
        must_be_free(config.host, config.port, chosen_by="--port ")


def _is_ours(port: int) -> bool:
    """Whether this process has the port already, as one that uvicorn starts anew has."""
    return any(
        one.fileno() != -1
        and one.family in (socket.AF_INET, socket.AF_INET6)
        and one.getsockname()[1] == port
        for one in _living(socket.socket)
    )


def must_be_free(address: str, port: int, *, chosen_by: str = "WORKSHOP_PORT=") -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if sys.platform != "win32":
            # As the server itself does: a port that was just given up is free. On Windows this
            # would let two programs have it.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except PermissionError:
            raise CannotStart(
                f"Port {port} is not open to this user. Choose one above 1023: {chosen_by}8501."
            ) from None
        except OSError as problem:
            raise CannotStart(
                f"Port {port} on {address} cannot be used ({problem.strerror}). Stop the program "
                f"that uses it, or choose another port: {chosen_by}{port + 1}."
            ) from None


def allow_thousands_of_connections() -> None:
    """Take as many open files as the system allows this process, if that is more than now.

    Most systems start programs with 1,024 or fewer, though they may have many more: a room of 500
    phones that answer within a minute would already find the door shut.
    """
    if sys.platform == "win32":
        # There is no such limit.
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if most == resource.RLIM_INFINITY else min(OPEN_FILES, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def running_server() -> uvicorn.Server | None:
    """The server that runs this process, tuned in what only its configuration can say.

    Streamlit builds it and offers no option for these, so it is looked up. What was chosen on
    uvicorn's own command line stays.
    """
    server = next(_living(uvicorn.Server), None)
    if server is None:
        return None
    if server.config.timeout_keep_alive == UVICORN_KEEP_ALIVE_SECONDS:
        server.config.timeout_keep_alive = KEEP_ALIVE_SECONDS
    if server.config.timeout_graceful_shutdown is None:
        server.config.timeout_graceful_shutdown = SECONDS_TO_STOP
    return server


def _living(kind: type[Kind]) -> Iterator[Kind]:
    # type(), because isinstance() asks the object, and some objects pretend.
    return (o for o in gc.get_objects() if issubclass(type(o), kind))


async def end_streams_when_stopping(server: uvicorn.Server, hub: Hub) -> None:
    """uvicorn waits for open streams before it tells the app that it stops; it is asked instead."""
    while not server.should_exit:
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    hub.close()


def hold_streamlit_to(options: dict[str, Any]) -> None:
    """Apply the project's Streamlit options that Streamlit did not find by itself.

    It looks in the folder it was started from, and uvicorn may be started from anywhere. Without
    them it would send usage data away and show tracebacks.
    """
    known = st.config.get_config_options()

    def apply(prefix: str, values: dict[str, Any]) -> None:
        for name, value in values.items():
            key = f"{prefix}{name}"
            if key not in known and isinstance(value, dict):
                apply(f"{key}.", value)
            elif not st.config.is_manually_set(key):
                st.config.set_option(key, value)

    apply("", options)
