"""The sizes on the buttons: measured once, with a bar that says which file is being made."""

import pytest

from modules.summary.files import FORMATS, file
from modules.ui.reading import sizes
from tests.summary.a_view import a_view

Said = list[tuple[float, str]]


class Bar:
    """Stands where Streamlit's bar would, and remembers what it said."""

    def __init__(self) -> None:
        self.said: Said = []
        self.gone = False

    def __call__(self, _share: float) -> "Bar":
        return self

    def progress(self, share: float, text: str) -> None:
        assert not self.gone
        self.said.append((share, text))

    def empty(self) -> None:
        self.gone = True


def test_the_bar_moves_with_each_file_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    bar, view = Bar(), a_view(title="Measured for the first time")
    monkeypatch.setattr("streamlit.progress", bar)

    found = sizes.of(view)

    assert [text for _, text in bar.said] == [
        f"Making the files: {made.label}" for made in FORMATS.values()
    ]
    assert [share for share, _ in bar.said] == sorted({share for share, _ in bar.said})
    assert bar.gone
    assert found == {key: len(file(view, key).data) for key in FORMATS}


def test_what_was_measured_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    view = a_view(title="Measured twice")
    monkeypatch.setattr("streamlit.progress", Bar())
    first = sizes.of(view)
    second = Bar()
    monkeypatch.setattr("streamlit.progress", second)

    assert sizes.of(view) == first
    assert second.said == []
