"""Marked sentences as the stages see them: "[Lee](DRIVER) will start [third](POSITION)".

The marks are the corpus's (corpus/GUIDE.md); ids may be left out. Measures have the
values the measure finders read in the same words.
"""

from collections.abc import Iterable, Mapping
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.measures import find_measures
from polesitter.references.cast import Cast, cast_of
from polesitter.relations.about.frames import frames_of
from polesitter.relations.reading.cues import CueFinder
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.read import read_view
from polesitter.relations.reading.view import View
from polesitter.text.layout import find_passages
from polesitter.text.plain import unmark
from polesitter.types import NAMES, Mention

CUES = (
    {"label": "TOP", "value": "1", "phrase": "quickest"},
    {"label": "BEAT", "value": "beat", "phrase": "edged|beat"},
    {"label": "MATE", "value": "mate", "phrase": "teammate"},
    {"label": "STATUS", "value": "disallowed", "phrase": "disqualified"},
)
"""A few outcome cues, so that these tests do not hang on the lexicon."""


@cache
def blank() -> Language:
    """A pipeline with the tokenizer alone."""
    return spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "polesitter.Tokenizer.v1"}}}
    )


def make_doc(text: str) -> Doc:
    """A text, tokenised."""
    return blank().make_doc(text)


def read(marked: str) -> tuple[str, list[Mention]]:
    """Plain text and mentions; a mark no measure finder reads has its words as value."""
    text, marks = unmark(marked)
    measured = {(m.start, m.end, m.label): m for m in find_measures(text)}
    mentions = []
    for mark in marks:
        words = text[mark.start : mark.end]
        known = measured.get((mark.start, mark.end, mark.label))
        own = None if mark.label in NAMES else words
        mentions.append(known or Mention(mark.start, mark.end, words, mark.label, own))
    return text, mentions


def read_all(marked: str, cues: Iterable[Mapping[str, str]] = CUES) -> tuple[View, Cast]:
    """The view and the cast of a marked report, outcome cues found."""
    text, mentions = read(marked)
    tokens = [(token.text, token.idx, token.idx + len(token)) for token in make_doc(text)]
    cast = cast_of(mentions)
    found = CueFinder(cues).find(text, mentions)
    return read_view(text, tokens, find_passages(text), [*mentions, *found], cast), cast


def frames(marked: str) -> tuple[list[Frame], View]:
    """The frames of a marked report and its view."""
    view, _ = read_all(marked)
    return frames_of(view), view


def names(view: View) -> dict[str, str]:
    """Competitor -> the words it is first named by, for readable tables."""
    named: dict[str, str] = {}
    for mention, competitor in sorted(view.head_of.items()):
        named.setdefault(competitor, view.mentions[mention].text)
    return named
