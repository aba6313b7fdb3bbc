"""The real app, steered by lines: what stands on its standard input is what a facilitator presses.

Started by `steering`, in a process of its own. Nothing is replaced: it adds a session before the
app serves, and then calls the same actions as the console's buttons.
"""

import json
import sys
import threading
import time
from pathlib import Path
from typing import TextIO

from benchmarks.parts.steering import MARK
from modules.actions import hosting, signing
from modules.actions.hosting import StartForm
from modules.domain.access import Acting
from modules.domain.moves import Move
from modules.domain.session import SessionId
from modules.guides.parser import guide_of
from modules.screens.facilitator import facilitator
from modules.screens.views import FacilitatorView
from modules.server import serving
from workshop_app import app, workshop


class Console:
    def __init__(self, guide_text: str, cap: int) -> None:
        self.tools = workshop.tools
        raw = signing.sign_in_by_link(self.tools, token=self.link())
        self.acting = Acting(signing.hashed(raw))
        self.session_id: SessionId = hosting.start(
            self.tools,
            acting=self.acting,
            guide=guide_of(guide_text),
            guide_text=guide_text,
            form=StartForm(title="A measured workshop", cap=cap),
        )

    @property
    def view(self) -> FacilitatorView:
        phones = workshop.presence.count(self.session_id)
        now = self.tools.now()
        return facilitator(workshop.database, self.session_id, now=now, phones=phones)

    def link(self) -> str:
        return signing.first_start(self.tools, passcode=None).link_token

    def obey(self, presses: TextIO) -> None:
        for line in presses:
            say(self.press(Move(line.strip())) if line.strip() != "look" else self.look())

    def press(self, move: Move) -> dict[str, float]:
        """When the button was pressed, and when its work was done, by the machine's clock."""
        step = self.view.step
        pressed = time.monotonic()
        hosting.move(
            self.tools,
            acting=self.acting,
            session_id=self.session_id,
            move=move,
            expected_step=step,
        )
        return {"pressed": pressed, "done": time.monotonic()}

    def look(self) -> dict[str, int]:
        view = self.view
        return {"phones": view.phones, "answered": view.answered}


def say(what: dict[str, float] | dict[str, int] | dict[str, str]) -> None:
    sys.stdout.write(f"{MARK}{json.dumps(what)}\n")
    sys.stdout.flush()


def main() -> None:
    console = Console(Path(sys.argv[1]).read_text("utf-8"), int(sys.argv[2]))
    code, secret = console.view.code or "", console.view.join_secret
    say({"code": code, "join_secret": secret, "link": console.link()})
    threading.Thread(target=console.obey, args=(sys.stdin,), daemon=True).start()
    serving.serve(app, workshop.settings)


if __name__ == "__main__":
    main()
