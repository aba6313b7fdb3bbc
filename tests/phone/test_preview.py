"""How an activity looks on a phone, for the facilitators who write or read its guide."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from modules.actions import signing
from modules.domain.access import Acting
from modules.guides.drafts import REMEMBERED, Drafts
from modules.guides.parser import MOST_CHARACTERS, guide_of
from modules.phone.preview import SIGN_IN_HEADER, preview_routes
from modules.server.door import HEADER
from tests.phone.a_site import ASite

EVERY_KIND = (Path(__file__).parent / "every_kind.md").read_text("utf-8")
ACTIVITIES = guide_of(EVERY_KIND, "every_kind").activities


class Previews(TestClient):
    def __init__(self, site: ASite) -> None:
        super().__init__(Starlette(routes=preview_routes(site.workshop)))
        self.site = site
        self.name = site.workshop.drafts.keep(EVERY_KIND)

    def look(self, activity: str, acting: Acting | None = None, name: str = ""):
        acting = acting or self.site.room.acting
        headers = {SIGN_IN_HEADER: acting.sign_in}
        return self.get(f"/preview/{name or self.name}/{activity}", headers=headers)


@pytest.fixture
def previews(tmp_path: Path) -> Previews:
    return Previews(ASite.at(tmp_path))


def test_the_header_is_the_one_that_the_door_sets():
    assert SIGN_IN_HEADER == HEADER


@pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda a: a.kind)
def test_every_kind_is_shown_as_phones_show_it(previews: Previews, activity):
    answer = previews.look(activity.id)

    assert answer.status_code == 200
    assert activity.prompt in answer.text
    assert '<section id="stage"' in answer.text


def test_it_runs_no_script_sends_nothing_and_is_framed_by_us_alone(previews: Previews):
    answer = previews.look(ACTIVITIES[0].id)

    rules = answer.headers["content-security-policy"].split("; ")
    assert {"default-src 'none'", "form-action 'none'", "frame-ancestors 'self'"} <= set(rules)
    assert [r for r in rules if r.startswith(("script-src", "connect-src"))] == []
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert answer.headers["cache-control"] == "no-store"
    assert re.findall(r"<script|https?://", answer.text) == []


@pytest.mark.parametrize("who", ["nobody", "moderator", "signed out"])
def test_only_a_facilitator_sees_it(previews: Previews, who: str):
    room = previews.site.room
    acting = Acting("nobody")
    if who == "moderator":
        room.start()
        link = signing.moderator_link(room.tools, acting=room.acting, session_id=room.session_id)
        acting = Acting(signing.hashed(signing.sign_in_by_link(room.tools, token=link)))
    if who == "signed out":
        signing.sign_out(room.tools, acting=room.acting)
        acting = room.acting

    answer = previews.look(ACTIVITIES[0].id, acting)

    assert answer.status_code == 403
    assert ACTIVITIES[0].prompt not in answer.text


@pytest.mark.parametrize(
    ("activity", "name"),
    [("nothing", ""), (ACTIVITIES[0].id, "0" * 64), ("<script>", ""), ("x", "%2e%2e")],
)
def test_what_is_not_there_is_told_in_a_sentence(previews: Previews, activity: str, name: str):
    answer = previews.look(activity, name=name)

    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_a_text_with_mistakes_has_no_preview(previews: Previews):
    name = previews.site.workshop.drafts.keep("Hello")

    assert previews.look("x", name=name).status_code == 404


def test_what_somebody_wrote_is_escaped(previews: Previews):
    prompt = ACTIVITIES[0].prompt
    text = EVERY_KIND.replace(prompt, "<img src=x onerror=alert(1)>", 1)
    name = previews.site.workshop.drafts.keep(text)

    answer = previews.look(ACTIVITIES[0].id, name=name)

    assert "&lt;img src=x onerror=alert(1)&gt;" in answer.text
    assert "<img" not in answer.text


def test_only_the_newest_texts_are_remembered():
    drafts = Drafts()
    names = [drafts.keep(f"text {n}") for n in range(REMEMBERED + 1)]

    assert drafts.text(names[-1]) == f"text {REMEMBERED}"
    assert len(drafts._texts) == REMEMBERED
    assert names[0] not in drafts._texts


def test_a_text_that_is_no_guide_is_not_remembered():
    drafts = Drafts()
    drafts.keep("x" * (MOST_CHARACTERS + 1))

    assert len(drafts._texts) == 0
