"""What else speaks for a team or car being a competitor's than the words between both."""

from collections.abc import Iterator, Set
from typing import Final

from polesitter.relations.claims.car_names import CarNames
from polesitter.relations.claims.namesakes import Namesakes
from polesitter.relations.claims.rival_hits import hit_part
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part

FOCUS: Final = "focus"
"""How the head of a sentence before stands to a value that speaks of it."""
OFF: Final = "afar"
"""How one of several heads of another sentence stands to a value."""


class Entered:
    """What a report tells of all its teams and cars."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.cars = CarNames(view)
        self.namesakes = Namesakes(view)

    def told(self, frame: Frame, place: int, hit: Set[str]) -> "EnteredValue":
        """What is told of the team or car at a place; `hit`: whom slot patterns give it to."""
        return EnteredValue(self, frame, place, hit)


class EnteredValue:
    """One team or car of a sentence, and what speaks for each competitor."""

    def __init__(self, report: Entered, frame: Frame, place: int, hit: Set[str]) -> None:
        self.report, self.hit, self.place = report, hit, place
        items = frame.sentence.items
        self.mention = items[place].mention
        self.is_team = items[place].label == "TEAM"
        self.heads = {items[at].mention: at for at in frame.heads}

    def parts(self, head: int, *, near: bool) -> Iterator[Part]:
        """What speaks for the competitor named by a head; `near`: not from afar."""
        report, who = self.report, self.report.view.head_of[head]
        yield hit_part(who, self.hit, near=near)
        if self.is_team:
            yield from report.namesakes.parts(who, self.mention, near=near)
        else:
            yield report.cars.part(self.mention, self._how(head, near=near))

    def _how(self, head: int, *, near: bool) -> str:
        at = self.heads.get(head)
        if at is not None:
            return "hv" if at < self.place else "vh"
        return FOCUS if near else OFF
