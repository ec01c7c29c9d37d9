"""A lesson as the relation models learn from it, and as they judge it unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polesitter.learn.relation_model.truth import Lesson, Rows
from polesitter.relations.all_told.recorded import Recorded
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Crewed, Judged, Weighed
from polesitter.relations.reading.frame import Frame


@dataclass(frozen=True, slots=True)
class Study:
    """A lesson with its claims, its number among all lessons, and the fold of its report.

    The lesson is as a model sees it that joined its crews; `heads` are the competitors
    before: mention index -> competitor.
    """

    lesson: Lesson
    rows: Rows
    heads: Mapping[int, str]
    crewed: Crewed
    claims: list[Claim]
    fold: int
    number: int

    @property
    def frames(self) -> list[Frame]:
        """The sentences with the crews joined."""
        return self.crewed.frames


@dataclass(slots=True)
class Unseen:
    """A study that is judged by models which were not taught its report, step by step.

    `weighed`: its claims, judged so far. `told`: what speaks for each competitor having a
    record, once they have been weighed by all that is told.
    """

    study: Study
    weighed: Weighed
    told: Sequence[Recorded] = ()

    def conclude(self, judge: RelationModel) -> None:
        """Weigh the claims by all that is told; only once."""
        self.told = list(judge.conclude(self.weighed))

    def judged(self, judge: RelationModel) -> Judged:
        """Return the claims as a model judges them that tells who has a record."""
        judge.tell_recorded(self.weighed.judged, self.told)
        return self.weighed.judged
