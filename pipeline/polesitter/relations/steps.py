"""Steps: what the words say of how one competitor's place follows from another's.

A report rarely gives every place a number: "then came", "alongside him", "one better
still", "A, B and C completed the top ten". What is told between two competitors who are
named one after the other says whether the later is next behind, next ahead, or neither.
"""

from collections.abc import Collection, Hashable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.relations.bucket import bucket
from polesitter.relations.focus import PRONOUNS
from polesitter.relations.frame import Frame

STOPS: Final = frozenset({".", ";", "!", "?"})
ROUND: Final = 8
"""Items around a competitor that may point back to another."""
MOST_BETWEEN, MOST_LEADING, MOST_ACROSS = 12, 8, 10
"""Words beyond which each alone tells nothing of a step."""


class Telling(NamedTuple):
    """What the words say of a step between two neighbours.

    `shape` begins with how far apart the two are and how many places are stated near.
    `first`, `second`: words between the two, and others that may tell.
    """

    words: tuple[str, ...]
    shape: tuple[Hashable, ...]
    first: Collection[str]
    second: Collection[str]
    common: tuple[str, ...]


def within(frame: Frame, first: int, second: int) -> Telling:
    """What is told of a step between two heads of a sentence, by their items."""
    keys, heads = frame.keys, frame.heads
    rank, last = heads.index(first), heads.index(second)
    bare = frame.bare
    between = bare.words(first + 1, second)
    leading = bare.words(heads[rank - 1] + 1 if rank else 0, first)
    opening, tail = bare.words(0, heads[0]), bare.words(second + 1, len(keys))
    words = (
        " ".join(between[:5]), *_ends(between), " ".join(between[:2]), " ".join(between[-2:]),
        opening[0] if opening else "-",
        keys[second + 1] if second + 1 < len(keys) else "$", " ".join(tail[:2]),
        frame.governor(first), frame.governor(second),
    )  # fmt: skip
    apart, places = bucket(len(between)), _places(frame, rank, last)
    shape = (apart, places, bucket(rank), bucket(len(heads)), not STOPS.isdisjoint(between))
    inside = set(between) if len(between) <= MOST_BETWEEN else ()
    before = set(leading) if len(leading) <= MOST_LEADING else ()
    return Telling(words, shape, inside, before, frame.common)


def across(before: Frame, old: int, frame: Frame, at: int) -> Telling:
    """What is told of a step from a head of an earlier sentence to the first of a later one."""
    keys = frame.keys
    left, right = keys[:at], keys[at + 1 : at + 1 + ROUND]
    leading, tail = frame.bare.words(0, at), frame.bare.words(at + 1, at + 1 + ROUND)
    words = (
        " ".join(leading[:4]), leading[0] if leading else "-", " ".join(tail[:2]),
        " ".join(leading[:2]), tail[0] if tail else "$", leading[-1] if leading else "-",
    )  # fmt: skip
    own = sum(abs(place - at) < ROUND for place in frame.of_label.get("POSITION", ()))
    pronoun = not (PRONOUNS.isdisjoint(left) and PRONOUNS.isdisjoint(right))
    apart, own = bucket(len(leading)), min(own, 2)
    stated = min(2, len(before.of_label.get("POSITION", ())))
    shape = (
        apart, f"{stated} own:{own}", own, pronoun, bucket(len(frame.heads)),
        min(2, frame.sentence.paragraph - before.sentence.paragraph),
        bucket(len(before.bare.words(old + 1, len(before.keys)))),
    )  # fmt: skip
    inside = set(leading) if len(leading) <= MOST_ACROSS else ()
    return Telling(words, shape, inside, set(tail), frame.common)


def _places(frame: Frame, rank: int, last: int) -> str:
    """How many places are stated before, between and after two heads, up to their neighbours."""
    heads, places = frame.heads, frame.of_label.get("POSITION", ())
    low = heads[rank - 1] if rank else -1
    high = heads[last + 1] if last + 1 < len(heads) else len(frame.keys)
    cuts = (low, heads[rank], heads[last], high)
    return "".join(
        str(min(2, sum(start < at < end for at in places))) for start, end in pairwise(cuts)
    )


def _ends(words: Sequence[str]) -> tuple[str, str]:
    return (words[0], words[-1]) if words else ("-", "-")
