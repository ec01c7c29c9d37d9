"""Why a field of a result is empty, as far as the mentions and relations tell."""

from collections.abc import Iterable
from dataclasses import dataclass

from polesitter.records.extraction import Extraction
from polesitter.review.fields import ResultField
from polesitter.review.sentences import Sentence, Sentences
from polesitter.review.values import percent_text
from polesitter.types import Relation, Result

RIVALS_TOLD = 3
MENTIONS_TOLD = 3
OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Rival:
    """A value that was considered for a field and not taken.

    `text`: the words; `kind` to `score` as in Relation; `sentence` where it stands.
    """

    kind: str
    value: str | None
    text: str
    framing: str
    rule: str
    score: float
    sentence: Sentence


class Witness:
    """What a report says about one competitor: all mentions of it, and their sentences."""

    def __init__(self, extraction: Extraction, sentences: Sentences, row: Result) -> None:
        self.extraction = extraction
        self.sentences = sentences
        self.own = _own_mentions(extraction, row)
        self.spots = {self._sentence(index) for index in self.own}

    def rivals(self, field: ResultField) -> list[Rival]:
        """Return relations of the field's kind that were not used, likeliest first."""
        found = {
            (one.value, one.tail): one
            for one in sorted(self._relations(field), key=_likelihood)
            if not one.used
        }
        ranked = sorted(found.values(), key=_likelihood, reverse=True)
        return [self._rival(one) for one in ranked[:RIVALS_TOLD]]

    def why_empty(self, field: ResultField) -> str:
        """Return in words why nothing is stated in a field."""
        if not self.own:
            return "nothing in the text names this competitor directly"
        rivals = self.rivals(field)
        if rivals:
            return _refused(rivals[0])
        near = self._near(field.label)
        if not near:
            if len(self.spots) == 1:
                return "none is told in the sentence that names this competitor"
            return f"none is told in the {len(self.spots)} sentences that name this competitor"
        return ", ".join(self._told(index, field) for index in near[:MENTIONS_TOLD])

    def _near(self, label: str) -> list[int]:
        return [
            index
            for index, mention in enumerate(self.extraction.mentions)
            if mention.label == label and self._sentence(index) in self.spots
        ]

    def _told(self, index: int, field: ResultField) -> str:
        mentions = self.extraction.mentions
        for relation in self.extraction.relations:
            if relation.used and relation.tail == index and relation.kind in field.kinds:
                return f"{mentions[index].text} is {mentions[relation.head].text}'s"
        framing = mentions[index].framing
        aside = f" ({framing.replace('_', ' ')})" if framing not in (None, OUTCOME) else ""
        return f"{mentions[index].text}{aside} is nobody's for sure"

    def _relations(self, field: ResultField) -> Iterable[Relation]:
        for relation in self.extraction.relations:
            if relation.head in self.own and relation.kind in field.kinds:
                yield relation

    def _rival(self, relation: Relation) -> Rival:
        mentions = self.extraction.mentions
        index = relation.tail if relation.tail is not None else relation.head
        words = mentions[index].text if relation.tail is not None else relation.value or ""
        return Rival(
            relation.kind,
            relation.value,
            words,
            relation.framing,
            relation.rule,
            relation.score,
            self._sentence(index),
        )

    def _sentence(self, index: int) -> Sentence:
        mention = self.extraction.mentions[index]
        return self.sentences.around(mention.start, mention.end)


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


def _refused(rival: Rival) -> str:
    chance = percent_text(rival.score)
    if rival.framing != OUTCOME:
        return f"{rival.text!r} is told of {rival.framing.replace('_', ' ')} ({chance})"
    return f"{rival.text!r} is too unsure, or another competitor's ({chance})"


def _likelihood(relation: Relation) -> tuple[float, str]:
    return relation.score, relation.value or ""
