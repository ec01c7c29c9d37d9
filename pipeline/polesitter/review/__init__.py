"""Looking at reports and results: in the terminal, as JSON, with reasons."""
