"""Claims weighed again by all that is told, and who has a record at all."""
