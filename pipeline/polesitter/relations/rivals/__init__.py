"""Claims that rule each other out: their weights shared out as probabilities."""
