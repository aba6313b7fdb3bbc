"""Keeps the current line of a scrolling list in view after the room moved."""

import streamlit as st

_JS = """
export default function ({ data }) {
  const bring = () =>
    document.querySelector(data.selector)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  bring();
  // The list may be drawn a moment after this.
  const later = setTimeout(bring, 150);
  return () => clearTimeout(later);
}
"""
_in_view = st.components.v2.component("workshop_in_view", js=_JS)


def keep(selector: str, *, changed: object, key: str) -> None:
    """Scroll to what `selector` finds whenever `changed` differs from the last drawing."""
    _in_view(key=key, data={"selector": selector, "changed": changed}, height=1)
