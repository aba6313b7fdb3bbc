import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from modules.domain.errors import NotFound
from modules.summary.files import FORMATS, file
from tests.summary.a_view import a_view


@pytest.mark.parametrize("key", sorted(FORMATS))
def test_the_same_view_gives_the_same_bytes(key):
    assert file(a_view(), key) == file(a_view(), key)


def test_another_process_makes_the_same_bytes():
    made = [hashlib.sha256(file(a_view(), key).data).hexdigest() for key in FORMATS]
    code = (
        "import hashlib; from modules.summary.files import FORMATS, file;"
        "from tests.summary.a_view import a_view;"
        "print(*[hashlib.sha256(file(a_view(), k).data).hexdigest() for k in FORMATS])"
    )
    root = Path(__file__).parents[2]

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == made


@pytest.mark.parametrize("format", ["", "exe", "../pdf", "PDF"])
def test_an_unknown_format_is_refused(format):
    with pytest.raises(NotFound, match="There is no summary in this format"):
        file(a_view(), format)


def test_reminders_are_not_called_a_summary():
    assert file(a_view(), "calendar").filename == "start-with-the-mirror-reminders-2026-11-22.ics"


@pytest.mark.parametrize(
    ("title", "filename", "header"),
    [
        ("Start with the mirror", "start-with-the-mirror-summary-2026-11-22.csv",
         "start-with-the-mirror-summary-2026-11-22.csv"),
        ("Zoë’s café", "zoe-s-cafe-summary-2026-11-22.csv",
         "zo%C3%AB-s-caf%C3%A9-summary-2026-11-22.csv"),
        ("今日は", "summary-2026-11-22.csv", "%E4%BB%8A%E6%97%A5%E3%81%AF-summary-2026-11-22.csv"),
        ('../../etc/"passwd"\r\nX: y\x00', "etc-passwd-x-y-summary-2026-11-22.csv",
         "etc-passwd-x-y-summary-2026-11-22.csv"),
        ("", "summary-2026-11-22.csv", "summary-2026-11-22.csv"),
        ("a" * 200, "a" * 60 + "-summary-2026-11-22.csv", "a" * 60 + "-summary-2026-11-22.csv"),
    ],
)  # fmt: skip
def test_the_name_comes_from_the_title_and_holds_nothing_dangerous(title, filename, header):
    made = file(a_view(title=title), "csv")

    assert made.filename == filename
    assert made.content_disposition == (
        f"attachment; filename=\"{filename}\"; filename*=UTF-8''{header}"
    )
