"""Which reports the gate judges by: neither of the two models it compares was taught them.

The model in use is taught all of the corpus, dev included, so that its score there says
nothing. The gate compares two models that were built in the same way without these reports.
"""

import hashlib
from collections.abc import Iterable, Mapping

from polesitter.learn.corpus import GoldReport
from polesitter.learn.folds import session_key

ALWAYS = "dev"
"""The part of the corpus that is held out whole."""

ONE_IN = 6
"""Of the sessions of the other parts one in so many is held out: dev alone is too few reports
for a series group to tell a fall from chance."""

BY_MODEL = "read-"
"""What the ids of self-taught reports begin with: a model must not be judged by its own reading."""


def hold_out(parts: Mapping[str, Mapping[str, GoldReport]]) -> frozenset[str]:
    """Return the ids of the reports to hold out: dev, a share of the rest, whole sessions.

    `parts`: reports by id, by part of the corpus. Which sessions are drawn depends on
    their date and track alone, so that more reports do not change the draw.
    """
    dev = sessions_of(parts.get(ALWAYS, {}).values())
    return frozenset(
        id
        for reports in parts.values()
        for id, report in reports.items()
        if session_key(report) in dev or _drawn(session_key(report))
    )


def to_judge(
    held: frozenset[str], known: Mapping[str, GoldReport], new: Mapping[str, GoldReport]
) -> list[GoldReport]:
    """Return the held-out reports that people annotated and the new ones say nothing of, by id.

    A new version of a held-out report is learned from like any other new report, and so
    are reports of its session; the gate must not judge by what they have told.
    """
    told = sessions_of(new.values())
    return [
        known[id]
        for id in sorted(held)
        if id in known
        and id not in new
        and not id.startswith(BY_MODEL)
        and session_key(known[id]) not in told
    ]


def sessions_of(reports: Iterable[GoldReport]) -> set[tuple[str, ...]]:
    """Return the sessions that reports are of."""
    return {session_key(report) for report in reports}


def _drawn(session: tuple[str, ...]) -> bool:
    digest = hashlib.sha256("\n".join(session).encode()).digest()
    return int.from_bytes(digest[:8], "big") % ONE_IN == 0
