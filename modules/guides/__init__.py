"""Guides: Markdown in, a guide or all its problems out; the library; the rules for good guides."""
