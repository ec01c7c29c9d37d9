"""Suggestions for patterns/ in the terminal: all in one table, or one with its examples."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.suggest.pattern_files import written
from polesitter.learn.suggest.suggestion import Example, Suggestion
from polesitter.review.terminal.palette import EVIDENCE, HEADING, QUIET

KIND_STYLES = {"name": "green", "sentence": "yellow", "near miss": "cyan"}
ONE, SEVERAL = "place", "places"


def suggestions_view(found: Sequence[Suggestion], shown: int) -> RenderableType:
    """Return the first `shown` suggestions, each with its first example, and how many follow."""
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    for title, right in (("cells", True), ("places", True), ("id", False), ("pattern", False)):
        table.add_column(title, justify="right" if right else "left", overflow="fold")
    for one in found[:shown]:
        told = Text(str(one.entry["pattern"]))
        if one.near:
            told.append(f"  near {one.near}", QUIET)
        name = Text(one.id, KIND_STYLES[one.kind])
        table.add_row(f"{one.gain:+.2f}", str(one.count), name, told)
        table.add_row("", "", "", _example(one.examples[0]))
    parts: list[RenderableType] = [table] if found else []
    parts.append(Text(counts_told(found, shown), QUIET))
    return Group(*parts)


def counts_told(found: Sequence[Suggestion], shown: int) -> str:
    """Return how many suggestions of each kind there are, in words."""
    if not found:
        return "Nothing is suggested: every name and wording in these articles is known."
    kinds = [(kind, sum(one.kind == kind for one in found)) for kind in KIND_STYLES]
    told = ", ".join(f"{number} {kind}{_s(kind, number)}" for kind, number in kinds if number)
    more = f"; {len(found) - shown} more with --limit {len(found)}" if shown < len(found) else ""
    return f"{told}{more}"


def suggestion_view(one: Suggestion, number: int, of: int) -> RenderableType:
    """Return a suggestion as a reviewer sees it: what would be written, and why."""
    head = Text(f"{number} of {of}  ", QUIET).append(one.kind, KIND_STYLES[one.kind])
    head.append(f"  {one.id}", HEADING)
    why = Text(
        f"{one.gain:+.2f} cells, {one.count} {ONE if one.count == 1 else SEVERAL} in "
        f"{one.reports} article{'' if one.reports == 1 else 's'}"
    )
    if one.near:
        why.append(f"; near {one.near}", QUIET)
    line = Text(f"patterns/{one.file}  ", QUIET).append(written(one.entry))
    return Group(head, why, *_examples(one.examples), line)


def _examples(examples: Iterable[Example]) -> Iterable[Text]:
    for example in examples:
        yield _example(example)


def _example(example: Example) -> Text:
    told = Text(f"{example.source}:{example.line}  ", QUIET)
    before, words, after = example.sentence.partition(example.words)
    told.append(before, QUIET).append(words, EVIDENCE if words else "").append(after, QUIET)
    return told


def _s(kind: str, number: int) -> str:
    if number == 1:
        return ""
    return "es" if kind.endswith("s") else "s"
