"""Who has a record: drafts of those who hardly have one go, places lean on how surely they do."""

from collections.abc import Container, Iterable, Mapping
from typing import Final

from polesitter.entities.linear import chance_of
from polesitter.records.assign import logit
from polesitter.records.draft import Draft
from polesitter.records.floors import OUTCOME
from polesitter.records.row import Row

LEAST: Final = 0.4
"""How probable it must be that a competitor has a record."""
SURE: Final = 0.9
"""A value of an outcome as probable as this makes a record all the same."""
LEVEL: Final = 0.5
"""The log-odds of having a record that make a place neither likelier nor less so."""
LEAN: Final = 0.3
"""By how much of each log-odd more than that a place is likelier."""
RECORDED: Final = 0.82
"""From this on, a record stands even where it is not known which of the places told it has."""
POSSIBLE: Final = 0.1
"""How probable such a place must be."""
FURTHEST: Final = 4.0
"""Log-odds of having a record count up to here."""


def likely_rows(drafts: Iterable[Draft], recorded: Mapping[str, float]) -> list[Draft]:
    """The drafts of those who have a record, as far as is known, their places weighed anew.

    `recorded`: competitor -> how probable it is that it has one. The surest of a crew counts.
    """
    kept = []
    for draft in drafts:
        chances = [recorded[who] for who in draft.members if who in recorded]
        if chances:
            surest = max(chances)
            if surest < LEAST and not _is_sure(draft):
                continue
            draft.recorded = surest
            _lean(draft, surest)
        kept.append(draft)
    return kept


def _is_sure(draft: Draft) -> bool:
    """Whether any outcome is told of a draft that surely that it needs no more to have a record."""
    return any(draft.best(meaning, SURE) is not None for meaning in OUTCOME)


def _lean(draft: Draft, recorded: float) -> None:
    """Make the places of a draft as much likelier as having a record is."""
    known = max(-FURTHEST, min(FURTHEST, logit(recorded)))
    for choice in draft.votes.get("position", []):
        odds = logit(choice.probability) + LEAN * (known - LEVEL)
        choice.probability = chance_of(odds)


def has_record(row: Row, entries: Container[str] = ()) -> bool:
    """Whether a row tells an outcome; or surely has one, and is told places that none stands of.

    `entries`: the cars told without a driver; they need an outcome.
    """
    if any(name in row.fields for name in OUTCOME):
        return True
    recorded = row.draft.recorded
    return (
        row.draft.competitor not in entries
        and recorded is not None
        and recorded >= RECORDED
        and row.draft.best("position", POSSIBLE) is not None
    )
