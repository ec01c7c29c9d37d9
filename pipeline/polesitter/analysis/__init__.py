"""Downstream answers from the tables: grids, poles, gaps, conflicts, charts, exports.

    from polesitter import analysis

    analysis.grid("out/", series="IndyCar", year=2024)     # a DataFrame
    analysis.poles("out/", by="team")

The functions take an output folder or a `results` DataFrame and give DataFrames. What they
count is worked out on plain rows, one module per question; importing this package loads
neither pandas nor Arrow.
"""

from polesitter.analysis.frames import (
    conflicts,
    coverage,
    gaps,
    grid,
    head_to_head,
    margins,
    names,
    poles,
    progress,
    read,
)
from polesitter.analysis.wanted import Wanted

__all__ = [
    "Wanted",
    "conflicts",
    "coverage",
    "gaps",
    "grid",
    "head_to_head",
    "margins",
    "names",
    "poles",
    "progress",
    "read",
]
