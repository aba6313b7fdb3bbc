"""Letting texts through to the moderator in batches, so that none can be tied to a person.

Somebody who sees a text appear in the moment a neighbour puts the phone down knows its author. New
texts therefore wait, in memory only, until several are there or the question is closed.
"""

import threading
from collections import OrderedDict
from collections.abc import Collection

BATCH = 3
ROUNDS_REMEMBERED = 1024


class Batches:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._let_through: OrderedDict[str, set[str]] = OrderedDict()

    def visible(self, round_id: str, handles: Collection[str], *, open: bool) -> frozenset[str]:
        """Those of a round's texts that the moderator may see now.

        While the round is open, new ones come in batches of at least three.
        """
        with self._lock:
            seen = self._let_through.setdefault(round_id, set())
            self._let_through.move_to_end(round_id)
            if len(self._let_through) > ROUNDS_REMEMBERED:
                self._let_through.popitem(last=False)
            new = set(handles) - seen
            if new and (len(new) >= BATCH or not open):
                seen |= new
            return frozenset(seen.intersection(handles))

    def seen(self, round_id: str, handles: Collection[str], *, open: bool) -> frozenset[str]:
        """Those that the moderator was let see already: looking here lets no more through."""
        if not open:
            return frozenset(handles)
        with self._lock:
            return frozenset(self._let_through.get(round_id, set()).intersection(handles))
