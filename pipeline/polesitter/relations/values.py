"""What the slot of a value tells by itself: its neighbours and the words just before it."""

from collections.abc import Iterator

from polesitter.relations.bucket import bucket
from polesitter.relations.frame import FRAMES, Frame
from polesitter.relations.signs import Each, Family, Part, as_told

BEFORE, AFTER = 6, 4
"""Items before and after a value whose cue words are told."""


def _count(same: int) -> Iterator[str]:
    yield f"vn:{bucket(same)}"


def _framing(framing: str) -> Iterator[str]:
    yield f"framing:{framing}"


def _place_in_list(key: tuple[int, int]) -> Iterator[str]:
    nth, same = key
    yield f"penalty nth:{bucket(nth)} of:{bucket(same)}"


VALUE = Family(
    [("vl:",), ("vl2:",), ("vr:",), ("vr2:",), ("vg:",), ("penalty vg:",)],
    [_count, _framing, as_told, as_told, _place_in_list],
)
WORDS_BEFORE, WORDS_AFTER = Each([("vw:",)]), Each([("vx:",)])


def value_parts(frame: Frame, place: int) -> tuple[Part, ...]:
    """What a value's slot tells, the same for all heads it could belong to."""
    known = frame.values_told.get(place)
    if known is None:
        known = frame.values_told[place] = tuple(_parts(frame, place))
    return known


def _parts(frame: Frame, place: int) -> Iterator[Part]:
    keys = frame.keys
    left, right, above = frame.key_at(place - 1), frame.key_at(place + 1), frame.governor(place)
    same = frame.of_label.get(frame.sentence.items[place].label, [])
    words = [
        left, f"{frame.key_at(place - 2)} {left}", right, f"{right} {frame.key_at(place + 2)}",
        above, None,
    ]  # fmt: skip
    in_list = None
    if "penalty" in frame.about:
        words[-1] = f"{above} {left}"
        in_list = (same.index(place), len(same))
    framing = frame.framings.get(place, "-")
    yield Part(VALUE, words, (len(same), framing, frame.common, frame.about, in_list))
    before = [FRAMES[key] for key in keys[max(0, place - BEFORE) : place] if key in FRAMES]
    after = [FRAMES[key] for key in keys[place + 1 : place + 1 + AFTER] if key in FRAMES]
    if before:
        yield Part(WORDS_BEFORE, before)
    if after:
        yield Part(WORDS_AFTER, after)
