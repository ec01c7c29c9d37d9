"""Steps: what the words say of how one competitor's place follows from another's.

A report rarely gives every place a number: "then came", "alongside him", "one better
still", "A, B and C completed the top ten". What is told between two competitors who are
named one after the other says whether the later is next behind, next ahead, or neither.
"""

from collections.abc import Collection, Hashable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.relations.claims.focus import PRONOUNS
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket

STOPS: Final = frozenset({".", ";", "!", "?"})
ROW: Final = " row"
ROUND: Final = 8
"""Items around a competitor that may point back to another."""
SIDES: Final = (
    "alongside", "beside", "outside", "inside", "next", "share", "shares", "sharing", "shared",
    "join", "joins", "joined", "row", "with", "partner", "partnered", "flanked", "company", "side",
    "accompanied", "accompany", "accompanies", "neighbour", "neighbor", "splits", "split",
    "between", "ahead", "behind", "then", "and", "one",
)  # fmt: skip
"""Words of a step, the most telling first: which way "alongside" leads depends on the place."""
SIDE_RANKS: Final = {word: rank for rank, word in enumerate(SIDES)}
BEHIND: Final = 10
"""Items behind the later of two neighbours that may tell of the step to it."""
MOST_BETWEEN, MOST_LEADING, MOST_ACROSS = 12, 8, 10
"""Words beyond which each alone tells nothing of a step."""


class Telling(NamedTuple):
    """What the words say of a step between two neighbours.

    `shape` begins with how far apart the two are and how many places are stated near.
    `first`, `second`: words between the two, and others that may tell. `third`: those behind
    the later one ("was a place better"). `beside`: the word that tells most of a row shared.
    """

    words: tuple[str, ...]
    shape: tuple[Hashable, ...]
    first: Collection[str]
    second: Collection[str]
    third: Collection[str]
    common: tuple[str, ...]
    beside: str


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
    beside = _side(between, "") or _side([*leading, *tail[:ROUND]], "by ") or "-"
    if _has_row(frame, first):
        beside += ROW
    end = heads[last + 1] if last + 1 < len(heads) else len(keys)
    after = set(bare.words(second + 1, min(end, second + 1 + BEHIND)))
    return Telling(words, shape, inside, before, after, frame.common, beside)


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
    beside = _side(leading, "") or _side(tail, "by ") or "-"
    if _has_row(frame, 0):
        beside += ROW
    return Telling(words, shape, inside, set(tail), (), frame.common, beside)


def _side(words: Sequence[str], start: str) -> str:
    """The most telling word of SIDES among some words, after what tells where; else ""."""
    told = [SIDE_RANKS[word] for word in words if word in SIDE_RANKS]
    return start + SIDES[min(told)] if told else ""


def _has_row(frame: Frame, start: int) -> bool:
    """Whether a row of the grid is told from an item on."""
    return any(at >= start and value.startswith("row:") for at, value in frame.values.items())


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
