"""Slot patterns at work: which competitor and value pairs the hand-written rules see."""

from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.reading.view import Sentence, View
from polesitter.relations.slots import RuleMatch, RuleSet
from polesitter.relations.slots.elements import elements_of
from polesitter.types import Mention

Hits = dict[tuple[int, int], list[tuple[str, str]]]
"""(competitor's mention, value's mention) -> (relation, rule id) of all rules that pair them."""
Roles = dict[str, tuple[int, ...]]
"""Role of a pattern -> the mentions that fill it."""
HEADS: Final = frozenset({"DRIVER"})


def find_hits(view: View, rules: RuleSet) -> Hits:
    """Match every prose sentence and heading of a report."""
    hits: Hits = {}
    if not len(rules):
        return hits
    for sentence in view.sentences:
        if sentence.kind in ("header", "date") or not _may_pair(sentence):
            continue
        for match in rules.match(elements_of(sentence, view.mentions)):
            for pair in pairs_of(match, view.mentions):
                found = (match.rule.relation, match.rule.id)
                known = hits.setdefault(pair, [])
                if found not in known:
                    known.append(found)
    return hits


def _may_pair(sentence: Sentence) -> bool:
    """Whether a sentence has both a competitor and something that could be said of it."""
    labels = {sentence.items[at].label for at in sentence.slots}
    return not HEADS.isdisjoint(labels) and not labels <= HEADS


def pairs_of(match: RuleMatch, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The driver and value mentions a match binds together.

    Roles with one ending belong together ("driver_a", "position_a"); lists of one
    length pair up in order. In a gap the driver behind has the value, if there is one.
    """
    drivers, values = _sides(match, mentions)
    if not drivers:
        return
    for value_role, value_indices in values.items():
        for driver_indices in _partners(value_role, drivers).values():
            if len(value_indices) == len(driver_indices):
                yield from zip(driver_indices, value_indices, strict=True)
            elif len(value_indices) == 1 or len(driver_indices) == 1:
                for driver in driver_indices:
                    for value in value_indices:
                        yield driver, value


def _sides(match: RuleMatch, mentions: Sequence[Mention]) -> tuple[Roles, Roles]:
    """The roles of a match that competitors fill, and those of values."""
    drivers: Roles = {}
    values: Roles = {}
    for role, indices in match.bindings.items():
        if indices:
            side = drivers if mentions[indices[0]].label in HEADS else values
            side[role] = indices
    if match.rule.relation.endswith("gap"):
        behind = {role: found for role, found in drivers.items() if "behind" in role}
        drivers = behind or {r: found for r, found in drivers.items() if "ahead" not in r}
    return drivers, values


def _partners(value_role: str, drivers: Roles) -> Roles:
    """The drivers whose role ends as the value's does; all where none does."""
    if len(drivers) == 1 or "_" not in value_role:
        return drivers
    ending = value_role.rpartition("_")[2]
    same = {role: found for role, found in drivers.items() if role.rpartition("_")[2] == ending}
    return same or drivers
