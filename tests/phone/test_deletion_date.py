"""Until when everything is kept: on every page of a phone, in its own language."""

import pytest

from modules.actions import retention
from tests.a_room import PLAIN
from tests.phone.a_site import ASite

DATE = "Everything is deleted on 8\u00a0April\u00a02026."
FLEETING = "Everything is deleted within an hour of the end."


def pages(site: ASite) -> dict[str, str]:
    before = site.phone(joined=False).sees()
    phone = site.phone()
    lobby = phone.sees()
    site.room.at(PLAIN)
    asked = phone.sees()
    site.end()
    return {"welcome": before, "lobby": lobby, "asked": asked, "ended": phone.sees()}


@pytest.mark.parametrize(
    ("form", "said"), [({}, DATE), ({"practice": True}, FLEETING), ({"rehearsal": True}, FLEETING)]
)
def test_every_page_says_until_when_everything_is_kept(tmp_path, form, said):
    site = ASite.at(tmp_path)
    site.room.start(**form)

    assert {name: said in page for name, page in pages(site).items()} == {
        "welcome": True, "lobby": True, "asked": True, "ended": True
    }  # fmt: skip


def test_it_is_said_in_the_phones_language(site):
    site.phone()
    page = site.phone(joined=False).sees("?language=de")

    assert "Am 8.\u00a0April\u00a02026 wird alles gelöscht." in page


def test_the_stage_of_an_erased_session_is_not_kept_in_memory(site):
    told: list[str] = []
    site.workshop.hub.when_erased(told.append)
    site.phone().sees()
    kept = [f for f in site.workshop.hub._forgetting if getattr(f, "__name__", "") == "forget"]
    fragments = next(f.__self__ for f in kept if hasattr(f.__self__, "_rooms"))
    before = set(fragments._rooms)

    retention.delete_now(site.room.tools, acting=site.room.acting, session_id=site.room.session_id)

    assert before == {site.room.session_id}
    assert set(fragments._rooms) == set()
    assert told == [site.room.session_id]
