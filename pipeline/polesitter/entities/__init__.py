"""Mentions: the measures and names of a report, one label per stretch of text."""
