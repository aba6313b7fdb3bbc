"""Thirty phones that can be told apart by everything a network knows; none of it is kept."""

import re

import httpx2
from playwright.sync_api import Browser

from tests.anonymity.worlds import bytes_of
from tests.journeys.people import Facilitator
from tests.journeys.running_app import RunningApp
from tests.patience import SECONDS

PHONES = 30


class Traceable(httpx2.Client):
    """A phone whose every header is a fingerprint."""

    def __init__(self, number: int, base: str) -> None:
        self.fingerprints = {
            "X-Forwarded-For": f"198.51.100.{number + 100}",
            "X-Real-IP": f"203.0.113.{number + 100}",
            "User-Agent": f"HeronBrowser/{number}.77",
            "Referer": f"https://intranet-{number}.example/people",
            "Accept-Language": f"xx-heron{number}",
        }
        super().__init__(base_url=base, headers=self.fingerprints, timeout=SECONDS)
        self.text = f"kingfisher {number} wrote this"

    @property
    def token(self) -> str:
        return next(c.value or "" for c in self.cookies.jar if c.name == "device")

    def answers(self, code: str, **form: str) -> int:
        page = self.get(f"/j/{code}").text
        round_id = re.search(r'name="round" value="(\w+)"', page)
        assert round_id is not None
        data = {"round": round_id[1], "seq": "1", "act": "send", **form}
        return self.post(f"/j/{code}/answer", data=data).status_code


def test_nothing_that_tells_phones_apart_is_in_any_file_log_or_export(
    app: RunningApp, browser: Browser
) -> None:
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    code = facilitator.starts("Start with the mirror", contacts="Ada\nBo\nCy\nDee")
    phones = [Traceable(number, app.base) for number in range(PHONES)]
    for phone in phones:
        assert phone.post(f"/j/{code}/join").status_code == 303
    facilitator.moves_on_to("Welcome, and what happens to your answers")
    facilitator.settles()
    facilitator.moves_on_to("Why I came")
    for phone in phones:
        # What is refused is where careless programs write most into their logs.
        assert phone.answers(code, choice=phone.text) == 422
        assert phone.answers(code, choice="a") == 303
    facilitator.sees_answered(PHONES, PHONES)
    facilitator.shows_results()
    facilitator.ends_the_workshop()
    ended = phones[0].get(f"/j/{code}").text
    summary = re.search(r'href="(/s/\w+)', ended)
    assert summary is not None
    exports = [phones[0].get(f"{summary[1]}{suffix}").content for suffix in ("", "/summary.csv")]
    for phone in phones:
        phone.close()
    app.stop()

    written = b"\n".join([*bytes_of(app.data).values(), app.printed.encode(), *exports])
    needles = [n for p in phones for n in (*p.fingerprints.values(), p.token, p.text)]
    assert len(needles) == PHONES * 7
    assert [n for n in needles if n.encode() in written] == []
    assert code not in app.printed
    assert b"Why I came" in written
