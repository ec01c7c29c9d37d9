"""Who has a record: drafts of those who hardly have one go, places lean on how surely they do."""

from collections.abc import Iterable, Mapping
from math import exp
from typing import Final

from polesitter.records.assign import logit
from polesitter.records.draft import Draft

LEAST: Final = 0.3
"""How probable it must be that a competitor has a record."""
LEVEL: Final = 0.5
"""The log-odds of having a record that make a place neither likelier nor less so."""
LEAN: Final = 0.2
"""By how much of each log-odd more than that a place is likelier."""
FURTHEST: Final = 4.0
"""Log-odds of having a record count up to here."""


def likely_rows(drafts: Iterable[Draft], recorded: Mapping[str, float]) -> list[Draft]:
    """The drafts of those who have a record, as far as is known, their places weighed anew.

    `recorded`: competitor -> how probable it is that it has one. The surest of a crew counts.
    """
    kept = []
    for draft in drafts:
        chances = [recorded[who] for who in draft.members if who in recorded]
        if chances and max(chances) < LEAST:
            continue
        if chances:
            _lean(draft, max(chances))
        kept.append(draft)
    return kept


def _lean(draft: Draft, recorded: float) -> None:
    """Make the places of a draft as much likelier as having a record is."""
    known = max(-FURTHEST, min(FURTHEST, logit(recorded)))
    for choice in draft.votes.get("position", []):
        odds = logit(choice.probability) + LEAN * (known - LEVEL)
        choice.probability = 1.0 / (1.0 + exp(-odds))
