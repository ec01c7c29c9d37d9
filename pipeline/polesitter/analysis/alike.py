"""Whether two reports tell the same in a cell; only what excludes the other is a conflict."""

from collections.abc import Callable
from typing import Any

from polesitter.text.normal import words


def same_number(one: float, other: float) -> bool:
    """Equal at the coarser of their precisions: 182.8 and 182.78 are no conflict."""
    digits = min(decimals(one), decimals(other))
    half_a_digit = 0.5 / 10**digits
    return bool(abs(one - other) <= half_a_digit + 1e-9)


def decimals(value: float) -> int:
    """How many decimals a value has, four at most."""
    return len(repr(round(value, 4)).partition(".")[2].rstrip("0"))


def same_words(one: str, other: str) -> bool:
    """The words of one all stand in the other: "BMW" and "BMW M4 GT4" are no conflict."""
    first, second = set(words(one)), set(words(other))
    joined = "".join(words(one)) == "".join(words(other))
    return joined or first <= second or second <= first


def equal(one: Any, other: Any) -> bool:
    """Equal."""
    return bool(one == other)


ALIKE: dict[str, Callable[[Any, Any], bool]] = {
    "car_class": same_words,
    "position": equal,
    "grid_position": equal,
    "team": equal,
    "car": same_words,
    "manufacturer": same_words,
    "car_number": equal,
    "lap_time_s": same_number,
    "speed": same_number,
    "gap_s": same_number,
    "segment": same_words,
    "status": equal,
}
"""The columns compared, and how; teams by id. A gap only with one to the same target."""
