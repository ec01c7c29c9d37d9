"""The candidates of a document: spans for everyone, and plain rows for those who read them all.

`doc.spans["candidates"]` is where finders add what they find, one after the other. To read
a Span costs ten times what it costs to read a tuple, so what is added here is noted as a
row as well; what others add to the group is read from it.
"""

from collections.abc import Sequence
from typing import Final
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span, SpanGroup

from polesitter.entities.candidate import Candidate
from polesitter.entities.worth import LEARNED
from polesitter.text.batches import MOST_KEPT

CANDIDATES: Final = "candidates"
SCORES: Final = "learned"
"""Key of `doc.user_data`: "start:end:LABEL", code points -> the learned finder's score."""
FACTS: Final = "measures"
"""Key of `doc.user_data`: "start:end:LABEL", code points -> what a measure says, its rule too."""


class _Noted:
    """The rows of the groups that were added to last; the n-th is that of the n-th span."""

    def __init__(self) -> None:
        self.kept: WeakKeyDictionary[Doc, tuple[SpanGroup, list[Candidate]]] = WeakKeyDictionary()

    def rows(self, doc: Doc, group: SpanGroup) -> list[Candidate]:
        """The rows of a group; those that were never noted are read from their spans."""
        kept = self.kept.get(doc)
        if kept is None and len(self.kept) >= MOST_KEPT:
            self.kept.clear()
        known = kept is not None and kept[0] is group and len(kept[1]) <= len(group)
        rows = kept[1] if kept is not None and known else []
        for place in range(len(rows), len(group)):
            rows.append(_read(doc, group[place]))
        self.kept[doc] = (group, rows)
        return rows


_NOTED: Final = _Noted()


def propose(doc: Doc, spans: Sequence[Span], rows: Sequence[Candidate]) -> None:
    """Add spans to the candidates of a document; `rows` say the same, with rule and score."""
    if CANDIDATES not in doc.spans:
        doc.spans[CANDIDATES] = SpanGroup(doc, name=CANDIDATES)
    group = doc.spans[CANDIDATES]
    _NOTED.rows(doc, group).extend(rows)
    group.extend(spans)


def proposed(doc: Doc) -> Sequence[Candidate]:
    """Return the candidates of a document in the order in which they were added.

    Whoever takes spans out of the group must put a new group in its place.
    """
    return _NOTED.rows(doc, doc.spans[CANDIDATES]) if CANDIDATES in doc.spans else []


def rule_of(doc: Doc, start: int, end: int, label: str) -> str:
    """Return the rule of a candidate without an id, code points [start, end)."""
    fact = doc.user_data.get(FACTS, {}).get(f"{start}:{end}:{label}")
    return str(fact["rule"]) if fact else "pattern"


def _read(doc: Doc, span: Span) -> Candidate:
    start, end, label, rule = span.start_char, span.end_char, span.label_, span.id_
    score = 1.0
    if rule == LEARNED:
        score = doc.user_data.get(SCORES, {}).get(f"{start}:{end}:{label}", 1.0)
    return Candidate(
        span.start, span.end, start, end, label, rule or rule_of(doc, start, end, label), score
    )
