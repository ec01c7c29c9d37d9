"""Which annotated reports were written for training: they tell of nobody real."""

from collections.abc import Iterable
from pathlib import Path

from polesitter.learn.listed_reports import listed_reports

INVENTED = "invented.txt"
"""Beside the folders of reports: which are invented, one per line as folder/id."""


def invented_ids(folders: Iterable[Path]) -> frozenset[str]:
    """The ids of those reports in `folders` that invented.txt beside them lists.

    The folder decides and not the id alone: what comes to another folder is real, whatever
    it is called.
    """
    return frozenset(id for id, _ in listed_reports(folders, INVENTED))
