"""How many cars start side by side: two, but three in the rows of the Indianapolis 500."""

import re
from typing import Final

from polesitter.relations.reading.view import View
from polesitter.types import Mention

PAIRS, THREES = 2, 3
IN_THREES: Final = re.compile(
    r"\b(?:Indianapolis|Indy)[ -]500\b|\b500[- ]Mile Race\b", re.IGNORECASE
)
SAID: Final = re.compile(r"\brows of (?:three|3)\b", re.IGNORECASE)


def cars_abreast(view: View) -> int:
    """How many cars a row of the grid holds, by the first event that the report names."""
    if SAID.search(view.text):
        return THREES
    events = [mention for mention in view.mentions if mention.label == "EVENT"]
    if not events:
        return PAIRS
    first = min(events, key=_by_start)
    return THREES if IN_THREES.search(first.text) else PAIRS


def _by_start(mention: Mention) -> int:
    return mention.start
