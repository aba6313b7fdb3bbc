"""Guides of one's own: duplicate, write with the findings beside, keep versions, import, delete."""
