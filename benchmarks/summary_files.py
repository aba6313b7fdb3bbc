"""The summary files: how long each format takes to make, and how large it is.

    python -m benchmarks.summary_files

Two workshops: a shipped guide of 120 minutes held through the app with 24 invented people whose
texts are all shown, and the worst case of 300 texts of 280 characters in ten scripts.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.parts import tables
from modules.screens.summary_views import SummaryView
from modules.storage.database import Database
from modules.summary.files import FORMATS, file
from tests.summary.a_long_workshop import PEOPLE, a_long_workshop, with_many_texts

TIMES = 5


@contextmanager
def a_database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        opened = Database.open(f"sqlite:///{Path(folder) / 'workshop.sqlite3'}")
        yield opened
        opened.close()


def row(view: SummaryView, key: str) -> list[str]:
    took, worked = [], []
    for _ in range(TIMES):
        began, work = time.perf_counter(), time.process_time()
        made = file(view, key)
        took.append(time.perf_counter() - began)
        worked.append(time.process_time() - work)
    times = (took[0], median(took), median(worked))
    return [FORMATS[key].label, *map(tables.seconds, times), f"{len(made.data) / 1000:.1f} KB"]


def main() -> None:
    with a_database() as database:
        views = {
            f"A workshop of 120 minutes, {PEOPLE} people": a_long_workshop(database),
            "300 texts of 280 characters in ten scripts": with_many_texts(),
        }
    for title, view in views.items():
        head = ("File", "First time", f"Median of {TIMES}", "of it the processor", "Size")
        tables.show(title, head, [row(view, key) for key in FORMATS])


if __name__ == "__main__":
    main()
