"""Spreads: by how much the first few are apart, "the top four were covered by .157 seconds".

Who is fourth may be told sentences away, or nowhere; it is known once places are.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from polesitter.entities.measures.spelled import CARDINAL, whole
from polesitter.relations.reading.view import Sentence, View
from polesitter.types import Mention

_FIRST: Final = (
    r"(?<!of the )(?<!from the )\b(?:top|first|fastest|quickest|leading)[ -]"
    rf"(?P<count>{CARDINAL}|[2-9]|[12]\d)\b"
)
_BEFORE: Final = re.compile(
    rf"{_FIRST}[^.;:]{{0,40}}?\b(?:(?:cover|separat|blanket|divid|split)(?:ed|ing)?(?: by)?|within"
    r"|inside)(?: (?:just|only|less than|a|an|mere|under|the space of|barely|scant))* $",
    re.IGNORECASE,
)
"""What stands before such a gap: "the top five, all covered by just"."""
_AFTER: Final = re.compile(
    rf" (?:cover|separat|blanket|divid|split)\w*(?: (?:only|all|the|of))* ?{_FIRST}", re.IGNORECASE
)
"""What stands behind it: "covered the first six"."""
_WINDOW: Final = 96


class Spread(NamedTuple):
    """How far who has place `reach` is from the first; `mention` is the gap's."""

    reach: int
    mention: int
    sentence: int
    value: float


def find_spreads(view: View) -> Iterator[Spread]:
    """The spreads that a report tells of its session."""
    for sentence in view.sentences:
        for at in sentence.slots:
            item = sentence.items[at]
            mention = view.mentions[item.mention]
            if item.label != "GAP" or mention.framing not in (None, "outcome"):
                continue
            reach = _reach(view.text, sentence, mention)
            if reach > 1 and mention.value is not None:
                yield Spread(reach, item.mention, sentence.index, float(mention.value))


def _reach(text: str, sentence: Sentence, mention: Mention) -> int:
    """How many a gap covers by the words of its sentence beside it; 0 where it does not."""
    before = text[max(sentence.start, mention.start - _WINDOW) : mention.start]
    match = _BEFORE.search(before) or _AFTER.match(text, mention.end, sentence.end)
    return whole(match["count"]) if match else 0
