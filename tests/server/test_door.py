"""Who gets in: strangers, facilitators, borrowed identities, other sites. Against the real app."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from modules.server.cookies import NAME
from modules.server.door import HEADER
from tests.patience import SECONDS
from tests.server.a_server import PASSCODE, Server, a_server, streamlit_session

CLOSED = [
    "/media/0123456789abcdef.png",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
    "/_stcore/upload_file/session/file",
    "/_stcore/anything-that-comes-later",
    "/%6dedia/0123456789abcdef.png",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("door")
    with a_server(folder) as running:
        yield running


@pytest.fixture
def stranger(server: Server) -> Iterator[httpx2.Client]:
    with server.visitor() as client:
        yield client


@pytest.fixture
def facilitator(server: Server) -> Iterator[httpx2.Client]:
    with server.facilitator() as client:
        yield client


def opened(server: Server, origin: str | None, **headers: str) -> ClientConnection:
    return connect(
        server.base.replace("http", "ws") + "/_stcore/stream",
        origin=None if origin is None else Origin(origin),
        additional_headers=headers,
        subprotocols=None,
        proxy=None,
        open_timeout=SECONDS,
    )


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD"])
def test_a_stranger_finds_the_closed_paths_closed(stranger, method, path):
    assert stranger.request(method, path).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/start", "/_stcore/health", "/_stcore/host-config", "/join"]
)
def test_a_stranger_may_open_what_the_sign_in_and_the_phones_need(stranger, path):
    assert stranger.get(path).status_code == 200


def test_a_signed_in_facilitator_passes_the_closed_paths(facilitator):
    assert facilitator.get("/_stcore/metrics").status_code == 200
    assert facilitator.get("/media/nothing.png").status_code == 404


def test_signing_out_closes_them_at_once_also_for_a_copied_cookie(stranger, facilitator):
    copied = {"Cookie": f"{NAME}={facilitator.cookies[NAME]}"}

    answer = facilitator.post("/sign-out")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert facilitator.cookies.get(NAME) is None
    assert stranger.get("/_stcore/metrics", headers=copied).status_code == 403


def test_a_trusted_header_from_outside_counts_for_nothing(server, facilitator, stranger):
    identity = the_identity(server, facilitator)

    answer = stranger.get("/_stcore/metrics", headers={HEADER: identity})

    assert answer.status_code == 403


def the_identity(server: Server, client: httpx2.Client) -> str:
    """What the header would carry for this client, worked out as the middleware does."""
    from starlette.requests import HTTPConnection

    from modules.actions.signing import cookie_secret
    from modules.actions.tools import Tools
    from modules.server.cookies import SignInCookie
    from modules.storage.database import Database

    database = Database.open(f"sqlite:///{server.data / 'data' / 'workshop.sqlite3'}")
    tools = Tools(database=database, announce=lambda _session, _topic: None)
    value = client.cookies[NAME]
    scope = {"type": "http", "headers": [(b"cookie", f"{NAME}={value}".encode())]}
    acting = SignInCookie(cookie_secret(tools), secure=False).read(HTTPConnection(scope))
    database.close()
    assert acting is not None
    return acting.sign_in


@pytest.mark.parametrize(
    "forged",
    ["", "x", "a.b.c", "InN0b2xlbiI.AAAA", "%00", "é".encode().decode("latin-1")],
)
def test_a_forged_cookie_counts_for_nothing(stranger, forged):
    headers = {b"Cookie": f"{NAME}={forged}".encode("latin-1")}

    assert stranger.get("/_stcore/metrics", headers=headers).status_code == 403
    assert stranger.get("/", headers=headers).status_code == 200


def test_our_own_page_opens_its_live_connection(server):
    with opened(server, server.base) as line:
        assert line.response is not None
        assert line.response.status_code == 101


def test_a_reload_takes_up_ones_own_streamlit_session(server, facilitator):
    cookie = facilitator.cookies[NAME]
    mine = streamlit_session(server, cookie)

    assert streamlit_session(server, cookie, wanted=mine) == mine


def test_a_stolen_streamlit_session_id_opens_a_new_empty_one(server, facilitator):
    stolen = streamlit_session(server, facilitator.cookies[NAME])

    assert streamlit_session(server, wanted=stolen) != stolen
    with server.facilitator() as another:
        assert streamlit_session(server, another.cookies[NAME], wanted=stolen) != stolen


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_a_live_connection_from_another_site_is_refused_before_streamlit(server, origin):
    before = server.printed

    with pytest.raises(InvalidStatus) as refusal:
        opened(server, origin)

    assert refusal.value.response.status_code == 403
    # Streamlit would have written a line about it, after asking for its public address.
    assert server.printed == before


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/join", "/j/12345678/answer"])
@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_form_of_another_site_is_refused(stranger, path, headers):
    answer = stranger.post(path, data={"passcode": PASSCODE}, headers=headers)

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "another site" in answer.text


def test_a_body_of_ten_megabytes_is_refused_with_a_sentence(stranger):
    answer = stranger.post("/join", content=b"\xff" * 10_000_000)

    assert answer.status_code == 413
    assert "too much at once" in answer.text


@pytest.mark.parametrize(
    "path", ["/projector/17401190", "/facilitate/x", "/x/y", "/facilitate/static/js/x.js"]
)
def test_there_is_nothing_below_a_page(stranger, path):
    answer = stranger.get(path)

    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text


def test_what_streamlit_brings_along_is_found(stranger):
    scripts = re.findall(r'src="\./(static/js/[^"]+)"', stranger.get("/").text)

    assert scripts
    assert [stranger.get(f"/{script}").status_code for script in scripts] == [200] * len(scripts)
    assert stranger.get("/facilitate/").headers["location"] == "/facilitate"
    assert stranger.get("/_stcore/bidi-components/x/y.js").status_code == 403
    assert "Nothing is here" not in stranger.get("/component/x/y.js").text


def test_refusals_carry_the_security_headers_too(stranger):
    answer = stranger.get("/media/x")

    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


def test_the_font_is_our_own(stranger):
    answer = stranger.get("/assets/fonts/next-latin.woff2")

    assert answer.status_code == 200
    assert answer.content[:4] == b"wOF2"
    assert stranger.get("/assets/fonts/..%2fphone.css").status_code == 400
