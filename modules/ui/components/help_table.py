"""What each key does: for the console's dialog, and over the projector's stage."""

_KEYS = (
    (
        ("PageDown", "→"),
        "Next: the first press closes and reveals, the second moves on. Results that belong "
        "together are revealed at the last of them",
    ),
    (("PageUp", "←"), "Back"),
    (("Space",), "Show or hide results"),
    (("S",), "Start or stop answers"),
    (("B", "."), "Blank the projector, and show it again"),
    (("Q",), "The large QR code on the projector, and away again"),
    (("H",), "This help"),
)
CLICKER = "A clicker's keys are the same. While you type, only PageDown and PageUp act."


def markup() -> str:
    rows = "".join(
        f"<tr><th>{' or '.join(f'<kbd>{key}</kbd>' for key in keys)}</th><td>{what}</td></tr>"
        for keys, what in _KEYS
    )
    return f'<table class="keys">{rows}</table>'
