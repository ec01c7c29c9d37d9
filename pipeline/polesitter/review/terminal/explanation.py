"""An explanation in the terminal: each sentence once, below it the fields it proves."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from polesitter.review.absence import OUTCOME, Rival
from polesitter.review.explain import FieldExplanation, Proof, RowExplanation
from polesitter.review.rule_meaning import PREFIXES
from polesitter.review.sentences import Sentence
from polesitter.review.terminal.grid import confidence
from polesitter.review.terminal.palette import EVIDENCE, HEADING, POLE, QUIET, WARNING
from polesitter.review.values import percent_text

OPENING, CLOSING = "«", "»"
"""Around the words of evidence where there are no colours."""

Proven = tuple[FieldExplanation, Proof]


def explanation_view(rows: Sequence[RowExplanation], *, colour: bool) -> RenderableType:
    """Return every row in turn, then what the kinds of rules mean."""
    parts: list[RenderableType] = []
    for row in rows:
        parts += [_title(row), *_stated(row.fields, colour), *_empty(row.fields), Text()]
    parts.append(_meanings(rows))
    return Group(*parts)


def highlighted(sentence: Sentence, spans: Iterable[tuple[int, int]], *, colour: bool) -> Text:
    """Return a sentence with the words of some spans (code points of the text) set off."""
    told, position = Text(), sentence.start
    for start, end in sorted(set(spans)):
        if start < position:
            continue
        told.append(sentence.text[position - sentence.start : start - sentence.start])
        words = sentence.text[start - sentence.start : end - sentence.start]
        told.append(words if colour else f"{OPENING}{words}{CLOSING}", EVIDENCE if colour else "")
        position = end
    return told.append(sentence.text[position - sentence.start :])


def _title(row: RowExplanation) -> Text:
    result = row.result
    place = f"{result.position}. " if result.position is not None else ""
    name = result.driver or (f"No. {result.car_number}" if result.car_number else result.team)
    told = Text(f"{place}{name or 'unnamed'}", POLE if result.position == 1 else HEADING)
    if result.car_class:
        told.append(f"  {result.car_class}")
    told.append("  ")
    return told.append_text(confidence(result.confidence))


def _stated(fields: Iterable[FieldExplanation], colour: bool) -> Iterable[RenderableType]:
    by_sentence: dict[Sentence, list[Proven]] = {}
    unproven = []
    for field in fields:
        for proof in field.proofs:
            by_sentence.setdefault(proof.sentence, []).append((field, proof))
        if field.value is not None and not field.proofs:
            unproven.append(f"{field.name} {field.value}")
    for sentence in sorted(by_sentence, key=_start):
        proven = by_sentence[sentence]
        spans = [(proof.evidence.start, proof.evidence.end) for _, proof in proven]
        yield Padding(highlighted(sentence, spans, colour=colour), (1, 2, 0, 2))
        yield Padding(_fields(proven), (0, 0, 0, 4))
    if unproven:
        yield Padding(Text(f"Without words of evidence: {', '.join(unproven)}", WARNING), (1, 2))


def _start(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _fields(proven: Sequence[Proven]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(style="bold", overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(style=QUIET, overflow="fold")
    # A counted place has two proofs in a sentence, the anchor and the name: one line tells both.
    lines = [
        (field.name, field.value, percent_text(proof.evidence.score), _source(field, proof))
        for field, proof in proven
    ]
    for line in dict.fromkeys(lines):
        table.add_row(*line)
    return table


def _source(field: FieldExplanation, proof: Proof) -> str:
    told = [proof.evidence.rule]
    if proof.framing not in (None, OUTCOME):
        told.append(f"told of {str(proof.framing).replace('_', ' ')}")
    if proof.place is not None:
        told.append(f"{proof.place}  {proof.place.pattern}")
    taken = {proof.evidence.text for proof in field.proofs}
    told += [f"not {_rival(rival)}" for rival in field.rivals if rival.text not in taken]
    return "\n".join(told)


def _rival(rival: Rival) -> str:
    aside = f", told of {rival.framing.replace('_', ' ')}" if rival.framing != OUTCOME else ""
    return f"{rival.text} ({percent_text(rival.score)} by {rival.rule}{aside})"


def _empty(fields: Sequence[FieldExplanation]) -> Iterable[RenderableType]:
    reasons: dict[str, list[str]] = {}
    for field in fields:
        if field.why_empty is not None:
            reasons.setdefault(field.why_empty, []).append(field.name)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=QUIET, overflow="fold")
    for reason, names in reasons.items():
        table.add_row(f"empty: {', '.join(names)}: {reason}")
    if reasons:
        yield Padding(table, (1, 0, 0, 2))


def _meanings(rows: Iterable[RowExplanation]) -> Table:
    rules = {proof.evidence.rule for row in rows for field in row.fields for proof in field.proofs}
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(style=QUIET, overflow="fold")
    for prefix, meaning in PREFIXES.items():
        if any(rule.startswith(prefix) for rule in rules):
            table.add_row(f"{prefix}…", meaning)
    return table
