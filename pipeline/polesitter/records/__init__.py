"""From what the pipeline read to tables: one consistent set of results, Arrow, Parquet."""
