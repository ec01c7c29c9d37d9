"""Draw what the benchmarks kept: `python benchmarks/plots.py` after any of them.

A plot of each stands in docs/performance.md; what was never measured has none.
"""

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from page import PAGE, PLOTS, with_section
from results import FOLDER, kept

from polesitter.analysis.charts.draw import draw
from polesitter.analysis.charts.theme import BLUE, GREEN, QUIET, Spec, chart, values

IMAGES = PAGE.parent / "images"
WIDTH = 520


def main() -> None:
    """Draw all plots and put them on the page; --quick only tells which there would be."""
    parser = argparse.ArgumentParser(description="Draw what the benchmarks kept.")
    parser.add_argument("--quick", action="store_true", help="draw nothing")
    if parser.parse_args().quick:
        print("\n".join(name for name, _, _ in plots()))
        return
    lines = []
    for name, told, spec in plots():
        draw(spec, IMAGES / f"bench-{name}.png")
        lines.append(f"![{told}](images/bench-{name}.png)\n\n")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_section(page, "".join(lines), PLOTS), encoding="utf-8")


def plots(folder: Path = FOLDER) -> Iterator[tuple[str, str, Spec]]:
    """Yield name, a line for those who cannot see it, and the chart of every plot there is."""
    for name, (source, told, make) in PLOTTED.items():
        measured = kept(source, folder)
        if measured:
            yield name, told, make(measured)


def speeds_chart(measured: dict[str, Any]) -> Spec:
    """Words per second of whole pipelines, on an axis that multiplies."""
    rows = [
        {"name": plain(one["name"]), "value": round(measured["words"] / one["seconds"]),
         "ours": "**" in one["name"]}
        for one in measured["speeds"]
        if not one["name"].startswith("component")
    ]  # fmt: skip
    told = "words per second, one process; equal lengths are equal ratios"
    return bars("Speed of whole pipelines", told, rows, multiplies=True)


def stages_chart(measured: dict[str, Any]) -> Spec:
    """The part of the time that each component takes."""
    rows = [
        {"name": plain(one["name"]), "value": round(100 * one["part"], 1), "ours": False}
        for one in measured["speeds"]
        if one["name"].startswith("component")
    ]
    return bars("Where the time goes", "per cent of the time of a report", rows)


def startup_chart(measured: dict[str, float]) -> Spec:
    """CPU seconds until something is ready."""
    rows = [
        {"name": name, "value": round(seconds, 2), "ours": False}
        for name, seconds in measured.items()
    ]
    return bars("Start-up", "CPU seconds until it is ready", rows)


def reruns_chart(measured: dict[str, Any]) -> Spec:
    """Seconds of a first run and of runs that find little to do."""
    rows = [
        {"name": name, "value": round(seconds, 2), "ours": False}
        for name, seconds in measured["reruns"].items()
    ]
    told = f"seconds for {measured['reports']:,} reports"
    return bars("A run, and the same run again", told, rows)


def scaling_chart(measured: dict[str, Any]) -> Spec:
    """Times the speed of one worker, beside what would be perfect."""
    rows = [
        {"x": workers, "y": round(times, 2), "whose": whose}
        for workers, told in measured["scaling"]
        for whose, times in (("measured", told), ("perfect", workers))
    ]
    return lines(
        "Workers", "times the speed of one worker", rows, x="workers", order=["measured", "perfect"]
    )


def growth_chart(measured: dict[str, Any]) -> Spec:
    """Time per report and memory of a worker as runs grow, against the smallest run."""
    grown = measured["growth"]
    rows = [
        {"x": one["reports"], "y": round(one[field] / grown[0][field], 3), "whose": whose}
        for one in grown
        for whose, field in (("time per report", "milliseconds"), ("peak memory", "megabytes"))
    ]
    told = f"against a run of {grown[0]['reports']:,} reports"
    order = ["time per report", "peak memory"]
    return lines(
        "Growth", told, rows, x="reports", order=order, axis={"type": "log", "nice": False}
    )


def bars(title: str, told: str, rows: list[dict[str, Any]], *, multiplies: bool = False) -> Spec:
    """Horizontal bars with their values; "ours" stands out."""
    names = [row["name"] for row in rows]
    # Where an axis multiplies, bars cannot start from nothing.
    least = min(row["value"] for row in rows) / 2
    scale = {"type": "log", "domainMin": least, "nice": False} if multiplies else {}
    y: Spec = {"field": "name", "type": "nominal", "sort": names, "title": None}
    x: Spec = {"field": "value", "type": "quantitative", "axis": None, "stack": None,
               "scale": scale}  # fmt: skip
    start: Spec = {"x2": {"datum": least}} if multiplies else {}
    colour = {"condition": {"test": "datum.ours", "value": GREEN}, "value": BLUE}
    bar: Spec = {"mark": {"type": "bar", "cornerRadiusEnd": 2, "height": {"band": 0.7}},
                 "encoding": {"y": y, "x": x, "color": colour, **start}}  # fmt: skip
    shown: Spec = {"field": "value", "format": ",~r"}
    label: Spec = {"mark": {"type": "text", "align": "left", "dx": 6},
                   "encoding": {"y": y, "x": x, "text": shown}}  # fmt: skip
    body: Spec = {"data": values(rows), "width": WIDTH, "height": {"step": 26},
                  "layer": [bar, label]}  # fmt: skip
    return chart(title, [told], body)


def lines(
    title: str, told: str, rows: list[dict[str, Any]], *, x: str, order: list[str],
    axis: Spec | None = None,
) -> Spec:  # fmt: skip
    """Lines over a count, one colour each; "perfect" is drawn dashed and grey by its place."""
    colours = [BLUE, QUIET if "perfect" in order else GREEN]
    at: Spec = {"field": "x", "type": "quantitative", "title": x, "scale": axis or {},
                "axis": {"values": sorted({row["x"] for row in rows}), "format": ",d"}}  # fmt: skip
    encoding: Spec = {
        "x": at,
        "y": {"field": "y", "type": "quantitative", "title": None, "scale": {"zero": True}},
        "color": {"field": "whose", "type": "nominal", "legend": {"title": None},
                  "scale": {"domain": order, "range": colours}},
    }  # fmt: skip
    mark = {"type": "line", "point": {"size": 60}}
    body: Spec = {"data": values(rows), "width": WIDTH, "height": 260,
                  "mark": mark, "encoding": encoding}  # fmt: skip
    return chart(title, [told], body)


def plain(name: str) -> str:
    """A name of the table without its marks."""
    return re.sub(r"[`*]|component | alone$", "", name)


PLOTTED: dict[str, tuple[str, str, Callable[[Any], Spec]]] = {
    "speed": ("speed", "Words per second of polesitter and of others", speeds_chart),
    "stages": ("speed", "The part of the time that each component takes", stages_chart),
    "scaling": ("batch", "Speed by number of workers", scaling_chart),
    "growth": ("batch", "Time per report and memory as runs grow", growth_chart),
    "reruns": ("batch", "Seconds of a first run and of reruns", reruns_chart),
    "startup": ("startup", "CPU seconds until something is ready", startup_chart),
}


if __name__ == "__main__":
    main()
