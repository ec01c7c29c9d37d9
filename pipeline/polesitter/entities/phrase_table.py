"""Many phrases looked for at once, in a table that is kept with the model.

spaCy's PhraseMatcher is made anew at each load: every phrase is tokenised, every word
becomes a lexeme. Here a trie over word hashes is kept as arrays. Its nodes are numbered
breadth first, children by their word, so that the edge with the n-th smallest key leads
to node n and needs no target; node 0 is the root.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray

Phrase = tuple[Sequence[int], str, str]
"""The hashes of a phrase's words (token.orth), its label and its id, which may be empty."""
_Node = dict[int, Any]
"""Word's number -> child node; under ENTRIES, indices of names."""
Hashes = NDArray[np.uint64]
ENTRIES = 0
_LAST_BITS = np.uint64((1 << 18) - 1)
_TYPES = {"words": "<u8", "edges": "<i8", "counts": "<u2", "entries": "<i4"}
"""How the arrays are written; `counts` has the number of entries of each node."""


class PhraseTable:
    """A trie of phrases.

    `words`: the hashes of all words, ascending; they are numbered from 1. `edges`:
    parent * (len(words) + 1) + word's number, ascending. `first`: for each node where
    its entries begin in `entries`, and where those of the last end. `entries`: indices
    of `names`, which are a label and an id each, in order.
    """

    def __init__(
        self,
        words: Sequence[int],
        edges: Sequence[int],
        first: Sequence[int],
        entries: Sequence[int],
        names: Sequence[tuple[str, str]],
    ) -> None:
        self.names = tuple(names)
        counts = [end - start for start, end in pairwise(first)]
        self._arrays = {"words": words, "edges": edges, "counts": counts, "entries": entries}
        self._width = len(words) + 1
        self._number = {word: number for number, word in enumerate(words, 1)}
        self._child = {edge: node for node, edge in enumerate(edges, 1)}
        # The root's edges stand first; most words of a text open no phrase.
        openers = edges[: bisect_left(edges, self._width)]
        self._opened = {words[edge - 1]: node for node, edge in enumerate(openers, 1)}
        # So few words have the last bits of an opener that hardly another is looked up.
        self._may_open = np.zeros(_LAST_BITS + np.uint64(1), dtype=np.bool_)
        self._may_open[np.array(list(self._opened), dtype=np.uint64) & _LAST_BITS] = True
        self._entries = {
            node: entries[start:end]
            for node, (start, end) in enumerate(pairwise(first))
            if end > start
        }

    def find(self, words: Hashes) -> list[tuple[int, int, int]]:
        """Return every phrase among words in a row: start, end (half-open), index of its name."""
        child, number, width, entries = self._child, self._number, self._width, self._entries
        opened, last = self._opened, len(words)
        hashes = words.tolist()
        found = []
        for start in self._may_open[words & _LAST_BITS].nonzero()[0].tolist():
            node = opened.get(hashes[start])
            at = start
            while node is not None:
                at += 1
                if node in entries:
                    found.extend([(start, at, name) for name in entries[node]])
                # No edge has the number 0.
                node = child.get(node * width + number.get(hashes[at], 0)) if at < last else None
        return found

    def to_bytes(self) -> bytes:
        """Return the table as bytes, the same for the same phrases."""
        told = {
            name: np.array(self._arrays[name], dtype=type_).tobytes()
            for name, type_ in _TYPES.items()
        }
        ids: dict[str, list[str]] = {}
        for label, name in self.names:
            ids.setdefault(label, []).append(name)
        return bytes(srsly.msgpack_dumps({**told, "names": srsly.json_dumps(ids)}))

    @classmethod
    def from_bytes(cls, data: bytes) -> "PhraseTable":
        """Read a table from bytes."""
        told = srsly.msgpack_loads(data)
        words, edges, counts, entries = (
            np.frombuffer(told[name], dtype=type_).tolist() for name, type_ in _TYPES.items()
        )
        by_label = srsly.json_loads(told["names"]).items()
        names = [(label, name) for label, ids in by_label for name in ids]
        return cls(words, edges, [0, *accumulate(counts)], entries, names)


def phrase_table(phrases: Iterable[Phrase]) -> PhraseTable:
    """Make the table of some phrases; those without a word are left out."""
    told = sorted({(tuple(words), label, name) for words, label, name in phrases if len(words)})
    names = sorted({(label, name) for _, label, name in told})
    index_of = {name: index for index, name in enumerate(names)}
    hashes = sorted({word for words, _, _ in told for word in words})
    number_of = {word: number for number, word in enumerate(hashes, 1)}
    root: _Node = {}
    for words, label, name in told:
        node = root
        for word in words:
            node = node.setdefault(number_of[word], {})
        node.setdefault(ENTRIES, []).append(index_of[label, name])
    return PhraseTable(hashes, *_flattened(root, len(hashes) + 1), names)


def _flattened(root: _Node, width: int) -> tuple[list[int], list[int], list[int]]:
    """The edges, first entries and entries of a trie of dicts."""
    edges: list[int] = []
    first: list[int] = [0]
    entries: list[int] = []
    nodes = [root]
    for parent, node in enumerate(nodes):
        entries.extend(node.pop(ENTRIES, ()))
        first.append(len(entries))
        for number in sorted(node):
            edges.append(parent * width + number)
            nodes.append(node[number])
    return edges, first, entries
