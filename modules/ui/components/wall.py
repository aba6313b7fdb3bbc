"""Texts the moderator showed, as text and nothing else."""

from html import escape

import streamlit as st

from modules.domain.picture import Texts


def show(texts: Texts) -> None:
    st.html(markup(texts))


def markup(texts: Texts) -> str:
    """The wall as HTML; every text is escaped. A theme stands above its texts."""
    groups = []
    for theme, entries in texts.groups:
        heading = f"<h3>{escape(theme)}</h3>" if theme else ""
        cards = "".join(f'<li dir="auto">{escape(entry)}</li>' for entry in entries)
        groups.append(f'<section>{heading}<ul class="wall">{cards}</ul></section>')
    return f'<div class="texts">{"".join(groups)}</div>'
