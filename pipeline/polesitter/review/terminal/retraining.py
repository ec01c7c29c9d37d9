"""A retraining in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.retrain.outcome import GateResult, Intake, Refusal, RetrainOutcome
from polesitter.learn.scoring.compare import Change
from polesitter.review.terminal.comparison import change_text
from polesitter.review.terminal.figures import figure_table
from polesitter.review.terminal.palette import FAULT, HEADING, QUIET, WARNING

SHOWN = 10
"""Names, patterns and gains that are listed; the report of the retraining has all."""


def outcome_view(outcome: RetrainOutcome) -> RenderableType:
    """Return the intake, what was learnt, the gate, and last the verdict."""
    parts = [*_intake(outcome.intake), *_learnt(outcome)]
    if outcome.gate is not None:
        parts += _gate(outcome.gate)
    return Group(*parts, verdict_text(outcome))


def verdict_text(outcome: RetrainOutcome) -> Text:
    """Return the verdict in a sentence or two."""
    old, new = outcome.parent, outcome.version
    if outcome.verdict == "nothing new":
        return Text(f"Nothing new: model {old} was learned from these reports and patterns.")
    if outcome.verdict == "refused":
        why = "the gate is shut" if outcome.gate is not None else "no new report could be taken"
        return Text(f"Refused: {why}. Model {old} stays in use.", FAULT)
    reason = f" although the gate is shut: {outcome.reason}" if outcome.reason else ""
    if outcome.dry_run:
        return Text(f"Dry run: model {new} would take the place of {old}{reason}.")
    return Text(f"Model {new} is in use{reason}. Back to the old one: polesitter models use {old}")


def _intake(intake: Intake) -> Iterator[RenderableType]:
    counts = {
        "new": intake.added,
        "of another version": intake.replaced,
        "known already": intake.unchanged,
        "nearly like another": intake.alike,
        "not about qualifying": intake.off_topic,
        "set aside": intake.refused,
    }
    told = ", ".join(f"{len(ids)} {what}" for what, ids in counts.items() if ids)
    yield Text(f"Reports: {told or 'none'}")
    for refusal in intake.refused:
        yield Text(f"  set aside: {refusal_text(refusal)}", WARNING)
    for sign in intake.suspicions:
        yield Text(f"  suspicious: {sign}", WARNING)
    yield Text()


def refusal_text(refusal: Refusal) -> str:
    """Return a refusal on one line: report, line or offset, reason."""
    line = "" if refusal.line is None else f", line {refusal.line}"
    offset = "" if refusal.offset is None else f" at {refusal.offset}"
    return f"{refusal.report}{line}{offset}: {refusal.reason}"


def _learnt(outcome: RetrainOutcome) -> Iterator[RenderableType]:
    names = [name for name in outcome.learnt.names if name.held_back is None]
    lines = [f"{name.label:7} {name.name}  ({name.id}, {name.first_seen})" for name in names]
    yield from _listed("Names learned", lines)
    patterns = [
        f"{one.relation:13} {one.pattern}  (support {one.support}, precision {one.precision:.0%})"
        for one in outcome.learnt.patterns
    ]
    yield from _listed("Slot patterns learned", patterns)


def _listed(title: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text(f"{title}: {len(lines)}", HEADING)
    yield from (Text(f"  {line}") for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield Text(f"  and {len(lines) - SHOWN} more", QUIET)
    yield Text()


def _gate(gate: GateResult) -> Iterator[RenderableType]:
    if gate.standings:
        yield Text(f"Cell F1 on {gate.reports} reports that neither model was taught", HEADING)
        yield _standings(gate)
        yield Text()
    yield from (Text(f"  {cause}", FAULT) for cause in gate.causes)
    if not gate.passed:
        yield from _changes("Lost", gate.losses())
    else:
        yield from _changes("Gained", gate.gains(), SHOWN)


def _standings(gate: GateResult) -> Table:
    table = figure_table("", "Reports", "Old", "New", "Difference", "Chance of a fall")
    for one in gate.standings:
        table.add_row(
            one.name if one.kind == "total" else f"  {one.name}",
            str(one.reports),
            f"{one.f1_before:.3f}",
            f"{one.f1_after:.3f}",
            f"{one.difference.value:+.3f}",
            f"{one.corrected:.3f}",
            style=FAULT if one.falls else None,
        )
    return table


def _changes(
    title: str, changes: Sequence[Change], most: int | None = None
) -> Iterator[RenderableType]:
    if not changes:
        return
    yield Text(f"{title}: {len(changes)}", HEADING)
    for change in changes[:most]:
        yield Text(f"  {change_text(change)}")
        if change.sentence:
            yield Text(f"    {change.sentence}", QUIET)
    if most is not None and len(changes) > most:
        yield Text(f"  and {len(changes) - most} more", QUIET)
    yield Text()
