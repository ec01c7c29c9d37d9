"""Whether every value of the records stands in the text."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from polesitter.entities.measures.find import find_measures
from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.same import TOLERANCE, crew, norm, same, seconds, segment_key
from polesitter.text.layout import DATE_LINE

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
CLOCK_SIGNS = re.compile(r"(?<=\d)\s*(?:m|'|′|min(?:ute)?s?)\s*(?=\d)|(?<=\d)\.(?=\d\d\.\d)")


class Words:
    """What a text says, ready to be asked."""

    def __init__(self, gold: GoldReport) -> None:
        self.text = gold.text
        self.folded = f" {norm(gold.text)} "
        found = [one for one in find_measures(gold.text) if one.value is not None]
        self.values: dict[str, list[float | str]] = {}
        for one in found:
            self.values.setdefault(one.label, []).append(one.value or 0.0)
        read = {(one.start, one.label) for one in found}
        self.surfaces: dict[str, list[str]] = {}
        self.unread = set[str]()
        for mark in gold.marks:
            surface = gold.text[mark.start : mark.end]
            self.surfaces.setdefault(mark.label, []).append(surface)
            if not FIGURE.search(surface) and (mark.start, mark.label) not in read:
                self.unread.add(mark.label)

    def has(self, name: object) -> bool:
        """Whether the words stand there, accents and case aside; a plural counts."""
        wanted = norm(str(name))
        return any(f" {wanted}{ending} " in self.folded for ending in ("", "s", "es"))

    def has_figure(self, figure: str) -> bool:
        """Whether a figure stands there by itself, in no lap time and no longer number."""
        alone = rf"(?<!\w)(?<!\d[.:,]){re.escape(figure)}(?!\w|[.:,]\d)"
        return re.search(alone, self.text) is not None

    def measures(self, label: str) -> Iterator[float]:
        """The figures of the marks of a label, and what words like "two tenths" mean."""
        for surface in self.surfaces.get(label, ()):
            told = seconds(CLOCK_SIGNS.sub(":", surface).strip(" s")) if label != "SPEED" else None
            if told is not None:
                yield told
            for figure in FIGURE.findall(surface):
                yield float(figure.replace(",", ""))
        yield from (value for value in self.values.get(label, ()) if isinstance(value, float | int))


def ungrounded(gold: GoldReport) -> Iterator[str]:
    """Yield each value of session and records that does not stand in the text."""
    words = Words(gold)
    for name in ("series", "event", "track"):
        value = gold.session.get(name)
        if value and not words.has(value):
            yield f"session: {name} {value!r} does not stand in the text"
    dated = DATE_LINE.match(gold.text) or words.surfaces.get("DATE") or words.values.get("DATE")
    if gold.session.get("date") and not dated:
        yield "session: the text has no date"
    for number, row in enumerate(gold.records, start=1):
        for name, stands in _TESTS.items():
            value = row.get(name)
            if value is not None and not stands(words, value):
                yield f"row {number}: {name} {value!r} {_fault(words, name, value)}"
        yield from (f"row {number}: {problem}" for problem in _target(row, gold))


def _fault(words: Words, name: str, value: object) -> str:
    """What is wrong with a value that no mark tells: numbers must be marked to count."""
    if name == "number" and words.has_figure(str(value)):
        return f"stands in the text and is not marked there: mark it, [{value}](NUMBER)"
    return "does not stand in the text"


def _target(row: Mapping[str, Any], gold: GoldReport) -> Iterator[str]:
    target = row.get("gap_to")
    if target in (None, "leader"):
        return
    if not any(
        other.get("driver") and same("gap_to", target, other["driver"]) for other in gold.records
    ):
        yield f"gap_to {target!r} is the driver of no row"


def _driver(words: Words, value: object) -> bool:
    return all(words.has(part) for part in crew(str(value)))


def _car(words: Words, value: object) -> bool:
    """A make and a model may stand apart."""
    return words.has(value) or all(words.has(word) for word in norm(str(value)).split())


def _class(words: Words, value: object) -> bool:
    surfaces = words.surfaces.get("CLASS", ())
    initials = {"".join(word[0] for word in norm(surface).split()) for surface in surfaces}
    known = any(same("class", value, surface) for surface in surfaces)
    return known or words.has(value) or norm(str(value)) in initials


def _number(words: Words, value: object) -> bool:
    return str(value) in words.surfaces.get("NUMBER", ())


def _segment(words: Words, value: object) -> bool:
    told = [*words.surfaces.get("SEGMENT", ()), *words.values.get("SEGMENT", ())]
    wanted = segment_key(str(value))
    return words.has(value) or any(wanted == segment_key(str(one)) for one in told)


def _measured(label: str) -> Callable[[Words, object], bool]:
    def stands(words: Words, value: object) -> bool:
        if label in words.unread:
            return True  # told in words that nobody but a reader understands
        wanted = seconds(value)
        return wanted is not None and any(
            abs(told - wanted) < TOLERANCE for told in words.measures(label)
        )

    return stands


_TESTS: dict[str, Callable[[Words, object], bool]] = {
    "driver": _driver,
    "team": Words.has,
    "car": _car,
    "class": _class,
    "number": _number,
    "speed": _measured("SPEED"),
    "lap_time": _measured("LAPTIME"),
    "gap": _measured("GAP"),
    "segment": _segment,
}
