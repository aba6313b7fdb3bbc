"""One disclosed result: chart, sentence, table; the same on the console and the summary page."""

from collections.abc import Callable
from html import escape

import streamlit as st

from modules.domain.picture import Table, Texts
from modules.screens.views import ResultView
from modules.ui import showing
from modules.ui.components import chart, wall


def show(result: ResultView, *, key: str, draw: Callable[..., None] = chart.show) -> None:
    """`draw(result, key=)` draws the chart where there is one."""
    if result.picture is None:
        showing.html('<p class="notice">{notice}</p>', notice=result.notice)
        return
    showing.html('<p class="sentence">{sentence}</p>', sentence=result.picture.sentence)
    if isinstance(result.picture.chart, Texts):
        wall.show(result.picture.chart)
    elif result.picture.chart is not None:
        draw(result, key=key)
    if result.picture.table is not None:
        with st.expander("As a table"):
            _table(result.picture.table)


def _table(table: Table) -> None:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in table.rows
    )
    st.html(f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
