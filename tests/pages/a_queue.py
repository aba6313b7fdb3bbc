"""The moderation page with some texts, and what can be pressed there."""

import re

from streamlit.testing.v1 import AppTest

from modules.domain.tally import TextState
from tests.a_room import WORDS
from tests.pages.a_desk import Desk, markup


def queue(desk: Desk, *texts: str, practice: bool = True) -> AppTest:
    """The page with these texts. In practice every text is there at once."""
    desk.room.start(phones=len(texts), practice=practice).at(WORDS)
    for device, text in zip(desk.room.phones, texts, strict=True):
        desk.room.answer(device, {"text": [text]})
    return desk.signed_in("moderate")


def states(desk: Desk) -> dict[str, TextState]:
    return {card.text: card.state for card in desk.room.texts.cards}


def click(tab: AppTest, begins: str) -> AppTest:
    key = next(b.key for b in tab.button if b.key and b.key.startswith(begins))
    return tab.button(key=key).click().run()


def listed(tab: AppTest) -> list[str]:
    return re.findall(r'class="text small" dir="auto">(.*?)</span>', markup(tab))
