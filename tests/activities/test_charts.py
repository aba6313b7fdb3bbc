from typing import get_args

import pytest

from modules.activities.chart_layout import Room, Size, height
from modules.activities.chart_rows import Space, rows
from modules.activities.charts import escaped, stacked
from modules.activities.kind import kind_of, kinds
from modules.domain.picture import Bars, Picture, Row, Stacked, Terms, Texts

HOSTILE = "<b>bold</b> <a href='x'>$y$</a> %{x}"

PICTURES = {
    "nothing": Picture("Nothing to draw."),
    "bars": Picture(
        "s",
        Bars(("",), (Row(HOSTILE, (3.0,), ("3 of 5",)), Row("none", (0.0,), ("0 of 5",))), 3.0),
    ),
    "rounds": Picture(
        "s", Bars(("First", "Second"), (Row(HOSTILE, (3.0, 2.0), ("3 of 5", "2 of 5")),), 3.0)
    ),
    "stacked": Picture("s", Stacked(("no", "maybe", "yes"), (Row(HOSTILE, (1.0, 2.0, 0.0), ()),))),
    "words": Picture("s", Terms(((HOSTILE, 7), ("school", 4), ("law", 2)))),
    "texts": Picture("s", Texts((("Theme", (HOSTILE, "b")), ("", ("c",))))),
}


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("name", sorted(kinds()))
@pytest.mark.parametrize("size", get_args(Size))
@pytest.mark.parametrize("dark", [True, False])
def test_every_kind_draws_or_leaves_an_empty_figure(name, picture, size, dark):
    chart = kinds()[name].part("chart")

    figure = chart.figure(PICTURES[picture], dark=dark, size=size)

    drawn = figure.to_json()
    assert "<b>bold" not in drawn
    assert "<a href" not in drawn
    assert figure.layout.hovermode is False


def test_nothing_on_the_projector_is_written_below_32_pixels():
    for picture in PICTURES.values():
        for name in ("choice", "text", "words"):
            figure = kinds()[name].part("chart").figure(picture, dark=False, size="projector")

            sizes = [note.font.size for note in figure.layout.annotations]
            sizes += [trace.textfont.size for trace in figure.data]
            assert all(size >= 32 for size in [*sizes, figure.layout.font.size])


def test_letters_and_bars_grow_with_the_room_and_stay_inside_it():
    labels = ["Now", "A much longer answer, of the kind that guides are full of"] * 5
    for count in range(1, 11):
        space = Space(1420, 600, (52, 48, 44, 40, 36, 32), after=5)
        laid_out = rows(labels[:count], 1, space, lettered=True)

        assert laid_out.height <= 600
        assert laid_out.font >= 32
    assert rows(labels[:2], 1, space).font == 52
    assert rows(labels, 1, space).font < 52


def test_labels_beside_bars_leave_them_enough_width():
    space = Space(400, None, (16,), after=6, most_beside=0.5)

    assert rows(["Now", "Later"], 1, space).beside
    assert not rows(["Someone I care about is treated unfairly"], 1, space).beside


def test_labels_show_exactly_the_characters_of_the_text():
    assert escaped("a <b> & $x$\nc") == "a &lt;b&gt; &amp; &#36;x&#36; c"


def test_series_carry_letters_of_their_names_where_these_differ():
    assert Bars(("First vote", "Second vote"), (), 1).letters == ("F", "S")
    assert Bars(("Then", "Today"), (), 1).letters == ("A", "B")
    assert Bars(("1", "2"), (), 1).letters == ("A", "B")


def test_the_second_series_differs_by_pattern_and_letter():
    figure = (
        kinds()["choice"].part("chart").figure(PICTURES["rounds"], dark=False, size="projector")
    )

    assert [trace.marker.pattern.shape for trace in figure.data] == [None, "/"]
    assert [trace.text[0] for trace in figure.data] == ["\u00a0F · 3 of 5", "\u00a0S · 2 of 5"]


def test_an_activity_finds_the_chart_of_its_kind():
    from tests.activities.asking import OPTIONS, an_activity

    assert kind_of(an_activity("choice", options=OPTIONS)).part("chart").figure


LONG = (
    "A much longer answer, of the kind that guides are full of, and then a dozen words on top of it"
)


def test_before_labels_are_shortened_they_take_more_of_the_width():
    space = Space(1420, 330, (40, 36, 32), after=5)
    longer = f"{LONG} have"
    laid_out = rows([longer] * 3, 1, space)

    assert [" ".join(label) for label in laid_out.labels] == [longer] * 3
    assert laid_out.beside


def test_labels_take_no_more_of_the_width_than_leaves_fewer_shortened():
    laid_out = rows([LONG] * 5, 1, Space(1420, 330, (40, 36, 32), after=5))

    assert laid_out.shortened == 4
    assert round((laid_out.left + 5 * laid_out.font) / 1420, 2) == 0.62


def test_a_shortened_label_gets_every_line_that_there_is_room_for():
    space = Space(1420, 330, (40, 36, 32), after=5)
    lines = [len(label) for label in rows([LONG] * 5, 1, space, lettered=True).labels]

    assert lines == [2, 1, 1, 1, 1]


def test_a_line_more_goes_first_to_the_label_that_is_whole_with_it():
    space = Space(1420, 330, (40, 36, 32), after=5)
    laid_out = rows([LONG * 3, LONG, LONG * 3, LONG, LONG * 3], 1, space, lettered=True)

    assert [len(label) for label in laid_out.labels] == [1, 2, 1, 1, 1]


@pytest.mark.parametrize("count", range(1, 9))
def test_in_the_least_height_every_label_is_whole_and_in_less_it_is_not(count):
    chart = Stacked(("no", "yes"), tuple(Row(LONG, (1.0, 2.0), ()) for _ in range(count)))

    least = height(chart, size="projector", least=True)

    assert least < height(chart, size="projector")
    assert not shortened(chart, room=(1420, least))
    assert shortened(chart, room=(1420, least - 20))


def shortened(chart: Stacked, room: Room) -> bool:
    drawn = stacked(Picture("s", chart), dark=False, size="projector", room=room)
    return any("…" in note.text for note in drawn.layout.annotations)
