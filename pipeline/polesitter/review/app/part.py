"""A part of a report, read anew when its mentions change."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from polesitter.review.app.draft import Draft
from polesitter.review.app.library import Reading
from polesitter.review.app.links import Span
from polesitter.review.app.parts import cut
from polesitter.review.app.rerun import Reread, rerun
from polesitter.review.app.rows import anchor
from polesitter.types import Evidence, Mention, Session

if TYPE_CHECKING:
    from spacy.language import Language

KEPT = 32
"""Answers a part remembers, so that undo and redo run nothing."""

Asked = tuple[tuple[tuple[int, int, str], ...], tuple[tuple[Span, Span | None], ...]]
"""What an answer depends on: bounds and labels of the part's mentions, and its links."""


class Part:
    """A stretch [start, end) of a report's text, and what the extractor says of it.

    Offsets that go in and out are those of the whole report.
    """

    def __init__(
        self,
        nlp: "Language",
        reading: Reading,
        start: int,
        end: int,
        *,
        number: int = 0,
        alone: bool = True,
    ) -> None:
        self.nlp = nlp
        self.start = start
        self.end = end
        self.text = reading.text[start:end]
        self.published: date | None = reading.published
        # A part may hold too few signs of qualifying to be taken for a report by itself.
        self.qualifying = None if alone else reading.qualifying
        # Entities are told within a part, so that their ids must say which.
        self.prefix = "" if alone else f"p{number}."
        self.first = number == 0
        self.answers: dict[Asked, Reread] = {}
        given = Draft(reading.mentions)
        self.answers[self.asked_of(given)] = self._as_extracted(reading)

    def asked_of(self, draft: Draft) -> Asked:
        """Return what the answer for a draft depends on."""
        return (
            tuple((one.start, one.end, one.label) for one in self._own(draft)),
            tuple((a, b) for a, b in draft.links.items() if self._holds(a[0])),
        )

    def read(self, draft: Draft) -> Reread:
        """Return what the later stages make of a draft's mentions."""
        asked = self.asked_of(draft)
        if asked not in self.answers:
            self.answers[asked] = self._rerun(draft)
            if len(self.answers) > KEPT:
                # The first answer is the extractor's own, which undo may lead back to.
                del self.answers[list(self.answers)[1]]
        return self.answers[asked]

    def _rerun(self, draft: Draft) -> Reread:
        own = [_moved(one, -self.start) for one in self._own(draft)]
        links: Mapping[Span, Span | None] = {
            _shifted(a, -self.start): _shifted(b, -self.start) if b else None
            for a, b in draft.links.items()
            if self._holds(a[0])
        }
        told = rerun(
            self.nlp,
            self.text,
            own,
            published=self.published,
            links=links,
            qualifying=self.qualifying,
        )
        return Reread(
            tuple(
                replace(result, evidence=_all_moved(result.evidence, self.start))
                for result in told.results
            ),
            replace(told.session, evidence=_all_moved(told.session.evidence, self.start)),
            tuple(
                replace(_moved(one, self.start), entity_id=self._entity(one))
                for one in told.mentions
            ),
        )

    def _as_extracted(self, reading: Reading) -> Reread:
        """Return this part's share of what the whole pipeline found in the whole text."""
        results = tuple(one for one in reading.results if self._holds(anchor(one)))
        mentions = tuple(one for one in reading.mentions if self._holds(one.start))
        session = reading.session if self.first else Session()
        facts = [item for result in reading.results for item in result.evidence]
        if self.first:
            session = replace(session, evidence=_session_evidence(facts))
        return Reread(results, session, mentions)

    def _entity(self, mention: Mention) -> str | None:
        return None if mention.entity_id is None else f"{self.prefix}{mention.entity_id}"

    def _own(self, draft: Draft) -> tuple[Mention, ...]:
        first = bisect_left(draft.mentions, self.start, key=_start)
        return draft.mentions[first : bisect_left(draft.mentions, self.end, key=_start)]

    def _holds(self, start: int) -> bool:
        return self.start <= start < self.end


def parts_of(nlp: "Language", reading: Reading) -> list[Part]:
    """Return the parts of a report in text order; an ordinary report has one."""
    bounds = cut(reading.text)
    alone = len(bounds) == 1
    return [
        Part(nlp, reading, start, end, number=number, alone=alone)
        for number, (start, end) in enumerate(bounds)
    ]


def _session_evidence(items: list[Evidence]) -> tuple[Evidence, ...]:
    """The words behind the session's names, which tables repeat on every row."""
    names = ("series", "event", "track", "session_date")
    return tuple(dict.fromkeys(item for item in items if item.field in names))


def _start(mention: Mention) -> int:
    return mention.start


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _all_moved(items: tuple[Evidence, ...], by: int) -> tuple[Evidence, ...]:
    return tuple(replace(item, start=item.start + by, end=item.end + by) for item in items)
