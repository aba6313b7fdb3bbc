"""The event stream: each change reaches a phone once, and an unchanged stage is not sent again."""

import asyncio
import re
from contextlib import aclosing

import pytest
from starlette.requests import Request

from modules.actions import retention
from modules.domain.moves import Move
from modules.phone.events import stream
from modules.phone.phones import phones_for
from modules.phone.visit import Visit
from tests.a_room import PLAIN
from tests.patience import SECONDS
from tests.phone.a_site import stage_of


class AStream:
    """One phone's open stream, read event by event."""

    def __init__(self, site, shown=""):
        self.site = site
        workshop = site.workshop
        self.phones = phones_for(
            workshop.tools,
            workshop.hub,
            workshop.presence,
            workshop.signals,
            workshop.crowd,
            secure_cookies=False,
        )
        scope = {
            "type": "http",
            "method": "GET",
            "headers": [],
            "query_string": b"",
            "path_params": {"code": site.code},
        }
        visit = Visit(Request(scope))
        device = site.room.join()
        entrance = self.phones.entrance(visit)
        self.events = stream(self.phones, visit, entrance, device, shown)

    async def next(self, name):
        """The next event of this name; anything else in between is skipped."""
        async with asyncio.timeout(SECONDS):
            async for event in self.events:
                if f"event: {name}\n".encode() in event:
                    return event.decode()
        return None


def data_of(event):
    return "\n".join(re.findall(r"^data: ?(.*)$", event, re.MULTILINE))


def test_a_phone_without_a_token_gets_no_stream(site):
    refused = site.phone(joined=False).get(f"/j/{site.code}/events")

    assert refused.status_code == 403


def test_the_stream_brings_a_short_policy_so_that_no_long_one_is_added(site):
    head = site.phone().head(f"/j/{site.code}/events")

    assert head.headers["content-security-policy"] == "default-src 'none'"


def test_the_first_event_is_the_stage_of_the_page(site):
    async def run():
        line = AStream(site)
        async with aclosing(line.events):
            return await line.next("stage")

    event = asyncio.run(run())

    page = site.phone().sees()
    assert "".join(data_of(event).split()) == "".join((stage_of(page) + "</section>").split())
    found = re.search(r'data-version="(\w+)"', page)
    assert found
    assert f"id: {found[1]}\n" in event


def test_a_phone_that_shows_the_stage_already_is_not_sent_it_again(site):
    found = re.search(r'data-version="(\w+)"', site.phone().sees())
    assert found

    async def run():
        line = AStream(site, shown=found[1])
        async with aclosing(line.events):
            first = [await anext(line.events), await anext(line.events)]
            site.room.at(PLAIN)
            return first, await line.next("stage")

    first, moved = asyncio.run(run())

    assert [b"event: stage" in e for e in first] == [False, False]
    assert "What brought you here?" in moved


def test_an_announcement_without_a_change_sends_nothing(site):
    site.room.at(PLAIN)

    async def run():
        line = AStream(site)
        async with aclosing(line.events):
            await line.next("stage")
            site.workshop.hub.announce(site.room.session_id, "stage")
            site.room.move(Move.CLOSE_ANSWERS)
            return await line.next("stage")

    assert 'data-accepting="no"' in asyncio.run(run())


def test_answers_are_not_announced_to_phones(site):
    site.room.at(PLAIN)
    phone = site.phone()

    async def run():
        line = AStream(site)
        async with aclosing(line.events):
            await line.next("stage")
            await asyncio.to_thread(phone.sends, choice="a")
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.5):
                    await line.next("stage")

    asyncio.run(run())


def test_the_stream_closes_after_the_end(site):
    async def run():
        line = AStream(site)
        async with aclosing(line.events):
            await line.next("stage")
            site.end()
            last = await line.next("stage")
            return last, [event async for event in line.events]

    last, rest = asyncio.run(run())

    assert 'data-scene="ended"' in last
    assert rest == [b"event: over\ndata: \n\n"]


def test_a_phone_that_comes_after_the_final_end_is_told_that_it_is_over(site):
    phone = site.phone()
    site.end()
    shown = re.search(r'data-version="(\w+)"', phone.sees())
    assert shown

    told = phone.get(f"/j/{site.code}/events?v={shown[1]}").text

    assert "event: stage\n" not in told
    assert told.endswith("event: over\ndata: \n\n")


def test_an_end_that_may_be_taken_back_is_not_over(site):
    """A phone that loses its line on the goodbye screen comes back, and finds the room again."""
    site.room.at(PLAIN)

    async def run():
        line = AStream(site)
        site.room.ends_by_accident()
        async with aclosing(line.events):
            first = [(await anext(line.events)).decode() for _ in range(3)]
            site.room.reopen()
            return first, await line.next("stage")

    first, back = asyncio.run(run())

    assert ['data-scene="ended"' in event for event in first] == [False, True, False]
    assert "event: beat" in first[2]
    assert 'data-scene="ended"' not in back


def test_a_deleted_room_is_said_to_be_gone(site):
    async def run():
        line = AStream(site)
        async with aclosing(line.events):
            await line.next("stage")
            retention.delete_now(
                site.room.tools, acting=site.room.acting, session_id=site.room.session_id
            )
            return await line.next("gone")

    assert asyncio.run(run()) is not None


def test_a_stream_that_ends_leaves_no_listener_behind(site):
    hub, session_id = site.workshop.hub, site.room.session_id

    async def run():
        line = AStream(site)
        async with aclosing(line.events):
            await line.next("beat")
            await asyncio.sleep(0)
            during = hub.listeners(session_id)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return during, hub.listeners(session_id)

    assert asyncio.run(run()) == (1, 0)
