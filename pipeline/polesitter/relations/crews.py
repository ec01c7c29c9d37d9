"""Co-drivers told as one entry: "Davis and Liddell will start third in the second Camaro"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polesitter.relations.bucket import bucket
from polesitter.relations.pairs import Frame

JOINTS = frozenset({"and", "&", "/", "-", "–", ","})
CELL_JOINTS = frozenset({"&", "/", "-", "–", "and"})
PLURAL = frozenset(
    {"pair", "duo", "crew", "partner", "partners", "partnered", "co-driver", "co-drivers", "shared",
     "shares", "share", "pairing", "team-mates", "teammates", "brothers", "trio", "qualified",
     "will", "start", "were", "are", "fill", "completed", "respectively", "both", "each", "row",
     "combined", "aggregate", "average", "sharing", "with", "driven", "drive", "car"}
)  # fmt: skip


@dataclass(slots=True)
class CrewClaim:
    """Two neighbouring heads of a sentence that may be one crew."""

    first: str
    second: str
    sentence: int
    features: list[str]
    probability: float = 0.0
    certain: bool = False


def find_crews(frames: Sequence[Frame], head_of: Mapping[int, str]) -> Iterator[CrewClaim]:
    """Pairs of drivers joined by "and", "/", "-" or a comma, in text order."""
    multi = sum(_is_joined(frame, a, b) for frame in frames for a, b in _neighbours(frame))
    for number, frame in enumerate(frames):
        for a, b in _neighbours(frame):
            if not _is_joined(frame, a, b):
                continue
            items = frame.sentence.items
            pair = head_of[items[a].mention], head_of[items[b].mention]
            if pair[0] != pair[1]:
                features = [*_features(frame, a, b), f"multi:{bucket(multi)}"]
                yield CrewClaim(*pair, number, features, certain=_is_one_cell(frame, a, b))


def _is_one_cell(frame: Frame, a: int, b: int) -> bool:
    """Drivers in one cell of a result row: "Bell-Aschenbach", "Wurz / Davidson"."""
    between = frame.sentence.items[a + 1 : b]
    return frame.sentence.kind == "row" and all(item.key in CELL_JOINTS for item in between)


def _neighbours(frame: Frame) -> Iterator[tuple[int, int]]:
    yield from zip(frame.heads, frame.heads[1:], strict=False)


def _is_joined(frame: Frame, a: int, b: int) -> bool:
    between = frame.sentence.items[a + 1 : b]
    return len(between) <= 2 and bool(between) and all(item.key in JOINTS for item in between)


def _features(frame: Frame, a: int, b: int) -> list[str]:
    items = frame.sentence.items
    joint = " ".join(item.key for item in items[a + 1 : b])
    before = [item.key for item in items[max(0, a - 3) : a]]
    after = [item.key for item in items[b + 1 : b + 5]]
    places = frame.of_label.get("POSITION", [])
    kinds = sorted({_kind(frame, place) for place in places})
    chain = any(
        _is_joined(frame, x, y) for x, y in _neighbours(frame) if b in (x, y) and a not in (x, y)
    )
    words = {item.key for item in items} & PLURAL
    near = {item.key for item in items[max(0, a - 5) : b + 8]}
    return [
        f"joint:{joint}",
        f"joint:{joint} kind:{frame.sentence.kind}",
        *(f"l{n}:{key}" for n, key in enumerate(reversed(before))),
        *(f"r{n}:{key}" for n, key in enumerate(after)),
        f"r2:{' '.join(after[:2])}",
        f"heads:{bucket(len(frame.heads))} places:{bucket(len(places))}",
        *(f"place:{kind}" for kind in kinds),
        f"chain:{chain}",
        *(f"w:{word}" for word in sorted(words)),
        *(f"slot:{key}" for key in sorted(near) if key in ("<CAR>", "<NUMBER>", "<TEAM>")),
        f"gov:{frame.governor(a)}",
    ]


def _kind(frame: Frame, place: int) -> str:
    value = frame.values.get(place, "")
    kind, _, rest = value.partition(":")
    return kind if rest else "n"
