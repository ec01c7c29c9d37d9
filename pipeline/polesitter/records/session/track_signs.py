"""What tells a track from the town that a dateline names, and both are marked as tracks."""

import re
from collections.abc import Sequence
from typing import Final

from polesitter.types import Mention

COURSE: Final = re.compile(
    r"(airport|arena|autodrom\w*|autopista|bowl|circuit|course|fairgrounds|grounds?|international"
    r"|motorplex|motorsports?|oval|park|raceway|racetrack|road|stadium|streets?|speedway"
    r"|superspeedway|track|\w+(drome|ring|speedway))",
    re.IGNORECASE,
)
"""Words that tracks are called by, first or last in their names."""
AT: Final = frozenset({"at", "around", "of"})
"""Words before a track."""
CODE: Final = 4
"""Capitals up to this length are a short form; longer ones are a dateline's or a headline's."""


def of_track(text: str, names: Sequence[Mention]) -> float:
    """How much more a place looks like the track than like the town or country around it.

    `names`: the mentions of one place in `text`. Weights: a choice among the places of a report
    (conditional logit), fitted to the reports of `corpus/own` and in units of what is added for
    the earliest place.
    """
    before = [_word_before(text, name.start) for name in names]
    return (
        0.5 * any(is_course(name.text) for name in names)
        - 0.48 * all(name.text.isupper() and len(name.text) > CODE for name in names)
        + 0.32 * any(word in AT for word in before)
        - 0.17 * ("in" in before)
    )


def is_course(name: str) -> bool:
    """Whether a name begins or ends as those of tracks do: "Circuit de la Sarthe"."""
    words = name.split()
    return any(COURSE.fullmatch(word) for word in (words[0], words[-1]))


def _word_before(text: str, start: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    words = text[max(line, start - 30) : start].split()
    return words[-1].casefold() if words else ""
