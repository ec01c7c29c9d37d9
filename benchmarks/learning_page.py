"""The learning curve as tables and a plot, for docs/learning.md."""

from collections.abc import Callable, Mapping, Sequence
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
from polesitter.learn.scoring.bootstrap import Counts, Interval, f1_interval, paired_difference

COLOURS = (BLUE, ORANGE, GREEN, SKY, VERMILION)
ALL = "all"
MOST_LOST = 0.005
"""Cell F1 that the other groups may lose."""

SECTION = """\
{gains}

{learned} of {groups} groups gain with 95 % confidence. In {harmless} no step falls beyond noise and
the other groups lose no more than half a point.

{kept}Cell F1 on the reports of all other groups:

{others}

{made_with}
"""
KEPT = """\
On the reports of the group that were kept back from `corpus/own`, which no model is given,
{learned} of {groups} gain with 95 % confidence:

{gains}

"""
LEGEND = "`=`: the gate refused the new model; `–`: there are no more. In brackets: all of them."


@dataclass(frozen=True, slots=True)
class Curve:
    """The steps of one group, and what they come to. Differences are cell F1, last less first.

    `gain` is on the group's reports of corpus/test, `kept` on those kept back from corpus/own
    (None: there are none); `falls`: the steps that fall beyond noise on either.
    """

    group: str
    steps: Sequence[Step]
    gain: Interval
    kept: Interval | None
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
    """Return what the steps of a group come to."""
    first, last = steps[0], steps[-1]
    kept = _difference(first.kept, last.kept) if first.kept else None
    gain, others = _difference(first.own, last.own), _difference(first.others, last.others)
    return Curve(group, steps, gain, kept, others, _falls(steps))


def _falls(steps: Sequence[Step]) -> list[int]:
    """The steps that fall beyond noise, by the reports that were given by then."""
    return [
        now.given
        for was, now in pairwise(steps)
        if _difference(was.own, now.own).high < 0
        or (was.kept and _difference(was.kept, now.kept).high < 0)
    ]


def section(curves: Sequence[Curve], made_with: str) -> str:
    """Return the measured part of docs/learning.md."""
    return SECTION.format(
        gains="\n".join([*_gains(curves, of_test), "", LEGEND]),
        kept=_kept([curve for curve in curves if curve.kept]),
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


def _kept(curves: Sequence[Curve]) -> str:
    learned = sum(curve.kept is not None and curve.kept.low > 0 for curve in curves)
    gains = "\n".join(_gains(curves, of_kept))
    return KEPT.format(learned=learned, groups=len(curves), gains=gains) if curves else ""


def of_test(step: Step) -> dict[str, Counts]:
    """The counts of the group's reports of corpus/test."""
    return step.own


def of_kept(step: Step) -> dict[str, Counts]:
    """The counts of the group's reports that were kept back."""
    return step.kept


def _gains(curves: Sequence[Curve], counts_of: Callable[[Step], dict[str, Counts]]) -> list[str]:
    heads = _heads(curves)
    lines = [
        f"| group | reports read | {' | '.join(heads)} | gained |",
        f"|---|---:|{'---:|' * (len(heads) + 1)}",
    ]
    for curve in curves:
        steps = {head: (step, counts_of(step)) for head, step in _by_head(curve).items()}
        figures = [_told(*steps[head]) if head in steps else "–" for head in heads]
        last, counts = steps[ALL]
        figures[-1] += f" ({last.given})"
        gain = _interval(_difference(counts_of(curve.steps[0]), counts))
        lines.append(f"| {curve.group} | {len(counts)} | {' | '.join(figures)} | {gain} |")
    return lines


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


def _told(step: Step, counts: Mapping[str, Counts]) -> str:
    return f"{'=' if step.verdict == 'refused' else ''}{_f1(counts):.3f}"


def _f1(counts: Mapping[str, Counts]) -> float:
    return f1_interval(list(counts.values())).value


def _difference(old: Mapping[str, Counts], new: Mapping[str, Counts]) -> Interval:
    return paired_difference(list(old.values()), [new[id] for id in old])


def _interval(found: Interval) -> str:
    return f"{found.value:+.3f} ({found.low:+.3f} to {found.high:+.3f})"
