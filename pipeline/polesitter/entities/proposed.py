"""The candidates of a document: spans for everyone, and plain rows for those who read them all.

`doc.spans["candidates"]` is where finders add what they find, one after the other. To read
a Span costs ten times what it costs to read a tuple, so what is added here is noted as a
row as well; what others add to the group is read from it.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from spacy.tokens import Doc, Span, SpanGroup

CANDIDATES: Final = "candidates"


class Proposed(NamedTuple):
    """Token and code-point bounds, label, and the id of the pattern, which may be empty."""

    start: int
    end: int
    start_char: int
    end_char: int
    label: str
    rule: str


class _Noted:
    """The rows of the group that was added to last; the n-th is that of the n-th span."""

    def __init__(self) -> None:
        self.kept: tuple[SpanGroup, list[Proposed]] | None = None

    def rows(self, group: SpanGroup) -> list[Proposed]:
        """The rows of a group; those that were never noted are read from their spans."""
        kept = self.kept
        known = kept is not None and kept[0] is group and len(kept[1]) <= len(group)
        rows = kept[1] if kept is not None and known else []
        for place in range(len(rows), len(group)):
            span = group[place]
            rows.append(_row(span, span.label_, span.id_))
        self.kept = (group, rows)
        return rows


_NOTED: Final = _Noted()


def propose(doc: Doc, spans: Sequence[Span], names: Iterable[tuple[str, str]]) -> None:
    """Add spans to the candidates of a document; `names`: the label and the rule of each."""
    if CANDIDATES not in doc.spans:
        doc.spans[CANDIDATES] = SpanGroup(doc, name=CANDIDATES)
    group = doc.spans[CANDIDATES]
    rows = _NOTED.rows(group)
    rows.extend([_row(span, *name) for span, name in zip(spans, names, strict=True)])
    group.extend(spans)


def proposed(doc: Doc) -> Sequence[Proposed]:
    """Return the candidates of a document in the order in which they were added.

    Whoever takes spans out of the group must put a new group in its place.
    """
    return _NOTED.rows(doc.spans[CANDIDATES]) if CANDIDATES in doc.spans else []


def _row(span: Span, label: str, rule: str) -> Proposed:
    return Proposed(span.start, span.end, span.start_char, span.end_char, label, rule)
