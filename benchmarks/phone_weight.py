"""The phone's question page beside a Streamlit page that does the same job.

    python -m benchmarks.phone_weight

Both are opened in Chromium with an empty cache, plain and as on an old phone: slow 4G (1.6 Mbit/s
down, 150 ms for each way and back) and a processor slowed to a quarter. “Ready” is the first
picture on which “Send” can be pressed.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.parts import guides, tables
from benchmarks.parts.steering import SteeredApp
from modules.domain.moves import Move
from modules.settings import PROJECT
from tests.journeys.chromium import FLAGS, chromium
from tests.journeys.people import PHONE
from tests.journeys.running_app import answers, free_port

LOADS = 5
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
SLOWER = 4
PATIENCE_MS = 90_000
SECONDS_TO_START = 60
# Looked at before every picture that the browser draws; the time is of the picture after it.
READY = """
window.ready = new Promise((ready) => {
  const look = () => {
    const usable = [...document.querySelectorAll('button')].some(
      (button) => button.innerText.trim() === 'Send' && button.offsetHeight && !button.disabled);
    if (usable && document.readyState !== 'loading') {
      requestAnimationFrame(() => ready(performance.now()));
    } else { requestAnimationFrame(look); }
  };
  requestAnimationFrame(look);
});
"""


@dataclass(frozen=True, slots=True)
class Load:
    """One opening of a page with an empty cache."""

    bytes: int
    requests: int
    ready: float


class Wire:
    """Counts what one page brings in: answers with their heads, and messages on live lines."""

    def __init__(self) -> None:
        self.requests = 0
        self._by_request: dict[str, float] = {}
        self._messages = 0

    @property
    def bytes(self) -> int:
        return round(sum(self._by_request.values())) + self._messages

    def sent(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.requests += 1

    def opened(self, _event: dict[str, Any]) -> None:
        self.requests += 1

    def began(self, event: dict[str, Any]) -> None:
        self._by_request[event["requestId"]] = event["response"]["encodedDataLength"]

    def came(self, event: dict[str, Any]) -> None:
        # A stream never finishes: its pieces are counted as they come.
        name = event["requestId"]
        self._by_request[name] = self._by_request.get(name, 0) + event["encodedDataLength"]

    def finished(self, event: dict[str, Any]) -> None:
        self._by_request[event["requestId"]] = event["encodedDataLength"]

    def message(self, event: dict[str, Any]) -> None:
        self._messages += len(event["response"]["payloadData"])


def load(context: BrowserContext, url: str, *, slow: bool) -> Load:
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    line = context.new_cdp_session(page)
    wire = Wire()
    line.on("Network.requestWillBeSent", wire.sent)
    line.on("Network.responseReceived", wire.began)
    line.on("Network.dataReceived", wire.came)
    line.on("Network.loadingFinished", wire.finished)
    line.on("Network.webSocketCreated", wire.opened)
    line.on("Network.webSocketFrameReceived", wire.message)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if slow:
        line.send("Network.emulateNetworkConditions", SLOW_4G)
        line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(READY)
    page.goto(url, wait_until="commit")
    ready = page.evaluate("() => window.ready") / 1000
    # What the page still fetches once it can be used belongs to its weight too.
    page.wait_for_load_state("load")
    page.wait_for_timeout(2000)
    page.close()
    return Load(wire.bytes, wire.requests, ready)


def loads(browser: Browser, url: str, *, slow: bool, join: str = "") -> list[Load]:
    found = []
    for _ in range(LOADS):
        context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
        if join:
            page = context.new_page()
            page.goto(join)
            page.get_by_role("button", name="Join").click()
            page.wait_for_selector("form#answer")
            page.close()
        found.append(load(context, url, slow=slow))
        context.close()
    return found


@contextmanager
def a_streamlit_page() -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run"),
                PROJECT / "benchmarks" / "parts" / "streamlit_page.py",
                *("--server.port", str(port), "--server.address", "127.0.0.1"),
                *("--server.headless", "true", "--browser.gatherUsageStats", "false"),
            ],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        url = f"http://127.0.0.1:{port}"
        try:
            deadline = time.monotonic() + SECONDS_TO_START
            while not answers(f"{url}/_stcore/health") and time.monotonic() < deadline:
                time.sleep(0.2)
            yield url
        finally:
            process.terminate()
            process.wait()


def medians(plain: list[Load], slow: list[Load]) -> tuple[float, float, float, float]:
    """Kilobytes, requests, seconds until ready plain and slow."""
    return (
        median(found.bytes for found in plain) / 1000,
        median(found.requests for found in plain),
        median(found.ready for found in plain),
        median(found.ready for found in slow),
    )


def row(name: str, found: tuple[float, float, float, float]) -> list[str]:
    weight, requests, plain, slow = found
    times = (tables.seconds(plain), tables.seconds(slow))
    return [name, f"{weight:,.1f} KB", f"{requests:.0f}", *times]


def main() -> None:
    with (
        SteeredApp(guides.questions(1), cap=5000) as app,
        a_streamlit_page() as peer_url,
        sync_playwright() as playwright,
    ):
        app.press(Move.NEXT)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        invitation = f"{app.base}{app.invitation}"
        room = f"{app.base}/j/{app.code}"
        ours, peer = (
            medians(
                loads(browser, url, slow=False, join=join),
                loads(browser, url, slow=True, join=join),
            )
            for url, join in ((room, invitation), (peer_url, ""))
        )
        browser.close()
    ratio = [f"{theirs / mine:.0f} ×" for mine, theirs in zip(ours, peer, strict=True)]
    tables.show(
        f"The phone's question page, median of {LOADS} first loads",
        ("", "Bytes", "Requests", "Ready, plain", "Ready, slow 4G and a 4 × slower processor"),
        [
            row("the phone page", ours),
            row("a Streamlit page", peer),
            ["Streamlit needs", *ratio],
        ],
    )


if __name__ == "__main__":
    main()
