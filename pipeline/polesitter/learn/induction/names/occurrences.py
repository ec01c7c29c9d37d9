"""How often a name stands in the corpus as what it is, as something else, and unmarked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher

from polesitter.learn.corpus import GoldReport


@dataclass(slots=True)
class Occurrences:
    """Counts of one string, letter for letter. `marked`: by label; `reports`: with any mark.

    What stands within a longer mark is not counted.
    """

    marked: dict[str, int] = field(default_factory=dict)
    unmarked: int = 0
    reports: dict[str, set[str]] = field(default_factory=dict)

    def against(self, label: str) -> int:
        """How often it stands there and is not what `label` says."""
        return self.unmarked + sum(self.marked.values()) - self.marked.get(label, 0)


def count_occurrences(
    nlp: Language, forms: Collection[str], reports: Iterable[GoldReport]
) -> dict[str, Occurrences]:
    """The counts of every form, found as the pipeline finds them, by whole tokens."""
    counts = {form: Occurrences() for form in sorted(forms)}
    matcher = PhraseMatcher(nlp.vocab)
    for form in counts:
        matcher.add(form, [nlp.make_doc(form)])
    for report in reports:
        doc: Any = nlp.make_doc(report.text)
        label_at = {(mark.start, mark.end): mark.label for mark in report.marks}
        taken = bytearray(len(report.text) + 1)
        for mark in report.marks:
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
        for span in matcher(doc, as_spans=True):
            one = counts[span.label_]
            label = label_at.get((span.start_char, span.end_char))
            if label is not None:
                one.marked[label] = one.marked.get(label, 0) + 1
                one.reports.setdefault(label, set()).add(report.id)
            elif not any(taken[span.start_char : span.end_char]):
                one.unmarked += 1
    return counts
