"""What is wrong with an option's value, in the words of the command line."""

import re

WORDINGS = (
    (re.compile(r"Input should be a valid integer\b.*"), "must be a whole number"),
    (re.compile(r"Input should be a valid number\b.*"), "must be a number"),
    (re.compile(r"Input should be less than or equal to (.+)"), r"must be at most \1"),
    (re.compile(r"Input should be greater than or equal to (.+)"), r"must be at least \1"),
    (re.compile(r"Input should be (.+)"), r"must be \1"),
    (re.compile(r"Value error, (.+)"), r"\1"),
)
"""What the library that checks values says of data, and what is said of options."""


def plain_fault(message: str) -> str:
    """Return a message in plain words; one that is in other words already as it is.

    >>> plain_fault("Input should be less than or equal to 1")
    'must be at most 1'
    """
    for pattern, words in WORDINGS:
        if pattern.fullmatch(message):
            return pattern.sub(words, message)
    return message
