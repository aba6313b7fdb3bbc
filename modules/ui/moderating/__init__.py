"""The moderator's queue and its cards."""
