"""Cutting the corpus into folds for cross-validation.

Reports of one session stay together: who has read one outlet's account of it knows the
names of the next. Sentences are never parted from their report.

Which fold a session is in hangs on what it is called, not on what else there is: a report
more leaves nearly all others where they were, so that a model built with it differs by what
it tells and not by a new deal. It is consistent hashing with bounded loads (Mirrokni, Thorup
and Zadimoghaddam 2018): the fold that a digest names, or the next one that has room.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.same import norm

ROOM = 0.1
"""How much fuller than its share a fold may be. With less, a session more moves more of the
others; where a share is less than ten reports, folds are as even as they can be."""

DEAL = "2"
"""Which of the deals of equal worth; another one may read a borderline cell otherwise."""


class Session(NamedTuple):
    """Reports that stay together: what they share, their series group, how many they are."""

    key: str
    group: str
    reports: int


def session_key(gold: GoldReport) -> tuple[str, ...]:
    """Return what reports of one session share: its day and track, or else the report's id."""
    day, track = gold.session.get("date"), gold.session.get("track")
    return (str(day), *norm(str(track)).split()[:1]) if day and track else (gold.id,)


def fold_of(
    golds: Sequence[GoldReport], folds: int, models: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return report id -> number of its fold, 0 to `folds` - 1.

    `models`: the id of a report that was modelled on another -> the other's id; it is put with
    the session of that one. The folds are of like size, and so is every series group's share in
    each. The order of `golds` makes no difference. Raises ValueError for fewer than two folds.
    """
    known = {gold.id: gold for gold in golds}
    sessions: dict[str, list[GoldReport]] = {}
    for gold in sorted(golds, key=_id):
        told_as = known.get((models or {}).get(gold.id, gold.id), gold)
        sessions.setdefault(" ".join(session_key(told_as)), []).append(gold)
    fold = deal(
        (Session(key, own[0].group, len(own)) for key, own in sessions.items()),
        folds,
    )
    return {gold.id: fold[key] for key, own in sessions.items() for gold in own}


def deal(sessions: Iterable[Session], folds: int) -> dict[str, int]:
    """Return the key of each session -> number of its fold, 0 to `folds` - 1.

    The keys are different ones; their order makes no difference. Raises ValueError for fewer
    than two folds.
    """
    if folds < 2:
        raise ValueError(f"two folds at least, not {folds}")
    # The largest first: they find room least easily.
    drawn = sorted(((_digest(one.key), one) for one in sessions), key=_largest_first)
    table = _Table(folds, [one for _, one in drawn])
    return {one.key: table.place(number % folds, one) for number, one in drawn}


class _Table:
    """Folds that are filled session by session, and how full they may get."""

    def __init__(self, folds: int, sessions: Sequence[Session]) -> None:
        self.folds = folds
        self.held = Counter[tuple[str | None, int]]()
        self.most = Counter[str | None]()
        for one in sessions:
            for group in (None, one.group):
                self.most[group] += one.reports
        for group, reports in self.most.items():
            self.most[group] = -(-reports // folds) + int(ROOM * reports / folds)

    def place(self, wanted: int, session: Session) -> int:
        """Put a session into the fold it wants or the next with room; return which."""
        turn = [(wanted + step) % self.folds for step in range(self.folds)]
        chosen = next((fold for fold in turn if self._has_room(fold, session)), None)
        if chosen is None:  # A large session: where least is too much.
            chosen = min(turn, key=lambda fold: self._fill(fold, session))
        for group in (None, session.group):
            self.held[group, chosen] += session.reports
        return chosen

    def _has_room(self, fold: int, session: Session) -> bool:
        return all(
            self.held[group, fold] + session.reports <= self.most[group]
            for group in (None, session.group)
        )

    def _fill(self, fold: int, session: Session) -> tuple[int, int]:
        return self.held[session.group, fold], self.held[None, fold]


def _digest(key: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{DEAL} {key}".encode()).digest()[:8], "big")


def _largest_first(drawn: tuple[int, Session]) -> tuple[int, int, str]:
    number, session = drawn
    return -session.reports, number, session.key


def _id(gold: GoldReport) -> str:
    return gold.id
