"""Learning which value belongs to whom, from records: distant supervision.

A claim is taken as true where the record of its competitor holds its value (Mintz
et al. 2009); the records say nothing of which sentence told it, and need not.
"""

from collections.abc import Sequence

from polesitter.learn.relation_model.course import L2, Choose, RelationCourse
from polesitter.learn.relation_model.truth import Lesson
from polesitter.relations.judge import RelationModel


def train_relations(
    lessons: Sequence[Lesson], *, l2: float = L2, choose: Choose | None = None
) -> RelationModel:
    """Return the models of every label, taught on all lessons; see `RelationCourse`."""
    return RelationCourse(lessons, l2=l2, choose=choose).model()
