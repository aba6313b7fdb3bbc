"""Texts that somebody is writing or reading right now, so that a preview can be asked for them.

In memory only, and only the newest: a preview whose text is gone asks for the page to be reloaded.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from modules.domain.errors import NotFound
from modules.guides.parser import MOST_CHARACTERS

REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class Drafts:
    """Texts by a hash of themselves: whoever names one has seen it."""

    _texts: OrderedDict[str, str] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def keep(self, text: str) -> str:
        """Remember a text for a while; returns its name."""
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if len(text) > MOST_CHARACTERS:
            return name
        with self._lock:
            self._texts[name] = text
            self._texts.move_to_end(name)
            if len(self._texts) > REMEMBERED:
                self._texts.popitem(last=False)
        return name

    def text(self, name: str) -> str:
        """Raises NotFound where it was not kept, or is forgotten."""
        with self._lock:
            found = self._texts.get(name)
        if found is None:
            raise NotFound("This preview is no longer there. Reload the page that shows it.")
        return found
