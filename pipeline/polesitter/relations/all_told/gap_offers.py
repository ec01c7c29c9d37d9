"""Gaps offered to who is second, told far from the name.

"Inside of .04 seconds came the rest" may stand a paragraph away from whoever was second. So who
has no gap yet is offered those that nobody likely has.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.all_told.place_signs import coarse
from polesitter.relations.all_told.run_told import RunTold
from polesitter.relations.claims.afar import RULE
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.values import value_parts
from polesitter.relations.judged import Judged
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Family, Part

LIKELY: Final = 0.5
"""How probable the second place must be."""
TAKEN: Final = 0.5
"""As probable as this of anybody, a gap is not offered; nor is any to who has one."""
REACH: Final = 8
"""Sentences from the gap to the nearest that names whom it is offered to."""


def _offer(key: tuple[int, int, int]) -> Iterator[str]:
    """How surely the gap is somebody's, how far the name is, how many are second."""
    taken, distance, seconds = key
    way = "before" if distance > 0 else "after" if distance < 0 else "here"
    yield from ("offer", f"offer {way} {bucket(abs(distance))}", f"offer taken:{taken}")
    yield f"offer of:{bucket(seconds)}"


OFFER: Final = Family(shapes=[_offer])


def gap_offers(
    judged: Judged,
    view: View,
    runs: Sequence[RunTold],
    place_of: Mapping[str, tuple[int, float]],
) -> Iterator[RunTold]:
    """Gaps offered beside those that are told, with chance 0, in order of telling.

    `place_of`: the likeliest place of each competitor, and how probable it is.
    """
    known = {run.competitor for run in runs if run.label == "GAP" and run.chance >= TAKEN}
    told = {(run.competitor, run.value) for run in runs if run.label == "GAP"}
    seconds = [
        who
        for who, (place, chance) in place_of.items()
        if place == 2 and chance >= LIKELY and who not in known
    ]
    if not seconds:
        return
    taken = _taken(judged)
    heads = {who: named for who in seconds if (named := _heads(judged, view, who))}
    for number, frame in enumerate(judged.frames):
        for at in frame.of_label.get("GAP", ()):
            mention = frame.sentence.items[at].mention
            value, chance = view.mentions[mention].value, taken.get(mention, 0.0)
            if not isinstance(value, float) or chance >= TAKEN:
                continue
            for who, named in heads.items():
                sentence, head = min(named, key=_Near(number))
                if (who, value) in told or abs(number - sentence) > REACH:
                    continue
                run = RunTold(who, "GAP", value)
                framing = frame.framings.get(at, "outcome")
                scores = {"gap": 0.0}
                run.claims.append(
                    Claim("GAP", who, head, mention, number, value, (), scores, RULE, framing)
                )
                key = (coarse(chance), number - sentence, len(seconds))
                run.parts = ((OFFER, (), (key,)), *_words(frame, at))
                yield run


def _words(frame: Frame, at: int) -> Iterator[Part]:
    """What the gap's slot alone tells."""
    for family, words, shapes in value_parts(frame, at):
        yield family.after("offer "), words, shapes


def _heads(judged: Judged, view: View, who: str) -> list[tuple[int, int]]:
    """The sentences that name a competitor, and the mentions that do."""
    return [
        (number, mention)
        for number, frame in enumerate(judged.frames)
        for mention in [frame.sentence.items[at].mention for at in frame.heads]
        if view.head_of[mention] == who
    ]


def _taken(judged: Judged) -> dict[int, float]:
    """Mention of a gap -> how probable it is for whom it is likeliest for."""
    taken: dict[int, float] = {}
    for claim in judged.claims:
        if claim.label == "GAP":
            chance = claim.scores.get("gap", 0.0)
            taken[claim.mention] = max(chance, taken.get(claim.mention, 0.0))
    return taken


class _Near:
    """How far a sentence is from another, the ones before first; a key to sort by."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, head: tuple[int, int]) -> tuple[int, int]:
        return abs(head[0] - self.number), head[0]
