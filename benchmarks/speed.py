"""Seconds taken by the tokenizer, by each component, by whole pipelines and by others."""

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from texts import Texts

from polesitter.run.model import settle
from polesitter.text.batch_size import BATCH as AT_ONCE
from polesitter.types import LABELS

BATCH = 64


TOKENIZER = "tokenizer"
NER = "spaCy tokenizer + `ner` (default CNN), entities only"
RULER = "spaCy `entity_ruler`, same names"


@dataclass(slots=True)
class Seconds:
    """The least seconds of several rounds: other work on the machine only ever adds to them.

    `bare`: spaCy's tokenizer alone, as `spacy.blank("en")` has it. `components`: ours,
    the tokenizer first. `others`: what a user would otherwise build.
    """

    bare: float = float("inf")
    whole: float = float("inf")
    components: dict[str, float] = field(default_factory=dict)
    others: dict[str, float] = field(default_factory=dict)


def measure(nlp: Language, texts: Texts, rounds: int) -> Seconds:
    """Time everything `rounds` times, taking turns so that all meet the same machine.

    Nothing reads a text twice: each time each has a batch of its own.
    """
    bare = spacy.blank("en")
    others = {RULER: entity_ruler(nlp), NER: stock_pipeline()}
    _warm_up(bare, nlp, others.values(), texts.batch())
    # As a worker does, for all alike.
    settle()
    seconds = Seconds()
    for _ in range(rounds):
        seconds.bare = min(seconds.bare, _timed(_tokenize, bare, texts.batch()))
        seconds.whole = min(seconds.whole, _timed(_read_in_batches, nlp, texts.batch()))
        _keep_least(seconds.components, component_seconds(nlp, texts.batch()))
        for name, pipeline in others.items():
            taken = _timed(_read_in_batches, pipeline, texts.batch())
            _keep_least(seconds.others, {name: taken})
    return seconds


def _warm_up(
    bare: Language, nlp: Language, others: Iterable[Language], texts: Sequence[str]
) -> None:
    """Let every tokenizer meet the words, and every pipeline some reports."""
    for pipeline in (bare, nlp, *others):
        _tokenize(pipeline, texts)
        _read_in_batches(pipeline, texts[:BATCH])


def _keep_least(known: dict[str, float], taken: dict[str, float]) -> None:
    for name, seconds in taken.items():
        known[name] = min(known.get(name, seconds), seconds)


def component_seconds(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """Seconds in each component while reports pass through all of them, as many as it takes."""
    taken = dict.fromkeys([TOKENIZER, *nlp.pipe_names], 0.0)
    for first in range(0, len(texts), AT_ONCE):
        together = texts[first : first + AT_ONCE]
        start = perf_counter()
        docs = [nlp.make_doc(text) for text in together]
        taken[TOKENIZER] += perf_counter() - start
        stages: list[tuple[str, Any]] = nlp.pipeline
        for name, component in stages:
            start = perf_counter()
            docs = list(component.pipe(docs, batch_size=AT_ONCE))
            taken[name] += perf_counter() - start
        del docs  # Or taking them apart would count as the next ones' tokenizing.
    return taken


def stock_pipeline() -> Language:
    """The entity recogniser that comes with spaCy (HashEmbedCNN, width 96, depth 4), untrained.

    Its speed does not depend on what it has learned.
    """
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    nlp.initialize(_examples(nlp))
    return nlp


def entity_ruler(nlp: Language) -> Language:
    """The EntityRuler of spaCy with the names that `nlp` knows, behind spaCy's own tokenizer."""
    other = spacy.blank("en")
    ruler: Any = other.add_pipe("entity_ruler")
    ruler.add_patterns(known_patterns(nlp))
    return other


def known_patterns(nlp: Language) -> list[dict[str, Any]]:
    """The names that `nlp` knows, in the EntityRuler format; none in a pipeline without."""
    if "names" not in nlp.pipe_names:
        return []
    names: Any = nlp.get_pipe("names")
    return list(names.patterns)


def _examples(nlp: Language) -> Callable[[], list[Example]]:
    def examples() -> list[Example]:
        return [
            Example.from_dict(nlp.make_doc("Lee won."), {"entities": [(0, 3, label)]})
            for label in LABELS
        ]

    return examples


def _timed(read: Callable[[Language, Sequence[str]], None], nlp: Language,
           texts: Sequence[str]) -> float:  # fmt: skip
    gc.collect()
    start = perf_counter()
    read(nlp, texts)
    return perf_counter() - start


def _tokenize(nlp: Language, texts: Sequence[str]) -> None:
    for text in texts:
        nlp.make_doc(text)


def _read_in_batches(nlp: Language, texts: Sequence[str]) -> None:
    for _ in nlp.pipe(texts, batch_size=BATCH):
        pass
