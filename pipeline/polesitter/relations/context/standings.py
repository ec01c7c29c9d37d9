"""The place told nearest to each competitor's name in the whole report.

Who has the pole is often told in another sentence than the segment it was won in.
"""

from collections.abc import Mapping, Sequence

from polesitter.relations.reading.frame import Frame


def standings(frames: Sequence[Frame], head_of: Mapping[int, str]) -> dict[str, str]:
    """Competitor -> the place told nearest to one of its heads; none where none is beside any."""
    nearest: dict[str, tuple[int, str]] = {}
    for frame in frames:
        told = [
            (at, value) for at, value in frame.values.items() if value and at not in frame.framings
        ]
        if not told:
            continue
        for head in frame.heads:
            who = head_of[frame.sentence.items[head].mention]
            distance, value = min((abs(at - head), value) for at, value in told)
            if who not in nearest or distance < nearest[who][0]:
                nearest[who] = (distance, value)
    return {who: value for who, (_, value) in nearest.items()}
