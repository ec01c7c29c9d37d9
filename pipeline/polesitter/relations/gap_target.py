"""To whom a gap is measured: the leader unless the words name another."""

from collections.abc import Iterator, Mapping

from polesitter.relations.claims import Claim
from polesitter.relations.pairs import Frame, focus_features, pair_features, value_features


def target_claims(
    frames: list[Frame], claim: Claim, place: int, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """Every other head of the gap's sentence as the one ahead of `claim.competitor`.

    `place`: the gap's item in its sentence.
    """
    frame = frames[claim.sentence]
    items = frame.sentence.items
    own = value_features(frame, place)
    behind = next((h for h in frame.heads if items[h].mention == claim.head), None)
    for head in frame.heads:
        mention = items[head].mention
        competitor = head_of[mention]
        if competitor == claim.competitor:
            continue
        features = [*own, *(f"t {name}" for name in pair_features(frame, head, place))]
        features.append(f"behind:{_order(behind, place, head)}")
        yield Claim("TARGET", competitor, mention, claim.mention, claim.sentence, None, features)
    if claim.sentence and behind is not None:
        before = frames[claim.sentence - 1]
        if before.heads:
            at = before.heads[0]
            mention = before.sentence.items[at].mention
            if head_of[mention] != claim.competitor:
                features = [*own, *focus_features(frame, place, 1, 0)]
                yield Claim(
                    "TARGET", head_of[mention], mention, claim.mention, claim.sentence, None,
                    features,
                )  # fmt: skip


def _order(behind: int | None, place: int, head: int) -> str:
    if behind is None:
        return "focus"
    names = sorted([(behind, "b"), (place, "g"), (head, "t")])
    return "".join(name for _, name in names)
