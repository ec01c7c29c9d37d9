"""To whom a gap is measured: the leader unless the words name another."""

from collections.abc import Iterator, Mapping

from polesitter.relations.claims import Claim
from polesitter.relations.focus import focus_part
from polesitter.relations.frame import Frame
from polesitter.relations.pairs import pair_parts
from polesitter.relations.signs import plain
from polesitter.relations.values import value_parts


def target_claims(
    frames: list[Frame], claim: Claim, place: int, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """Every other head of the gap's sentence as the one ahead of `claim.competitor`.

    `place`: the gap's item in its sentence.
    """
    frame = frames[claim.sentence]
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
        parts.append(plain(f"behind:{_order(behind, place, head)}"))
        yield Claim(
            "TARGET", competitor, mention, claim.mention, claim.sentence, None, parts, own=own
        )
    if claim.sentence and behind is not None:
        before = frames[claim.sentence - 1]
        if before.heads:
            mention = before.sentence.items[before.heads[0]].mention
            if head_of[mention] != claim.competitor:
                yield Claim(
                    "TARGET", head_of[mention], mention, claim.mention, claim.sentence, None,
                    (focus_part(frame, place, 1, 0),), own=own,
                )  # fmt: skip


def _order(behind: int | None, place: int, head: int) -> str:
    if behind is None:
        return "focus"
    names = sorted([(behind, "b"), (place, "g"), (head, "t")])
    return "".join(name for _, name in names)
