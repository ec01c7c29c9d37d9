"""The tables written as a database, CSV or JSON lines."""
