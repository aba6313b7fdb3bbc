"""What a measurement prints: a table in Markdown, as docs/performance.md shows it."""

import platform
import statistics
from collections.abc import Iterable, Sequence

import psutil


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    lines = [head, ["---"] * len(head), *rows]
    table = "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)
    print(f"\n### {title}\n\n{table}\n\n{machine()}", flush=True)


def machine() -> str:
    """The machine in general terms, and how busy it was with other things."""
    memory = round(psutil.virtual_memory().total / 2**30)
    load = psutil.getloadavg()[0]
    return (
        f"{psutil.cpu_count()} cores, {memory} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; load average {load:.1f}"
    )


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent of the values do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def seconds(value: float) -> str:
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
