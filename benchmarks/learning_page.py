"""The learning curve as tables and a plot, for docs/learning.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from learning_steps import Step, together

from polesitter.analysis.charts.draw import draw
from polesitter.analysis.charts.theme import (
    BLUE,
    GREEN,
    ORANGE,
    SKY,
    VERMILION,
    Spec,
    chart,
    values,
)
from polesitter.learn.bootstrap import Counts, Interval, f1_interval, paired_difference

COLOURS = (BLUE, ORANGE, GREEN, SKY, VERMILION)
ALL = "all"
MOST_LOST = 0.005
"""Cell F1 that the other groups may lose."""

SECTION = """\
{gains}

{learned} of {groups} groups gain with 95 % confidence. In {harmless} no step falls beyond noise and
the other groups lose no more than half a point. Cell F1 on the reports of all other groups:

{others}

{made_with}
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """The steps of one group, and what they come to. Differences are cell F1, last less first."""

    group: str
    steps: Sequence[Step]
    gain: Interval
    others: Interval
    falls: Sequence[int]

    @property
    def learned(self) -> bool:
        """Whether the gain exceeds nothing with 95 % confidence."""
        return self.gain.low > 0

    @property
    def harmless(self) -> bool:
        """Whether no step falls beyond noise and the others lose next to nothing."""
        return not self.falls and self.others.value >= -MOST_LOST


def curve_of(group: str, steps: Sequence[Step]) -> Curve:
    """Return what the steps of a group come to; `falls`: the steps that fall beyond noise."""
    falls = [now.given for was, now in pairwise(steps) if _difference(was.own, now.own).high < 0]
    first, last = steps[0], steps[-1]
    gain, others = _difference(first.own, last.own), _difference(first.others, last.others)
    return Curve(group, steps, gain, others, falls)


def section(curves: Sequence[Curve], made_with: str) -> str:
    """Return the measured part of docs/learning.md."""
    return SECTION.format(
        gains="\n".join(_gains(curves)),
        others="\n".join(_others(curves)),
        learned=sum(curve.learned for curve in curves),
        harmless=sum(curve.harmless for curve in curves),
        groups=len(curves),
        made_with=made_with,
    )


def draw_curves(curves: Sequence[Curve], path: Path) -> None:
    """Draw cell F1 by reports given, a line for each group."""
    heads = _heads(curves)
    rows = [
        {"group": curve.group, "step": head, "order": heads.index(head), "f1": _f1(step.own)}
        for curve in curves
        for head, step in _by_head(curve).items()
    ]
    names = [curve.group for curve in curves]
    colour: Spec = {
        "field": "group", "type": "nominal", "title": None, "sort": names,
        "scale": {"domain": names, "range": list(COLOURS[: len(names)])},
    }  # fmt: skip
    body: Spec = {
        "data": values(rows), "width": 520, "height": 320,
        "mark": {"type": "line", "point": {"size": 70, "filled": True}, "strokeWidth": 2.5},
        "encoding": {
            "x": {"field": "step", "type": "ordinal", "sort": {"field": "order"},
                  "title": "reports of the group that were learned from",
                  "axis": {"labelAngle": 0}},
            "y": {"field": "f1", "type": "quantitative", "title": "cell F1, reports never seen",
                  "scale": {"zero": False}},
            "color": colour,
        },
    }  # fmt: skip
    draw(chart("Learning", ["a group of series that the model has never seen"], body), path)


def _heads(curves: Sequence[Curve]) -> list[str]:
    """The reports given at any step of any curve; the last step of each is ALL, however many."""
    given = {step.given for curve in curves for step in curve.steps[:-1]}
    return [*(str(number) for number in sorted(given)), ALL]


def _by_head(curve: Curve) -> dict[str, Step]:
    *some, last = curve.steps
    return {**{str(step.given): step for step in some}, ALL: last}


def _gains(curves: Sequence[Curve]) -> list[str]:
    heads = _heads(curves)
    lines = [
        f"| group | reports read | {' | '.join(heads)} | gained |",
        f"|---|---:|{'---:|' * (len(heads) + 1)}",
    ]
    for curve in curves:
        steps = _by_head(curve)
        figures = [_told(steps[head]) if head in steps else "–" for head in heads]
        figures[-1] += f" ({steps[ALL].given})"
        reports = len(steps[ALL].own)
        lines.append(
            f"| {curve.group} | {reports} | {' | '.join(figures)} | {_interval(curve.gain)} |"
        )
    return [
        *lines,
        "",
        "`=`: the gate refused the new model; `–`: there are no more. In brackets: all of them.",
    ]


def _others(curves: Sequence[Curve]) -> list[str]:
    lines = [
        "| without | reports read | at the start | with all | difference |",
        "|---|---:|---:|---:|---:|",
    ]
    pairs = [(curve.steps[0].others, curve.steps[-1].others) for curve in curves]
    summed = together([first for first, _ in pairs]), together([last for _, last in pairs])
    for name, (first, last) in zip(
        [*[curve.group for curve in curves], "together"], [*pairs, summed], strict=True
    ):
        change = _interval(_difference(first, last))
        lines.append(f"| {name} | {len(first)} | {_f1(first):.3f} | {_f1(last):.3f} | {change} |")
    return lines


def _told(step: Step) -> str:
    return f"{'=' if step.verdict == 'refused' else ''}{_f1(step.own):.3f}"


def _f1(counts: Mapping[str, Counts]) -> float:
    return f1_interval(list(counts.values())).value


def _difference(old: Mapping[str, Counts], new: Mapping[str, Counts]) -> Interval:
    return paired_difference(list(old.values()), [new[id] for id in old])


def _interval(found: Interval) -> str:
    return f"{found.value:+.3f} ({found.low:+.3f} to {found.high:+.3f})"
