"""Faults of a whole pattern that no single part shows: roles, skips, nothing to match."""

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots.nodes import (
    Choice,
    Maybe,
    Node,
    Sequence,
    Skip,
    SlotNode,
)


def check_shape(tree: Sequence, where: str) -> None:
    """Raise PolesitterError: a role bound twice (E306), a stray skip (E309), no content (E311)."""
    _roles(tree, where)
    if may_be_empty(tree):
        raise PolesitterError(Errors.E311.format(where=where))
    if _begins_with_skip(tree, at_end=False) or _begins_with_skip(tree, at_end=True):
        raise PolesitterError(Errors.E309.format(where=where))
    if _skips_meet(tree):
        raise PolesitterError(Errors.E309.format(where=where))


def may_be_empty(node: Node) -> bool:
    """Whether the node matches no elements at all."""
    if isinstance(node, Sequence):
        return all(may_be_empty(item) for item in node.items)
    if isinstance(node, Choice):
        return any(may_be_empty(option) for option in node.options)
    return isinstance(node, Maybe | Skip)


def _roles(node: Node, where: str) -> dict[str, str]:
    """Role -> label of every slot that one reading of the node can bind."""
    if isinstance(node, SlotNode):
        return {node.role: node.label}
    if isinstance(node, Maybe):
        return _roles(node.item, where)
    found: dict[str, str] = {}
    if isinstance(node, Choice):
        for option in node.options:
            found.update(_roles(option, where))
    if isinstance(node, Sequence):
        for item in node.items:
            roles = _roles(item, where)
            for role in sorted(roles.keys() & found.keys()):
                raise PolesitterError(Errors.E306.format(where=where, role=role, label=roles[role]))
            found.update(roles)
    return found


def _begins_with_skip(node: Node, at_end: bool) -> bool:
    """Whether some reading has a skip as its first (or, `at_end`, last) part."""
    if isinstance(node, Sequence):
        for item in reversed(node.items) if at_end else node.items:
            if _begins_with_skip(item, at_end):
                return True
            if not may_be_empty(item):
                return False
        return False
    if isinstance(node, Choice):
        return any(_begins_with_skip(option, at_end) for option in node.options)
    if isinstance(node, Maybe):
        return _begins_with_skip(node.item, at_end)
    return isinstance(node, Skip)


def _skips_meet(node: Node) -> bool:
    """Whether some reading has two skips side by side."""
    if isinstance(node, Maybe):
        return _skips_meet(node.item)
    if isinstance(node, Choice):
        return any(_skips_meet(option) for option in node.options)
    if not isinstance(node, Sequence):
        return False
    skipping = False
    for item in node.items:
        if _skips_meet(item) or (skipping and _begins_with_skip(item, at_end=False)):
            return True
        open_end = _begins_with_skip(item, at_end=True)
        skipping = open_end or (skipping and may_be_empty(item))
    return False
