"""Reports as the pipeline would read them unseen: names found by models that were not taught them.

Relations are learned on such readings, or they would trust names more than they may.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from polesitter.entities.learned.classifier import NameModel
from polesitter.learn.assembly import BEFORE_REFERENCES
from polesitter.learn.corpus import GoldReport
from polesitter.learn.names import name_course

Reading = tuple[list[tuple[str, int, int]], list[dict[str, Any]]]
"""The tokens of a report (text, start, end) and the rows of its mentions."""


def read_unseen(
    golds: Sequence[GoldReport], nlp: Language, *, lexicon: Path
) -> tuple[NameModel, dict[str, Reading]]:
    """Return the name model taught on all reports, and each report as read by one that was not.

    Arguments as for `train_names`; the readings stand by the reports' ids. A model that
    reads a report was taught none of its session. `nlp` is left with the last of them.
    """
    course, fold = name_course(golds, nlp, lexicon=lexicon)
    learned: Any = nlp.get_pipe("learned_names")
    readings: dict[str, Reading] = {}
    for number in sorted(set(fold.values())):
        learned.model = course.model(without=number)
        readings.update(
            (gold.id, _read(nlp, gold.text)) for gold in golds if fold[gold.id] == number
        )
    return course.model(), readings


def _read(nlp: Language, text: str) -> Reading:
    with nlp.select_pipes(enable=list(BEFORE_REFERENCES)):
        doc = nlp(text)
    tokens = [(token.text, token.idx, token.idx + len(token)) for token in doc]
    return tokens, list(doc.user_data["mentions"])
