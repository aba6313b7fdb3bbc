"""The summary everyone takes home: one disclosed view, laid out as many files."""
