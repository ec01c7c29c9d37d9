"""Why a whole report gave no results."""

from polesitter.relations.about.is_qualifying import what_is_missing

UNLIKELY = 0.5
"""Below this a text is told not to be a qualifying report."""


def why_no_results(qualifying: float | None, text: str | None = None) -> str:
    """Return in words why nothing was read.

    `qualifying` as in Extraction, None where it is not known; of a `text` it is told what
    is missing.
    """
    if qualifying is None or qualifying >= UNLIKELY:
        return "the text states no outcome of a competitor"
    missing = what_is_missing(text) if text is not None else None
    told = "this does not read like a qualifying report"
    return f"{told}: {missing}" if missing else told
