"""Frozen values at the price of open ones: a report gives hundreds of them."""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

Value = TypeVar("Value")


def maker_of(kind: type[Value]) -> Callable[..., Value]:
    """Return a function that makes a frozen, slotted dataclass from all its fields, in order.

    A frozen dataclass sets each field by a detour. These are made by an open twin of the
    same slots, and sealed by their class at the end.
    """
    twin: Any = make_dataclass(
        f"Open{kind.__name__}",
        [field.name for field in fields(kind)],  # type: ignore[arg-type]
        slots=True,
        eq=False,
    )

    def make(*values: Any) -> Value:
        made: Value = twin(*values)
        made.__class__ = kind
        return made

    return make
