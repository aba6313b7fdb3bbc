"""The form opens as it was filled in last time, so that two clicks lead to the lobby."""

from collections.abc import Sequence

from modules.domain.guide import Guide
from modules.screens.start_views import FilledView


def usual(forms: Sequence[FilledView], kept: FilledView | None, guide: Guide) -> FilledView | None:
    """The form to begin with: the one just taken back, else this guide's last real one."""
    if kept is not None:
        return kept
    return next((f for f in forms if f.real and f.guide_id == guide.id), None)


def contacts(forms: Sequence[FilledView], guide: Guide) -> str:
    """A line for each contact that the guide asks for, with whom it was last time."""
    for form in forms:
        lines = [line for line in form.support_contacts.splitlines() if line.strip()]
        if form.guide_id == guide.id and lines and not _labelled(lines, guide):
            # The facilitator wrote them in another way, and will again.
            return "\n".join(lines)
    known: dict[str, str] = {}
    for form in forms:
        for line in form.support_contacts.splitlines():
            label, _, who = line.partition(":")
            if who.strip():
                known.setdefault(label.strip(), who.strip())
    return "\n".join(f"{label}: {known.get(label, '')}" for label in guide.support_contacts)


def _labelled(lines: Sequence[str], guide: Guide) -> bool:
    return any(line.startswith(f"{label}:") for line in lines for label in guide.support_contacts)
