"""Words before a figure that make it a rounded one: "nearly", "just over", "the better part of"."""

import re

_ROUNDED = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|approximately|some|over|under|more than|less than"
    r"|close to|not quite|the better part of|better than|upwards of|just (?:shy|short|inside) of"
    r"|a (?:shade|touch|whisker|tick) (?:shy|short|off)(?: of)?|at least|up to|virtually"
    r"|practically"
    r"|fully)(?: (?:a|an|the|another))?\s+$"
)
_WINDOW = 24


def is_rounded(text: str, start: int) -> bool:
    """Whether the words that end at code point `start` of `text` round what follows."""
    return _ROUNDED.search(text[max(0, start - _WINDOW) : start].lower()) is not None
