"""The summary's own address: the same for everyone, alive until deletion."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from modules.actions import retention
from modules.domain.moves import Move
from modules.screens.summary import summary
from modules.summary.files import FORMATS, file
from tests.a_room import PLAIN


@pytest.fixture
def ended(site):
    phones = [site.phone() for _ in range(5)]
    site.room.at(PLAIN)
    for phone in phones:
        phone.sends(choice="a")
    site.room.move(Move.SHOW_RESULTS)
    site.key = site.view.summary_key
    site.end()
    return site


@pytest.fixture
def visitor(ended):
    return TestClient(ended.app, follow_redirects=False)


def test_whoever_has_the_address_may_read_it(ended, visitor):
    front, page = visitor.get(f"/s/{ended.key}"), visitor.get(f"/s/{ended.key}/read")

    assert (front.status_code, page.status_code) == (200, 200)
    assert "Everybody, 5 of 5, chose “Curiosity”." in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha")


@pytest.mark.parametrize("key", sorted(FORMATS))
def test_every_file_has_the_bytes_of_the_one_summary(ended, visitor, key):
    view = summary(ended.database, ended.room.session_id)
    made = file(view, key)

    found = visitor.get(f"/s/{ended.key}/summary.{key}")

    assert found.content == made.data
    assert found.headers["content-type"] == FORMATS[key].media_type
    assert found.headers["content-disposition"] == made.content_disposition
    assert found.headers["cache-control"] == "no-store"
    assert f'href="/s/{ended.key}/summary.{key}"' in visitor.get(f"/s/{ended.key}").text


@pytest.mark.parametrize("path", ["", "/read", "/summary.pdf", "/summary.csv"])
def test_an_unknown_address_is_refused(visitor, path):
    refused = visitor.get(f"/s/{'0' * 32}{path}")

    assert refused.status_code == 404
    assert "This workshop no longer exists." in refused.text


@pytest.mark.parametrize("wrong", ["exe", "", "PDF", "pdf.exe", "..%2fcsv"])
def test_an_unknown_format_is_refused(ended, visitor, wrong):
    assert visitor.get(f"/s/{ended.key}/summary.{wrong}").status_code == 404


def test_after_deletion_nothing_is_there_any_more(ended, visitor):
    visitor.get(f"/s/{ended.key}/summary.csv")
    room = ended.room
    retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)

    paths = ["", "/read", "/summary.csv"]
    assert [visitor.get(f"/s/{ended.key}{p}").status_code for p in paths] == [404] * 3


@pytest.mark.parametrize("path", ["/summary.csv", "/read"])
def test_what_is_deleted_while_it_is_made_is_refused_and_kept_for_nobody(
    ended, visitor, monkeypatch, path
):
    room, asked = ended.room, []

    def deleted(view):
        asked.append(view.title)
        retention.delete_now(room.tools, acting=room.acting, session_id=room.session_id)
        return b"Curiosity"

    monkeypatch.setitem(FORMATS, "csv", replace(FORMATS["csv"], make=deleted))
    monkeypatch.setattr("modules.summary.html.html", deleted)
    refused = [visitor.get(f"/s/{ended.key}{path}") for _ in range(2)]

    assert [answer.status_code for answer in refused] == [404, 404]
    assert [answer.text for answer in refused if "Curiosity" in answer.text] == []
    assert asked == ["Test"]


def test_a_deletion_date_is_on_the_page(ended, visitor):
    assert "8\u00a0April\u00a02026" in visitor.get(f"/s/{ended.key}").text


def test_reading_and_the_pdf_are_full_buttons_and_other_formats_are_folded(ended, visitor):
    page = visitor.get(f"/s/{ended.key}").text
    first, folded = page.split('<details class="fold">')

    assert f'<a class="button main" href="/s/{ended.key}/read">' in first
    assert f'<a class="button" href="/s/{ended.key}/summary.pdf" download>' in first
    assert "Other formats" in folded
    others = sorted(set(FORMATS) - {"pdf"})
    assert sorted(re.findall(r"/summary\.(\w+)", folded)) == others


def test_the_last_screen_offers_reading_and_the_pdf_as_buttons(site):
    phone, code, key = site.phone(), site.code, site.view.summary_key
    site.end()

    page = phone.get(f"/j/{code}").text

    read = rf'<a class="button main" href="/s/{key}[^"]*">Read the summary</a>'
    assert re.search(read, page)
    assert f'<a class="button" href="/s/{key}/summary.pdf" download>' in page
