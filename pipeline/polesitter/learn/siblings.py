"""Which annotated reports were modelled on which: who has read the one knows how the other goes."""

from collections.abc import Iterable
from pathlib import Path

from polesitter.learn.listed_reports import listed_reports

SIBLINGS = "siblings.txt"
"""Beside the folders of reports: folder/id and the id of the model, one report per line."""


def models_of(folders: Iterable[Path]) -> dict[str, str]:
    """Return the id of each report in `folders` that was modelled on another -> the other's id."""
    return dict(listed_reports(folders, SIBLINGS))
