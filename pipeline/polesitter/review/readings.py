"""What was read in a report, looked up from every side: by mention, sentence and competitor."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from polesitter.records.extraction import Extraction
from polesitter.review.sentences import Sentence, Sentences
from polesitter.types import Relation, Result


class Readings:
    """Indices over an extraction, made once and used for each of its rows.

    `sentence_of`: the sentence of each mention, by its index.
    """

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.mentions = extraction.mentions
        self.sentences = Sentences(extraction.report.text)
        self.sentence_of = [self.sentences.around(one.start, one.end) for one in self.mentions]
        self._at: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._entities: dict[str, list[int]] = defaultdict(list)
        self._by_sentence: dict[tuple[Sentence, str], list[int]] = defaultdict(list)
        for index, mention in enumerate(self.mentions):
            self._at[mention.start, mention.end].append(index)
            self._by_sentence[self.sentence_of[index], mention.label].append(index)
            if mention.entity_id is not None:
                self._entities[mention.entity_id].append(index)
        self._counts = Counter(one.label for one in self.mentions)
        self._by_head: dict[int, list[Relation]] = defaultdict(list)
        self._by_tail: dict[int, list[Relation]] = defaultdict(list)
        for relation in extraction.relations:
            self._by_head[relation.head].append(relation)
            if relation.tail is not None:
                self._by_tail[relation.tail].append(relation)
        self._places: dict[tuple[str | None, str], list[Result]] = defaultdict(list)
        for result in extraction.results:
            self._places[result.car_class, str(result.position)].append(result)

    def at(self, start: int, end: int) -> int | None:
        """Return the index of the mention with these bounds."""
        found = self._at.get((start, end))
        return found[-1] if found else None

    def own(self, row: Result) -> set[int]:
        """Return all mentions of the row's driver; without one, of its number or team."""
        for name in ("driver", "car_number", "team"):
            named = [
                index
                for item in row.evidence
                if item.field == name
                for index in self._at.get((item.start, item.end), ())
            ]
            if named:
                entities = {self.mentions[index].entity_id for index in named} - {None}
                same = [self._entities[entity] for entity in entities if entity is not None]
                return {*named, *(index for group in same for index in group)}
        return set()

    def labelled(self, sentences: set[Sentence], label: str) -> list[int]:
        """Return the mentions of a label in some sentences, in text order."""
        found = [index for one in sentences for index in self._by_sentence.get((one, label), ())]
        return sorted(found)

    def count(self, label: str) -> int:
        """Return how many mentions have a label."""
        return self._counts[label]

    def relations(self, own: set[int], kinds: Sequence[str]) -> list[Relation]:
        """Return the relations of some kinds whose competitor has these mentions."""
        return [
            relation
            for head in sorted(own)
            for relation in self._by_head.get(head, ())
            if relation.kind in kinds
        ]

    def claims(self, mention: int) -> Sequence[Relation]:
        """Return the relations that would give a value's mention to a competitor."""
        return self._by_tail.get(mention, ())

    def users(self, mention: int) -> Sequence[Relation]:
        """Return the used relations that give a value's mention to a competitor."""
        return [relation for relation in self.claims(mention) if relation.used]

    def holders(self, row: Result, place: str | None) -> list[Result]:
        """Return the other rows of the row's class that have a place; it is had once."""
        if place is None:
            return []
        found = self._places.get((row.car_class, place), ())
        return [other for other in found if other is not row]
