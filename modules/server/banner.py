"""What the terminal shows at the start: where to click, where phones go, the passcode if new."""

from modules.actions.signing import FirstStart
from modules.live.addresses import Addresses

ONLY_HERE = """
  Phones cannot reach this app: only this computer can. Join the room's network (or open a
  hotspot) and start again, or set WORKSHOP_PUBLIC_URL to the address that phones can open.
"""
NEW_PASSCODE = """
  The passcode is shown this once. It signs you in on any device; keep it somewhere safe.
"""


def banner(addresses: Addresses, first: FirstStart) -> str:
    """The lines to print. The link signs in with one click, once."""
    lines = [
        ("This page", addresses.page),
        ("Sign in with one click", f"{addresses.page}/sign-in/{first.link_token}"),
    ]
    if not addresses.only_here:
        lines.append(("Phones join at", f"{addresses.phones}/join"))
    if first.passcode:
        lines.append(("Passcode", first.passcode))
    width = max(len(label) for label, _ in lines) + 2
    shown = "\n".join(f"  {label:<{width}}{value}" for label, value in lines)
    notes = (NEW_PASSCODE if first.passcode else "") + (ONLY_HERE if addresses.only_here else "")
    return f"\n  The workshop app is running. Ctrl+C stops it.\n\n{shown}\n{notes}"
