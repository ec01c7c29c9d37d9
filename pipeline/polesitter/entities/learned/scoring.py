"""How many of the marked names the learned model finds by itself."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from spacy.scorer import Scorer
from spacy.tokens import Doc, Span

from polesitter.entities.learned.classifier import CLASSES
from polesitter.entities.learned.page import LEARNED
from polesitter.entities.proposed import CANDIDATES

if TYPE_CHECKING:
    from spacy.training import Example


def score_learned(examples: Iterable["Example"]) -> dict[str, Any]:
    """Return learned_p, learned_r, learned_f and learned_per_type, label -> p, r, f.

    `doc.ents` of the references are the names to be found; a name counts with both
    bounds and the label right. The figures are None where the references mark nothing.
    """
    figures: dict[str, Any] = Scorer.score_spans(
        examples, "learned", getter=_names, has_annotation=_is_marked
    )
    return figures


def _names(doc: Doc, _: str) -> list[Span]:
    """Return what the component found in a document it has read, else what is marked there."""
    if CANDIDATES not in doc.spans:
        return [ent for ent in doc.ents if ent.label_ in CLASSES]
    return [span for span in doc.spans[CANDIDATES] if span.id_ == LEARNED]


def _is_marked(doc: Doc) -> bool:
    return CANDIDATES in doc.spans or doc.has_annotation("ENT_IOB")
