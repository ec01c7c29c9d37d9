"""To whom a gap is measured: the leader unless the words name another."""

from collections.abc import Iterator, Mapping
from typing import Final

from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.focus import focus_part
from polesitter.relations.claims.pairs import pair_parts
from polesitter.relations.claims.values import value_parts
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family, Part, plain

BESIDE: Final = Family([("tl:",), ("tl2:",), ("tr:",), ("tr2:",)])
ENDS = ("first", "last")
AWAY: Final = frozenset(
    {"off", "from", "behind", "shy", "adrift", "short", "away", "slower", "down", "back"}
)
LEADING_ON: Final = AWAY | {"of", "than", "the", "that", "on", "a", "class", "overall", "outright",
                            "<CLASS>", "his", "her", "their"}  # fmt: skip
"""What may stand between a gap and the pole that it is measured to."""


def target_claims(
    frames: list[Frame], claim: Claim, place: int, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """Every other head of the gap's sentence as the one ahead of `claim.competitor`.

    Where the competitor is named in the sentence too, also the first and the last head of
    the sentence before. Nobody is where the words name the pole: "a tenth off pole".
    `place`: the gap's item in its sentence.
    """
    frame = frames[claim.sentence]
    if _is_from_pole(frame, place):
        return
    items = frame.sentence.items
    own = value_parts(frame, place)
    behind = next((h for h in frame.heads if items[h].mention == claim.head), None)
    for head in frame.heads:
        mention = items[head].mention
        competitor = head_of[mention]
        if competitor == claim.competitor:
            continue
        parts = [
            (family.after("t "), words, shapes)
            for family, words, shapes in pair_parts(frame, head, place)
        ]
        order = _order(behind, place, head)
        parts.append(plain(f"behind:{order}"))
        parts.append(words_beside(frame, place, order))
        yield Claim(
            "TARGET", competitor, mention, claim.mention, claim.sentence, None, parts, own=own
        )
    if claim.sentence and behind is not None:
        for rank, mention in enumerate(_ends(frames[claim.sentence - 1], head_of)):
            if head_of[mention] != claim.competitor:
                told = (focus_part(frame, place, 1, rank), words_beside(frame, place, ENDS[rank]))
                yield Claim(
                    "TARGET", head_of[mention], mention, claim.mention, claim.sentence, None,
                    told, own=own,
                )  # fmt: skip


def _is_from_pole(frame: Frame, place: int) -> bool:
    """Whether a gap is measured to the first place, by the words right of it."""
    away = False
    for at in range(place + 1, len(frame.keys)):
        key = frame.keys[at]
        if key == "<POSITION>":
            return away and frame.values.get(at) == "1"
        if key not in LEADING_ON:
            return False
        away = away or key in AWAY
    return False


def words_beside(frame: Frame, place: int, order: str) -> Part:
    """What stands beside the gap, by where the one ahead is (named): "another .02 back"."""
    left2, left, _, right, right2 = frame.padded[place : place + 5]
    words = (left, f"{left2} {left}", right, f"{right} {right2}")
    return (BESIDE.after(f"{order} "), words, ())


def _ends(frame: Frame, head_of: Mapping[int, str]) -> list[int]:
    """The first head of a sentence, and the last where that is another competitor."""
    if not frame.heads:
        return []
    ends = [frame.sentence.items[frame.heads[at]].mention for at in (0, -1)]
    return ends if head_of[ends[0]] != head_of[ends[1]] else ends[:1]


def _order(behind: int | None, place: int, head: int) -> str:
    if behind is None:
        return "focus"
    names = sorted([(behind, "b"), (place, "g"), (head, "t")])
    return "".join(name for _, name in names)
