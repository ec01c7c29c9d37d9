"""The words of a whole report, as signs of what it is about.

A report of a race, a preview or a test speaks of places and poles as one of qualifying does,
but in other words besides: "won", "this weekend", "both sessions". Its opening says most, and so do
the sentences that tell its places and laps: those of a race are told with restarts and podiums,
however often the rest speaks of qualifying.
"""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.about.session_told import told_part
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Each, Part

ANYWHERE: Final = Each([("word:",)])
OPENING: Final = Each([("opening:",)])
PLACED: Final = Each([("placed:",)])
"""The words of the sentences that tell a place."""
RESULT: Final = Each([("result:",)])
"""The words of the sentences that tell a place, a lap, a speed or a gap and name a driver."""
PLACE, DRIVER = "<POSITION>", "<DRIVER>"
VALUES: Final = frozenset({PLACE, "<LAPTIME>", "<SPEED>", "<GAP>"})
FIRST: Final = 2
"""Sentences that open a report: its headline and the first of its text, or two of these."""


def report_parts(view: View) -> list[Part]:
    """What speaks for a report telling results of a session that was held."""
    told = [sentence.keys for sentence in view.sentences if sentence.keys]
    placed = [keys for keys in told if PLACE in keys]
    result = [keys for keys in told if DRIVER in keys and not VALUES.isdisjoint(keys)]
    return [
        told_part(view.text, view.mentions),
        (ANYWHERE, _words(told), ()),
        (OPENING, _words(told[:FIRST]), ()),
        (PLACED, _words(placed), ()),
        (RESULT, _words(result), ()),
    ]


def _words(sentences: Sequence[Sequence[str]]) -> set[str]:
    words: set[str] = set()
    return words.union(*sentences)
