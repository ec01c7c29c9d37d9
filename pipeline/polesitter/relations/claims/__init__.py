"""What each value may say of each competitor, and what the words near both tell of that."""
