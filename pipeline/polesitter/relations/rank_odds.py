"""The chances of all ranks along a chain, by the forward-backward algorithm (Rabiner 1989).

At each link a competitor has a rank, or none: then the chain remembers the rank of the last
link that had one, so that a list goes on behind whoever is named in passing. From a rank a
step leads to the next behind, to any further behind, to the next ahead or to the same; to
any other rank it leads with odds of one. So each link takes time in proportion to the
ranks, not to their square.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Steps(NamedTuple):
    """The odds, less one, of steps to a link: arrays over the ranks that they start from."""

    behind: Floats
    ahead: Floats
    same: Floats
    further: Floats


def rank_chances(
    ranks: Floats, none: Sequence[float], on: Sequence[Steps], off: Sequence[Steps]
) -> Floats:
    """The chance of each rank at each link, (links, ranks).

    `ranks`: the odds of each rank at each link, of the same shape. `none`: those of having no
    rank. `on`, `off`: the steps to each link but the first, where the link before has a
    rank and where it has none.
    """
    links, n = ranks.shape
    ahead_on, ahead_off = np.empty((links, n)), np.empty((links, n + 1))
    scale = np.empty(links)
    held, kept = ranks[0], np.zeros(n + 1)
    kept[0] = none[0]
    for link in range(links):
        if link:
            last, passed = ahead_on[link - 1], ahead_off[link - 1]
            held = float(last.sum() + passed.sum()) + _led(last, on[link - 1])
            held += _led(passed[1:], off[link - 1])
            held *= ranks[link]
            kept = passed * none[link]
            kept[1:] += last * none[link]
        scale[link] = held.sum() + kept.sum()
        ahead_on[link], ahead_off[link] = held / scale[link], kept / scale[link]
    chances = np.empty((links, n))
    rest_on, rest_off = np.ones(n), np.ones(n + 1)
    for link in range(links - 1, -1, -1):
        chances[link] = ahead_on[link] * rest_on
        if link:
            into = ranks[link] * rest_on / scale[link]
            skipped = rest_off * (none[link] / scale[link])
            whole = float(into.sum())
            rest_on = whole + _leads(into, on[link - 1]) + skipped[1:]
            rest_off = whole + skipped
            rest_off[1:] += _leads(into, off[link - 1])
    return chances


def _led(odds: Floats, steps: Steps) -> Floats:
    """What the steps from all ranks add to each rank they lead to."""
    led = odds * steps.same
    led[1:] += (odds * steps.behind)[:-1]
    led[:-1] += (odds * steps.ahead)[1:]
    led[2:] += (odds * steps.further)[:-2].cumsum()
    return led


def _leads(odds: Floats, steps: Steps) -> Floats:
    """What the steps from each rank find at all ranks they lead to."""
    leads = odds * steps.same
    leads[:-1] += steps.behind[:-1] * odds[1:]
    leads[1:] += steps.ahead[1:] * odds[:-1]
    leads[:-2] += steps.further[:-2] * odds[:1:-1].cumsum()[::-1]
    return leads
