"""The start page, part by part: the form, and the workshops there are."""
