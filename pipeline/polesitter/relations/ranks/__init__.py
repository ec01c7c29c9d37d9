"""Ranks judged of all who are named at once, as a chain in the order of telling."""
