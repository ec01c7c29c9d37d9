"""Candidate patterns: those that more than one session's pairs lead to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from polesitter.learn.induction.slots.generalise import drafts
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


@dataclass(slots=True)
class _Gathered:
    rank: tuple[int, int]
    sessions: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    open: dict[tuple[int, str], set[str]] = field(default_factory=dict)


def candidates(
    sentences: Sequence[ToldSentence], written: Sequence[Written]
) -> dict[Candidate, list[Place]]:
    """Every candidate with the pairs that lead to it, in order of the sentences.

    One pass: the patterns of a pair are looked up in what other pairs led to, and never
    tried on a sentence.
    """
    found: dict[tuple[str, Parts], _Gathered] = {}
    for number, (sentence, words) in enumerate(zip(sentences, written, strict=True)):
        for order, pair in enumerate(sentence.pairs):
            if not pair.relations:
                continue
            for draft in drafts(words, pair):
                for relation in pair.relations:
                    one = found.setdefault((relation, draft.parts), _Gathered(draft.rank))
                    one.rank = min(one.rank, draft.rank)
                    one.sessions.add(sentence.session)
                    one.places.append(Place(number, order))
                    for place in draft.dropped:
                        one.open.setdefault(place, set()).add(sentence.session)
    return _borne_out(found)


def _borne_out(found: dict[tuple[str, Parts], _Gathered]) -> dict[Candidate, list[Place]]:
    kept: dict[Candidate, list[Place]] = {}
    for (relation, parts), one in found.items():
        if len(one.sessions) >= SESSIONS:
            allowed = [place for place, seen in one.open.items() if len(seen) >= LEFT_OPEN]
            pattern = with_options(parts, allowed)
            rank = one.rank
            candidate = Candidate(relation, pattern, rank)
            kept.setdefault(candidate, []).extend(one.places)
    return kept


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
