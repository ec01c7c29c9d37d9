"""What has happened to a report: steps, and how many of them stand after undo and redo."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from polesitter.errors import Errors, PolesitterError
from polesitter.review.app.steps import DECISIONS, Step

UNDO, REDO = "undo", "redo"


@dataclass(slots=True)
class History:
    """The steps taken on a report; the first `standing` of them are in force.

    `revision` counts everything that happened, undo and redo too: it only grows, and two
    pages that show the same revision show the same.
    """

    steps: list[Step] = field(default_factory=list)
    standing: int = 0
    revision: int = 0

    @classmethod
    def of(cls, events: Iterable[Step]) -> "History":
        """Return the history of logged events."""
        history = cls()
        for event in events:
            history.take(event)
        return history

    def take(self, event: Step) -> None:
        """Note a step, undo or redo. Raises PolesitterError (E758) with nothing to undo or redo."""
        kind = event.get("kind")
        if kind == UNDO:
            if not self.standing:
                raise PolesitterError(Errors.E758.format(what=UNDO))
            self.standing -= 1
        elif kind == REDO:
            if self.standing == len(self.steps):
                raise PolesitterError(Errors.E758.format(what=REDO))
            self.standing += 1
        else:
            del self.steps[self.standing :]
            self.steps.append(event)
            self.standing += 1
        self.revision += 1

    @property
    def accepted(self) -> int | None:
        """The number of steps that stood when the report was last accepted; None if it is not."""
        for number in range(self.standing, 0, -1):
            kind = self.steps[number - 1].get("kind")
            if kind == "accept":
                return number
            if kind in ("skip", "reopen"):
                return None
        return None

    @property
    def status(self) -> str:
        """Return "open", "skipped", "accepted", or "changed" since it was accepted."""
        kinds = [step.get("kind") for step in self.steps[: self.standing]]
        decided = next((kind for kind in reversed(kinds) if kind in DECISIONS), None)
        if decided == "skip":
            return "skipped"
        if decided != "accept":
            return "open"
        return "accepted" if kinds[-1] == "accept" else "changed"
