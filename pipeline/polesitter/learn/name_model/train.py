"""Training of the model that finds names no pattern knows (entities/learned)."""

from collections.abc import Collection, Sequence
from pathlib import Path

from spacy.language import Language

from polesitter.entities.learned.classifier import NameModel
from polesitter.learn.corpus import GoldReport
from polesitter.learn.folds import fold_of
from polesitter.learn.name_model.course import NameCourse
from polesitter.learn.name_model.samples import make_samples
from polesitter.learn.name_model.wordlists import read_lexicon

LEXICON = Path("patterns/lexicon")

FOLDS = 4
"""Parts of the reports that are held out in turn."""


def train_names(
    golds: Sequence[GoldReport], nlp: Language, *, lexicon: Path = LEXICON
) -> NameModel:
    """Return a name model learned from annotated reports.

    `nlp` is the pipeline (only what stands before a LearnedNames component is run),
    `lexicon` the folder of first_names.txt and place_names.txt. The same reports give
    the same model, in whatever order.
    """
    return name_course(golds, nlp, lexicon=lexicon)[0].model()


def name_course(
    golds: Sequence[GoldReport],
    nlp: Language,
    *,
    lexicon: Path = LEXICON,
    invented: Collection[str] = (),
) -> tuple[NameCourse, dict[str, int]]:
    """Return what name models are taught from, and the fold of each report by its id.

    Arguments as for `train_names`; `invented`: ids of reports that have names of their own
    already, and are not renamed. No session is told of in two folds.
    """
    ordered = sorted(golds, key=_id_and_text)
    fold = fold_of(ordered, FOLDS)
    folds = [fold[gold.id] for gold in ordered]
    words = read_lexicon(lexicon)
    samples = make_samples(ordered, folds, nlp, words, lexicon, invented)
    return NameCourse(samples, folds, words), fold


def _id_and_text(gold: GoldReport) -> tuple[str, str]:
    return gold.id, gold.text
