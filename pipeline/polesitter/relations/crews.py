"""Co-drivers told as one entry: "Davis and Liddell will start third in the second Camaro"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.relations.bucket import bucket
from polesitter.relations.frame import Frame
from polesitter.relations.signs import Each, Family, Part, names_of

JOINTS: Final = frozenset({"and", "&", "/", "-", "–", ","})
CELL_JOINTS: Final = frozenset({"&", "/", "-", "–", "and"})
PLURAL: Final = frozenset(
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
    parts: Sequence[Part]
    probability: float = 0.0
    certain: bool = False

    @property
    def signs(self) -> list[str]:
        """The names of all signs."""
        return names_of(self.parts)


def _sizes(key: tuple[int, int, bool, int]) -> Iterator[str]:
    heads, places, chain, multi = key
    yield f"heads:{bucket(heads)} places:{bucket(places)}"
    yield f"chain:{chain}"
    yield f"multi:{bucket(multi)}"


def _joint(key: tuple[str, str]) -> Iterator[str]:
    joint, kind = key
    yield from (f"joint:{joint}", f"joint:{joint} kind:{kind}")


CREW: Final = Family(
    [("l0:",), ("l1:",), ("l2:",), ("r0:",), ("r1:",), ("r2:",), ("r3:",), ("r2:",), ("gov:",)],
    [_sizes, _joint],
)
PLACES, WORDS, SLOTS = Each([("place:",)]), Each([("w:",)]), Each([("slot:",)])
TOLD_SLOTS: Final = frozenset({"<CAR>", "<NUMBER>", "<TEAM>"})


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
                parts = list(_parts(frame, a, b, multi))
                yield CrewClaim(*pair, number, parts, certain=_is_one_cell(frame, a, b))


def _is_one_cell(frame: Frame, a: int, b: int) -> bool:
    """Drivers in one cell of a result row: "Bell-Aschenbach", "Wurz / Davidson"."""
    return frame.sentence.kind == "row" and CELL_JOINTS.issuperset(frame.keys[a + 1 : b])


def _neighbours(frame: Frame) -> Iterator[tuple[int, int]]:
    yield from zip(frame.heads, frame.heads[1:], strict=False)


def _is_joined(frame: Frame, a: int, b: int) -> bool:
    return 1 < b - a <= 3 and JOINTS.issuperset(frame.keys[a + 1 : b])


def _parts(frame: Frame, a: int, b: int, multi: int) -> Iterator[Part]:
    keys = frame.keys
    before: list[str | None] = [None, None, None]
    for at, key in enumerate(keys[max(0, a - 3) : a][::-1]):
        before[at] = key
    following = keys[b + 1 : b + 5]
    after = [*following, *[None] * (4 - len(following))]
    places = frame.of_label.get("POSITION", [])
    chain = any(
        _is_joined(frame, x, y) for x, y in _neighbours(frame) if b in (x, y) and a not in (x, y)
    )
    words = (*before, *after, " ".join(following[:2]), frame.governor(a))
    sizes = (len(frame.heads), len(places), chain, multi)
    yield (CREW, words, (sizes, (" ".join(keys[a + 1 : b]), frame.sentence.kind)))
    yield (PLACES, {_kind(frame, place) for place in places}, ())
    yield (WORDS, PLURAL.intersection(keys), ())
    yield (SLOTS, TOLD_SLOTS.intersection(keys[max(0, a - 5) : b + 8]), ())


def _kind(frame: Frame, place: int) -> str:
    value = frame.values.get(place, "")
    kind, _, rest = value.partition(":")
    return kind if rest else "n"
