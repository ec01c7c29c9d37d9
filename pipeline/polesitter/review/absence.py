"""Why a field of a result is empty, as far as the mentions and relations tell."""

from collections.abc import Sequence

from polesitter.review.fields import ResultField
from polesitter.review.readings import Readings
from polesitter.review.reason import Reason
from polesitter.review.refusal import OUTCOME
from polesitter.review.rival import Rival, Rivals
from polesitter.review.sentences import Sentence
from polesitter.review.unread import UnreadWords
from polesitter.review.values import percent_text
from polesitter.types import Result

MENTIONS_TOLD = 3
NOUNS = {
    "class": "class", "position": "place", "grid": "starting place", "team": "team", "car": "car",
    "number": "car number", "speed": "speed", "lap_time": "lap time", "gap": "gap",
    "segment": "segment",
}  # fmt: skip


class Witness:
    """What a report says about one competitor: all mentions of it, and their sentences."""

    def __init__(self, readings: Readings, row: Result, unread: UnreadWords | None = None) -> None:
        self.readings = readings
        self.mentions = readings.mentions
        self.row = row
        self.unread = unread
        self.own = readings.own(row)
        self.spots = {readings.sentence_of[index] for index in self.own}
        self._rivals = Rivals(readings, row, self.own)

    def rivals(self, field: ResultField) -> list[Rival]:
        """Return the values that were considered and not taken, likeliest first."""
        return self._rivals.of(field)

    def why_empty(self, field: ResultField) -> str:
        """Return in words why nothing is stated in a field."""
        return self.reason(field).text

    def reason(self, field: ResultField) -> Reason:
        """Return why nothing is stated in a field."""
        default = _default(field, self.row)
        if default is not None:
            return Reason("default", default)
        if not self.own:
            return Reason("unnamed", "nothing in the text names this competitor directly")
        if field.name == "driver":
            return Reason("untold", f"the report names only {self._called()}, and no driver")
        emptied = self._emptied(field)
        if emptied is not None:
            return emptied
        rivals = self.rivals(field)
        if rivals:
            return _refused(rivals[0])
        near = self.readings.labelled(self.spots, field.label)
        if near:
            return self._nobodys(near, field)
        return self._unfound(field)

    def _emptied(self, field: ResultField) -> Reason | None:
        """Why a value that stood at first is gone: it was surer values that were asked for."""
        used = [one for one in self.readings.relations(self.own, field.kinds) if one.used]
        if not used:
            return None
        words = self._rivals.words(used[0])
        return Reason("unsure", f"{words!r} ({percent_text(used[0].score)}): surer was asked for")

    def _nobodys(self, near: Sequence[int], field: ResultField) -> Reason:
        owners = [self._rivals.owner(index, field.kinds) for index in near]
        told = ", ".join(
            self._told(index, owner)
            for index, owner in list(zip(near, owners, strict=True))[:MENTIONS_TOLD]
        )
        return Reason("unclaimed" if None in owners else "taken", told)

    def _told(self, index: int, owner: str | None) -> str:
        mention = self.mentions[index]
        if owner is not None:
            return f"{mention.text} is {owner}'s"
        framing = mention.framing
        aside = f" ({framing.replace('_', ' ')})" if framing not in (None, OUTCOME) else ""
        return f"{mention.text}{aside} is nobody's for sure"

    def _unfound(self, field: ResultField) -> Reason:
        """No mention of the kind stands near: there may be words that were not read."""
        where = "the sentence that names this competitor"
        if len(self.spots) != 1:
            where = f"the {len(self.spots)} sentences that name this competitor"
        noun = NOUNS.get(field.name, field.name)
        seen = self.unread.find(sorted(self.spots, key=_start), field.label) if self.unread else []
        if seen:
            told = ", ".join(str(one) for one in seen)
            return Reason("unread", f"no {noun} was read in {where}; unread there: {told}")
        if not self.readings.count(field.label):
            return Reason("untold", "the report tells none at all")
        return Reason("untold", f"none is told in {where}")

    def _called(self) -> str:
        return ", ".join(dict.fromkeys(self.mentions[index].text for index in sorted(self.own)))


def _default(field: ResultField, row: Result) -> str | None:
    """Why an empty field needs no words: only a change would be told."""
    if field.name == "gap" and row.position == 1:
        return "the first of a class has no gap"
    if field.name == "gap_to" and row.gap_s is None:
        return "there is no gap"
    if field.name == "grid":
        return "no start is told that differs from the place"
    if field.name == "status":
        return "nothing but a normal classification is told"
    return None


def _refused(first: Rival) -> Reason:
    """The likeliest value, and why even that does not stand."""
    return Reason(first.reason, f"{first.text!r} ({percent_text(first.score)}): {first.why}")


def _start(sentence: Sentence) -> int:
    return sentence.start
