"""Making a report's view: sentences, heads, cars without a driver."""

from collections.abc import Sequence

from polesitter.references.cast import Cast
from polesitter.relations.claims import mark_heads
from polesitter.relations.entries import find_entries
from polesitter.relations.view import Token, View, build_view
from polesitter.text.layout import Passage
from polesitter.types import Mention


def read_view(
    text: str,
    tokens: Sequence[Token],
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    cast: Cast,
) -> View:
    """The report as the relation stage reads it; cars told without a driver join the cast."""
    view = build_view(text, tokens, passages, mentions)
    view.head_of = dict(cast.driver_of)
    find_entries(view, cast)
    for sentence in view.sentences:
        mark_heads(sentence, view.head_of)
    return view
