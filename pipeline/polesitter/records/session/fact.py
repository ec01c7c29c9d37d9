"""One fact that a report states of its session."""

import re
from dataclasses import dataclass

from polesitter.types import Evidence

Value = int | bool | str


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated fact: its field and value, the class it is told under if any, the words."""

    field: str
    value: Value
    car_class: str | None
    evidence: Evidence


def fact_of(
    field: str, value: Value, car_class: str | None, text: str, span: tuple[int, int]
) -> Fact:
    """A fact proved by text[start:end], code points."""
    start, end = span
    proof = Evidence(field, start, end, text[start:end], f"fact.{field}", 1.0)
    return Fact(field, value, car_class, proof)


def is_within(match: re.Match[str], text: str, before: re.Pattern[str], window: int) -> bool:
    """Whether `before` is found in the `window` code points before a match."""
    start = match.start()
    return before.search(text, max(0, start - window), start) is not None
