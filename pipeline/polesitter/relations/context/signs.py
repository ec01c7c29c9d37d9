"""What speaks for a competitor being told under a class or segment, as families of signs."""

from collections.abc import Iterator
from typing import Final

from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Family


def _values(n: int) -> Iterator[str]:
    yield f"n:{bucket(n)}"


def _same(key: tuple[str, int, int, int, bool, str]) -> Iterator[str]:
    order, rank, crossed, distinct, before, lead = key
    base = f"same {order} r:{rank}"
    yield from (base, f"{base} x:{crossed}", f"{base} lead:{lead}")
    yield f"{base} of:{distinct} any:{before}"


def _same_gap(key: tuple[str, int, int]) -> Iterator[str]:
    yield f"same {key[0]} r:{key[1]} d:{bucket(key[2])}"


def _same_list(key: tuple[bool, bool]) -> Iterator[str]:
    yield f"same r:{key[0]} e:{key[1]}"


def _kind(kind: str) -> Iterator[str]:
    yield f"kind:{kind}"


def _before(key: tuple[int, int, str, bool, bool]) -> Iterator[str]:
    rank, paragraphs, opening, elsewhere, section = key
    base = f"told r:{rank}"
    yield from (base, f"{base} p:{paragraphs}", f"{base} open:{opening} p:{min(paragraphs, 1)}")
    yield from (f"{base} elsewhere:{elsewhere}", f"{base} section:{section}")


def _before_kind(key: tuple[int, str, str]) -> Iterator[str]:
    rank, told, own = key
    yield from (f"told r:{rank} k:{told}", f"told r:{rank} kind:{own} k:{told}")


def _before_own(key: tuple[int, int, bool, str]) -> Iterator[str]:
    rank, distinct, before, lead = key
    yield from (f"told r:{rank} own:{distinct} before:{before}", f"told r:{rank} lead:{lead}")


def _later(key: tuple[bool, int, bool, bool, int]) -> Iterator[str]:
    section, rank, elsewhere, only, values = key
    base = f"ahead section:{section}"
    yield from ("ahead", base, f"{base} r:{rank}", f"{base} elsewhere:{elsewhere}")
    yield from (f"{base} only:{only}", f"{base} of:{bucket(values)}")


def _later_times(key: tuple[bool, int, str, int]) -> Iterator[str]:
    section, times, kind, sections = key
    base = f"ahead section:{section}"
    yield from (f"{base} times:{bucket(times)}", f"{base} kind:{kind}")
    yield f"{base} sections:{bucket(sections)}"


def _beside(key: tuple[str, str, str, str]) -> Iterator[str]:
    base, right, left, left2 = key
    yield f"{base} left2:{left2} {left}"
    yield from (f"{base} left:{left}", f"{base} right:{right}", f"{base} lr:{left} {right}")


VALUES: Final = Family(shapes=[_values])
SAME: Final = Family(shapes=[_same, _same_gap, _same_list, _kind, _beside])
TOLD: Final = Family(shapes=[_before, _before_kind, _before_own, _beside])
AHEAD: Final = Family(shapes=[_later, _later_times, _beside])
