"""The report of a retraining as Markdown, for a pull request or a folder of reports."""

import re
from collections.abc import Iterable, Iterator, Sequence

from polesitter.learn.pattern_changes import LearntPattern
from polesitter.review.retraining.story import PARTS, Cell, Story

SIGNS = re.compile(r"([\\`*_{}\[\]<>#|])")
PICTURES = {
    "standings.svg": "Difference of cell F1 by series group and field, with intervals",
    "learning-curve.svg": "Cell F1 by the number of reports learned from",
}
"""Files beside the report, and what they show."""


def retraining_markdown(story: Story, pictures: Sequence[str] = ()) -> str:
    """Return the report. `pictures`: those of PICTURES that lie beside it."""
    parts = [
        [f"# {plain(story.title)}: {story.verdict}", plain(story.lede)],
        [f"- {name}: {value}" for name, value in story.figures],
        [f"- **{plain(cause)}**" for cause in story.causes],
        *_standings(story, pictures),
        *_pictured("## Learning curve", pictures, "learning-curve.svg"),
        *_names(story),
        *_patterns("## Slot patterns learnt", story.patterns),
        *_patterns("## Slot patterns dropped", story.dropped),
        *_cells("## Cells lost", story.lost),
        *_cells("## Cells gained", story.gained),
        *_intake(story),
    ]
    return "\n".join("\n".join(part) + "\n" for part in parts if part)


def plain(text: str) -> str:
    """Return a text on one line, with nothing in it that Markdown would take for a sign."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))


def _standings(story: Story, pictures: Sequence[str]) -> Iterator[list[str]]:
    if not story.rows:
        return
    yield [
        "## Before and after",
        "",
        f"Cell F1 in percent, on {story.judged} reports that neither model was taught. "
        "*By chance*: how probable such a fall is if the models are equally good; corrected "
        "after Holm among groups and fields.",
    ]
    head = ("", "reports", "before", "after", "difference", "95 % between", "by chance")
    lines = [
        (
            f"**{row.name}**" if row.kind == "total" else f"{PARTS[row.kind].lower()} {row.name}",
            row.reports, row.before, row.after, row.difference, row.between,
            f"{row.chance} **falls**" if row.falls else row.chance,
        )
        for row in story.rows
    ]  # fmt: skip
    yield table(head, lines)
    yield from _pictured("", pictures, "standings.svg")


def _pictured(title: str, pictures: Sequence[str], name: str) -> Iterator[list[str]]:
    if name in pictures:
        yield [*([title, ""] if title else []), f"![{PICTURES[name]}]({name})"]


def _names(story: Story) -> Iterator[list[str]]:
    if story.names:
        yield [f"## Names learnt ({len(story.names)})"]
        head = ("label", "name", "id", "first seen", "sentence")
        yield table(
            head,
            (
                (one.label, plain(one.name), f"`{one.id}`{', another name' if one.known else ''}",
                 plain(one.first_seen), plain(one.sentence))
                for one in story.names
            ),
        )  # fmt: skip
    if story.held_back:
        yield [f"## Names held back ({len(story.held_back)})"]
        lines = ((one.label, plain(one.name), plain(one.held_back or ""))
                 for one in story.held_back)  # fmt: skip
        yield table(("label", "name", "why"), lines)


def _patterns(title: str, patterns: Sequence[LearntPattern]) -> Iterator[list[str]]:
    if not patterns:
        return
    yield [f"{title} ({len(patterns)})"]
    for one in patterns:
        # Two backticks, since a pattern may hold one.
        yield [
            f"- `` {one.pattern} `` *{one.relation}*, support {one.support}, "
            f"precision {100 * one.precision:.0f} %",
            f"  > {plain(one.example)}",
        ]


def _cells(title: str, cells: Sequence[Cell]) -> Iterator[list[str]]:
    if not cells:
        return
    yield [f"{title} ({len(cells)})"]
    for one in cells:
        told = (
            f"- {plain(one.report)}, **{plain(one.whose)}**, {one.field}: was read "
            f"{plain(one.old)}, now {plain(one.new)}; the text says {plain(one.gold)}"
        )
        yield [told, *([f"  > {plain(one.sentence)}"] if one.sentence else [])]


def _intake(story: Story) -> Iterator[list[str]]:
    told = ", ".join(f"{count} {what}" for what, count in story.counts)
    facts = "; ".join(f"{name.lower()} {value}" for name, value in story.facts)
    yield ["## Reports taken in", "", f"{told or 'None'}. ({facts})"]
    lines = [f"- set aside: {plain(one)}" for one in story.refused]
    lines += [f"- worth a look: {plain(one)}" for one in story.suspicions]
    if lines:
        yield lines


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table."""
    rule = "| " + " | ".join("---" for _ in head) + " |"
    return ["| " + " | ".join(head) + " |", rule,
            *("| " + " | ".join(line) + " |" for line in lines)]  # fmt: skip
