"""The report of a retraining: what was learnt, before and after, what is gained and lost."""
