"""`kill -9` at any moment: every acknowledged answer counts exactly once."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from modules.domain.moves import Move
from modules.storage import rounds
from modules.storage.database import Database
from tests.a_room import PLAIN, ARoom

# Answers in a process of its own and says each acknowledgement aloud, as a phone would hear it.
ANSWERING = """
import sys
from modules.actions import answering
from modules.actions.tools import Tools
from modules.domain.ballot import DeviceToken
from modules.storage.database import Database

url, session_id, round_id = sys.argv[1:]
tools = Tools(database=Database.open(url, migrate=False), announce=lambda *_: None)
for number in range(100_000):
    device = DeviceToken(number.to_bytes(16, "big"))
    answering.submit(tools, session_id=session_id, round_id=round_id, device=device,
                     seq=1, form={"choice": ["abc"[number % 3]]})
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 7, 40])
def test_acknowledged_answers_survive_kill_9_and_count_once(sqlite_url: str, after: int) -> None:
    room = ARoom.with_facilitator(Database.open(sqlite_url)).start(phones=0).at(PLAIN)
    process = subprocess.Popen(
        [sys.executable, "-c", ANSWERING, sqlite_url, room.session_id, room.round_id],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdout is not None
    heard = [int(process.stdout.readline()) for _ in range(after)]
    os.kill(process.pid, signal.SIGKILL)
    heard += [int(line) for line in process.stdout.read().split("\n")[:-1]]
    process.stdout.close()
    process.wait()

    room.database.close()
    room.database = Database.open(sqlite_url)
    object.__setattr__(room.tools, "database", room.database)
    room.move(Move.SHOW_RESULTS)

    with room.database.read() as db:
        [round_] = rounds.of_session(db, room.session_id)
    assert round_.tally is not None
    counted = {c.id: c.count for c in round_.tally.questions[0].cells}
    acknowledged = {c: sum(1 for n in heard if "abc"[n % 3] == c) for c in "abc"}
    # One answer may have been committed without its acknowledgement being heard.
    unheard = sum(counted.values()) - len(heard)
    assert unheard in (0, 1)
    assert all(0 <= counted[c] - acknowledged[c] <= unheard for c in "abc")


SEALING = """
import sys, threading
from modules.actions import hosting
from modules.actions.tools import Tools
from modules.domain.access import Acting
from modules.domain.moves import Move
from modules.storage.database import Database

url, session_id, sign_in, step = sys.argv[1:]
tools = Tools(database=Database.open(url, migrate=False), announce=lambda *_: None,
              now=__import__("tests.a_room").a_room.Clock())
print("ready", flush=True)
hosting.move(tools, acting=Acting(sign_in), session_id=session_id, move=Move.SHOW_RESULTS,
             expected_step=int(step))
# However late the kill comes, it finds somebody to kill.
threading.Event().wait()
"""


@pytest.mark.parametrize("seed", range(6))
def test_a_crash_while_sealing_leaves_the_round_whole_or_sealed(sqlite_url: str, seed: int) -> None:
    room = ARoom.with_facilitator(Database.open(sqlite_url)).start(phones=12).at(PLAIN)
    room.all_choose("aaaabbbbcc--")
    arguments = [sqlite_url, room.session_id, room.acting.sign_in, str(room.view.step)]
    room.database.close()
    process = subprocess.Popen(
        [sys.executable, "-c", SEALING, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdout is not None
    process.stdout.readline()
    # Somewhere inside the few milliseconds that sealing takes.
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=random.Random(seed).uniform(0.0005, 0.004))
    os.kill(process.pid, signal.SIGKILL)
    process.stdout.close()
    process.wait()

    database = Database.open(sqlite_url)
    with database.read() as db:
        [round_] = rounds.of_session(db, room.session_id)
        ballots = rounds.ballots_of(db, round_.id)
    if round_.tally is None:
        assert len(ballots) == 12
        assert round_.secret is not None
    else:
        assert (round_.tally.answered, round_.tally.passed, round_.secret) == (12, 2, None)
        assert ballots == ()
    database.close()
