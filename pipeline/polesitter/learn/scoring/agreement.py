"""Agreement of two annotators, or of an annotator and a model, on the same reports.

Neither side is right: mentions are compared by F1, which is the same both ways, and by
Cohen's kappa over tokens; cells by F1 with either side as the gold, because rows are
aligned from one side; references by B-cubed over the mentions that both have.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.tokens import tokens_of
from polesitter.learn.scoring.bcubed import ReferenceTally
from polesitter.learn.scoring.disagreements import Disagreement, disagreements
from polesitter.learn.scoring.kappa import Confusion
from polesitter.learn.scoring.mention_score import LabelledSpan, MentionTally
from polesitter.learn.scoring.score import Tally, score_report
from polesitter.learn.scoring.session_score import SESSION_FIELDS, same_session_field

UNMARKED = "-"
"""The category of tokens outside every mark."""


@dataclass(slots=True)
class SessionCount:
    """One session field over reports: stated by A, by B, and alike by both."""

    a: int = 0
    b: int = 0
    alike: int = 0

    def f1(self) -> float | None:
        """Return the F1 of one side against the other; None where neither states it."""
        return 2 * self.alike / (self.a + self.b) if self.a + self.b else None


def _sessions() -> dict[str, SessionCount]:
    return {name: SessionCount() for name in SESSION_FIELDS}


@dataclass(slots=True)
class Counts:
    """What two annotators gave to some reports; A is the gold of `mentions` and `cells_of_a`."""

    mentions: MentionTally = field(default_factory=MentionTally)
    tokens: Confusion = field(default_factory=Confusion)
    references: ReferenceTally = field(default_factory=ReferenceTally)
    cells_of_a: Tally = field(default_factory=Tally)
    cells_of_b: Tally = field(default_factory=Tally)
    session: dict[str, SessionCount] = field(default_factory=_sessions)

    def add(self, a: GoldReport, b: GoldReport) -> None:
        """Add one report of the same text."""
        spans_a, spans_b = _spans(a), _spans(b)
        self.mentions.add(spans_a, spans_b)
        shared = spans_a.keys() & spans_b.keys()
        self.references.add(_named(spans_a, shared), _named(spans_b, shared))
        self._add_tokens(a, b)
        score_report(a.records, b.records, self.cells_of_a)
        score_report(b.records, a.records, self.cells_of_b)
        for name, count in self.session.items():
            one, other = a.session.get(name), b.session.get(name)
            count.a += bool(one)
            count.b += bool(other)
            count.alike += bool(one and other) and same_session_field(name, one, other)

    def _add_tokens(self, a: GoldReport, b: GoldReport) -> None:
        labels_a, labels_b = _labels(a), _labels(b)
        for token in tokens_of(a.text, [*a.marks, *b.marks]):
            if not a.text[token.start : token.end].isspace():
                self.tokens.add(labels_a[token.start], labels_b[token.start])


@dataclass(slots=True)
class Agreement:
    """Two sides compared: all reports together, each by itself, and where they differ.

    `only_a`, `only_b`: ids that one side lacks; `other_text`: ids whose texts differ, so
    that nothing can be compared.
    """

    whole: Counts = field(default_factory=Counts)
    documents: dict[str, Counts] = field(default_factory=dict)
    differences: list[Disagreement] = field(default_factory=list)
    only_a: list[str] = field(default_factory=list)
    only_b: list[str] = field(default_factory=list)
    other_text: list[str] = field(default_factory=list)


def agree(a: Iterable[GoldReport], b: Iterable[GoldReport]) -> Agreement:
    """Compare two sides report by report, in the order of the ids."""
    side_a, side_b = ({report.id: report for report in side} for side in (a, b))
    found = Agreement(
        only_a=sorted(side_a.keys() - side_b.keys()), only_b=sorted(side_b.keys() - side_a.keys())
    )
    for name in sorted(side_a.keys() & side_b.keys()):
        one, other = side_a[name], side_b[name]
        if one.text != other.text:
            found.other_text.append(name)
            continue
        found.whole.add(one, other)
        found.documents[name] = Counts()
        found.documents[name].add(one, other)
        found.differences += disagreements(one, other)
    return found


def _spans(report: GoldReport) -> dict[LabelledSpan, str | None]:
    return {(mark.start, mark.end, mark.label): mark.id for mark in report.marks}


def _named(
    spans: Mapping[LabelledSpan, str | None], shared: Iterable[LabelledSpan]
) -> dict[LabelledSpan, str]:
    """The mentions of names that both sides have, with the entity on this side."""
    told = {span: spans[span] for span in shared}
    return {span: entity for span, entity in told.items() if entity is not None}


def _labels(report: GoldReport) -> list[str]:
    """The label of each code point."""
    labels = [UNMARKED] * len(report.text)
    for mark in report.marks:
        labels[mark.start : mark.end] = [mark.label] * (mark.end - mark.start)
    return labels
