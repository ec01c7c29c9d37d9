"""One thing that patterns/ could take in, with what speaks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "sentence", "near miss"]
"""An unknown name, a sentence no pattern explains, a sentence one word off a pattern."""

SOURCE = "hand"
"""The `source` of what a person accepts: retraining must not take it for something it learned."""
ADDED = "relations/added.jsonl"
"""The file of slot patterns that were accepted or added one by one."""
EXAMPLES = 3
"""Examples kept of each suggestion; all are counted."""


@dataclass(frozen=True, slots=True)
class Example:
    """Where an article calls for it: `line` of its text, from 1; `words` of the sentence."""

    source: str
    line: int
    sentence: str
    words: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line for patterns/.

    `id`: of the line, stable from one run to the next. `file`: where it goes, a POSIX path
    within patterns/. `entry`: the line. `gain`: cells that more would be read right, by the
    model's own probabilities, in these articles. `count`: places that call for it, in
    `reports` articles. `near`: the pattern or name it is nearest to, "" for none.
    """

    id: str
    kind: Kind
    file: str
    entry: Mapping[str, object]
    gain: float
    count: int
    reports: int
    examples: tuple[Example, ...]
    near: str = ""


def by_gain(suggestion: Suggestion) -> tuple[float, int, str]:
    """The place of a suggestion: most cells first, then most places, then by id."""
    return -round(suggestion.gain, 2), -suggestion.count, suggestion.id
