"""The stretches of a text that a page can light: mentions, and other words of evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from polesitter.records.extraction import Extraction
from polesitter.review.page.visible import visible
from polesitter.types import Evidence, Mention

OTHER_WORDS = "FACT"
"""The label of evidence that is no mention: a fixed phrase that states a fact."""


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Some words of a report: `number` within the page, code points [start, end) of the text.

    `mention` is None where the words are evidence only.
    """

    number: int
    start: int
    end: int
    text: str
    mention: Mention | None

    @property
    def label(self) -> str:
        """The mention's label, or OTHER_WORDS."""
        return self.mention.label if self.mention is not None else OTHER_WORDS

    @property
    def is_aside(self) -> bool:
        """Whether the words speak of anything but this session's outcome."""
        return self.mention is not None and self.mention.framing not in (None, "outcome")

    def values(self) -> dict[str, Any]:
        """Return what the page tells of the words, as plain values."""
        told: dict[str, Any] = {"text": visible(self.text), "label": self.label}
        if self.mention is not None:
            told |= {
                "value": visible(_value(self.mention)),
                "rule": visible(self.mention.rule),
                "score": round(self.mention.score, 4),
                "framing": self.mention.framing,
                "entity": visible(self.mention.entity_id or ""),
            }
        return told


class PageSpans:
    """All spans of a report; `at` finds those of evidence, `of_mention` those of mentions."""

    def __init__(self, extraction: Extraction) -> None:
        evidence = evidence_of(extraction)
        mentions = {(one.start, one.end): one for one in reversed(extraction.mentions)}
        words = {(item.start, item.end): item.text for item in evidence}
        words |= {bounds: one.text for bounds, one in mentions.items()}
        self.all: Sequence[PageSpan] = tuple(
            PageSpan(number, start, end, words[start, end], mentions.get((start, end)))
            for number, (start, end) in enumerate(sorted(words, key=_outermost_first))
        )
        self._numbers = {(span.start, span.end): span.number for span in self.all}
        self._mentions = extraction.mentions

    def at(self, item: Evidence) -> int:
        """Return the number of the span that a piece of evidence cites."""
        return self._numbers[item.start, item.end]

    def of_mention(self, index: int) -> int:
        """Return the number of a mention's span."""
        mention = self._mentions[index]
        return self._numbers[mention.start, mention.end]


def evidence_of(extraction: Extraction) -> list[Evidence]:
    """Return the evidence of all results, of the session and of its classes."""
    return list(_evidence(extraction))


def _evidence(extraction: Extraction) -> Iterator[Evidence]:
    yield from extraction.session.evidence
    holders: Iterable[Sequence[Evidence]] = (
        *(facts.evidence for facts in extraction.session.classes),
        *(result.evidence for result in extraction.results),
    )
    for items in holders:
        yield from items


def _outermost_first(bounds: tuple[int, int]) -> tuple[int, int]:
    return bounds[0], -bounds[1]


def _value(mention: Mention) -> str:
    if mention.value is None:
        return ""
    about = "about " if mention.approx else ""
    return f"{about}{mention.value}{f' {mention.unit}' if mention.unit else ''}"
