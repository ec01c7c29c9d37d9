"""The log of decisions: one line of JSON per step, never changed, on disk before it counts."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from polesitter.review.app.steps import Step

NAME = "decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Subject:
    """The report that a step is about: its source and SHA-256, as in the reports table.

    A report that has changed since is another subject, for its offsets moved.
    """

    source: str
    sha256: str


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Journal:
    """Appends steps to a log and reads them back.

    A line cut short by a crash was never confirmed to anybody: it is passed over.
    """

    def __init__(
        self, path: Path, author: str, model: str, *, clock: Callable[[], str] = now
    ) -> None:
        self.path = path
        self.author = author
        self.model = model
        self.clock = clock

    def append(self, subject: Subject, revision: int, step: Step) -> None:
        """Write one step and wait until the disk has it. Raises OSError where it cannot."""
        line = {
            "time": self.clock(),
            "author": self.author,
            "model": self.model,
            "source": subject.source,
            "sha256": subject.sha256,
            "revision": revision,
            "step": dict(step),
        }
        data = json.dumps(line, ensure_ascii=True) + "\n"
        with self.path.open("ab+") as file:
            if _ends_within_a_line(file):
                data = "\n" + data
            file.write(data.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> dict[Subject, list[Step]]:
        """Return the steps of every report in order; {} before the first."""
        steps: dict[Subject, list[Step]] = {}
        for line in self._lines():
            try:
                subject = Subject(line["source"], line["sha256"])
                step, revision = line["step"], line["revision"]
            except (KeyError, TypeError):
                continue
            own = steps.setdefault(subject, [])
            if not isinstance(step, dict):
                continue
            if own and revision == len(own):
                # The line before was written, but the disk failed to confirm it.
                own[-1] = step
            elif revision == len(own) + 1:
                own.append(step)
        return steps

    def _lines(self) -> Iterator[Any]:
        try:
            with self.path.open("rb") as file:
                for line in file:
                    try:
                        yield json.loads(line)
                    except ValueError:
                        continue
        except FileNotFoundError:
            return


def _ends_within_a_line(file: Any) -> bool:
    file.seek(0, os.SEEK_END)
    if not file.tell():
        return False
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) != b"\n")
