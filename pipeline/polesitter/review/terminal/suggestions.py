"""Suggestions for patterns/ in the terminal: a list of them, or one with its examples."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from polesitter.learn.suggest.pattern_files import written
from polesitter.learn.suggest.suggestion import Example, Suggestion
from polesitter.review.terminal.palette import EVIDENCE, HEADING, QUIET

KIND_STYLES = {"name": "green", "sentence": "yellow", "near miss": "cyan"}
INDENT = 8
"""Columns that a pattern and its sentence stand in from the left."""


def suggestions_view(found: Sequence[Suggestion], shown: int) -> RenderableType:
    """Return the first `shown` suggestions, each with its first example, and how many follow."""
    parts: list[RenderableType] = []
    for one in found[:shown]:
        head = Text(f"{one.gain:+6.2f}  ").append(one.id, KIND_STYLES[one.kind])
        head.append(f"  {one.kind}, {_number(one.count, 'place')}", QUIET)
        if one.near:
            head.append(f", near {one.near}", QUIET)
        parts += [head, _below(Text(str(one.entry["pattern"]))), _below(_example(one.examples[0]))]
    return Group(*parts, Text(counts_told(found, shown), QUIET))


def _below(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, INDENT))


def counts_told(found: Sequence[Suggestion], shown: int) -> str:
    """Return how many suggestions of each kind there are, in words."""
    if not found:
        return "Nothing is suggested: every name and wording in these articles is known."
    kinds = [(kind, sum(one.kind == kind for one in found)) for kind in KIND_STYLES]
    told = ", ".join(_number(number, kind) for kind, number in kinds if number)
    more = f"; {len(found) - shown} more with --limit {len(found)}" if shown < len(found) else ""
    return f"{told}{more}"


def suggestion_view(one: Suggestion, number: int, of: int) -> RenderableType:
    """Return a suggestion as a reviewer sees it: what would be written, and why."""
    head = Text().append(f"{number} of {of}  ", QUIET).append(one.kind, KIND_STYLES[one.kind])
    head.append(f"  {one.id}", HEADING)
    places, articles = _number(one.count, "place"), _number(one.reports, "article")
    why = Text(f"{one.gain:+.2f} cells, {places} in {articles}")
    if one.near:
        why.append(f"; near {one.near}", QUIET)
    line = Text().append(f"patterns/{one.file}  ", QUIET).append(written(one.entry))
    return Group(head, why, *_examples(one.examples), line)


def _examples(examples: Iterable[Example]) -> Iterable[Text]:
    for example in examples:
        yield _example(example)


def _example(example: Example) -> Text:
    told = Text().append(f"{example.source}:{example.line}  ", QUIET)
    before, words, after = example.sentence.partition(example.words)
    told.append(before, QUIET).append(words, EVIDENCE if words else "").append(after, QUIET)
    return told


def _number(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun}{'es' if noun.endswith('s') else 's'}"
