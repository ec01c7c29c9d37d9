"""Why a field of a result is empty, as far as the mentions and relations tell."""

from collections.abc import Sequence

from polesitter.records.extraction import Extraction
from polesitter.review.fields import ResultField
from polesitter.review.reason import Reason
from polesitter.review.rival import LIKELY, OUTCOME, Rival, Rivals
from polesitter.review.sentences import Sentence, Sentences
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

    def __init__(
        self,
        extraction: Extraction,
        sentences: Sentences,
        row: Result,
        unread: UnreadWords | None = None,
    ) -> None:
        self.extraction = extraction
        self.sentences = sentences
        self.row = row
        self.unread = unread
        self.own = _own_mentions(extraction, row)
        self.spots = {self._sentence(index) for index in self.own}
        self._rivals = Rivals(extraction, sentences, row, self.own)

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
        near = self._near(field.label)
        if near:
            return self._nobodys(near, field)
        return self._unfound(field)

    def _near(self, label: str) -> list[int]:
        return [
            index
            for index, mention in enumerate(self.extraction.mentions)
            if mention.label == label and self._sentence(index) in self.spots
        ]

    def _nobodys(self, near: Sequence[int], field: ResultField) -> Reason:
        owners = [self._rivals.owner(index, field.kinds) for index in near]
        told = ", ".join(
            self._told(index, owner)
            for index, owner in list(zip(near, owners, strict=True))[:MENTIONS_TOLD]
        )
        return Reason("unclaimed" if None in owners else "taken", told)

    def _told(self, index: int, owner: str | None) -> str:
        mention = self.extraction.mentions[index]
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
        total = sum(mention.label == field.label for mention in self.extraction.mentions)
        if not total:
            return Reason("untold", "the report tells none at all")
        return Reason("untold", f"none is told in {where}")

    def _called(self) -> str:
        mentions = self.extraction.mentions
        return ", ".join(dict.fromkeys(mentions[index].text for index in sorted(self.own)))

    def _sentence(self, index: int) -> Sentence:
        mention = self.extraction.mentions[index]
        return self.sentences.around(mention.start, mention.end)


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


def _own_mentions(extraction: Extraction, row: Result) -> set[int]:
    """All mentions of the row's driver; without one, of its number or team."""
    for name in ("driver", "car_number", "team"):
        bounds = {(item.start, item.end) for item in row.evidence if item.field == name}
        named = [
            index
            for index, mention in enumerate(extraction.mentions)
            if (mention.start, mention.end) in bounds
        ]
        if named:
            break
    else:
        return set()
    entities = {extraction.mentions[index].entity_id for index in named} - {None}
    same = {
        index for index, mention in enumerate(extraction.mentions) if mention.entity_id in entities
    }
    return same | set(named)


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
