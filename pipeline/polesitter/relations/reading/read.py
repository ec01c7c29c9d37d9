"""Making a report's view: sentences, heads, cars without a driver."""

from collections.abc import Sequence
from typing import Final

from polesitter.references.cast import Cast
from polesitter.relations.reading.abreast import cars_abreast
from polesitter.relations.reading.entries import find_entries
from polesitter.relations.reading.view import Token, View, build_view, mark_heads
from polesitter.text.layout import Passage
from polesitter.types import Mention

HELD: Final = frozenset({("belonged", "to"), ("held", "by"), ("set", "by"), ("owned", "by"),
                  ("established", "by"), ("belonging", "to")})  # fmt: skip
MARK: Final = frozenset({"record", "mark", "standard", "benchmark", "best"})


def record_holders(view: View) -> list[int]:
    """Drivers a sentence names as holders of an older record; they qualified at another time."""
    holders: list[int] = []
    for sentence in view.sentences:
        keys = sentence.keys
        if MARK.isdisjoint(keys):
            continue
        holders.extend(
            sentence.items[at].mention
            for at in sentence.slots
            if keys[at] == "<DRIVER>" and tuple(keys[max(0, at - 2) : at]) in HELD
        )
    return holders


def read_view(
    text: str,
    tokens: Sequence[Token],
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    cast: Cast,
) -> View:
    """The report as the relation stage reads it; cars told without a driver join the cast."""
    view = build_view(text, tokens, passages, mentions)
    view.abreast = cars_abreast(view)
    view.head_of = dict(cast.driver_of)
    for holder in record_holders(view):
        view.head_of.pop(holder, None)
    find_entries(view, cast)
    for sentence in view.sentences:
        mark_heads(sentence, view.head_of)
    return view
