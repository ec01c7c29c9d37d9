"""Cutting the corpus into folds for cross-validation.

Reports of one session stay together: who has read one outlet's account of it knows the
names of the next. Sentences are never parted from their report.
"""

from collections import Counter
from collections.abc import Sequence

from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.same import norm


def session_key(gold: GoldReport) -> tuple[str, ...]:
    """Return what reports of one session share: its day and track, or else the report's id."""
    day, track = gold.session.get("date"), gold.session.get("track")
    return (str(day), *norm(str(track)).split()[:1]) if day and track else (gold.id,)


def fold_of(golds: Sequence[GoldReport], folds: int) -> dict[str, int]:
    """Return report id -> number of its fold, 0 to `folds` - 1.

    The folds are of like size, and so is every series group's share in each. The order
    of `golds` makes no difference. Raises ValueError for fewer than two folds.
    """
    if folds < 2:
        raise ValueError(f"two folds at least, not {folds}")
    sessions: dict[tuple[str, ...], list[GoldReport]] = {}
    for gold in sorted(golds, key=_id):
        sessions.setdefault(session_key(gold), []).append(gold)
    whole, by_group = Counter[int](), Counter[tuple[str, int]]()
    fold: dict[str, int] = {}
    for reports in sorted(sessions.values(), key=_largest_first):
        group = reports[0].group
        chosen = min(range(folds), key=_Fill(group, whole, by_group))
        for gold in reports:
            fold[gold.id] = chosen
            whole[chosen] += 1
            by_group[gold.group, chosen] += 1
    return fold


class _Fill:
    """How full a fold is of a series group, then in all, then its number."""

    def __init__(self, group: str, whole: Counter[int], by_group: Counter[tuple[str, int]]) -> None:
        self.group = group
        self.whole = whole
        self.by_group = by_group

    def __call__(self, fold: int) -> tuple[int, int, int]:
        return self.by_group[self.group, fold], self.whole[fold], fold


def _id(gold: GoldReport) -> str:
    return gold.id


def _largest_first(reports: Sequence[GoldReport]) -> tuple[int, str]:
    return -len(reports), reports[0].id
