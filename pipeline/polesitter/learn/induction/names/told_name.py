"""Names as annotated reports tell them: every form, and what it is another way to say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from polesitter.learn.corpus import GoldReport
from polesitter.text.layout import find_passages
from polesitter.text.normal import normal, words
from polesitter.text.plain import Mark
from polesitter.types import NAMES


class Sighting(NamedTuple):
    """Where a form stands: the report's id and date, and the sentence.

    `date` is that of the session, "" where the report has none.
    """

    date: str
    report: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ToldName:
    """A name in one report: its forms as written, with where each stands first.

    `full`: the fullest form.
    """

    label: str
    full: str
    forms: dict[str, Sighting]


def told_names(reports: Iterable[GoldReport]) -> Iterator[ToldName]:
    """The names of some reports; marks of one id are one name, as annotators resolve them."""
    for report in reports:
        groups: dict[tuple[str, str], list[Mark]] = {}
        for mark in report.marks:
            if mark.label in NAMES:
                surface = report.text[mark.start : mark.end]
                groups.setdefault((mark.label, mark.id or surface), []).append(mark)
        for (label, _), marks in groups.items():
            forms = _forms(report, marks)
            yield ToldName(label, fullest(forms), forms)


def fullest(forms: Iterable[str]) -> str:
    """The form that says most: most words, then most letters; rather none in capitals alone."""
    return max(sorted(forms), key=_fullness)


def _fullness(form: str) -> tuple[int, bool, int]:
    return len(words(form)), not form.isupper(), len(normal(form))


def _forms(report: GoldReport, marks: Iterable[Mark]) -> dict[str, Sighting]:
    date = str(report.session.get("date") or "")
    passages = find_passages(report.text)
    forms: dict[str, Sighting] = {}
    for mark in marks:
        form = " ".join(report.text[mark.start : mark.end].split())
        if form not in forms:
            sentence = next(
                (report.text[p.start : p.end] for p in passages if p.start <= mark.start < p.end),
                "",
            )
            forms[form] = Sighting(date, report.id, " ".join(sentence.split()))
    return forms
