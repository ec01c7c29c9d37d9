"""Whether a competitor has a record at all, by everything that is told of it.

A driver may be named as a winner of other days, as a teammate at the second stint, as who
is stood in for, or as who was in the way; and a place that is somebody else's may seem
theirs. Each value is judged by its own words. What all of them come to, the places above all
and who else has them, what the words around its names tell, and what is spoken of around the
likeliest place says who has a record.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from polesitter.relations.about.paragraphs import Paragraphs, first_told
from polesitter.relations.about.share import EVEN
from polesitter.relations.about.turns import turns
from polesitter.relations.all_told.name_words import words_beside_names
from polesitter.relations.all_told.place_signs import PLACE_LABELS
from polesitter.relations.claims.claim import Claim
from polesitter.relations.competitors.crews import CrewClaim
from polesitter.relations.judged import Judged
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Family, Part, Shape, as_told

RECORD: Final = "RECORD"
STEPS: Final[Sequence[float]] = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Between these a chance tells the same."""
MEANING: Final = ("position", "grid", "lap_time", "speed", "gap", "status")
"""What makes a record."""
BESIDE: Final = ("number", "team", "car")
"""What stands in it besides."""
LIKELY: Final = 0.5
"""How probable a place must be to count among those of the report."""
MOST_NAMED, MOST_WORDS, MOST_PLACES, FURTHEST = 6, 3, 12, 5


Recorded = tuple[str, list[Part]]
"""A competitor, and what speaks for its having a record."""


def _chances() -> dict[str, float]:
    return defaultdict(float)


@dataclass(slots=True)
class _Told:
    """What is told of one competitor: the best chance of each meaning, of each label's places."""

    best: dict[str, float] = field(default_factory=_chances)
    place: Claim | None = None
    """The likeliest place."""
    named: int = 0
    words: int = 0
    """Of the longest of its names."""
    head: str = ""
    """The label of its names."""


def _by_step(name: str) -> Shape:
    def shape(step: int) -> Iterator[str]:
        for reached in STEPS[:step]:
            yield f"{name}>={reached}"
        if step < len(STEPS):
            yield f"{name}<{STEPS[step]}"

    return shape


def _by_share(key: tuple[int, int, int]) -> Iterator[str]:
    share, anything, place = key
    yield from (f"share:{share} any:{anything}", f"share:{share} p:{place}")


def _at_place(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield f"at {name}"


SHARED: Final = ("alone", "rider", "crew")
"""Of a car that is shared: that it has the record, that the other has it, that they have one."""
CHANCES: Final = (
    *MEANING, *BESIDE, *PLACE_LABELS, *SHARED, "any", "words", "rival", "session", "share"
)  # fmt: skip
"""What is told as a chance; the last: of a record by the words, another's of the place, and
that the report tells of a session; how many whom it names have a record, of all."""
BY_SHARE: Final = tuple(CHANCES.index(name) for name in ("share", "any", "position"))
"""What is told together, as the same claim counts for less where few have a record."""
TOLD: Final = Family(shapes=[*[_by_step(name) for name in CHANCES], as_told, _by_share])
WHERE: Final = Family(shapes=[_at_place, as_told, _at_place])
"""The sentence of the likeliest place, what the report is about, and the part of it."""


def find_recorded(
    view: View, judged: Judged, told: Sequence[Claim], session: float = 1.0, share: float = EVEN
) -> Iterator[Recorded]:
    """Each competitor and what speaks for its having a record, by claims that are judged.

    `told`: what the words around every name tell, as `find_unclassified` claims. `session`:
    how probable it is that the report tells of one. `share`: how many it names have a record.
    """
    known, beside = _named(view), words_beside_names(judged.frames, view.head_of)
    for claim in judged.claims:
        if claim.competitor in known:
            _add(known[claim.competitor], claim)
    for claim in told:
        best = known[claim.competitor].best
        best["words"] += sum(claim.scores.values(), 0.0)
    for crew in judged.crews:
        _add_crew(known, crew)
    rivals = _rivals(known)
    paragraphs, first = Paragraphs(judged.frames), first_told(judged.frames, view.head_of)
    places = sum(one.best["position"] > LIKELY for one in known.values())
    named = dict(turns(judged.frames, first))
    for who, one in known.items():
        one.best["session"], one.best["share"] = session, share
        place = _place_part(one.place, judged.frames)
        around = paragraphs.part(one.place.sentence if one.place else first[who])
        yield who, [_part(one, places, rivals), place, around, named[who], *beside[who]]


def _named(view: View) -> dict[str, _Told]:
    """The competitors, and how they are named."""
    known: dict[str, _Told] = {}
    for sentence in view.sentences:
        for at in sentence.heads:
            item = sentence.items[at]
            one = known.setdefault(view.head_of[item.mention], _Told(head=item.label))
            one.named += 1
            one.words = max(one.words, len(view.mentions[item.mention].text.split()))
    return known


def _add(one: _Told, claim: Claim) -> None:
    best = one.best
    for meaning, chance in claim.scores.items():
        best[meaning] = max(best[meaning], chance)
        if meaning == "position":
            if one.place is None or chance > one.place.scores["position"]:
                one.place = claim
            best[claim.label] = max(best[claim.label], chance)


def _add_crew(known: Mapping[str, _Told], crew: CrewClaim) -> None:
    """Add how probable it is of two who may share a car that either has the record."""
    for who, own, other in ((crew.first, "first", "second"), (crew.second, "second", "first")):
        if who in known:
            best = known[who].best
            for name, way in zip(SHARED, (own, other, "crew"), strict=True):
                best[name] = max(best[name], crew.scores.get(way, 0.0))


def _rivals(known: Mapping[str, _Told]) -> Mapping[str, list[float]]:
    """Place -> how probable it is for those whose likeliest it is, least first."""
    rivals: dict[str, list[float]] = defaultdict(list)
    for one in known.values():
        if one.place is not None:
            rivals[str(one.place.value)].append(one.best["position"])
    for chances in rivals.values():
        chances.sort()
    return rivals


def _part(one: _Told, places: int, rivals: Mapping[str, list[float]]) -> Part:
    best = one.best
    none = 1.0
    for meaning in MEANING:
        none *= 1.0 - best[meaning]
    best["any"] = 1.0 - none
    signs = [
        f"head:{one.head}",
        f"named:{min(one.named, MOST_NAMED)}",
        f"words:{min(one.words, MOST_WORDS)}",
        f"places:{min(places, MOST_PLACES)}",
    ]
    if one.place is not None:
        best["rival"] = _rival(one.place, best["position"], rivals)
        signs.extend(_place_signs(one.place, places))
    steps = [bisect_right(STEPS, best[name]) if name in best else 0 for name in CHANCES]
    return TOLD, (), (*steps, tuple(signs), tuple([steps[at] for at in BY_SHARE]))


def _place_part(place: Claim | None, frames: Sequence[Frame]) -> Part:
    """What the report is about, and the sentence of the likeliest place."""
    frame = frames[place.sentence if place else 0]
    return WHERE, (), (frame.common if place else None, frame.about[:-2], frame.about[-2:])


def _rival(place: Claim, own: float, rivals: Mapping[str, list[float]]) -> float:
    """The best chance that another has on a place."""
    chances = rivals[str(place.value)]
    first, *others = reversed(chances)
    return first if own < first else others[0] if others else 0.0


def _place_signs(claim: Claim, places: int) -> Iterator[str]:
    """How the likeliest place is told, and whether it is one that so many may have."""
    yield from (f"framing:{claim.framing}", f"told by:{claim.rule or claim.label}")
    place = str(claim.value)
    if place.isdigit():
        beyond = (int(place) - places) // 3
        yield f"beyond:{max(-3, min(FURTHEST, beyond))}"
        yield f"place:{min(int(place), MOST_PLACES)}"
