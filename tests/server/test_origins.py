"""Which requests come from our own pages."""

import pytest
from starlette.datastructures import Headers

from modules.server.origins import is_foreign_form, is_foreign_socket

HOST = "192.168.1.20:8501"
PUBLIC = "https://workshop.example.org"


def sent(**headers: str) -> Headers:
    return Headers({name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (f"http://{HOST}", HOST),
        ("http://Workshop.local", "workshop.local"),
        ("http://workshop.local:80", "workshop.local"),
        ("https://workshop.local", "workshop.local:443"),
        ("http://[fd00::7]:8501", "[fd00::7]:8501"),
        (PUBLIC, "10.0.0.4:8501"),
    ],
)
def test_our_own_pages_may_open_their_connection(origin, host):
    assert is_foreign_socket(sent(origin=origin, host=host), PUBLIC) is False


def test_a_program_without_an_origin_may_connect():
    assert is_foreign_socket(sent(host=HOST), None) is False


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://192.168.1.20",
        "http://192.168.1.20:9000",
        f"http://{HOST}.evil.example",
        f"http://evil.example/{HOST}",
        f"http://evil.example#@{HOST}",
        f"http://{HOST}@evil.example",
        "https://workshop.example.org.evil.example",
        "http://workshop.example.org",
        "null",
        "",
        "file://",
        "http://[broken",
        "http://192.168.1.20:port",
    ],
)
def test_another_site_may_not_open_a_connection(origin):
    assert is_foreign_socket(sent(origin=origin, host=HOST), PUBLIC) is True


def test_a_request_without_a_host_belongs_to_nobody():
    assert is_foreign_socket(sent(origin=f"http://{HOST}"), None) is True


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_following_a_link_from_another_site_is_allowed(method):
    headers = sent(host=HOST, origin="http://evil.example", sec_fetch_site="cross-site")

    assert is_foreign_form(method, headers, None) is False


@pytest.mark.parametrize(
    "headers",
    [
        sent(host=HOST, sec_fetch_site="same-origin"),
        sent(host=HOST, sec_fetch_site="none"),
        sent(host=HOST, sec_fetch_site="same-origin", origin="null"),
        sent(host=HOST, origin=f"http://{HOST}"),
        sent(host=HOST, origin=PUBLIC),
        # Over plain HTTP a browser says no more than this of our own forms.
        sent(host=HOST, origin="null"),
        sent(host=HOST),
    ],
)
def test_our_own_forms_are_accepted(headers):
    assert is_foreign_form("POST", headers, PUBLIC) is False


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "headers",
    [
        sent(host=HOST, sec_fetch_site="cross-site"),
        sent(host=HOST, sec_fetch_site="same-site"),
        # The browser's own word counts, whatever else is claimed.
        sent(host=HOST, sec_fetch_site="cross-site", origin=f"http://{HOST}"),
        sent(host=HOST, origin="http://evil.example"),
        sent(host=HOST, origin="http://192.168.1.20:9000"),
        sent(host=HOST, origin=""),
    ],
)
def test_forms_of_another_site_are_refused(method, headers):
    assert is_foreign_form(method, headers, PUBLIC) is True
