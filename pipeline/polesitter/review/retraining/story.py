"""What a retraining has to tell, in words and figures that every form of the report shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polesitter.learn.pattern_changes import LearntName, LearntPattern
from polesitter.learn.retrain.outcome import GateResult, Intake, RetrainOutcome, Standing
from polesitter.learn.scoring.compare import Change
from polesitter.review.terminal.retraining import refusal_text, verdict_text

PARTS = {"total": "", "group": "Series group", "field": "Field"}


@dataclass(frozen=True, slots=True)
class Row:
    """One part of before and after: figures as text, F1 in percent, differences in points."""

    kind: str
    name: str
    reports: str
    before: str
    after: str
    difference: str
    between: str
    chance: str
    falls: bool
    rises: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that fares better or worse, with the sentence it is told in."""

    report: str
    whose: str
    field: str
    gold: str
    old: str
    new: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Story:
    """A retraining as it is told.

    `figures` come first, `facts` last. `causes`: why the gate is shut. `counts`: of the intake.
    """

    title: str
    verdict: str
    lede: str
    figures: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    causes: tuple[str, ...]
    rows: tuple[Row, ...]
    judged: int
    lost: tuple[Cell, ...]
    gained: tuple[Cell, ...]
    names: tuple[LearntName, ...]
    held_back: tuple[LearntName, ...]
    patterns: tuple[LearntPattern, ...]
    dropped: tuple[LearntPattern, ...]
    counts: tuple[tuple[str, int], ...]
    refused: tuple[str, ...]
    suspicions: tuple[str, ...]


def tell(outcome: RetrainOutcome) -> Story:
    """Return what there is to tell of a retraining."""
    gate, learnt, intake = outcome.gate, outcome.learnt, outcome.intake
    return Story(
        title=f"Retraining to {outcome.version}",
        verdict="dry run" if outcome.dry_run else outcome.verdict,
        lede=verdict_text(outcome).plain,
        figures=tuple(_figures(outcome)),
        facts=tuple(_facts(outcome)),
        causes=gate.causes if gate is not None else (),
        rows=tuple(_row(one) for one in gate.standings) if gate is not None else (),
        judged=gate.reports if gate is not None else 0,
        lost=_cells(gate.losses()) if gate is not None else (),
        gained=_cells(gate.gains()) if gate is not None else (),
        names=tuple(name for name in learnt.names if name.held_back is None),
        held_back=tuple(name for name in learnt.names if name.held_back is not None),
        patterns=tuple(sorted(learnt.patterns, key=_best_first)),
        dropped=learnt.dropped,
        counts=tuple(_counts(intake)),
        refused=tuple(refusal_text(refusal) for refusal in intake.refused),
        suspicions=intake.suspicions,
    )


def _figures(outcome: RetrainOutcome) -> Iterator[tuple[str, str]]:
    gate = outcome.gate
    whole = _whole(gate)
    if whole is not None:
        row = _row(whole)
        yield "Cell F1", f"{row.before} → {row.after}"
        yield "Difference", f"{row.difference} points ({row.between})"
    if gate is not None:
        yield "Cells", f"{len(gate.gains())} gained, {len(gate.losses())} lost"
    yield "Learned from", f"{_number(outcome.reports, 'report')}, {len(outcome.intake.taken)} new"
    names = sum(name.held_back is None for name in outcome.learnt.names)
    patterns = _number(len(outcome.learnt.patterns), "slot pattern")
    yield "Learnt", f"{_number(names, 'name')}, {patterns}"


def _facts(outcome: RetrainOutcome) -> Iterator[tuple[str, str]]:
    yield "In place of", outcome.parent
    if outcome.data_date is not None:
        yield "Latest session", outcome.data_date
    if outcome.corpus_hash:
        yield "Corpus", outcome.corpus_hash[:12]


def _whole(gate: GateResult | None) -> Standing | None:
    totals = gate.of("total") if gate is not None else ()
    return next((one for one in totals if one.name == "all"), None)


def _row(one: Standing) -> Row:
    low, high = one.difference.low, one.difference.high
    return Row(
        kind=one.kind,
        name=one.name,
        reports=str(one.reports),
        before=f"{100 * one.f1_before:.1f}",
        after=f"{100 * one.f1_after:.1f}",
        difference=_points(one.difference.value),
        between=f"{_points(low)} to {_points(high)}",
        chance=f"{one.corrected:.3f}",
        falls=one.falls,
        rises=low > 0,
    )


def _points(difference: float) -> str:
    return f"{100 * difference:+.1f}".replace("-", "\N{MINUS SIGN}")


def _cells(changes: Sequence[Change]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            report=one.report,
            whose=one.whose,
            field=one.field,
            gold=_told(one.gold),
            old=_told(one.old),
            new=_told(one.new),
            sentence=one.sentence,
        )
        for one in changes
    )


def _told(value: object) -> str:
    return "nothing" if value is None else str(value)


def _counts(intake: Intake) -> Iterator[tuple[str, int]]:
    told = {
        "new": intake.added,
        "another version of one in the corpus": intake.replaced,
        "in the corpus already": intake.unchanged,
        "nearly the text of another": intake.alike,
        "not about qualifying": intake.off_topic,
        "set aside": intake.refused,
    }
    for what, which in told.items():
        if which:
            yield what, len(which)


def _best_first(pattern: LearntPattern) -> tuple[int, float, str]:
    return -pattern.support, -pattern.precision, pattern.id


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
