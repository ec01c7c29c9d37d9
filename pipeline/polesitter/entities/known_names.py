"""The pipeline component that finds the names of patterns/entities."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import srsly
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.pipeline import SpanRuler
from spacy.tokens import Doc, Span
from spacy.util import ensure_path

from polesitter.entities.candidate import Candidate
from polesitter.entities.phrase_table import Phrase, PhraseTable, phrase_table
from polesitter.entities.proposed import CANDIDATES, propose, rule_of
from polesitter.text.batches import ByBatch
from polesitter.text.words import tokens_of

PATTERNS_FILE, TABLE_FILE = "patterns", "phrases.msgpack"
_DIGEST = 32
"""Bytes at the head of the table's file that tell of which patterns it is."""


@Language.factory("polesitter_names", assigns=["doc.spans"])
def make_known_names(nlp: Language, name: str) -> "KnownNames":
    """Build the component without patterns; it has no settings."""
    return KnownNames(nlp, name)


class KnownNames(ByBatch, SpanRuler):
    """spaCy's SpanRuler on `doc.spans["candidates"]`: same patterns, same files, same spans.

    It differs in what it costs. Phrases stand in a table that is kept with the model,
    where SpanRuler tokenises all of them at each load, by every component before it;
    the patterns as written are read when they are asked for; and matches are told
    apart and put in order before they become Spans.
    """

    def __init__(self, nlp: Language, name: str = "names") -> None:
        # Set before the base class asks for a clean start, which sets them again.
        self._unread: bytes | None = None
        self._read: list[dict[str, Any]] = []
        self._tables: list[tuple[PhraseTable, list[tuple[int, int]]]] = []
        super().__init__(nlp, name, spans_key=CANDIDATES, overwrite=False, scorer=None)

    @property
    def _patterns(self) -> list[dict[str, Any]]:
        """What the base class keeps its patterns in; parsed at the first use."""
        if self._unread is not None:
            self._read = list(_parsed(self._unread))
            self._unread = None
        return self._read

    @_patterns.setter
    def _patterns(self, patterns: list[dict[str, Any]]) -> None:
        self._unread, self._read = None, patterns

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of the patterns, sorted."""
        return tuple(sorted({label for label, _ in self._names()}))

    def __contains__(self, label: object) -> bool:
        """Whether some pattern has this label."""
        return any(label == known for known, _ in self._names())

    def clear(self) -> None:
        """Forget all patterns."""
        super().clear()
        self._match_label_id_map.clear()
        self._tables.clear()

    def add_patterns(self, patterns: Iterable[dict[str, Any]]) -> None:
        """Add patterns in the EntityRuler format: "label", "pattern" and, if need be, "id"."""
        before, added = list(self._patterns), list(patterns)
        # The base class keeps and matches what is no phrase; all keep the order they came in.
        super().add_patterns([line for line in added if not isinstance(line["pattern"], str)])
        self._patterns = [*before, *added]
        self._add_phrases(added)

    def remove(self, label: str) -> None:
        """Remove the patterns of a label; raises ValueError where there is none."""
        super().remove(label)
        self._compile()

    def remove_by_id(self, pattern_id: str) -> None:
        """Remove the patterns of an id; raises ValueError where there is none."""
        super().remove_by_id(pattern_id)
        self._compile()

    def match(self, doc: Doc) -> list[Span]:
        """Return the names found, each once, in the order in which Spans compare."""
        return self._match(doc)[0]

    def set_annotations(self, doc: Doc, matches: Any) -> None:
        """Add spans to the candidates of a document."""
        rows = [_candidate(doc, span.start, span.end, span.label_, span.id_) for span in matches]
        propose(doc, matches, rows)

    def __call__(self, doc: Doc) -> Doc:
        """Add the names found to the candidates of a document and return it."""
        propose(doc, *self._match(doc))
        return doc

    def _match(self, doc: Doc) -> tuple[list[Span], list[Candidate]]:
        """The names found, as spans and as rows."""
        found: dict[tuple[int, int, int, int], tuple[str, str]] = {}
        words = tokens_of(doc).orths
        for table, numbers in self._tables:
            names = table.names
            for start, end, name in table.find(words):
                found[start, end, *numbers[name]] = names[name]
        if len(self.matcher):
            add = self.nlp.vocab.strings.add
            for key, start, end in self.matcher(doc):
                label, rule = self._match_label_id_map[key].values()
                found[start, end, add(label), add(rule)] = (label, rule)
        places = sorted(found)
        spans = [
            Span(doc, start, end, label=label, span_id=rule) for start, end, label, rule in places
        ]
        rows = [_candidate(doc, start, end, *found[start, end, label, rule])
                for start, end, label, rule in places]  # fmt: skip
        return spans, rows

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the patterns and the table of their phrases into a folder."""
        super().to_disk(path)
        if len(self._tables) != 1:
            self._compile()
        folder = ensure_path(path)
        digest = hashlib.sha256((folder / PATTERNS_FILE).read_bytes()).digest()
        (folder / TABLE_FILE).write_bytes(digest + self._tables[0][0].to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "KnownNames":
        """Read patterns from a folder; their table is made anew if it is of other patterns."""
        self.clear()
        folder = ensure_path(path)
        written = (folder / PATTERNS_FILE).read_bytes()
        table = folder / TABLE_FILE
        kept = table.read_bytes() if table.is_file() else b""
        # Token patterns stand in no table: spaCy's Matcher needs them as written.
        if kept[:_DIGEST] != hashlib.sha256(written).digest() or b'"pattern":[' in written:
            self.add_patterns(_parsed(written))
        else:
            self._unread = written
            self._add_table(PhraseTable.from_bytes(kept[_DIGEST:]))
        return self

    def _names(self) -> Iterator[tuple[str, str]]:
        """Label and id of every pattern."""
        for table, _ in self._tables:
            yield from table.names
        for told in self._match_label_id_map.values():
            yield told["label"], told["id"]

    def _compile(self) -> None:
        """Put all phrases into one table."""
        self._tables.clear()
        self._add_phrases(self._patterns)

    def _add_phrases(self, patterns: Iterable[dict[str, Any]]) -> None:
        self._add_table(phrase_table(self._phrases(patterns)))

    def _phrases(self, patterns: Iterable[dict[str, Any]]) -> Iterator[Phrase]:
        for line in patterns:
            if isinstance(line["pattern"], str):
                words = self.nlp.make_doc(line["pattern"]).to_array(ORTH).tolist()
                yield words, line["label"], line.get("id", "")

    def _add_table(self, table: PhraseTable) -> None:
        # Added now, because what is added while a report is read may be forgotten after it.
        add = self.nlp.vocab.strings.add
        self._tables.append((table, [(add(label), add(name)) for label, name in table.names]))


def _candidate(doc: Doc, start: int, end: int, label: str, name: str) -> Candidate:
    tokens = tokens_of(doc)
    first, last = tokens.begins[start], tokens.stops[end - 1]
    return Candidate(start, end, first, last, label, name or rule_of(doc, first, last, label))


def _parsed(written: bytes) -> Iterator[dict[str, Any]]:
    for line in written.decode("utf-8").splitlines():
        yield srsly.json_loads(line)
