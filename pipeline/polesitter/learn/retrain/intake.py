"""Taking in new reports: what may be learned from, where it belongs, what is set aside and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polesitter.learn.corpus import GoldReport
from polesitter.learn.retrain.annotation_check import check_report
from polesitter.learn.retrain.delivery import Delivered
from polesitter.learn.retrain.known_reports import KnownReports, Place
from polesitter.learn.retrain.outcome import Intake, Refusal
from polesitter.relations.about.is_qualifying import qualifying_score


@dataclass(slots=True)
class TakenIn:
    """The reports to learn from by id, and their files by POSIX path within the corpus."""

    reports: dict[str, GoldReport] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)

    def add(self, report: GoldReport, delivered: Delivered, place: Place) -> None:
        """Take up a report; one that is as in the corpus brings no files."""
        self.places[report.id] = place
        if place.kind != "unchanged":
            self.reports[report.id] = report
            self.files[f"{place.part}/{report.id}.txt"] = delivered.marked
            self.files[f"{place.part}/{report.id}.json"] = delivered.record

    def told(self, suspicions: Iterable[str] = ()) -> Intake:
        """Return what there is to tell of it."""
        return Intake(
            added=self._of("added"),
            replaced=self._of("replaced"),
            unchanged=self._of("unchanged"),
            alike=tuple(sorted(id for id, place in self.places.items() if place.alike)),
            off_topic=tuple(
                sorted(id for id, one in self.reports.items() if qualifying_score(one.text) == 0)
            ),
            refused=tuple(self.refused),
            suspicions=tuple(suspicions),
        )

    def _of(self, kind: str) -> tuple[str, ...]:
        return tuple(sorted(id for id, place in self.places.items() if place.kind == kind))


def take_in(
    deliveries: Iterable[Delivered | Refusal], known: KnownReports, staging: Path
) -> TakenIn:
    """Check every report by itself and find its place; `staging` is an empty folder for it.

    A report is refused for one bad mark: without that mark it would teach that nothing
    stands there.
    """
    taken = TakenIn()
    for delivered in sorted_by_id(deliveries):
        if isinstance(delivered, Refusal):
            taken.refused.append(delivered)
            continue
        checked = check_report(delivered, staging / delivered.id)
        outcome = known.place(checked, delivered) if isinstance(checked, GoldReport) else checked
        if isinstance(outcome, Refusal):
            taken.refused.append(outcome)
        elif isinstance(checked, GoldReport):
            taken.add(checked, delivered, outcome)
    return taken


def sorted_by_id(deliveries: Iterable[Delivered | Refusal]) -> list[Delivered | Refusal]:
    """Return deliveries so that the order of the files makes no difference to what is learned."""
    return sorted(deliveries, key=_id)


def write_corpus(corpus: Path, files: Mapping[str, bytes]) -> None:
    """Write new and changed files into a copy of the corpus."""
    for name, content in files.items():
        place = corpus / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _id(delivery: Delivered | Refusal) -> str:
    return delivery.id if isinstance(delivery, Delivered) else delivery.report
