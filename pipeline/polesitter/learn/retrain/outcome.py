"""What a retraining did, for those who tell of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from polesitter.learn.pattern_changes import PatternChanges
from polesitter.learn.scoring.bootstrap import Counts, Interval
from polesitter.learn.scoring.compare import Change
from polesitter.learn.scoring.f1 import score_of

Verdict = Literal["promoted", "refused", "kept anyway", "nothing new"]
"""A dry run has the verdict that a run would have."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A new report that is not learned from: its id (or its file), why, and where.

    `line` counts the lines or tasks of the file from 1; `offset`: code points of the
    plain text, from 0.
    """

    report: str
    reason: str
    line: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the new reports, by id. `suspicions`: sentences, each a reason to look.

    `replaced`: reports of the corpus of which these are another version; `unchanged`: as in
    the corpus already; `alike`: nearly the text of another report, taken all the same.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    off_topic: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    suspicions: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[str, ...]:
        """The reports that are learned from and were not before."""
        return tuple(sorted((*self.added, *self.replaced)))


@dataclass(frozen=True, slots=True)
class Standing:
    """Old against new on some of the gate's reports: cells right, wrong and missed.

    `kind`, `name`: ("total", "all"), ("total", "dev"), ("group", "pilot") or
    ("field", "team"). `difference`: F1 new less old, with its interval. `chance`: how
    probable such a fall is by chance, `corrected` after Holm among groups and fields;
    `least`: how improbable one could be at all, with so many reports that differ.
    """

    kind: Literal["total", "group", "field"]
    name: str
    reports: int
    before: Counts
    after: Counts
    difference: Interval
    chance: float
    corrected: float
    falls: bool
    least: float = 0.0

    @property
    def f1_before(self) -> float:
        """Cell F1 of the old model, 0 to 1."""
        return score_of(*self.before).f1

    @property
    def f1_after(self) -> float:
        """Cell F1 of the new model, 0 to 1."""
        return score_of(*self.after).f1


@dataclass(frozen=True, slots=True)
class GateResult:
    """How both models did on reports that neither was taught.

    `standings`: totals, then groups, then fields. `changes`: every cell that fares better
    or worse, with its sentence. `causes`: why it is shut, one sentence each.
    """

    reports: int
    standings: tuple[Standing, ...] = ()
    changes: tuple[Change, ...] = ()
    causes: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing falls beyond noise."""
        return not self.causes

    def of(self, kind: str) -> tuple[Standing, ...]:
        """The standings of one kind: total, group or field."""
        return tuple(one for one in self.standings if one.kind == kind)

    def gains(self) -> tuple[Change, ...]:
        """The cells that fare better."""
        return tuple(change for change in self.changes if change.gained)

    def losses(self) -> tuple[Change, ...]:
        """The cells that fare worse."""
        return tuple(change for change in self.changes if not change.gained)


@dataclass(frozen=True, slots=True)
class RetrainOutcome:
    """Everything a retraining has to tell; nothing in it depends on clock or machine.

    `version`: of the model in use afterwards where promoted, else of the one refused.
    `data_date`: the latest session date of the corpus, ISO. `reason`: of --keep-anyway.
    `new_files`: what was written to the corpus and patterns, by POSIX path and its kind.
    """

    verdict: Verdict
    parent: str
    version: str
    intake: Intake
    learnt: PatternChanges = field(default_factory=PatternChanges)
    gate: GateResult | None = None
    reports: int = 0
    corpus_hash: str = ""
    data_date: str | None = None
    reason: str | None = None
    dry_run: bool = False
    new_files: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_use(self) -> bool:
        """Whether the new model is now the one in use."""
        return self.verdict in ("promoted", "kept anyway") and not self.dry_run
