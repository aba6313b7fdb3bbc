"""What is wrong with a draft, or could be better: each with its line, which a press goes to."""

import re
from html import escape

import streamlit as st

from modules.screens.guides import GuideView, Remark
from modules.ui.wording import count

_WRITTEN = re.compile(r"`([^`]+)`")


def show(draft: GuideView) -> None:
    st.html(f'<p class="verdict">{escape(_verdict(draft))}</p>')
    st.html(f'<ol class="remarks">{"".join(map(_remark, draft.remarks))}</ol>')


def _verdict(draft: GuideView) -> str:
    number = len(draft.remarks)
    if draft.guide is None:
        return f"{count(number, 'mistake')}. The guide cannot be started until they are mended."
    if number:
        return f"It can be run. {count(number, 'thing')} could be better."
    return "It can be run, and no rule finds anything to improve."


def _remark(remark: Remark) -> str:
    rule = f' <span class="quiet">{escape(remark.rule)}</span>' if remark.rule else ""
    return (
        f'<li><button type="button" data-line="{remark.line}">Line {remark.line}</button>{rule}<br>'
        f"{_words(remark.message)} <em>{_words(remark.fix)}</em></li>"
    )


def _words(text: str) -> str:
    """The sentence with what is to be written in a guide set apart."""
    return _WRITTEN.sub(r"<code>\1</code>", escape(text))
