"""`make demo`: the app with a rehearsal in it, and links to look at it from every side.

It keeps to a folder of its own, which is deleted when it stops: no real workshop is touched.
"""

import secrets
import signal
import sys
import threading
import time
import urllib.request
import webbrowser
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError

from modules import wiring
from modules.actions import signing
from modules.domain.access import Acting
from modules.domain.errors import WorkshopError
from modules.domain.guide import Guide
from modules.rehearsal import staging
from modules.rehearsal.staging import Wanted
from modules.screens.facilitator import facilitator
from modules.server import serving, start
from modules.settings import CannotStart, Settings
from modules.wiring import Workshop

GUIDE = "start_with_the_mirror"
WANTED = Wanted(people=20, speed=8)
# After the usual port those beside it: the app itself may be running already.
PORTS_TRIED = 20
SECONDS_BETWEEN_LOOKS = 0.2

LINKS = """
  A rehearsal of “{title}” is waiting in its lobby.
  {people} invented people join and answer, {speed} times as fast as people do.

  Console    {console}
  Projector  {projector}
  A phone    {phone}

  Press Next in the console. Ctrl+C stops the demo and deletes everything of it.
"""


def main() -> None:
    """Serve until stopped, from a folder that is gone afterwards."""
    # As Ctrl+C does: leave in order, so that the folder is deleted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with TemporaryDirectory(prefix="workshop-demo-", ignore_cleanup_errors=True) as folder:
        try:
            settings = demo_settings(Settings.from_env(), Path(folder))
            ours = wiring.build_workshop(settings)
            wiring.use(ours)
            # Only now: the app takes the process's workshop when it is imported.
            from workshop_app import app

            threading.Thread(target=_show, args=(ours,), daemon=True).start()
            serving.serve(app, settings)
        except WorkshopError as problem:
            start.stop(problem)


def demo_settings(settings: Settings, folder: Path) -> Settings:
    """The same app with other data. Raises CannotStart where no port is free."""
    return replace(
        settings,
        data=folder,
        database_url=f"sqlite:///{folder / 'demo.sqlite3'}",
        public_url=None,
        passcode=secrets.token_hex(8),
        port=_free_port(settings),
    )


def _free_port(settings: Settings) -> int:
    for port in range(settings.port, settings.port + PORTS_TRIED):
        try:
            serving.must_be_free(settings.address, port)
        except CannotStart:
            continue
        return port
    raise CannotStart("No port is free for the demo. Choose one with WORKSHOP_PORT.")


def _show(ours: Workshop) -> None:
    _wait_until_it_answers(f"{ours.addresses.from_here}/join")
    links = put_on_the_demo(ours)
    sys.stdout.write(LINKS.format(**links))
    sys.stdout.flush()
    browser = _browser()
    if browser is not None:
        for name in ("phone", "projector", "console"):
            browser.open_new_tab(links[name])


def put_on_the_demo(ours: Workshop) -> dict[str, str]:
    """Start the rehearsal; the links to it, and what to say of it."""
    guide, text = _guide(ours)
    passcode = ours.settings.passcode or ""
    acting = Acting(signing.hashed(signing.sign_in(ours.tools, passcode=passcode)))
    session_id = staging.put_on(ours, acting=acting, guide=guide, guide_text=text, wanted=WANTED)
    view = facilitator(ours.database, session_id, now=ours.tools.now(), phones=0)
    link = signing.first_start(ours.tools, passcode=passcode).link_token
    page = ours.addresses.page
    return {
        "title": guide.title,
        "people": str(WANTED.people),
        "speed": str(WANTED.speed),
        "console": f"{page}/sign-in/{link}?session={session_id}",
        "projector": f"{page}/projector?code={view.code}",
        "phone": f"{page}/q/{view.join_secret}",
    }


def _guide(ours: Workshop) -> tuple[Guide, str]:
    entry = ours.guides.get(GUIDE)
    if entry.read.guide is None:
        raise CannotStart(f"The guide {GUIDE}.md cannot be used: `make guides` says why.")
    return entry.read.guide, entry.text


def _wait_until_it_answers(address: str) -> None:
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(SECONDS_BETWEEN_LOOKS)


def _browser() -> webbrowser.BaseBrowser | None:
    """A browser with windows, where a person sits at the terminal.

    A browser for the terminal itself would take the place of what is said there.
    """
    if not sys.stdout.isatty():
        return None
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return None
    return None if type(found) is webbrowser.GenericBrowser else found


if __name__ == "__main__":
    main()
