"""The report of a retraining as one self-contained page."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from polesitter.review.page.render import render
from polesitter.review.page.visible import visible
from polesitter.review.retraining.story import PARTS, Cell, Row, Story

SCRIPTS = ("theme.js", "keys.js", "retraining.js")
STYLES = ("page.css", "retraining.css")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence in three: what stands before the words that matter, these, and the rest."""

    before: str
    words: str
    after: str


def retraining_page(story: Story, standings: str = "", curve: str = "") -> str:
    """Return the page. `standings`, `curve`: charts as SVG elements, "" for none."""
    values = {
        "title": story.title,
        "story": story,
        "parts": _parts(story.rows),
        # Drawn by us from figures and names that the chart has escaped.
        "standings": Markup(standings),
        "curve": Markup(curve),
        "lost": [(cell, quoted(cell)) for cell in story.lost],
        "gained": [(cell, quoted(cell)) for cell in story.gained],
    }
    return visible(render("retraining.html", SCRIPTS, values, styles=STYLES))


def quoted(cell: Cell) -> Quoted:
    """Return the sentence of a cell with the words that say what is right, or what is read."""
    for words in (cell.gold, cell.new, cell.old):
        at = cell.sentence.find(words)
        if words and at >= 0:
            end = at + len(words)
            return Quoted(cell.sentence[:at], words, cell.sentence[end:])
    return Quoted(cell.sentence, "", "")


def _parts(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    found = [(title, [row for row in rows if row.kind == kind]) for kind, title in PARTS.items()]
    return [(title, own) for title, own in found if own]
