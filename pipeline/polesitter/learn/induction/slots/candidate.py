"""Candidate patterns: those that more than one session's pairs lead to."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from polesitter.learn.induction.slots.generalise import Dropped, drafts
from polesitter.learn.induction.slots.stretch import Parts, Written
from polesitter.learn.induction.slots.told_pair import ToldSentence

SESSIONS = 5
"""Sessions whose records bear a pattern out, at least."""
LEFT_OPEN = 2
"""Sessions in which a class of words stood at a place, for the pattern to allow it there."""

_ORDER = ("{team} 's", "@adverb", "@almost", "@det", "@adjective")
"""Order in which the options of one place are written: "will start only the second …"."""


class Candidate(NamedTuple):
    """A relation and the pattern that may tell it; `rank`: the higher the more general."""

    relation: str
    pattern: str
    rank: tuple[int, int]


class Place(NamedTuple):
    """A pair: the number of its sentence, and its number there."""

    sentence: int
    pair: int


class _Lead(NamedTuple):
    """What leads to a pattern: a pair, how general the pattern is for it, and what was left out."""

    place: Place
    rank: tuple[int, int]
    dropped: Dropped


def candidates(
    sentences: Sequence[ToldSentence], written: Sequence[Written]
) -> dict[Candidate, list[Place]]:
    """Every candidate with the pairs that lead to it, in order of the sentences.

    One pass: the patterns of a pair are looked up in what other pairs led to, and never
    tried on a sentence.
    """
    found: dict[tuple[str, Parts], list[_Lead]] = {}
    for number, (sentence, words) in enumerate(zip(sentences, written, strict=True)):
        for order, pair in enumerate(sentence.pairs):
            if not pair.relations:
                continue
            place = Place(number, order)
            for draft in drafts(words, pair):
                lead = _Lead(place, draft.rank, draft.dropped)
                for relation in pair.relations:
                    leads = found.get((relation, draft.parts))
                    if leads is None:
                        found[relation, draft.parts] = [lead]
                    else:
                        leads.append(lead)
    return _borne_out(found, sentences)


def _borne_out(
    found: dict[tuple[str, Parts], list[_Lead]], sentences: Sequence[ToldSentence]
) -> dict[Candidate, list[Place]]:
    kept: dict[Candidate, list[Place]] = {}
    for (relation, parts), leads in found.items():
        if len(leads) < SESSIONS:
            continue  # most are: so many leads are of so many sessions at the most
        sessions = {sentences[lead.place.sentence].session for lead in leads}
        if len(sessions) >= SESSIONS:
            pattern = with_options(parts, _left_open(leads, sentences))
            candidate = Candidate(relation, pattern, min(lead.rank for lead in leads))
            kept.setdefault(candidate, []).extend([lead.place for lead in leads])
    return kept


def _left_open(
    leads: Iterable[_Lead], sentences: Sequence[ToldSentence]
) -> Iterator[tuple[int, str]]:
    """Where words of what class were left out in sessions enough."""
    seen: dict[tuple[int, str], set[str]] = {}
    for lead in leads:
        for dropped in lead.dropped:
            seen.setdefault(dropped, set()).add(sentences[lead.place.sentence].session)
    return (dropped for dropped, sessions in seen.items() if len(sessions) >= LEFT_OPEN)


def with_options(parts: Parts, options: Iterable[tuple[int, str]]) -> str:
    """The pattern: `options` says before which part words of what class may stand."""
    at: dict[int, list[str]] = {}
    for gap, name in options:
        at.setdefault(gap, []).append(name)
    words: list[str] = []
    for gap in range(len(parts) + 1):
        words.extend(f"[{name}]" for name in sorted(at.get(gap, ()), key=_ORDER.index))
        words.extend(parts[gap : gap + 1])
    return " ".join(words)
