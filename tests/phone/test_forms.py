"""Bodies that no form of ours would send, at every address that takes one."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from modules.phone.forms import LARGEST_BODY
from modules.phone.routes import build_routes
from modules.server import limits
from tests.a_room import PLAIN
from tests.phone.a_site import SCRIPT, ASite

FORM = {"content-type": "application/x-www-form-urlencoded"}
TAKES_FORMS = ["/join", "/j/{}/join", "/j/{}/answer", "/j/{}/leave"]
TAKES_NONE = ["/q/00", "/j/{}", "/j/{}/events", "/j/{}/privacy", "/s/00", "/s/00/summary.pdf"]


@pytest.fixture(scope="module")
def phone(tmp_path_factory):
    """One for the whole file: none of this changes anything."""
    site = ASite.at(tmp_path_factory.mktemp("site"))
    site.room.start()
    site.room.at(PLAIN)
    yield site.phone()
    assert site.view.answered == 0
    site.database.close()


@pytest.mark.parametrize("path", TAKES_FORMS)
@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"a=" + b"x" * LARGEST_BODY, 413, "That is too much at once."),
        (b"x" * 10_000_000, 413, "That is too much at once."),
        (b"text=%FF%FE", 400, "Some characters could not be read."),
        (b"text=\xff\xfe", 400, "Some characters could not be read."),
        (b"\x00\x80PNG\xc3", 400, "Some characters could not be read."),
        (b"text=%ED%A0%80", 400, "Some characters could not be read."),
        (b"&".join(b"a=1" for _ in range(300)), 400, "That form has too many fields."),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(phone, path, body, status, sentence):
    refused = phone.post(path.format(phone.code), content=body, headers=FORM)

    assert (refused.status_code, sentence in refused.text) == (status, True)


@pytest.mark.parametrize("path", TAKES_FORMS)
@pytest.mark.parametrize(
    "media", ["application/json", "multipart/form-data; boundary=x", "image/png"]
)
def test_another_sort_of_body_is_refused(phone, path, media):
    refused = phone.post(path.format(phone.code), content=b"{}", headers={"content-type": media})

    assert refused.status_code == 415


def test_a_body_that_grows_without_saying_so_is_refused(phone):
    pieces = (b"x" * 10_000 for _ in range(20))

    refused = phone.post(f"/j/{phone.code}/answer", content=pieces, headers=FORM)

    assert refused.status_code == 413


@pytest.mark.parametrize("path", TAKES_FORMS[1:])
def test_an_address_for_forms_cannot_be_looked_at(phone, path):
    refused = phone.get(path.format(phone.code))

    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")
    assert "That did not work" in refused.text


@pytest.mark.parametrize("path", TAKES_NONE)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HACK"])
def test_an_address_for_looking_takes_nothing(phone, path, method):
    refused = phone.request(method, path.format(phone.code))

    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")


def test_the_script_gets_its_refusal_as_json(phone):
    refused = phone.post(
        f"/j/{phone.code}/answer",
        content=b"text=%FF",
        headers={**FORM, "accept": "application/json"},
    )

    assert refused.json()["say"] == "Some characters could not be read. Please type it again."


@pytest.mark.parametrize("path", TAKES_FORMS)
def test_far_too_much_is_refused_in_the_phones_own_language(site, path):
    limited = Starlette(routes=build_routes(site.workshop), middleware=[Middleware(limits.Limits)])
    client = TestClient(limited)
    address = path.format(site.code) + "?language=de"
    too_much = b"x" * (limits.LARGEST_BODY + 1)

    page = client.post(address, content=too_much)
    told = client.post(address, content=too_much, headers=SCRIPT)

    assert (page.status_code, told.status_code) == (413, 413)
    assert '<html lang="de"' in page.text
    assert told.json()["say"].startswith("Das ist zu viel auf einmal.")
    assert told.json()["say"] in page.text


def test_a_form_is_read_whatever_the_case_of_its_type(phone):
    answer = phone.post(
        "/join",
        content=f"code={phone.code}",
        headers={"content-type": "Application/X-WWW-Form-Urlencoded; charset=utf-8"},
    )

    assert answer.status_code == 303


@pytest.mark.parametrize(
    "path", ["/j/", "/j/{}/nothing", "/j/{}/events/x", "/q/", "/s/", "/s/0/x", "/join/0/x", "/J/"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_there_is_nothing_at_other_addresses_under_ours(phone, path, method):
    refused = phone.request(method, path.format(phone.code))

    assert refused.status_code == 404
    assert "There is nothing at this address." in refused.text


def test_the_head_of_the_event_stream_ends(phone):
    answer = phone.head(f"/j/{phone.code}/events")

    assert (answer.status_code, answer.content) == (200, b"")
