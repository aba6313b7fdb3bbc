"""The addresses that screens show: where phones join, where the summary lies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """`qr` carries the extra secret and joins without typing; `join_shown` is what people type."""

    base: str
    qr: str
    join: str
    join_shown: str
    projector: str
    summary: str
    summary_path: str


def links(base: str, *, join_secret: str, code: str | None, summary_key: str | None) -> Links:
    """Every address of a session, from the address that phones can reach."""
    base = base.rstrip("/")
    return Links(
        base=base,
        qr=f"{base}/q/{join_secret}",
        join=f"{base}/join",
        join_shown=f"{base.partition('://')[2]}/join",
        projector=f"/projector?code={code}" if code else "",
        summary=f"{base}/s/{summary_key}" if summary_key else "",
        summary_path=f"/s/{summary_key}" if summary_key else "",
    )
