"""What competitors are told under: a class, a segment; judged as a chain."""
