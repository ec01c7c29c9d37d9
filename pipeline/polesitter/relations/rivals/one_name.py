"""One team and one car for each competitor: what claims on different names leave each other.

"The Nakajima driver" is told of a Honda two sentences on: by the words around it either may be
his team, but both are not. Forms of one name ("BMW", "BMW M4 GT4") leave each other alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from polesitter.text.plural import singular


def shares_of(names: Sequence[str], odds: Sequence[float]) -> list[float]:
    """How probable each claim on a name is by its odds, where one name at most is right.

    `names`: of the teams (or cars) that one competitor may have, one for each claim.
    """
    totals: dict[str, float] = defaultdict(float)
    for name, own in zip(names, odds, strict=True):
        totals[name] += own
    rivals = _rivals(totals)
    return [own / (1.0 + own + rivals[name]) for name, own in zip(names, odds, strict=True)]


def _rivals(totals: Mapping[str, float]) -> dict[str, float]:
    """Of each name the odds of all others that are no form of it."""
    if len(totals) == 1:
        return dict.fromkeys(totals, 0.0)
    words = {name: set(singular(name.casefold()).split()) for name in totals}
    return {
        name: sum(
            [
                total
                for other, total in totals.items()
                if not (words[other] <= own or own <= words[other])
            ]
        )
        for name, own in words.items()
    }
