"""One folder per kind of activity, the same file names in each."""
