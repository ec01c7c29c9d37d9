"""What a statement speaks of: the outcome, or practice, history, a provisional order."""
