"""Names that the model reads by their surroundings alone, since no pattern spells them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from polesitter.entities.worth import LEARNED
from polesitter.learn.suggest.expected import cell_scores
from polesitter.learn.suggest.known import Known
from polesitter.learn.suggest.places import Place
from polesitter.learn.suggest.reading import Reading
from polesitter.relations.reading.view import Sentence
from polesitter.types import Mention, Result

MISSED = {"DRIVER": 0.013, "TEAM": 0.073, "CAR": 0.021, "EVENT": 0.048, "TRACK": 0.13,
          "SERIES": 0.16}  # fmt: skip
"""How often a name is read wrongly or not at all, by its label: what F1 of mentions on the
test split lacks (docs/accuracy.md). Names that no list has are missed at least as often.
"""
LEAST = 0.5
"""Names that the model itself holds for less likely are left to the reader."""
SESSION_FIELDS = {"EVENT": "event", "TRACK": "track", "SERIES": "series"}


@dataclass(slots=True)
class ReadName:
    """A name that no pattern spells: where it stands, how sure it is, what rests on it.

    `cells`: cells that are right, as expected, and would be lost if it were not read.
    """

    label: str
    text: str
    places: list[Place] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    cells: float = 0.0

    @property
    def sure(self) -> float:
        """How sure the model is of the name, on average."""
        return sum(self.scores) / len(self.scores)

    @property
    def gain(self) -> float:
        """Cells that a pattern would save in as many articles like these, as expected."""
        return self.cells * max(MISSED[self.label], 1.0 - self.sure)


def read_names(readings: Iterable[Reading], known: Known) -> list[ReadName]:
    """The names of some articles that the model reads and patterns/entities does not list."""
    found: dict[tuple[str, str], ReadName] = {}
    for reading in readings:
        told: set[tuple[str, str]] = set()
        for index, mention in enumerate(reading.mentions):
            if mention.rule != LEARNED or mention.label not in MISSED:
                continue
            name = _in_full(reading, index)
            if known.id_of(mention.label, name) or not _is_name(mention.label, name):
                continue
            key = (mention.label, name)
            entry = found.setdefault(key, ReadName(mention.label, name))
            entry.places.append(
                Place(reading, _sentence(reading, mention), mention.start, mention.end)
            )
            entry.scores.append(mention.score)
            if key not in told:
                told.add(key)
                entry.cells += _resting(reading, mention.label, name)
    return [entry for entry in found.values() if entry.sure >= LEAST]


def _in_full(reading: Reading, index: int) -> str:
    """The fullest form of the name in the article: patterns list people and teams by it."""
    cast, mention = reading.cast, reading.mentions[index]
    if mention.label == "DRIVER" and index in cast.driver_of:
        return cast.driver_names.get(cast.driver_of[index], mention.text)
    if mention.label == "TEAM" and index in cast.team_of:
        return cast.team_names.get(cast.team_of[index], mention.text)
    return mention.text


def _is_name(label: str, name: str) -> bool:
    """A surname alone is no driver's name; a name has letters."""
    return any(char.isalpha() for char in name) and (label != "DRIVER" or " " in name)


def _sentence(reading: Reading, mention: Mention) -> Sentence:
    for sentence in reading.view.sentences:
        if sentence.start <= mention.start < sentence.end:
            return sentence
    return Sentence(-1, "prose", 0, mention.start, mention.end, [])


def _resting(reading: Reading, label: str, name: str) -> float:
    """The cells of an article that rest on a name: a driver's whole rows, else one field."""
    if label in SESSION_FIELDS:
        return float(getattr(reading.session, SESSION_FIELDS[label]) == name)
    return sum(_cells_of(result, label, name) for result in reading.results)


def _cells_of(result: Result, label: str, name: str) -> float:
    scores = cell_scores(result)
    if label == "DRIVER":
        return sum(scores.values()) if name in _drivers(result) else 0.0
    field_name = label.lower()
    return scores.get(field_name, 0.0) if getattr(result, field_name) == name else 0.0


def _drivers(result: Result) -> Iterator[str]:
    yield from (result.driver or "").split(" / ")
