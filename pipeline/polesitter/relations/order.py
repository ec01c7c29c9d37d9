"""Places told by order: "will start third, then A and B", "A was sixth ahead of B and C".

From every place that is stated, the walk counts on over the heads that follow;
how far to believe it is learned from the words it crossed.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from polesitter.relations.bucket import bucket
from polesitter.relations.claims import Claim
from polesitter.relations.pairs import Frame
from polesitter.relations.view import Item

LONGEST = 12
STOPS = frozenset({".", ";", "!", "?"})
Stated = Mapping[int, tuple[int, int]]
"""Place of a head in its sentence -> the position stated for it, the mention that states it."""
Anchors = Mapping[int, Stated]
"""Sentence -> what is stated in it."""


def walk(frames: Sequence[Frame], anchors: Anchors, head_of: Mapping[int, str]) -> Iterator[Claim]:
    """Claims to places counted on (or back) from the anchors, in text order."""
    for number, frame in enumerate(frames):
        stated = anchors.get(number, {})
        for at in frame.heads:
            if at in stated:
                yield from _onwards(frame, number, at, stated, head_of)
        yield from _continued(frames, number, anchors, head_of)
        yield from _range(frame, number, head_of)


def _onwards(
    frame: Frame, number: int, at: int, stated: Stated, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """Heads after an anchored one, up to the next that has a place of its own."""
    items = frame.sentence.items
    place, anchor = stated[at]
    crossed: list[str] = []
    previous = at
    for step, head in enumerate((h for h in frame.heads if h > at), start=1):
        if step > LONGEST:
            return
        between = items[previous + 1 : head]
        if any(item.key in STOPS for item in between):
            return
        own = head in stated
        features = _step_features(between, crossed, step, own)
        features.extend(_tail_features(frame, head))
        features.extend(frame.common)
        yield _claim(frame, number, head, anchor, place + step, features, head_of, "order.on")
        if step == 1:
            back = [f"back {name}" for name in features]
            yield _claim(frame, number, head, anchor, place - 1, back, head_of, "order.back")
        if own:
            return
        crossed.extend(item.key for item in between if not item.label)
        previous = head


def _step_features(
    between: Sequence[Item], crossed: Sequence[str], step: int, own: bool
) -> list[str]:
    keys = [item.key for item in between]
    plain = [key for key in keys if key not in NAMING]
    features = [
        f"step:{min(step, 6)} own:{own}",
        f"w:{' '.join(plain[:4])}",
        f"w1:{plain[0] if plain else '-'}",
        f"wz:{plain[-1] if plain else '-'}",
        f"n:{bucket(len(plain))}",
        f"all:{' '.join(keys) if len(keys) <= 6 else '-'}",
        f"own:{own}",
    ]
    features.extend(f"in:{key}" for key in sorted(set(plain)) if len(plain) <= 10)
    if crossed:
        first = [key for key in crossed if key not in NAMING]
        features.append(f"first:{' '.join(first[:3])}")
        features.extend(f"crossed:{key}" for key in sorted(set(first)))
    return features


def _tail_features(frame: Frame, head: int) -> list[str]:
    """What follows the head: a verb or a place of its own speaks against the count."""
    items = frame.sentence.items
    after = [item.key for item in items[head + 1 : head + 4]]
    return [f"t1:{after[0] if after else '$'}", f"t2:{' '.join(after[:2])}"]


NAMING = frozenset(
    {"<TEAM>", "<CAR>", "<NUMBER>", "'s", "the", "no", "no.", "#", "<LAPTIME>", "<SPEED>",
     "<GAP>", "<CLASS>"}
)  # fmt: skip


def _continued(
    frames: Sequence[Frame], number: int, anchors: Anchors, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """A sentence that takes up the count where the one before left off ("Behind them came …")."""
    frame = frames[number]
    if not frame.heads or number == 0 or frame.sentence.kind != "prose":
        return
    before = anchors.get(number - 1, {})
    if not before or anchors.get(number, {}).get(frame.heads[0]) is not None:
        return
    highest, anchor = max(before.values())
    items = frame.sentence.items
    opening = [item.key for item in items[: frame.heads[0]] if item.key not in NAMING]
    for step, head in enumerate(frame.heads[:LONGEST], start=1):
        lead = items[frame.heads[step - 2] + 1 : head] if step > 1 else items[:head]
        plain = [item.key for item in lead if item.key not in NAMING]
        features = [
            "next", f"next step:{min(step, 4)}", f"next o1:{opening[0] if opening else '-'}",
            f"next o2:{' '.join(opening[:2])}", f"next n:{bucket(len(opening))}",
            f"next l:{' '.join(plain[:3])}", f"next heads:{bucket(len(frame.heads))}",
            *(f"next in:{key}" for key in sorted(set(opening)) if len(opening) <= 10),
            *(f"next {name}" for name in _tail_features(frame, head)),
        ]  # fmt: skip
        yield _claim(frame, number, head, anchor, highest + step, features, head_of, "order.next")


def _range(frame: Frame, number: int, head_of: Mapping[int, str]) -> Iterator[Claim]:
    """Runs of places: "sixth through tenth were A, B, C, D and E", "filled fifth to eighth"."""
    places = frame.of_label.get("POSITION", [])
    items = frame.sentence.items
    for a, b in pairwise(places):
        if b - a > 3 or not any(i.key in RANGE for i in items[a + 1 : b]):
            continue
        low, high = _ordinal(frame, a), _ordinal(frame, b)
        if low is None or high is None or high <= low:
            continue
        for heads, order in (
            ([h for h in frame.heads if h > b], "vh"),
            ([h for h in frame.heads if h < a], "hv"),
        ):
            if len(heads) < high - low + 1:
                continue
            exact = len(heads) == high - low + 1
            run = heads[: high - low + 1] if order == "vh" else heads[-(high - low + 1) :]
            for step, head in enumerate(run):
                features = ["range", f"range {order} exact:{exact}"]
                yield _claim(
                    frame,
                    number,
                    head,
                    items[a].mention,
                    low + step,
                    features,
                    head_of,
                    "order.range",
                )


RANGE = frozenset({"through", "to", "-", "–", "—", "thru"})


def _ordinal(frame: Frame, place: int) -> int | None:
    value = frame.values.get(place)
    return int(value) if value is not None and value.isdigit() else None


def _claim(
    frame: Frame,
    number: int,
    head: int,
    anchor: int,
    place: int,
    features: list[str],
    head_of: Mapping[int, str],
    rule: str,
) -> Claim:
    items = frame.sentence.items
    mention = items[head].mention
    return Claim(
        "ORDER", head_of[mention], mention, anchor, number, str(place), [rule, *features],
        rule=rule,
    )  # fmt: skip
