"""Counts over annotated reports as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.learn.corpus_stats import CorpusStats


def stats_values(stats: CorpusStats) -> dict[str, Any]:
    """Return every count; of surfaces how many there are."""
    return {
        **asdict(stats.whole()),
        "groups": {name: asdict(group) for name, group in stats.groups.items()},
        "labels": {
            name: {
                "marks": label.marks,
                "entities": label.entities,
                "surfaces": len(label.surfaces),
            }
            for name, label in stats.labels.items()
        },
        "fields": dict(stats.fields),
        "session": dict(stats.session),
    }
