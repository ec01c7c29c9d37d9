"""Versions of the model: MAJOR.MINOR.PATCH, the patch counted on by each retraining."""

import re
from collections.abc import Iterable


def version_parts(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to sort by: "0.1.2+3f2a9c1b" is (0, 1, 2)."""
    return tuple(int(number) for number in re.findall(r"\d+", version.partition("+")[0]))


def next_version(parent: str, known: Iterable[str]) -> str:
    """Return the version after `parent`, one that no model of `known` has had."""
    major, minor, patch = (*version_parts(parent), 0, 0, 0)[:3]
    taken = [
        parts[2]
        for parts in (version_parts(version) for version in known)
        if len(parts) > 2 and parts[:2] == (major, minor)
    ]
    return f"{major}.{minor}.{max([patch, *taken]) + 1}"
