"""Answers as people and machines read them: terminal, HTML, CSV, JSON."""
