"""Run by peers.py in an environment of its own: one library, the given terms, the given texts.

python peer_run.py NAME INPUT.json   prints seconds and versions as one line of JSON. The
input holds "terms" (label and words) and "batches", which tokenizer and library read in turn.
"""

import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import spacy


def main() -> None:
    """Measure the bare tokenizer and the library in turn, and tell the least of each."""
    name, given = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    bare, peer = spacy.blank("en"), PIPELINES[name](given["terms"])
    seconds = {"tokenizer": float("inf"), "whole": float("inf")}
    # Nothing reads a text twice; the first batches warm up what is remembered.
    for number, batch in enumerate(given["batches"]):
        key, read = (("tokenizer", bare.make_doc), ("whole", peer))[number % 2]
        # Polesitter's stages read a batch each, the others nothing but text by text.
        by_batch = key == "whole" and name == "polesitter"
        seconds[key] = min(seconds[key], timed(peer.pipe if by_batch else each(read), batch))
    found = sum(len(peer(text).ents) for text in given["batches"][0][:20])
    versions = {package: version(package) for package in (name, "spacy")}
    print(json.dumps({**seconds, "versions": versions, "found": found}))


def edsnlp(terms: list[tuple[str, str]]) -> Any:
    """EDS-NLP's matcher, on the words as written."""
    import edsnlp as library

    by_label: dict[str, list[str]] = {}
    for label, words in terms:
        by_label.setdefault(label, []).append(words)
    nlp = library.blank("eds")
    nlp.add_pipe("eds.matcher", config={"terms": by_label, "attr": "TEXT"})
    return nlp


def medspacy(terms: list[tuple[str, str]]) -> Any:
    """Return the target matcher of medspaCy; it knows words in lower case only."""
    import medspacy as library  # noqa: F401  # registers the component
    from medspacy.ner import TargetRule

    nlp = spacy.blank("en")
    matcher: Any = nlp.add_pipe("medspacy_target_matcher")
    matcher.add([TargetRule(words, label) for label, words in terms])
    return nlp


def polesitter(terms: list[tuple[str, str]]) -> Any:
    """Polesitter itself, with the model of its wheel, which has the names already."""
    import polesitter as library
    from polesitter.run.model import settle

    nlp = library.load()
    settle()
    return nlp


PIPELINES: dict[str, Callable[[list[tuple[str, str]]], Any]] = {
    "polesitter": polesitter,
    "edsnlp": edsnlp,
    "medspacy": medspacy,
}


def each(read: Callable[[str], Any]) -> Callable[[Iterable[str]], Iterator[Any]]:
    """Reading texts one by one, by what reads one."""

    def read_each(texts: Iterable[str]) -> Iterator[Any]:
        for text in texts:
            yield read(text)

    return read_each


def timed(read: Callable[[Iterable[str]], Iterable[Any]], texts: list[str]) -> float:
    """Seconds to read all texts."""
    gc.collect()
    start = perf_counter()
    for _ in read(texts):
        pass
    return perf_counter() - start


if __name__ == "__main__":
    main()
