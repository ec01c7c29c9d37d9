"""Retraining from end to end: take in, build without the held-out reports, judge, promote."""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polesitter.errors import PolesitterError
from polesitter.learn.fold_corpus import copy_without
from polesitter.learn.pattern_changes import PatternChanges
from polesitter.learn.predictions import Prediction
from polesitter.learn.retrain.delivery import read_deliveries
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.fingerprint import data_date, fingerprint
from polesitter.learn.retrain.gate import judge
from polesitter.learn.retrain.held_out import hold_out, to_judge
from polesitter.learn.retrain.intake import TakenIn, take_in, write_corpus
from polesitter.learn.retrain.known_reports import KnownReports
from polesitter.learn.retrain.learnt_lines import write_changes
from polesitter.learn.retrain.outcome import GateResult, RetrainOutcome, Verdict
from polesitter.learn.retrain.promotion import Promotion, promote, recover
from polesitter.learn.retrain.record import history_line, learning_of, write_meta
from polesitter.learn.retrain.side_by_side import Order, build, build_one, builders, prepare
from polesitter.learn.retrain.store import ModelStore
from polesitter.learn.retrain.suspicion import agreement_of, suspicions
from polesitter.learn.retrain.twin import Twin, forget_other_twins, keep_twin, kept_twin
from polesitter.learn.retrain.twin_orders import twin_orders
from polesitter.learn.retrain.version import next_version
from polesitter.learn.retrain.workshop import Workshop
from polesitter.learn.taught_parts import taught_parts


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a project keeps what it learns from, and its models."""

    corpus: Path
    patterns: Path
    models: Path


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to retrain. `reason`: why to use the new model even if it is worse.

    `jobs`: models built at a time; with more than one the new model is begun before its
    twin has been judged.
    """

    dry_run: bool = False
    reason: str | None = None
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Built:
    """The twins of the model in use and of the new one, and what was read meanwhile.

    `read`: what the old twin reads in the reports it was not taught, `in_use`: what the
    model in use reads in the new ones, by their ids.
    """

    old: Twin
    new: Twin
    read: Mapping[str, Prediction]
    in_use: Mapping[str, Prediction]


class Retraining:
    """One retraining; `run` is called once, on a store that is locked.

    `work`: an empty folder on the disk of the models.
    """

    def __init__(
        self,
        folders: Folders,
        workshop: Workshop,
        tell: Callable[[str], None],
        wishes: Wishes,
        work: Path,
    ) -> None:
        self.folders = folders
        self.workshop = workshop
        self.tell = tell
        self.wishes = wishes
        self.work = work
        self.store = ModelStore(folders.models)
        self.known = KnownReports(folders.corpus)
        self.parent = self.store.current()
        self.final = Order(work / "corpus", work / "patterns", work / "final")

    def run(self, new: Sequence[Path]) -> RetrainOutcome:
        """Do all of it; where it is a dry run or refused, only the twin kept is new on disk."""
        self.tell("Checking the new reports")
        taken = take_in(read_deliveries(new), self.known, self.work / "new")
        outcome = self._outcome(taken)
        if not taken.reports and (taken.refused or self._is_up_to_date()):
            return replace(outcome, verdict="refused" if taken.refused else "nothing new")
        outcome, built = self._build(taken, outcome)
        outcome = replace(outcome, intake=taken.told(self._signs(taken, built)))
        gate = self._judge(taken, built)
        verdict = self._verdict(gate)
        reason = self.wishes.reason if verdict == "kept anyway" else None
        outcome = replace(outcome, verdict=verdict, gate=gate, reason=reason)
        if verdict != "refused" and not self.wishes.dry_run:
            self._promote(outcome, taken, built.new)
        return outcome

    def _outcome(self, taken: TakenIn) -> RetrainOutcome:
        """What is known after the intake; the new corpus is written out for the later steps."""
        copy_without(self.folders.corpus, (), self.work / "corpus")
        write_corpus(self.work / "corpus", taken.files)
        reports = {**self.known.reports(), **taken.reports}
        known = [self.parent.version, *(model.version for model in self.store.kept())]
        return RetrainOutcome(
            verdict="refused",
            parent=self.parent.version,
            version=next_version(self.parent.version, known),
            intake=taken.told(),
            reports=len(reports),
            corpus_hash=fingerprint(self.work / "corpus", self.folders.patterns).corpus,
            data_date=data_date(reports.values()),
            dry_run=self.wishes.dry_run,
        )

    def _is_up_to_date(self) -> bool:
        now = fingerprint(self.folders.corpus, self.folders.patterns)
        learning = self.parent.learning
        return (learning.get("corpus"), learning.get("patterns")) == (now.corpus, now.patterns)

    def _build(self, taken: TakenIn, outcome: RetrainOutcome) -> tuple[RetrainOutcome, Built]:
        """Learn the patterns, and build the twins of the model in use and of the new one.

        The twins do not wait for the patterns: each learns its own, if any.
        """
        old = kept_twin(self.store)
        if old is not None and not old.held <= self.known.reports().keys():
            old = None
        held = old.held if old is not None else hold_out(self.known.parts)
        old_order, new_order = twin_orders(
            self.folders.corpus, self.folders.patterns, self.work, taken, held
        )
        alone = old is not None or new_order == old_order
        early = self.wishes.jobs > 1 and not self.wishes.dry_run
        with builders(self.wishes.jobs) as crew:
            self.tell("Learning names and slot patterns")
            parts = taught_parts(self.work / "corpus")
            learnt = crew.submit(self.workshop.induce, parts, self.folders.patterns)
            built = [] if alone else [crew.submit(build_one, self.workshop, old_order)]
            # Apart from its model, so that who has learned the patterns can do it: the
            # new model takes as long as a twin and a half.
            prepared = crew.submit(prepare, self.workshop, new_order)
            outcome = self._write_patterns(outcome, learnt.result())
            count = 2 - alone + early
            self.tell(f"Building {count} models, those that are compared without their judges")
            if early:
                built.append(crew.submit(build_one, self.workshop, self.final))
            built.append(crew.submit(build, self.workshop, prepared.result()))
            if old is None:
                built[0].result()
                old = keep_twin(self.store, Twin(old_order.model, held), self.store.in_use)
            known = self.known.reports()
            judges = [known[id] for id in sorted(old.held)]
            read = crew.submit(self.workshop.read, old.model, judges)
            in_use = crew.submit(self.workshop.read, self.store.in_use, [*taken.reports.values()])
            for one in built:
                one.result()  # also raises what went wrong in a worker
            new = Twin(new_order.model, new_order.held)
            return outcome, Built(old, new, read.result(), in_use.result())

    def _write_patterns(self, outcome: RetrainOutcome, learnt: PatternChanges) -> RetrainOutcome:
        """Write out what all reports taught, for the new model."""
        shutil.copytree(self.folders.patterns, self.work / "patterns")
        write_changes(self.work / "patterns", learnt)
        return replace(outcome, learnt=learnt)

    def _signs(self, taken: TakenIn, built: Built) -> list[str]:
        known = self.known.reports()
        usual = agreement_of([known[id] for id in sorted(built.old.held)], built.read)
        return list(suspicions(list(taken.reports.values()), built.in_use, usual))

    def _judge(self, taken: TakenIn, built: Built) -> GateResult:
        self.tell("Comparing old and new")
        golds = to_judge(built.old.held, self.known.reports(), taken.reports)
        dev = frozenset(self.known.parts["dev"])
        return judge(golds, built.read, self.workshop.read(built.new.model, golds), dev)

    def _verdict(self, gate: GateResult) -> Verdict:
        if gate.passed:
            return "promoted"
        return "kept anyway" if self.wishes.reason is not None else "refused"

    def _promote(self, outcome: RetrainOutcome, taken: TakenIn, twin: Twin) -> None:
        if not self.final.model.exists():
            self.tell(f"Building model {outcome.version}")
            build_one(self.workshop, self.final)
        learned_from = fingerprint(self.work / "corpus", self.work / "patterns")
        learning = learning_of(outcome, learned_from.patterns)
        write_meta(self.final.model, {"version": outcome.version, "learning": learning})
        files = {self.folders.corpus / name: data for name, data in taken.files.items()}
        for name, text in outcome.learnt.files.items():
            files[self.folders.patterns / name] = text.encode()
        try:
            keep_twin(self.store, twin, self.final.model)
            promote(self.store, Promotion(self.final.model, files, history_line(outcome)))
        except OSError as error:
            raise PolesitterError(
                RetrainErrors.E656.format(root=self.folders.models, detail=error)
            ) from error
        forget_other_twins(self.store)


def retrain(
    new: Sequence[Path],
    folders: Folders,
    workshop: Workshop,
    tell: Callable[[str], None],
    wishes: Wishes | None = None,
) -> RetrainOutcome:
    """Learn from new annotated reports, and use the new model if it is nowhere worse.

    `new`: folders and files as of read_deliveries. `tell` is called before each step.
    The same input gives the same bytes, however many jobs; killed at any moment, the old
    model is in use. Raises PolesitterError where a folder is missing (E650), another
    retraining is at work (E651), the reason is empty (E655) or nothing could be written
    (E656).
    """
    chosen = wishes or Wishes()
    if chosen.reason is not None and not chosen.reason.strip():
        raise PolesitterError(RetrainErrors.E655)
    for path, what in (
        (folders.corpus, "corpus"),
        (folders.patterns, "patterns folder"),
        (workshop.config, "config of the pipeline"),
    ):
        if not path.exists():
            raise PolesitterError(RetrainErrors.E650.format(path=path, what=what))
    store = ModelStore(folders.models)
    with store.locked():
        recover(store)
        store.staging.mkdir(exist_ok=True)
        # A name of its own: a worker that outlives a killed run must not write into this one.
        with tempfile.TemporaryDirectory(dir=store.staging, prefix="work-") as work:
            return Retraining(folders, workshop, tell, chosen, Path(work)).run(new)
