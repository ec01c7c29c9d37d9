"""What of the inputs is to be read, because it is new or differs from what the ledger has."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from polesitter.records.dataset.ledger import Ledger
from polesitter.run.reading import digest_of, read_input
from polesitter.text.input_file import InputFile
from polesitter.types import Report, ReportError


class State(StrEnum):
    """How an input stands to the ledger."""

    NEW = "new"
    CHANGED = "changed"
    OTHER_MODEL = "read by another model"
    FORCED = "read anew"
    FAILED = "failed before"
    DONE = "unchanged"
    FAULTY = "unchanged and set aside before"


@dataclass(slots=True)
class Survey:
    """Goes through the inputs once; `states` counts them, `seen` has their sources.

    `again`: read everything. `retry`: read what failed, though it is the same. `errors`
    are those of containers that the dataset does not have yet, `mended` the sources
    whose errors it has and that have none any more.
    """

    ledger: Ledger
    max_chars: int
    again: bool = False
    retry: bool = False
    states: Counter[State] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    errors: list[ReportError] = field(default_factory=list)
    mended: set[str] = field(default_factory=set)

    def files(self, files: Iterable[InputFile]) -> list[InputFile]:
        """Return those of the files with one report each that are to be read."""
        return [file for file in files if self._counted(self._state_of_file(file), file)]

    def items(self, file: InputFile) -> Iterator[Report]:
        """Read a file of many reports; yield the reports that are new or changed."""
        errors = []
        for read in read_input(file, self.max_chars):
            if isinstance(read, ReportError):
                errors.append(read)
            elif self._counted(self._state_of_item(read), read):
                yield read
        self.set_aside(file.source, errors)

    def set_aside(self, source: str, errors: list[ReportError]) -> None:
        """Compare what is wrong with an input itself to what the dataset has of it."""
        if errors:
            self.seen.add(source)
        known = self.ledger.errors.get(source, [])
        if self.again or _told(errors) != _told(known):
            self.errors.extend(errors)
            if not errors:
                self.mended.add(source)

    def vanished(self) -> set[str]:
        """Return the sources of the dataset that were not among the inputs."""
        return self.ledger.sources() - self.seen - self.mended

    def _counted(self, state: State, item: InputFile | Report) -> bool:
        self.seen.add(item.source)
        if state is not State.DONE:
            self.states[state] += 1
            return True
        self.states[State.FAULTY if self.ledger.errors.get(item.source) else State.DONE] += 1
        return False

    def _state_of_file(self, file: InputFile) -> State:
        state = self._state(file.source)
        if state is State.DONE and not self._is_known(file.source, digest_of(file)):
            return State.CHANGED
        return state

    def _state_of_item(self, report: Report) -> State:
        state = self._state(report.source)
        if state is State.DONE and not self._is_known(report.source, report.sha256):
            return State.CHANGED
        if state is State.DONE and report.source in self.ledger.digests:
            # The day of publication is no part of the text, but of what is read from it.
            dated = self.ledger.dated.get(report.source)
            return State.DONE if dated == report.published else State.CHANGED
        return state

    def _state(self, source: str) -> State:
        """Return how a source stands to the ledger, but for its bytes."""
        errors = self.ledger.errors.get(source, ())
        if not errors and source not in self.ledger.digests:
            return State.NEW
        if self.again:
            return State.FORCED
        if errors and (self.retry or any(error.sha256 is None for error in errors)):
            return State.FAILED
        return State.OTHER_MODEL if source in self.ledger.outdated else State.DONE

    def _is_known(self, source: str, sha256: str | None) -> bool:
        if sha256 is None:
            return False
        failed = {error.sha256 for error in self.ledger.errors.get(source, ())}
        return sha256 in failed or self.ledger.digests.get(source) == bytes.fromhex(sha256)


def _told(errors: Iterable[ReportError]) -> list[tuple[str, str, str]]:
    return sorted((error.stage, error.error, error.message) for error in errors)
