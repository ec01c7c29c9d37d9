"""The model of a process that reads for hours."""

import gc
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from polesitter.records.dataset.tables import build_tables
from polesitter.run.model import is_as_loaded, load_for_good, settle
from polesitter.run.together import extract_report
from polesitter.types import Report

LOADED_ANEW_AFTER = 50_000
"""Reports; a process of the pool is replaced sooner. A model that is let go leaves some
megabytes in pieces, so that it is not done more often than need be."""


class KeptModel:
    """A pipeline that is loaded anew after many thousand reports, so that it cannot swell.

    spaCy forgets the words of a batch, but keeps their places in the table of its
    vocabulary, which doubles whenever they are used up.
    """

    def __init__(self, model: str | Path | None) -> None:
        self.model = model
        self.nlp = load_for_good(model)
        self.read = 0

    def count(self, reports: int) -> None:
        """Take note that so many reports more were read; nobody may use `nlp` meanwhile."""
        self.read += reports
        # A model that was trained anew in the same folder is for the next run.
        if self.read >= LOADED_ANEW_AFTER and is_as_loaded(self.nlp):
            self._load_anew()

    def warm(self) -> None:
        """Do now what is done once: it would count against the deadline of the first report."""
        with suppress(Exception):
            build_tables([extract_report(self.nlp, Report("warm.txt", "Lee took the pole.", ""))])
        # Needed by one report in some thousand, and then as big as a tenth of the process.
        import_module("scipy.optimize")
        settle()

    def _load_anew(self) -> None:
        del self.nlp
        gc.unfreeze()
        gc.collect()
        self.nlp = load_for_good(self.model)
        self.read = 0
