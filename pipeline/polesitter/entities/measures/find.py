"""All measures of a text."""

from itertools import chain

from polesitter.entities.measures import date, gap, lap_time, number, position, segment
from polesitter.entities.measures.bare import find_bare_figures
from polesitter.entities.measures.date import find_dates
from polesitter.entities.measures.duration import find_durations
from polesitter.entities.measures.gap import find_word_gaps
from polesitter.entities.measures.lap_time import find_lap_times
from polesitter.entities.measures.number import find_numbers
from polesitter.entities.measures.position import find_prose_positions
from polesitter.entities.measures.result_rows import find_row_positions
from polesitter.entities.measures.row_numbers import find_row_numbers
from polesitter.entities.measures.segment import find_segments
from polesitter.entities.measures.speed import find_speeds
from polesitter.entities.measures.triggers import Triggers
from polesitter.entities.senses.sense import Sense, by_rule
from polesitter.types import Mention

_TRIGGERS = Triggers(
    {
        "lap_time": lap_time.TRIGGERS,
        "gap": gap.TRIGGERS,
        "date": date.TRIGGERS,
        "segment": segment.TRIGGERS,
        "number": number.TRIGGERS,
        "position": position.TRIGGERS,
    }
)


def find_measures(text: str, places: Sense = by_rule) -> list[Mention]:
    """The SPEED, LAPTIME, GAP, NUMBER, POSITION, SEGMENT and DATE mentions of `text`, in order.

    `places`: which ordinals and the like are places.

    Offsets are 0-based, half-open code points of `text`. No two mentions overlap:
    where two readings do, the finder that stands first below has the better
    evidence and keeps its own.
    """
    starts = _TRIGGERS.starts(text)
    laps = find_lap_times(text, starts["lap_time"])
    rows = list(find_row_positions(text))
    figures = list(chain(laps, find_speeds(text), find_durations(text)))
    found = _without_overlap(
        chain(
            figures,
            find_dates(text, starts["date"]),
            find_segments(text, starts["segment"]),
            find_numbers(text, starts["number"]),
            find_row_numbers(text, rows),
            find_word_gaps(text, starts["gap"]),
            find_bare_figures(text, figures),
            rows,
            find_prose_positions(text, starts["position"], places),
        ),
        len(text),
    )
    found.sort(key=_start)
    return found


def _without_overlap(mentions: chain[Mention], length: int) -> list[Mention]:
    taken = bytearray(length)
    kept = []
    for mention in mentions:
        start, end = mention.start, mention.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(mention)
    return kept


def _start(mention: Mention) -> int:
    return mention.start
