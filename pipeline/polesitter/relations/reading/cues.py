"""Outcome cues: the words that tell a status, the best time, a teammate or a defeat.

They are slots for the relation stage only, from patterns/lexicon/outcomes.jsonl;
they are no mentions and reach no table.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from polesitter.text.phrases import Phrases
from polesitter.types import Mention

BOUND: Final = r"(?<![\w-])(?:{})(?![\w-])"


class CueFinder:
    """Finds cues by one regular expression per line; `lines` are the lexicon's objects."""

    def __init__(self, lines: Iterable[Mapping[str, str]]) -> None:
        self.lines = [dict(line) for line in lines]
        self.rules = {
            f"cue.{line['label'].lower()}.{order}": line for order, line in enumerate(self.lines)
        }
        self.phrases = Phrases(
            {
                rule: re.compile(BOUND.format(line["phrase"]), re.IGNORECASE)
                for rule, line in self.rules.items()
            }
        )

    def find(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Cues that overlap no mention, longest first where they overlap each other.

        Offsets are code points of `text`; the result is in text order.
        """
        taken = bytearray(len(text) + 1)
        for mention in mentions:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        look = self.phrases.look(text)
        found = [
            (match.start() - match.end(), match.start(), order, rule)
            for order, rule in enumerate(self.rules)
            if rule in look.places or rule in look.anywhere
            for match in look.matches(rule)
        ]
        cues = []
        for length, start, _, rule in sorted(found):
            end = start - length
            if taken.find(1, start, end) >= 0:
                continue
            taken[start:end] = b"\1" * (end - start)
            line = self.rules[rule]
            cues.append(
                Mention(start, end, text[start:end], line["label"], line["value"], rule=rule)
            )
        return sorted(cues, key=_start)


def _start(mention: Mention) -> int:
    return mention.start
