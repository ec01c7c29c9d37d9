"""Numbers as reporters spell them: "three", "twenty-six", "fourth", "31st", "thirty-first"."""

import re
from collections.abc import Iterable

from polesitter.entities.measures.triggers import in_cases

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIRSTS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENTHS = ("twentieth", "thirtieth", "fortieth")


def in_any_case(words: Iterable[str]) -> str:
    """A regular expression for any of `words` in lower case, capitalised or in capitals."""
    longest_first = sorted(words, key=len, reverse=True)
    written = [f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in longest_first]
    return f"(?:{'|'.join([*written, *(word.upper() for word in longest_first)])})"


CARDINAL = rf"(?:{in_any_case(_TENS)}(?:[- ]{in_any_case(_ONES[:9])})?|{in_any_case(_ONES)})"
"""A spelled whole number from one to ninety-nine."""

ORDINAL = (
    rf"(?:{in_any_case(_FIRSTS + _TENTHS)}"
    rf"|{in_any_case(_TENS[:3])}[- ]{in_any_case(_FIRSTS[:9])}"
    r"|\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH))"
)
"""A spelled or figured ordinal from first to forty-ninth."""

ORDINAL_WORDS = in_cases(
    [*_FIRSTS, *_TENTHS, *_TENS[:3]]
    + [f"{number}{ending}" for number in range(1, 100) for ending in ("st", "nd", "rd", "th")]
)
"""The words with which an ORDINAL can begin."""

_VALUES = (
    {word: i for i, word in enumerate(_ONES, 1)}
    | {word: 10 * i for i, word in enumerate(_TENS, 2)}
    | {word: i for i, word in enumerate(_FIRSTS, 1)}
    | {word: 10 * i for i, word in enumerate(_TENTHS, 2)}
)
_DIGITS = re.compile(r"\d+")


def whole(words: str) -> int:
    """The number a CARDINAL, an ORDINAL or plain digits stand for.

    Raises KeyError where a word is no number.
    """
    digits = _DIGITS.match(words)
    if digits:
        return int(digits[0])
    return sum(_VALUES[word] for word in words.lower().replace("-", " ").split())
