"""Which value belongs to which competitor, and what each statement speaks of."""
