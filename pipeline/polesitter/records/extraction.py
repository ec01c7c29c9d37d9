"""Everything one report gave."""

from dataclasses import dataclass, field

from polesitter.types import Mention, Relation, Report, Result, Session


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the pipeline read in one report.

    Offsets of mentions and evidence are 0-based, half-open code points of
    `report.text`. `qualifying` in 0..1: how surely the text is a qualifying
    report. `model`: name and version of the pipeline that read it. Relations
    point to `mentions` by index.
    """

    report: Report
    model: str
    qualifying: float = 0.0
    session: Session = field(default_factory=Session)
    results: tuple[Result, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
