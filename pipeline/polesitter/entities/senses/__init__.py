"""Which of its senses a word has: a place or a count, a class or a word."""
