"""Who is told with whom in a report: what its whole text says for or against a crew."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.competitors.pair_again import Named, drove, pair_again
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part

Pair = tuple[str, str]
"""Two competitors."""
CUES: Final = frozenset(
    {"co", "share", "shares", "shared", "sharing", "partner", "partners", "pair", "duo", "crew",
     "crews", "pairing", "trio", "stint", "hour", "hours", "endurance", "am", "pro", "bronze",
     "silver", "gentleman", "average", "combined", "aggregate", "each", "drivers"}
)  # fmt: skip
"""Words of reports on cars that are shared."""
MEASURED: Final = ("LAPTIME", "POSITION", "SPEED", "GAP")
FIFTHS, MOST = 5, 3
REPORT: Final = Each([("W:",)])
FIRST, SECOND = Each([("soa:",)]), Each([("sob:",)])


def _report(key: tuple[int, int]) -> Iterator[str]:
    joined, classes = key
    yield from (f"share:{joined}", f"cls:{bucket(classes)}", f"share:{joined} cls:{classes > 0}")


def _both(key: tuple[int, int, int, int]) -> Iterator[str]:
    times, together, first, second = key
    yield from (f"rep:{times}", f"both:{together}", f"partners:{first}{second}")


def _apart(key: tuple[int, int]) -> Iterator[str]:
    first, second = key
    yield f"solo:{min(2, first)}{min(2, second)}"
    yield from (f"soan:{first}", f"sobn:{second}")


def _new(key: tuple[bool, bool]) -> Iterator[str]:
    yield f"new:{key[0]}{key[1]}"


TOLD: Final = Family(shapes=[_report, _both, _apart, _new])


class Company:
    """Where each competitor of a report is told, and beside whom.

    `joined`: the pairs whose names are joined, in text order.
    """

    def __init__(
        self, frames: Sequence[Frame], head_of: Mapping[int, str], joined: Sequence[Pair]
    ) -> None:
        self.frames = frames
        self.told_in: dict[str, list[int]] = defaultdict(list)
        self.first: dict[str, tuple[int, int]] = {}
        self.heads: list[int] = []
        self.named: list[Named] = []
        for number, frame in enumerate(frames):
            told = [(head_of[frame.sentence.items[at].mention], at) for at in frame.heads]
            for who, at in told:
                self.first.setdefault(who, (number, at))
            self.named.append(told)
            whole = {who for who, _ in told}
            self.heads.append(len(whole))
            for who in whole:
                self.told_in[who].append(number)
        self.times = Counter(frozenset(pair) for pair in joined if pair[0] != pair[1])
        self.partners = Counter(who for pair in self.times for who in pair)
        drivers = {who for who in head_of.values() if who.startswith("d")}
        self.joined = len(self.partners) * FIFTHS // max(1, len(drivers))
        self.classes = sum(len(frame.of_label.get("CLASS", ())) for frame in frames)
        self.cues = {key for frame in frames for key in CUES.intersection(frame.keys)}

    def parts(self, number: int, ends: tuple[int, int], pair: Pair) -> Iterator[Part]:
        """What is told of a pair: the heads at `ends` of the sentence `number`."""
        first, second = (self.told_in[who] for who in pair)
        alone = [n for n in first if n not in second], [n for n in second if n not in first]
        together = len(first) - len(alone[0])
        partners = [min(MOST, self.partners[who]) for who in pair]
        new = [self.first[who] == (number, at) for who, at in zip(pair, ends, strict=True)]
        shapes = (
            (self.joined, self.classes),
            (min(MOST, self.times[frozenset(pair)]), min(MOST, together), *partners),
            (min(MOST, len(alone[0])), min(MOST, len(alone[1]))),
            tuple(new),
        )
        yield (TOLD, (), shapes)
        yield from pair_again(self.frames, self.named, number, ends[1], pair)
        yield (REPORT, self.cues, ())
        for side, sentences in zip((FIRST, SECOND), alone, strict=True):
            yield (side, self._measured(sentences), ())
        yield from drove(self.frames, self.heads, alone)

    def _measured(self, sentences: Sequence[int]) -> set[str]:
        """What is measured in sentences, of the one competitor there ("1") or of one of several."""
        return {
            f"{label}{'1' if self.heads[number] == 1 else 'm'}"
            for number in sentences
            for label in MEASURED
            if label in self.frames[number].of_label
        }
