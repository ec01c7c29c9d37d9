"""The corpus as it is, which says of a new report whether it is one, and may be learned from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from polesitter.learn.corpus import TRAINED_ON, GoldReport, read_gold
from polesitter.learn.retrain.delivery import Delivered
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.outcome import Refusal
from polesitter.learn.retrain.same_text import Texts

MEASURING = "test"
"""The part of the corpus that is for measuring only."""

NEW_PART = "added"
"""The part that new reports are added to: apart from corpus/own, which is invented."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the corpus a report belongs. `alike`: a report of nearly the same text."""

    part: str
    kind: Literal["added", "replaced", "unchanged"]
    alike: str | None = None


class KnownReports:
    """The reports of a corpus folder by id, and their texts."""

    def __init__(self, corpus: Path) -> None:
        self.corpus = corpus
        self.parts = {part: _read(corpus / part) for part in TRAINED_ON}
        self.measuring = _read(corpus / MEASURING)
        self._part_of = {id: part for part, reports in self.parts.items() for id in reports}
        self._texts = Texts(
            (id, report.text) for reports in self.parts.values() for id, report in reports.items()
        )
        self._measured = Texts((id, report.text) for id, report in self.measuring.items())

    def reports(self) -> dict[str, GoldReport]:
        """Return the reports that the model is taught, by id."""
        return {id: one for reports in self.parts.values() for id, one in reports.items()}

    def place(self, report: GoldReport, delivered: Delivered) -> Place | Refusal:
        """Return where a new report belongs, or why it belongs nowhere; it is known then."""
        reason = self._forbidden(report, delivered) or self._in_the_way(report)
        if reason is not None:
            return Refusal(report.id, reason)
        part = self._part_of.get(report.id)
        alike = self._texts.alike(report.text)
        if part is not None:
            same = self.parts[part][report.id] == report
            return Place(part, "unchanged" if same else "replaced")
        self._texts.add(report.id, report.text)
        return Place(NEW_PART, "added", alike)

    def _forbidden(self, report: GoldReport, delivered: Delivered) -> str | None:
        """Why a report must not be learned from, whatever its annotations."""
        folder = self.corpus / MEASURING
        if folder.resolve() in delivered.origin.resolve().parents:
            return RetrainErrors.E660.format(folder=folder)
        if self._measured.equal(report.text) is not None:
            return RetrainErrors.E661.format(folder=folder)
        if self._measured.alike(report.text) is not None:
            return RetrainErrors.E662.format(folder=folder)
        if report.id in self.measuring:
            return RetrainErrors.E664.format(other=f"{MEASURING}/{report.id}")
        return None

    def _in_the_way(self, report: GoldReport) -> str | None:
        """Why the corpus has no room for a report: its id or its text is another's."""
        equal = self._texts.equal(report.text)
        part = self._part_of.get(report.id)
        if equal is not None and equal != report.id:
            known = self._part_of.get(equal)
            if known is None:
                return RetrainErrors.E665.format(other=equal)
            return RetrainErrors.E663.format(other=f"{known}/{equal}")
        if part is not None and equal is None and self._texts.alike(report.text) != report.id:
            return RetrainErrors.E664.format(other=f"{part}/{report.id}")
        return None


def _read(folder: Path) -> Mapping[str, GoldReport]:
    return {report.id: report for report in read_gold([folder])} if folder.is_dir() else {}
