"""A room whose questions stand beside the stage, and what phones send there."""

import re

from modules.domain.ballot import RoundId
from modules.domain.tally import TextState
from modules.storage import rounds
from tests.a_room import GUIDE
from tests.phone.a_site import SCRIPT

QUESTIONS, TALK = 1, 2
STANDING_GUIDE = (
    GUIDE.replace(
        "### Welcome (5 min)",
        """### Your questions (5 min)

```activity
id: asked
kind: questions
prompt: What would you like to ask?
```

### Welcome (5 min)""",
    )
    .replace("minutes: 60", "minutes: 65")
    .replace("## First (30 min)", "## First (35 min)")
)


def round_of(phone):
    found = re.search(r'id="standing-(\w+)"', phone.sees())
    assert found
    return found[1]


def ask(phone, text, seq, **more):
    data = {"round": round_of(phone), "seq": seq, "act": "send", "question": text, **more}
    return phone.post(f"/j/{phone.code}/answer", data=data, headers=SCRIPT)


def handles_of(phone):
    return re.findall(r'name="support" value="(\w+)"', phone.sees())


def supported(site, asking):
    """Every handle that lies in the ballot box, once for each phone that supports it."""
    with site.database.read() as db:
        ballots = rounds.ballots_of(db, RoundId(round_of(asking)))
    return [handle for ballot in ballots for handle in ballot.answer["support"]]


def show_all(site):
    for card in site.room.texts.cards:
        site.room.decide(card.handle, TextState.SHOWN)
