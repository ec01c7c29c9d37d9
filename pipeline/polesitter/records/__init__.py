"""From what the pipeline read to tables: one consistent set of results, Arrow, Parquet.

assemble.py goes from judged claims to rows, with the files beside it that choose each field;
results.py makes Results of them. `session` has what is told of the session as a whole, and
`dataset` the tables on disk.
"""
