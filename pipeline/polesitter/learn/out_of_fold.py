"""Reports as the pipeline would read them unseen: by names that were not learned from them.

Relations are learned on such readings, or they would trust names more than they may.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from spacy.language import Language

from polesitter.learn.assembly import BEFORE_REFERENCES
from polesitter.learn.corpus import GoldReport
from polesitter.learn.name_model.course import NameCourse
from polesitter.learn.sense_course import SenseCourse, give_senses

Reading = tuple[list[tuple[str, int, int]], list[dict[str, Any]]]
"""The tokens of a report (text, start, end) and the rows of its mentions."""


def read_unseen(
    golds: Sequence[GoldReport],
    nlp: Language,
    course: NameCourse,
    fold: Mapping[str, int],
    senses: SenseCourse | None = None,
) -> dict[str, Reading]:
    """Return each report, by its id, as read by a model that was not taught its fold.

    `course` and `fold` as `name_course` returns them; without `senses` words have the
    senses that `nlp` knows. Nor does that model list the names whose `source` is a report
    of the fold. `nlp` is left with other models of names and senses.
    """
    learned: Any = nlp.get_pipe("learned_names")
    listed: Any = nlp.get_pipe("names")
    every = list(listed.patterns)
    readings: dict[str, Reading] = {}
    for number in sorted(set(fold.values())):
        learned.model = course.model(without=number)
        if senses is not None:
            give_senses(nlp, senses.models(without=number))
        own = {id for id, place in fold.items() if place == number}
        _list_names(listed, [line for line in every if line.get("source") not in own])
        readings.update((gold.id, _read(nlp, gold.text)) for gold in golds if gold.id in own)
    _list_names(listed, every)
    return readings


def _list_names(listed: Any, lines: Sequence[dict[str, Any]]) -> None:
    """Let a pipeline know these names alone."""
    if lines != listed.patterns:
        listed.clear()
        listed.add_patterns(lines)


def _read(nlp: Language, text: str) -> Reading:
    with nlp.select_pipes(enable=list(BEFORE_REFERENCES)):
        doc = nlp(text)
    tokens = [(token.text, token.idx, token.idx + len(token)) for token in doc]
    return tokens, list(doc.user_data["mentions"])
