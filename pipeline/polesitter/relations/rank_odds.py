"""The chances of all ranks along a chain, by the forward-backward algorithm (Rabiner 1989).

At each link a competitor has a rank, or none: then the chain remembers the rank of the last
link that had one, so that a list goes on behind whoever is named in passing. From a rank a
step leads to the next behind, to any further behind, to the next ahead or to the same; to
any other rank it leads with odds of one. So each link takes time in proportion to the
ranks, not to their square.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BEHIND, AHEAD, SAME, FURTHER = WAYS = (0, 1, 2, 3)
HELD, PASSED = 0, 1
"""Whether the link that a step leads from has a rank, or is passed over."""


def rank_chances(ranks: Floats, none: Sequence[float], steps: Floats) -> Floats:
    """The chance of each rank at each link, (links, ranks).

    `ranks`: the odds of each rank at each link, of the same shape. `none`: those of having no
    rank. `steps`: the odds, less one, of the steps to each link but the first, (links less
    one, WAYS, HELD or PASSED, ranks they start from).
    """
    links, n = ranks.shape
    # Row PASSED holds the memory of each rank; that of none yet is kept apart, in `first`.
    states, first = np.zeros((links, 2, n)), [0.0] * links
    scale = [1.0] * links
    states[0, HELD], first[0] = ranks[0], none[0]
    for link in range(links):
        now = states[link]
        if link:
            last = states[link - 1]
            led = _led(last, steps[link - 1])
            led += float(last.sum()) + first[link - 1]
            np.multiply(led, ranks[link], out=now[HELD])
            np.multiply(last.sum(axis=0), none[link], out=now[PASSED])
            first[link] = first[link - 1] * none[link]
        scale[link] = float(now.sum()) + first[link]
        now /= scale[link]
        first[link] /= scale[link]
    chances = np.empty((links, n))
    rest, rest_first = np.ones((2, n)), 1.0
    for link in range(links - 1, -1, -1):
        chances[link] = states[link, HELD] * rest[HELD]
        if link:
            into = ranks[link] * rest[HELD] / scale[link]
            over = none[link] / scale[link]
            whole = float(into.sum())
            # From either state the memory stays the same where this link is passed over.
            rest = _leads(into, steps[link - 1]) + (whole + rest[PASSED] * over)
            rest_first = whole + rest_first * over
    return chances


def _led(odds: Floats, steps: Floats) -> Floats:
    """What the steps from all states add to each rank they lead to."""
    taken = (steps * odds).sum(axis=1)
    led: Floats = taken[SAME]
    led[1:] += taken[BEHIND, :-1]
    led[:-1] += taken[AHEAD, 1:]
    led[2:] += taken[FURTHER, :-2].cumsum()
    return led


def _leads(odds: Floats, steps: Floats) -> Floats:
    """What the steps from each state find at all ranks they lead to."""
    leads: Floats = odds * steps[SAME]
    leads[:, :-1] += steps[BEHIND, :, :-1] * odds[1:]
    leads[:, 1:] += steps[AHEAD, :, 1:] * odds[:-1]
    leads[:, :-2] += steps[FURTHER, :, :-2] * odds[:1:-1].cumsum()[::-1]
    return leads
