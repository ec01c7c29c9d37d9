"""Scorers that spaCy finds by name, so that `spacy evaluate` tells our figures."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from polesitter.learn.scoring.mention_score import LabelledSpan, MentionTally

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.training import Example

Scorer = Callable[..., dict[str, Any]]


def make_mention_scorer() -> Scorer:
    """Return the scorer registered as polesitter.mention_scorer.v1."""
    return score_mentions


def score_mentions(examples: Iterable["Example"], **_: Any) -> dict[str, Any]:
    """Score `doc.ents` by strict spans, in code points.

    Returns mentions_p, mentions_r, mentions_f and mentions_per_type, label -> p, r, f;
    the figures are None where the gold marks nothing, as in spaCy's own scorers.
    """
    tally = MentionTally()
    for example in examples:
        tally.add(_spans(example.reference), _spans(example.predicted))
    if not tally.gold():
        return {f"mentions_{name}": None for name in ("p", "r", "f", "per_type")}
    per_type = {label: _figures(tally, label) for label in tally.names()}
    whole = {f"mentions_{name}": value for name, value in _figures(tally).items()}
    return {**whole, "mentions_per_type": per_type}


def _figures(tally: MentionTally, *labels: str) -> dict[str, float]:
    score = tally.score(*labels)
    return {"p": score.precision, "r": score.recall, "f": score.f1}


def _spans(doc: "Doc") -> list[LabelledSpan]:
    return [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
