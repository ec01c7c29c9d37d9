"""Conflicts in the terminal: each value over the sentence that proves it."""

from collections.abc import Sequence

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.analysis.answers.answer import Answer
from polesitter.analysis.conflict import Conflict
from polesitter.review.terminal.palette import HEADING, QUIET
from polesitter.review.values import lap_time_text

AGREED = "No two reports of one session disagree."
NO_WORDS = "no words of its own"


def conflict_view(answer: Answer, left: int) -> RenderableType:
    """Return the conflicts of an answer, by session and pair of reports; `left` are not shown."""
    if not answer.rows:
        return Text(AGREED)
    parts: list[RenderableType] = []
    for group in answer.groups:
        parts += [Text(group.heading, HEADING), Text(group.subheading, QUIET)]
        parts += [_table(group.rows), Text()]
    if left:
        parts.append(Text(f"{left:,} more conflicts; --limit shows more, --csv all", QUIET))
    return Stack(*parts)


def _table(found: Sequence[Conflict]) -> Table:
    table = Table.grid(padding=(0, 2))
    for conflict in found:
        table.add_row(
            Text(conflict.driver or "no driver", HEADING),
            _value(conflict.field, conflict.value),
            _sentence(conflict.sentence),
        )
        table.add_row(
            Text(f"  {conflict.field}", QUIET),
            _value(conflict.field, conflict.other_value),
            _sentence(conflict.other_sentence),
        )
    return table


def _value(field: str, value: str) -> Text:
    return Text(lap_time_text(float(value)) if field == "lap_time_s" else value, "bold yellow")


def _sentence(sentence: str | None) -> Text:
    return Text(sentence, "") if sentence else Text(NO_WORDS, QUIET)
