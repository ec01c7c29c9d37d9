"""Suggestions of names: those the model reads without a pattern, and words that nobody reads."""

from collections.abc import Iterable, Sequence

from polesitter.learn.suggest.ids import entity_id
from polesitter.learn.suggest.known import FILE_OF, Known
from polesitter.learn.suggest.places import Place, examples_of, readings_of
from polesitter.learn.suggest.read_names import read_names
from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.learn.suggest.suggestion import SOURCE, Suggestion
from polesitter.learn.suggest.trial import gain
from polesitter.learn.suggest.unread_names import unread_names
from polesitter.relations.slots import RuleSet

TRIALS = 40
"""Unread words that are tried, those with most places first."""


def name_suggestions(
    reader: Reader, readings: Sequence[Reading], rules: RuleSet, known: Known
) -> list[Suggestion]:
    """Names of the articles that patterns/entities does not list; none twice."""
    read = read_names(readings, known)
    found = [_suggestion(one.label, one.text, one.places, one.gain, known) for one in read]
    taken = {one.text for one in read}
    unread = [
        (label, words, places)
        for (label, words), places in unread_names(readings, rules, known).items()
        if words not in taken
    ]
    unread.sort(key=_most_places)
    best: dict[str, Suggestion] = {}
    for label, words, places in unread[:TRIALS]:
        gained = gain(reader, readings_of(places), names=[(words, label)])
        if gained > 0 and (words not in best or gained > best[words].gain):
            best[words] = _suggestion(label, words, places, gained, known)
    return [*found, *best.values()]


def _most_places(unread: tuple[str, str, Sequence[Place]]) -> tuple[int, str, str]:
    label, words, places = unread
    return -len(places), words, label


def _suggestion(
    label: str, name: str, places: Sequence[Place], gained: float, known: Known
) -> Suggestion:
    name = " ".join(name.split())
    own = entity_id(label, name)
    readings = readings_of(places)
    return Suggestion(
        id=own,
        kind="name",
        file=f"entities/{FILE_OF[label]}.jsonl",
        entry={
            "label": label,
            "pattern": name,
            "id": own,
            "source": SOURCE,
            **first_seen(readings),
        },
        gain=gained,
        count=len(places),
        reports=len(readings),
        examples=examples_of(places),
        near=known.nearest(label, name),
    )


def first_seen(readings: Iterable[Reading]) -> dict[str, str]:
    """The key `first_seen` of a line: the first day of the articles' sessions, if any tells it."""
    days = [reading.session.session_date or reading.report.published for reading in readings]
    known = [day.isoformat() for day in days if day is not None]
    return {"first_seen": min(known)} if known else {}
