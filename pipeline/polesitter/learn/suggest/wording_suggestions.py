"""Suggestions of slot patterns: sentences one word off a pattern, sentences far from all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polesitter.errors import PolesitterError
from polesitter.learn.suggest.draft import RELATION_OF, draft
from polesitter.learn.suggest.ids import rule_id, version_id
from polesitter.learn.suggest.name_suggestions import first_seen
from polesitter.learn.suggest.near_miss import NearMiss, NearMisses
from polesitter.learn.suggest.one_word import reworded
from polesitter.learn.suggest.phrasebook import Phrasebook
from polesitter.learn.suggest.places import Place, examples_of, readings_of
from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.learn.suggest.sample_sentence import Encode, sample_sentence
from polesitter.learn.suggest.suggestion import ADDED, SOURCE, Kind, Suggestion
from polesitter.learn.suggest.trial import gain
from polesitter.learn.suggest.unexplained import Pair, unexplained
from polesitter.relations.slots import Rule

TRIALS = 120
"""Wordings that are tried, those with most places first."""


@dataclass(slots=True)
class Wording:
    """A new pattern and the pairs it would explain.

    `rule`: the rule it is made of. In a near miss that is the old rule, whose weight the
    new one is tried with. `id`: the new one's, where nothing else has it.
    """

    kind: Kind
    rule: Rule
    pattern: str
    id: str
    pairs: list[Pair] = field(default_factory=list)

    @property
    def places(self) -> list[Place]:
        """Where the pairs stand."""
        return [Place(one.reading, one.sentence, *one.bounds) for one in self.pairs]


def wording_suggestions(
    reader: Reader, readings: Sequence[Reading], book: Phrasebook, encode: Encode
) -> list[Suggestion]:
    """Slot patterns for sentences that tell of a driver and a value and match no pattern."""
    wordings = sorted(find_wordings(readings, book), key=_most_places)
    found = [_suggestion(reader, one, book, encode) for one in wordings[:TRIALS]]
    return [one for one in found if one is not None]


def find_wordings(readings: Sequence[Reading], book: Phrasebook) -> list[Wording]:
    """The wordings of some articles, each once."""
    misses = NearMisses(book)
    found: dict[tuple[str, str], Wording] = {}
    for reading in readings:
        for pair in unexplained(reading):
            made = _near(misses.of(pair), book) or _drafted(pair, book)
            if made is not None:
                found.setdefault((made.rule.id, made.pattern), made).pairs.append(pair)
    return list(found.values())


def _near(miss: NearMiss | None, book: Phrasebook) -> Wording | None:
    pattern = reworded(miss, book) if miss is not None else None
    if miss is None or pattern is None:
        return None
    new = version_id(miss.rule.id, miss.word, pattern, book.ids)
    return Wording("near miss", miss.rule, pattern, new)


def _drafted(pair: Pair, book: Phrasebook) -> Wording | None:
    pattern = None if pair.used else draft(pair, book.verbs)
    if pattern is None:
        return None
    relation = RELATION_OF[pair.label]
    new = rule_id(relation, pattern, book.ids)
    rule = Rule(new, relation, pattern, "", SOURCE, ADDED, 0)
    return Wording("sentence", rule, pattern, new)


def _most_places(wording: Wording) -> tuple[int, str]:
    return -len(wording.pairs), wording.pattern


def _suggestion(
    reader: Reader, wording: Wording, book: Phrasebook, encode: Encode
) -> Suggestion | None:
    """The wording tried; None where it cannot be written, or a draft would gain nothing."""
    try:
        rules = book.compiled(wording.rule, wording.pattern)
    except PolesitterError:
        return None
    examples = (sample_sentence(pair, rules, encode) for pair in wording.pairs)
    example = next((one for one in examples if one is not None), None)
    if example is None or wording.pattern in book.patterns:
        return None
    readings = readings_of(wording.places)
    gained = gain(reader, readings, rules=rules)
    is_miss = wording.kind == "near miss"
    if gained <= 0 and not is_miss:
        return None
    return Suggestion(
        id=wording.id,
        kind=wording.kind,
        file=ADDED,
        entry=_entry(wording, example, readings),
        gain=gained,
        count=len(wording.pairs),
        reports=len(readings),
        examples=examples_of(wording.places),
        near=wording.rule.id if is_miss else "",
    )


def _entry(wording: Wording, example: str, readings: Sequence[Reading]) -> Mapping[str, object]:
    rule = wording.rule
    entry: dict[str, object] = {
        "id": wording.id,
        "relation": rule.relation,
        "pattern": wording.pattern,
        "example": example,
        "source": SOURCE,
        **first_seen(readings),
    }
    for name in ("value", "framing", "priority"):
        if getattr(rule, name):
            entry[name] = getattr(rule, name)
    return entry
