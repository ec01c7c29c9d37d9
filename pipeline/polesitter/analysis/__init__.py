"""Downstream answers from the tables: grids, poles, gaps."""
