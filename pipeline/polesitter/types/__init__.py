"""Plain values that travel through the layers."""

from polesitter.types.mention import LABELS, NAMES, Label, Mention
from polesitter.types.report import Report, ReportError
from polesitter.types.result import ClassFacts, Evidence, Relation, Result, Session

__all__ = [
    "LABELS",
    "NAMES",
    "ClassFacts",
    "Evidence",
    "Label",
    "Mention",
    "Relation",
    "Report",
    "ReportError",
    "Result",
    "Session",
]
