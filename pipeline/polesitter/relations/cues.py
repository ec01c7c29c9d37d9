"""Outcome cues: the words that tell a status, the best time, a teammate or a defeat.

They are slots for the relation stage only, from patterns/lexicon/outcomes.jsonl;
they are no mentions and reach no table.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from polesitter.types import Mention

BOUND = r"(?<![\w-])(?:{})(?![\w-])"


class CueFinder:
    """Finds cues by one regular expression per label; `lines` are the lexicon's objects."""

    def __init__(self, lines: Iterable[Mapping[str, str]]) -> None:
        self.lines = [dict(line) for line in lines]
        self.patterns = [
            (line["label"], line["value"], re.compile(BOUND.format(line["phrase"]), re.IGNORECASE))
            for line in self.lines
        ]

    def find(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Cues that overlap no mention, longest first where they overlap each other.

        Offsets are code points of `text`; the result is in text order.
        """
        taken = bytearray(len(text) + 1)
        for mention in mentions:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        found = [
            (match.start() - match.end(), match.start(), order, label, value, match.group())
            for order, (label, value, pattern) in enumerate(self.patterns)
            for match in pattern.finditer(text)
        ]
        cues = []
        for length, start, order, label, value, words in sorted(found):
            end = start - length
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            rule = f"cue.{label.lower()}.{order}"
            cues.append(Mention(start, end, words, label, value, rule=rule))
        return sorted(cues, key=_start)


def _start(mention: Mention) -> int:
    return mention.start
