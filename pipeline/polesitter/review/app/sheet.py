"""One report on the desk: its text, its history, and the grid that follows from them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from polesitter.errors import PolesitterError
from polesitter.review.app.cells import SESSION_FIELDS
from polesitter.review.app.draft import Draft
from polesitter.review.app.gold import Gold, gold_of
from polesitter.review.app.history import REDO, UNDO, History
from polesitter.review.app.keys import gold_id
from polesitter.review.app.library import Reading
from polesitter.review.app.links import Span
from polesitter.review.app.mark_value import mark_reader
from polesitter.review.app.merge import merge_parts, one_numbering
from polesitter.review.app.part import parts_of
from polesitter.review.app.rerun import Reread
from polesitter.review.app.rows import Row, rows_of
from polesitter.review.app.steps import Step, Words, take
from polesitter.types import Mention

if TYPE_CHECKING:
    from spacy.language import Language


class Sheet:
    """A report under review.

    Steps are replayed to drafts, one per step, so that undo is no work; the later stages
    of the pipeline run for the parts of the text whose mentions changed, and no others.
    """

    def __init__(self, nlp: "Language", reading: Reading, events: Sequence[Step] = ()) -> None:
        self.reading = reading
        self.words = Words(reading.text, mark_reader(nlp, reading.text))
        self.parts = parts_of(nlp, reading)
        self.history = History()
        self.drafts = [Draft(reading.mentions)]
        self.latest: tuple[Draft, list[Reread], list[list[Mention]]] | None = None
        for event in events:
            self._replay(event)

    @property
    def draft(self) -> Draft:
        """The report as it stands."""
        return self.drafts[self.history.standing]

    def check(self, event: Step) -> None:
        """Raise PolesitterError where a step, undo or redo cannot be taken now."""
        if event.get("kind") not in (UNDO, REDO):
            take(self.draft, event, self.words)
            return
        trial = History(list(self.history.steps), self.history.standing)
        trial.take(event)

    def take(self, event: Step) -> None:
        """Take a step, undo or redo. Raises PolesitterError where it cannot be."""
        if event.get("kind") not in (UNDO, REDO):
            draft = take(self.draft, event, self.words)
            del self.drafts[self.history.standing + 1 :]
            self.drafts.append(draft)
        self.history.take(event)

    def _replay(self, event: Step) -> None:
        """Take a logged event; one that another model's mentions leave no sense in does nothing."""
        try:
            self.take(event)
        except PolesitterError:
            del self.drafts[self.history.standing + 1 :]
            self.drafts.append(self.draft)
            self.history.take(event)

    def changed_parts(self, before: Draft) -> list[int]:
        """Return the numbers of the parts whose mentions or links differ from a draft's."""
        after = self.draft
        if before.mentions is after.mentions and before.links is after.links:
            return []
        return [
            number
            for number, part in enumerate(self.parts)
            if part.asked_of(before) != part.asked_of(after)
        ]

    def mentions(self, draft: Draft | None = None) -> list[list[Mention]]:
        """Return the mentions of each part with framing and entities, told across all parts."""
        return self._read(draft)[1]

    def rows(self, draft: Draft | None = None) -> list[Row]:
        """Return the grid."""
        results = merge_parts([told.results for told in self._told(draft)])
        mentions = [one for own in self.mentions(draft) for one in own]
        return rows_of(results, mentions, draft or self.draft)

    def session(self, draft: Draft | None = None) -> dict[str, Any]:
        """Return the facts of the session by their names in corpus/GUIDE.md."""
        facts: dict[str, Any] = {}
        for field in SESSION_FIELDS:
            values = (getattr(one.session, field.column) for one in self._told(draft))
            value = next((value for value in values if value is not None), None)
            facts[field.name] = value.isoformat() if field.name == "date" and value else value
        return facts | dict((draft or self.draft).session)

    def session_spans(self) -> Mapping[str, list[Span]]:
        """Return the words behind each fact of the session that the extractor found."""
        spans: dict[str, list[Span]] = {}
        columns = {field.column: field.name for field in SESSION_FIELDS}
        for told in self._told():
            for item in told.session.evidence:
                name = columns.get(item.field)
                if name is not None and name not in self.draft.session:
                    spans.setdefault(name, []).append((item.start, item.end))
        return spans

    def gold(self) -> Gold | None:
        """Return the corpus files as last accepted; None where the report is not accepted."""
        number = self.history.accepted
        return None if number is None else self.gold_of(self.drafts[number])

    def gold_of(self, draft: Draft) -> Gold:
        """Return the corpus files of a draft. Raises PolesitterError (E763)."""
        return gold_of(
            gold_id(self.reading.source),
            self.reading.text,
            [one for own in self.mentions(draft) for one in own],
            self.session(draft),
            self.rows(draft),
        )

    def _told(self, draft: Draft | None = None) -> list[Reread]:
        return self._read(draft)[0]

    def _read(self, draft: Draft | None) -> tuple[list[Reread], list[list[Mention]]]:
        """What the parts say of a draft; the latest answer is kept for those who ask again."""
        draft = draft or self.draft
        if self.latest is None or self.latest[0] is not draft:
            told = [part.read(draft) for part in self.parts]
            self.latest = draft, told, one_numbering([one.mentions for one in told])
        return self.latest[1:]
