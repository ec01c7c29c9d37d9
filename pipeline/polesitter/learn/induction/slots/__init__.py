"""Slot patterns found in the sentences that tell what the records hold."""
