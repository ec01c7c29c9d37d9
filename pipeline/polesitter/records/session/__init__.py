"""The session a report tells of: its names, its date, and what is told of it as a whole."""
