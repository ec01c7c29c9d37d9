"""A session of review: the queue, the sheets that are open, the log and the corpus folder."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from polesitter.errors import Errors, PolesitterError
from polesitter.review.app.gold import gold_paths, remove_gold, write_gold
from polesitter.review.app.history import History
from polesitter.review.app.journal import Journal, Subject
from polesitter.review.app.keys import gold_id, key_of
from polesitter.review.app.library import Library
from polesitter.review.app.queue import Entry, read_queue
from polesitter.review.app.sheet import Sheet
from polesitter.review.app.steps import Step

if TYPE_CHECKING:
    from spacy.language import Language

OPEN_SHEETS = 8
"""Reports kept in memory; others are read again and their steps replayed."""

LOCK = ".review.lock"


class StaleError(Exception):
    """A step was meant for an earlier state of the report than it is in now."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review is: `session` counts what was decided since it was started."""

    total: int
    accepted: int
    skipped: int
    session: int


class Desk:
    """Everything the pages need; one person works at it, perhaps in several tabs."""

    def __init__(self, nlp: "Language", library: Library, journal: Journal, corpus: Path) -> None:
        self.nlp = nlp
        self.library = library
        self.journal = journal
        self.corpus = corpus
        self.queue = read_queue(library)
        self.entries = {entry.key: entry for entry in self.queue}
        self.events = journal.read()
        self.sheets: OrderedDict[str, Sheet] = OrderedDict()
        self.decided: set[str] = set()
        self.once_accepted: set[str] = set()
        self.statuses: dict[str, str] = {}
        self._note_statuses()
        self._restore()

    def sheet(self, key: str) -> Sheet:
        """Return an open report. Raises KeyError where there is none of that key."""
        if key not in self.sheets:
            reading = self.library.read(self.entries[key].source)
            self.sheets[key] = Sheet(self.nlp, reading, self.events.get(reading.subject, ()))
            if len(self.sheets) > OPEN_SHEETS:
                self.sheets.popitem(last=False)
        self.sheets.move_to_end(key)
        return self.sheets[key]

    def take(self, key: str, revision: int, step: Step) -> Sheet:
        """Take a step on a report, on disk before it counts.

        Raises StaleError where `revision` is not the report's, PolesitterError where the
        step makes no sense; then nothing has changed.
        """
        sheet = self.sheet(key)
        if revision != sheet.history.revision:
            raise StaleError
        sheet.check(step)
        if step.get("kind") == "accept":
            sheet.gold_of(sheet.draft)  # What cannot be written must not be accepted.
            self._check_free(sheet)
        subject = sheet.reading.subject
        self.journal.append(subject, revision + 1, step)
        self.events.setdefault(subject, []).append(step)
        accepted_before = sheet.history.accepted
        sheet.take(step)
        self.statuses[key] = sheet.history.status
        if step.get("kind") == "accept":
            self.once_accepted.add(subject.source)
        if step.get("kind") in ("accept", "skip"):
            self.decided.add(key)
        if step.get("kind") == "accept" or sheet.history.accepted != accepted_before:
            self._put_down(sheet)
        return sheet

    def status(self, key: str) -> str:
        """Return "open", "accepted", "changed" or "skipped"."""
        return self.statuses.get(key, "open")

    def listed(self, show: str = "open", search: str = "") -> Sequence[Entry]:
        """Return the entries of a status ("all": of any) whose source or heading holds words."""
        wanted = search.casefold()
        return [
            entry
            for entry in self.queue
            if (show == "all" or _group(self.status(entry.key)) == show)
            and (not wanted or wanted in entry.source.casefold()
                 or wanted in entry.heading.casefold())
        ]  # fmt: skip

    def following(self, key: str) -> str | None:
        """Return the key of the open report that comes next in the queue, from its top at last."""
        place = next((n for n, entry in enumerate(self.queue) if entry.key == key), -1)
        for entry in (*self.queue[place + 1 :], *self.queue[: max(place, 0)]):
            if self.status(entry.key) in ("open", "changed"):
                return entry.key
        return None

    @property
    def counts(self) -> Counts:
        """How far the review is."""
        known = list(self.statuses.values())
        return Counts(
            len(self.queue), known.count("accepted"), known.count("skipped"), len(self.decided)
        )

    def _note_statuses(self) -> None:
        rows = self.library.columns("reports", ["source", "sha256"]).to_pylist()
        current = {Subject(**row) for row in rows}
        for subject, events in self.events.items():
            if any(event.get("kind") == "accept" for event in events):
                self.once_accepted.add(subject.source)
            if subject in current:
                self.statuses[key_of(subject.source)] = History.of(events).status

    def _restore(self) -> None:
        """Write the files of reports that were accepted just before a crash."""
        for key, status in list(self.statuses.items()):
            name = gold_id(self.entries[key].source)
            missing = not all(path.exists() for path in gold_paths(self.corpus, name))
            if status in ("accepted", "changed") and missing:
                self._put_down(self.sheet(key))

    def _put_down(self, sheet: Sheet) -> None:
        """Have the corpus folder hold what the history says, no more and no less."""
        gold = sheet.gold()
        if gold is not None:
            write_gold(self.corpus, gold)
        elif sheet.reading.source in self.once_accepted:
            remove_gold(self.corpus, gold_id(sheet.reading.source))

    def _check_free(self, sheet: Sheet) -> None:
        if sheet.reading.source in self.once_accepted:
            return
        for path in gold_paths(self.corpus, gold_id(sheet.reading.source)):
            if path.exists():
                raise PolesitterError(Errors.E756.format(path=path.name))


def _group(status: str) -> str:
    return "open" if status == "changed" else status


@contextmanager
def alone_in(corpus: Path) -> Iterator[None]:
    """Hold the corpus folder for one review. Raises PolesitterError (E760) if it is held."""
    corpus.mkdir(parents=True, exist_ok=True)
    lock = FileLock(corpus / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise PolesitterError(Errors.E760.format(out=corpus)) from error
    try:
        yield
    finally:
        lock.release()
