"""Why a field of a result is empty, as far as the mentions and relations tell."""

from collections.abc import Sequence

from polesitter.review.fields import ResultField
from polesitter.review.readings import Readings
from polesitter.review.reason import Reason
from polesitter.review.rival import LIKELY, OUTCOME, Rival, Rivals
from polesitter.review.sentences import Sentence
from polesitter.review.unread import UnreadWords
from polesitter.review.values import percent_text
from polesitter.types import Result

MENTIONS_TOLD = 3
ABOUT_AS_PROBABLE = 0.15
"""Two values nearer to each other than this are a tie that nothing tips."""
WORTH_A_TIE = 0.2
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
        rivals = self.rivals(field)
        if rivals:
            return _refused(rivals)
        near = self.readings.labelled(self.spots, field.label)
        if near:
            return self._nobodys(near, field)
        return self._unfound(field)

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


def _refused(rivals: Sequence[Rival]) -> Reason:
    first = rivals[0]
    chance = percent_text(first.score)
    if first.framing != OUTCOME:
        return Reason(
            "framing", f"{first.text!r} is told of {first.framing.replace('_', ' ')} ({chance})"
        )
    if first.owner is not None:
        return Reason("taken", f"{first.text!r} is {first.owner}'s ({chance} for this one)")
    tied = [one for one in rivals[1:] if _is_tied(first, one)]
    if tied:
        other = tied[0]
        told = f"{first.text!r} ({chance}) and {other.text!r} ({percent_text(other.score)})"
        return Reason("ambiguous", f"ambiguous between {told}")
    if first.score >= LIKELY:
        return Reason("unsure", f"{first.text!r} ({chance}) does not fit the rest of the report")
    return Reason("unsure", f"{first.text!r} is too unsure ({chance})")


def _is_tied(first: Rival, other: Rival) -> bool:
    return (
        other.framing == OUTCOME
        and other.score >= WORTH_A_TIE
        and first.score - other.score < ABOUT_AS_PROBABLE
    )


def _start(sentence: Sentence) -> int:
    return sentence.start
