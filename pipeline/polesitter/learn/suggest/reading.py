"""Articles read by the pipeline, if need be with a name or a rule that it does not have yet."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots import Element, RuleMatch, RuleSet
from polesitter.run.model import version_of
from polesitter.text.clean import Cleaned, clean
from polesitter.text.words import text_of
from polesitter.types import Mention, Report, Result, Session

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from polesitter.references.cast import Cast
    from polesitter.relations.reading.view import View

TRIED = "suggested"
"""The rule of mentions that a name on trial found."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as read. Offsets are 0-based, half-open code points of the cleaned text.

    `mentions` are those of `view`, outcome cues left out. `view` is as rules see it.
    """

    report: Report
    cleaned: Cleaned
    view: "View"
    cast: "Cast"
    mentions: tuple[Mention, ...]
    results: tuple[Result, ...]
    session: Session
    qualifying: float

    def line_of(self, offset: int) -> int:
        """The line of the article's own text, counted from 1, that an offset stands on."""
        first, _ = self.cleaned.to_original(offset, offset + 1)
        return self.report.text.count("\n", 0, first) + 1


class Reader:
    """Reads articles with one pipeline, which it leaves as it is.

    `further`: slot patterns that the pipeline was not built with, for every article.
    """

    def __init__(self, nlp: "Language", further: RuleSet | None = None) -> None:
        self.nlp = nlp
        self.further = further if further is not None else RuleSet(())

    def __call__(
        self, report: Report, names: Iterable[tuple[str, str]] = (), rules: RuleSet | None = None
    ) -> Reading:
        """Read one article.

        `names`: (text, label) found wherever the text stands, as if an entity pattern
        spelled it; `rules`: slot patterns besides those of the model. Raises
        PolesitterError (E509) where the pipeline relates nothing.
        """
        cleaned = clean(report.text)
        text = cleaned.text if cleaned.text.endswith("\n") else f"{cleaned.text}\n"
        doc = self.nlp.make_doc(text)
        doc.user_data["published"] = report.published.isoformat() if report.published else None
        seen: tuple[View, Cast] | None = None
        for name, pipe in self.nlp.pipeline:
            stage: Any = pipe
            if name == "relations":
                stage = _with_rules(pipe, [self.further, rules or RuleSet(())])
                seen = stage.view(doc)
            doc = stage(doc)
            if name == "names":
                _add_names(doc, names)
        if seen is None:
            raise PolesitterError(Errors.E509.format(model=version_of(self.nlp)))
        return Reading(
            report, cleaned, *seen, tuple(doc._.mentions), tuple(doc._.results),
            doc._.session, float(doc._.qualifying),
        )  # fmt: skip


class Together(RuleSet):
    """Several sets of rules as one, none of them compiled anew."""

    def __init__(self, parts: Sequence[RuleSet]) -> None:
        super().__init__(())
        self._parts = [part for part in parts if len(part)]

    def __len__(self) -> int:
        return sum(len(part) for part in self._parts)

    def match(self, elements: Sequence[Element]) -> list[RuleMatch]:
        """All matches, those of the first set before those of the next."""
        return [match for part in self._parts for match in part.match(elements)]


def _with_rules(pipe: Any, further: Sequence[RuleSet]) -> Any:
    widened = copy.copy(pipe)
    widened.rules = Together([pipe.rules, *further])
    return widened


def _add_names(doc: "Doc", names: Iterable[tuple[str, str]]) -> None:
    from spacy.tokens import Span, SpanGroup

    for text, label in names:
        if "candidates" not in doc.spans:
            doc.spans["candidates"] = SpanGroup(doc, name="candidates")
        for start, end in _places(text_of(doc), text):
            found = doc.char_span(start, end)
            if found is not None:
                span = Span(doc, found.start, found.end, label=label, span_id=TRIED)
                doc.spans["candidates"].append(span)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))
