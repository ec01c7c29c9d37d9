"""Who is left unclassified, in whatever words, and the words that prove it."""
