"""Whether the words of a car tell of more than one."""

from typing import Final

SINGULAR: Final = ("us", "ss", "mercedes")
"""How cars end that are no more than one, although they end in "s"."""


def is_plural(words: str) -> bool:
    """Whether a car's words tell of more than one: "Mustangs", "962s", but not "Lotus"."""
    return words.endswith("s") and not words.casefold().endswith(SINGULAR)


def singular(words: str) -> str:
    """The words as of one car: "Mustangs" gives "Mustang"."""
    return words[:-1] if is_plural(words) else words
