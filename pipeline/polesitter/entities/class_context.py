"""Whether a word or two are told as a class: what stands beside them decides."""

import re
from collections.abc import Sequence
from typing import Final

AFTER: Final = frozenset(
    {"class", "category", "pole", "poles", "cars", "car", "runners", "entries", "division", "field",
     "honors", "honours", "drivers", "teams", "polesitter", "qualifying", "contingent", "ranks"}
)  # fmt: skip
BEFORE: Final = frozenset({"in", "the", "among", "overall", "class"})
CODE: Final = re.compile(r"(?:[A-Z]{1,4}[ -]?\d{1,4}|[A-Z]{2,5}|[A-Z][\w-]* ?(?:Cup|Am|Pro|\d))$")
SURE: Final = 0.85
LIKELY: Final = 0.5
"""Scores of the learned finder from which on a class is one whatever is around, or where the
words around tell of classes."""


def is_told_as_class(words: Sequence[str], start: int, end: int, text: str, score: float) -> bool:
    """Whether tokens [start, end) are a class by the words around and their own shape.

    `score`: the learned finder's probability for CLASS there.
    """
    after = words[end].casefold() if end < len(words) else ""
    before = words[start - 1].casefold() if start else ""
    beside = after in AFTER or (before in BEFORE and after in {",", ":", "."})
    if beside:
        return score >= LIKELY or before in BEFORE
    return score >= SURE and bool(CODE.match(text)) and before not in {"'s", "’s"}
