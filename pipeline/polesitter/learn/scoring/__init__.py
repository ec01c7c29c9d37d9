"""How good answers are: rows and cells, mentions and relations, and what may be chance."""
