"""A facilitator's browser tab on the real pages, with a real database behind it."""

import re
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button
from streamlit.util import calc_hash

from modules.actions import signing
from modules.domain.access import Acting
from modules.settings import Settings
from modules.wiring import Workshop, build_workshop
from tests.a_room import GUIDE, ARoom
from tests.patience import SECONDS

PAGES = Path(__file__).parents[2] / "pages"
ADDRESS = "http://192.0.2.7:8501"


@dataclass
class Desk:
    room: ARoom
    workshop: Workshop

    @classmethod
    def at(cls, folder: Path) -> "Desk":
        guides = folder / "shipped"
        guides.mkdir()
        (guides / "a_room_for_tests.md").write_text(GUIDE, "utf-8")
        url = f"sqlite:///{folder / 'workshop.db'}"
        built = build_workshop(
            Settings(data=folder, database_url=url, public_url=ADDRESS, guides=guides)
        )
        room = ARoom.with_facilitator(built.database)
        return cls(room, replace(built, tools=room.tools))

    def open(self, path: str, *, acting: Acting | None = None, **query: str) -> AppTest:
        """The tab at this address, as whoever is signed in with `acting` (nobody by default)."""
        tab = AppTest.from_file(str(PAGES / "main.py"), default_timeout=SECONDS)
        tab.user = {"sign_in": acting.sign_in} if acting else {}
        tab.query_params.update(query)
        # A page's address is all that names it; the sign-in page answers at many.
        tab._page_hash = calc_hash(path.strip("/") or "home")
        return tab.run()

    def signed_in(self, path: str) -> AppTest:
        """The facilitator's tab about the room's session."""
        return self.open(path, acting=self.room.acting, session=self.room.session_id)

    def projector(self, code: str | None = None) -> AppTest:
        return self.open("projector", code=code if code is not None else self.code)

    @property
    def code(self) -> str:
        code = self.room.view.code
        assert code is not None
        return code

    def another_sign_in(self) -> Acting:
        raw = signing.sign_in(self.room.tools, passcode="open sesame")
        return Acting(signing.hashed(raw))

    def moderator(self) -> Acting:
        token = signing.moderator_link(
            self.room.tools, acting=self.room.acting, session_id=self.room.session_id
        )
        return Acting(signing.hashed(signing.sign_in_by_link(self.room.tools, token=token)))


def markup(tab: AppTest) -> str:
    """Our own markup on the page, as it was sent."""
    return "\n".join(element.proto.body for element in tab.get("html"))


def seen(tab: AppTest) -> str:
    """Every word on the page, as a person reads it."""
    plain = unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup(tab), flags=re.DOTALL))
    written = [
        element.value
        for kind in (tab.title, tab.header, tab.subheader, tab.caption, tab.markdown, tab.text)
        for element in kind
    ]
    said = [e.value for kind in (tab.error, tab.info, tab.success, tab.warning) for e in kind]
    return re.sub(r"\s+", " ", " ".join([plain, *written, *said]))


def headings(tab: AppTest) -> list[str]:
    """The page's own heading, by Streamlit or by our own markup."""
    ours = re.findall(r'<h1 class="title">([^<]*)</h1>', markup(tab))
    return [title.value for title in tab.title] + ours


def button(tab: AppTest, key: str) -> Button:
    """The button with this key, of whatever step the page shows."""
    found = [b for b in tab.button if b.key and (b.key == key or b.key.startswith(f"{key} "))]
    assert len(found) == 1, [b.key for b in tab.button]
    return found[0]


def press(tab: AppTest, key: str) -> AppTest:
    return button(tab, key).click().run()


def labels(tab: AppTest) -> list[str]:
    return [button.label for button in tab.button]
