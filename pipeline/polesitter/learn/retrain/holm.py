"""What remains of a chance among many comparisons."""

from collections.abc import Sequence

from polesitter.learn.retrain.chance import Chance


def holm(chances: Sequence[Chance]) -> list[float]:
    """Return the chances corrected for their number, in their order (Holm 1979).

    A comparison that could never be as improbable as the one in question does not count
    beside it (Tarone 1990, step by step): a field in which two reports differ cannot be
    taken for a fall, so it must not shield one that is.
    """
    ranked = sorted(range(len(chances)), key=[chance.value for chance in chances].__getitem__)
    corrected = [1.0] * len(chances)
    highest = 0.0
    for rank, place in enumerate(ranked):
        value = chances[place].value
        rivals = sum(chances[other].least <= value for other in ranked[rank:])
        highest = max(highest, min(1.0, value * rivals))
        corrected[place] = highest
    return corrected
