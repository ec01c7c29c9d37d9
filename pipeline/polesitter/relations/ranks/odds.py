"""The chances of all ranks along a chain, by the forward-backward algorithm (Rabiner 1989).

At each link a competitor has a rank, or none: then the chain remembers the rank of the last
link that had one, so that a list goes on behind whoever is named in passing. From a rank a
step leads to the next behind, to any further behind, to the next ahead or to the same; to
any other rank it leads with odds of one.

A report has some twenty links and ranks, so few numbers that the calls of numpy take longer
than what they do. So the odds from every state to every rank are laid out for all links at
once, and each link takes a product with them.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BEHIND, AHEAD, SAME, FURTHER = WAYS = (0, 1, 2, 3)
HELD, PASSED = 0, 1
"""Whether the link that a step leads from has a rank, or is passed over."""
BLOCK: Final = 256
"""Links whose odds are laid out at once: all of most reports, and few enough for memory."""
SCALED: Final = 4
"""Every so many links the odds are scaled, lest they leave what a number can hold."""


def rank_chances(ranks: Floats, none: Sequence[float], steps: Floats) -> Floats:
    """The chance of each rank at each link, (links, ranks).

    `ranks`: the odds of each rank at each link, of the same shape. `none`: those of having no
    rank. `steps`: the odds, less one, of the steps to each link but the first, (links less
    one, WAYS, HELD or PASSED, ranks they start from).
    """
    links, n = ranks.shape
    # Of each link those who hold a rank, and the memory of each where the link is passed over.
    # Last among the passed is the memory of none yet; nobody is ever last among the held.
    told = np.zeros((links, 2, n + 1))
    told[0, HELD, :n], told[0, PASSED, n] = ranks[0], none[0]
    rest = np.ones((links, 2, n + 1))
    leads = np.empty(0)
    blocks = range(0, links - 1, BLOCK)
    for at in blocks:
        part = slice(at, min(links, at + BLOCK + 1))
        leads = _leads(ranks[part], steps[at : at + BLOCK])
        _go_on(told[part], none[part], leads)
    for at in reversed(blocks):
        part = slice(at, min(links, at + BLOCK + 1))
        if len(blocks) > 1:
            leads = _leads(ranks[part], steps[at : at + BLOCK])
        _go_back(rest[part], none[part], leads)
    told *= rest
    whole = told.reshape(links, -1).sum(axis=1)
    chances: Floats = told[:, HELD, :n] / whole[:, np.newaxis]
    return chances


def _leads(ranks: Floats, steps: Floats) -> Floats:
    """The odds from each state to each rank of the next link, that rank's own among them.

    `ranks`: of all links; `steps`: to all but the first. Arrays (links less one, states, ranks).
    """
    links, n = len(steps), ranks.shape[1]
    leads = np.empty((links, 2, n + 1, n))
    np.multiply(steps[:, FURTHER, :, :, np.newaxis], _far_behind(n), out=leads[:, :, :n])
    leads[:, :, n] = 0.0
    # From one rank to itself, and from the next to the next, are n + 1 numbers.
    flat = leads.reshape(links, 2, -1)
    flat[:, :, : n * n : n + 1] = steps[:, SAME]
    flat[:, :, 1 : n * n : n + 1] = steps[:, BEHIND, :, :-1]
    flat[:, :, n : n * n : n + 1] = steps[:, AHEAD, :, 1:]
    leads += 1.0
    leads *= ranks[1:, np.newaxis, np.newaxis]
    return leads.reshape(links, 2 * n + 2, n)


def _far_behind(n: int) -> Floats:
    """From which of `n` ranks each is further behind than the next."""
    return np.tri(n, n, -2).T


def _go_on(told: Floats, none: Sequence[float], leads: Floats) -> None:
    """Fill in how the states of each link go with all that is told up to it."""
    states = list(told.reshape(len(told), -1))
    held, passed = list(told[:, HELD]), list(told[:, PASSED])
    ranks = list(told[:, HELD, :-1])
    for link, lead in enumerate(leads, start=1):
        np.dot(states[link - 1], lead, out=ranks[link])
        np.add(held[link - 1], passed[link - 1], out=passed[link])
        passed[link] *= none[link]
        if link % SCALED == 0:
            states[link] /= states[link].sum()


def _go_back(rest: Floats, none: Sequence[float], leads: Floats) -> None:
    """Fill in how the states of each link go with all that is told behind it."""
    states = list(rest.reshape(len(rest), -1))
    passed, ranks = list(rest[:, PASSED]), list(rest[:, HELD, :-1])
    for link in range(len(leads), 0, -1):
        np.dot(leads[link - 1], ranks[link], out=states[link - 1])
        # From either state the memory stays the same where this link is passed over.
        rest[link - 1] += passed[link] * none[link]
        if link % SCALED == 0:
            states[link - 1] /= states[link - 1].sum()
