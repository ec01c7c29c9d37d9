"""The report of a retraining with its charts, written to a folder."""
