"""How sure the rows are."""

from collections import Counter
from collections.abc import Sequence

from polesitter.analysis.charts.theme import BLUE, SKY, VERMILION, Spec, chart, values
from polesitter.analysis.told import Told
from polesitter.review.terminal.palette import FAIR, SURE

BINS = 20
AXIS = "estimated chance that a row is right"
LEVELS = (f"below {FAIR:.0%}: worth a look", f"{FAIR:.0%} to {SURE:.0%}", f"{SURE:.0%} and more")


def confidence_chart(rows: Sequence[Told], chosen: str) -> Spec:
    """Return a histogram of the rows' confidence, coloured as in the terminal's three levels."""
    counts = Counter(min(int(row.confidence * BINS), BINS - 1) for row in rows)
    bars = [
        {"from": bin_ / BINS, "to": (bin_ + 1) / BINS, "rows": counts[bin_], "level": _level(bin_)}
        for bin_ in range(BINS)
    ]
    shares = Counter(_level(min(int(row.confidence * BINS), BINS - 1)) for row in rows)
    sure, fair = (f"{shares[level] / len(rows):.0%}" for level in (LEVELS[2], LEVELS[1]))
    told = f"{sure} of {len(rows):,} rows at {SURE:.0%} or more, {fair} at {FAIR:.0%} to {SURE:.0%}"
    encoding: Spec = {
        "x": {"field": "from", "type": "quantitative", "title": AXIS,
              "bin": {"binned": True, "step": 1 / BINS},
              "scale": {"domain": [0, 1]}, "axis": {"format": ".0%", "grid": False}},
        "x2": {"field": "to"},
        "y": {"field": "rows", "type": "quantitative", "title": "rows",
              "axis": {"tickMinStep": 1, "tickCount": 6}},
        "color": {"field": "level", "type": "nominal", "legend": {"title": None},
                  "scale": {"domain": list(LEVELS), "range": [VERMILION, SKY, BLUE]}},
        "tooltip": [{"field": "level"}, {"field": "rows"}],
    }  # fmt: skip
    body: Spec = {
        "data": values(bars), "width": 600, "height": 300,
        "mark": {"type": "bar", "binSpacing": 2}, "encoding": encoding,
    }  # fmt: skip
    return chart("Confidence", [chosen, told], body)


def _level(bin_: int) -> str:
    low = bin_ / BINS
    if low >= SURE:
        return LEVELS[2]
    return LEVELS[1] if low >= FAIR else LEVELS[0]
