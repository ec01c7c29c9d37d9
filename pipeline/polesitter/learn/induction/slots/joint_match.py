"""Many patterns matched on all sentences at once, what they have in common only once.

A RuleSet tries a pattern on every sentence that holds what it needs. Of the thousands of
candidates of induction most begin alike, and most do not match where their words stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from polesitter.learn.induction.slots.element_row import ElementRow, Numbers
from polesitter.learn.induction.slots.joint_steps import (
    BEGIN,
    BOUND,
    COME_TO,
    JointSteps,
    roles_of,
)
from polesitter.relations.slots.nodes import Node, Sequence

Stretches = tuple[int, ...]
"""For each role the first element of its slots in an ElementRow, and their end; or -1, -1."""


class JointMatches(NamedTuple):
    """All matches of patterns that are one and the same.

    `patterns`: their numbers; `begins`: the element where each match begins; `stretches`:
    what each binds to the `roles`.
    """

    patterns: list[int]
    roles: tuple[str, ...]
    begins: list[int]
    stretches: list[Stretches]


@dataclass(slots=True)
class _Fork:
    """What patterns with one beginning go on with, and the numbers of those that end here."""

    onward: dict[Node, "_Fork"] = field(default_factory=dict)
    ending: list[int] = field(default_factory=list)


class JointPatterns:
    """Patterns, their verbs expanded, to be matched on a whole corpus."""

    def __init__(self, patterns: Iterable[Sequence]) -> None:
        self.first = _Fork()
        for number, pattern in enumerate(patterns):
            fork = self.first
            for item in pattern.items:
                fork = fork.onward.setdefault(item, _Fork())
            fork.ending.append(number)

    def match(self, row: ElementRow) -> Iterator[JointMatches]:
        """What RuleSet.match finds in all sentences; of each pattern in their order."""
        steps = JointSteps(row)
        yield from _read_on(self.first, steps, steps.beginnings(), ())


def _read_on(
    fork: _Fork, steps: JointSteps, readings: Numbers, roles: tuple[str, ...]
) -> Iterator[JointMatches]:
    if fork.ending:
        found = _matches(readings)
        stretches = [tuple(one) for one in found[:, BOUND:].tolist()]
        yield JointMatches(fork.ending, roles, found[:, BEGIN].tolist(), stretches)
    for item, onward in fork.onward.items():
        further = steps.on(item, readings)
        if len(further):
            yield from _read_on(onward, steps, further, roles + roles_of(item))


def _matches(readings: Numbers) -> Numbers:
    """The first reading from each beginning, less those that lie inside an earlier one."""
    begin = readings[:, BEGIN]
    first = readings[np.diff(begin, prepend=-1) > 0]
    end = first[:, COME_TO]
    furthest = np.maximum.accumulate(end)
    return first[np.diff(furthest, prepend=-1) > 0]
