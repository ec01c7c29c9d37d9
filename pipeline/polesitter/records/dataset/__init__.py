"""Records on disk: Arrow tables, Parquet parts, one writer at a time."""
