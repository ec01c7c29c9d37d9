"""An explanation in the terminal: each sentence once, below it the fields it proves."""

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from polesitter.review.explain import FieldExplanation, RowExplanation
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.no_results import why_no_results
from polesitter.review.proof import Proof, readings_of
from polesitter.review.refusal import OUTCOME
from polesitter.review.rival import Rival
from polesitter.review.rule_meaning import PREFIXES
from polesitter.review.sentences import Sentence
from polesitter.review.session_explanation import SessionExplanation
from polesitter.review.terminal.grid import confidence
from polesitter.review.terminal.palette import EVIDENCE, HEADING, POLE, QUIET, WARNING
from polesitter.review.unrecorded import Unrecorded
from polesitter.review.values import percent_text

OPENING, CLOSING = "«", "»"
"""Around the words of evidence where there are no colours."""

PLAIN_WIDTH = 100
VALUE_WIDTH = 30

Proven = tuple[FieldExplanation, Proof]


def explanation_view(rows: Sequence[RowExplanation], *, colour: bool) -> RenderableType:
    """Return every row in turn, then what the kinds of rules mean."""
    parts: list[RenderableType] = []
    for row in rows:
        parts += [_title(row), *_stated(row.fields, colour), *_empty(row.fields), Text()]
    parts.append(_meanings(rows))
    return Group(*parts)


def report_explanation_view(
    explanation: ReportExplanation, *, colour: bool, with_session: bool = True
) -> RenderableType:
    """Return a report's session with its proofs, then every row."""
    parts: list[RenderableType] = []
    if with_session:
        parts += [*_session(explanation.session, colour), Text()]
    if explanation.unrecorded:
        parts += [_unrecorded(one, colour) for one in explanation.unrecorded]
    elif explanation.rows:
        parts.append(explanation_view(explanation.rows, colour=colour))
    else:
        extraction = explanation.extraction
        why = why_no_results(extraction.qualifying, extraction.report.text)
        parts.append(Text(f"{explanation.source}: no results to explain: {why}."))
    return Group(*parts)


def _unrecorded(told: Unrecorded, colour: bool) -> RenderableType:
    """A driver without a row: why, where it is named, and what came closest."""
    title = Text(told.name, HEADING).append("  named, and no row", WARNING)
    why = Padding(Text(f"It gave no row: {told.why}."), (0, 0, 0, 2))
    row = told.row
    return Group(title, why, *_stated(row.fields, colour), *_empty(row.fields), Text())


def report_explanation_text(explanation: ReportExplanation) -> str:
    """Return the view without colours, 100 columns wide."""
    console = Console(width=PLAIN_WIDTH, color_system=None, highlight=False, file=StringIO())
    with console.capture() as capture:
        console.print(report_explanation_view(explanation, colour=False))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


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


def _session(session: SessionExplanation, colour: bool) -> Iterable[RenderableType]:
    yield Text("Session", HEADING)
    yield from _stated(session.fields, colour)
    yield from _empty(session.fields)
    for one in session.classes:
        if any(field.value is not None for field in one.fields):
            yield Text(f"\n{one.car_class or 'All classes'}", HEADING)
            yield from _stated(one.fields, colour)


def _stated(fields: Iterable[FieldExplanation], colour: bool) -> Iterable[RenderableType]:
    by_sentence: dict[Sentence, list[Proven]] = {}
    unproven = []
    for field in fields:
        for proof in field.proofs:
            by_sentence.setdefault(proof.sentence, []).append((field, proof))
        if field.value is not None and not field.proofs and field.origin is None:
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
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(style="bold", overflow="fold", max_width=VALUE_WIDTH)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(style=QUIET, overflow="fold", ratio=1)
    for field, proofs in _by_field(proven):
        for proof in readings_of(proofs):
            chance = percent_text(proof.evidence.score)
            table.add_row(field.name, field.value, chance, Group(*_source(field, proof)))
    return table


def _by_field(proven: Sequence[Proven]) -> Iterable[tuple[FieldExplanation, list[Proof]]]:
    found: dict[str, tuple[FieldExplanation, list[Proof]]] = {}
    for field, proof in proven:
        found.setdefault(field.name, (field, []))[1].append(proof)
    return found.values()


def _source(field: FieldExplanation, proof: Proof) -> list[Text]:
    told = Text(proof.evidence.rule)
    weight = proof.weighing.beside(proof.evidence.score) if proof.weighing is not None else ""
    if weight:
        told.append(f"  {weight}")
    if proof.framing not in (None, OUTCOME):
        told.append(f"  told of {str(proof.framing).replace('_', ' ')}")
    lines = [told]
    if proof.place is not None:
        lines.append(Text(str(proof.place)))
        if proof.place.pattern != proof.evidence.text:
            lines.append(Text(proof.place.pattern, no_wrap=True, overflow="ellipsis"))
    taken = {proof.evidence.text for proof in field.proofs}
    lines += [Text(f"not {_rival(rival)}") for rival in field.rivals if rival.text not in taken]
    return lines


def _rival(rival: Rival) -> str:
    return f"{rival.text} ({percent_text(rival.score)} by {rival.rule}): {rival.why}"


def _empty(fields: Sequence[FieldExplanation]) -> Iterable[RenderableType]:
    reasons: dict[str, list[str]] = {}
    for field in fields:
        if field.why_empty is not None and not field.is_default:
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
