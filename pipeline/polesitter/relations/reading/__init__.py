"""A report as the relation stage reads it: sentences of words and slots, and what each tells."""
