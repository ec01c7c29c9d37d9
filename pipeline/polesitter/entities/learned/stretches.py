"""Hashes of stretches of tokens, each read off two running sums.

The hash of values a, b, c is (a * STEP + b) * STEP + c, modulo 2 ** 64. As STEP is odd
it can be divided by, so that running sums of value / STEP ** place hold the hashes of
all stretches at once.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

STEP = 1_000_003
_BACK = pow(STEP, -1, 1 << 64)


def running_sums(values: Ints, places: Ints | None = None) -> Ints:
    """Return the sums before each value and after the last, shape (..., values + 1).

    `places`: the place of each value, 0 or more, where they do not just count up.
    """
    count = values.shape[-1]
    sums = np.zeros((*values.shape[:-1], count + 1), dtype=np.int64)
    back = powers(_BACK, count)
    np.cumsum(values * (back[:count] if places is None else back[places]), axis=-1,
              out=sums[..., 1:])  # fmt: skip
    return sums


def stretch_hashes(sums: Ints, starts: Ints, ends: Ints, lasts: Ints | None = None) -> Ints:
    """Return the hash of each stretch of values, [start, end), shape (..., stretches).

    `lasts`: the place of each stretch's last value, where places do not just count up.
    """
    difference = sums.take(ends, axis=-1) - sums.take(starts, axis=-1)
    forth = powers(STEP, sums.shape[-1])
    hashes: Ints = difference * forth[ends - 1 if lasts is None else lasts]
    return hashes


def without_first(hashes: Ints, firsts: Ints, lengths: Ints) -> Ints:
    """Return the hashes of stretches less their first values; `lengths` with them."""
    shorter: Ints = hashes - firsts * powers(STEP, 1)[lengths - 1]
    return shorter


def without_last(hashes: Ints, lasts: Ints) -> Ints:
    """Return the hashes of stretches less their last values."""
    shorter: Ints = (hashes - lasts) * np.int64(_BACK - (_BACK >> 63 << 64))
    return shorter


def powers(base: int, count: int) -> Ints:
    """Return at least `count` powers of `base` from the zeroth on, modulo 2 ** 64."""
    return _powers(base, max(1024, 1 << count.bit_length()))


@lru_cache(maxsize=32)
def _powers(base: int, count: int) -> Ints:
    factors = np.full(count, base % (1 << 64), dtype=np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors).view(np.int64)
