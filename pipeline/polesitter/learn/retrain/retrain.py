"""Retraining from end to end: take in, build without the held-out reports, judge, promote."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polesitter.errors import PolesitterError
from polesitter.learn.fold_corpus import copy_without
from polesitter.learn.pattern_changes import PatternChanges
from polesitter.learn.predictions import Prediction
from polesitter.learn.retrain.delivery import read_deliveries
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.fingerprint import data_date, fingerprint, taught_parts
from polesitter.learn.retrain.gate import judge
from polesitter.learn.retrain.held_out import hold_out, to_judge
from polesitter.learn.retrain.intake import TakenIn, take_in, write_corpus
from polesitter.learn.retrain.known_reports import KnownReports
from polesitter.learn.retrain.learnt_lines import has_learnt_lines, write_changes
from polesitter.learn.retrain.outcome import GateResult, RetrainOutcome, Verdict
from polesitter.learn.retrain.promotion import Promotion, promote, recover
from polesitter.learn.retrain.record import history_line, learning_of
from polesitter.learn.retrain.store import ModelStore
from polesitter.learn.retrain.suspicion import agreement_of, suspicions
from polesitter.learn.retrain.twin import (
    Twin,
    Workshop,
    forget_other_twins,
    keep_twin,
    kept_twin,
)
from polesitter.learn.retrain.version import next_version

WORK = "work"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a project keeps what it learns from, and its models."""

    corpus: Path
    patterns: Path
    models: Path


class Retraining:
    """One retraining; `run` is called once, on a store that is locked."""

    def __init__(
        self,
        folders: Folders,
        workshop: Workshop,
        tell: Callable[[str], None],
        *,
        dry_run: bool,
        reason: str | None,
    ) -> None:
        self.folders = folders
        self.workshop = workshop
        self.tell = tell
        self.dry_run = dry_run
        self.reason = reason
        self.store = ModelStore(folders.models)
        self.work = self.store.staging / WORK
        self.known = KnownReports(folders.corpus)
        self.parent = self.store.current()

    def run(self, new: Sequence[Path]) -> RetrainOutcome:
        """Do all of it; where it is a dry run or refused, only the twin kept is new on disk."""
        self.tell("Checking the new reports")
        taken = take_in(read_deliveries(new), self.known, self.work / "new")
        outcome = self._outcome(taken)
        if not taken.reports and (taken.refused or self._is_up_to_date(outcome)):
            return replace(outcome, verdict="refused" if taken.refused else "nothing new")
        old = self._old_twin()
        read = self.workshop.read(old.model, [self.known.reports()[id] for id in sorted(old.held)])
        outcome = replace(outcome, intake=taken.told(self._signs(taken, old, read)))
        self.tell("Learning names and slot patterns")
        outcome = replace(outcome, learnt=self._learn_patterns(taken))
        new_twin = self._new_twin(old, taken)
        gate = self._judge(old, new_twin, taken, read)
        verdict = self._verdict(gate)
        kept_for = self.reason if verdict == "kept anyway" else None
        outcome = replace(outcome, verdict=verdict, gate=gate, reason=kept_for)
        if verdict != "refused" and not self.dry_run:
            self._promote(outcome, taken, new_twin)
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
            dry_run=self.dry_run,
        )

    def _is_up_to_date(self, outcome: RetrainOutcome) -> bool:
        now = fingerprint(self.folders.corpus, self.folders.patterns)
        learning = self.parent.learning
        return (learning.get("corpus"), learning.get("patterns")) == (now.corpus, now.patterns)

    def _old_twin(self) -> Twin:
        kept = kept_twin(self.store)
        if kept is not None and kept.held <= set(self.known.reports()):
            return kept
        self.tell("Building the model in use without the reports that judge it")
        twin = self.workshop.twin(
            self.folders.corpus,
            self.folders.patterns,
            hold_out(self.known.parts),
            self.work / "old",
            learns_patterns=has_learnt_lines(self.folders.patterns),
        )
        return keep_twin(self.store, twin, self.store.in_use)

    def _new_twin(self, old: Twin, taken: TakenIn) -> Twin:
        self.tell("Building the new model without these reports")
        held = old.held - taken.reports.keys()
        return self.workshop.twin(
            self.work / "corpus",
            self.folders.patterns,
            frozenset(held),
            self.work / "new-twin",
            learns_patterns=True,
        )

    def _learn_patterns(self, taken: TakenIn) -> PatternChanges:
        return self.workshop.induce(taught_parts(self.work / "corpus"), self.folders.patterns)

    def _signs(self, taken: TakenIn, old: Twin, read: Mapping[str, Prediction]) -> list[str]:
        known = self.known.reports()
        usual = agreement_of([known[id] for id in sorted(old.held)], read)
        new = list(taken.reports.values())
        return list(suspicions(new, self.workshop.read(self.store.in_use, new), usual))

    def _judge(
        self, old: Twin, new: Twin, taken: TakenIn, read: Mapping[str, Prediction]
    ) -> GateResult:
        self.tell("Comparing both on them")
        golds = to_judge(old.held, self.known.reports(), taken.reports)
        dev = frozenset(self.known.parts["dev"])
        return judge(golds, read, self.workshop.read(new.model, golds), dev)

    def _verdict(self, gate: GateResult) -> Verdict:
        if gate.passed:
            return "promoted"
        return "kept anyway" if self.reason is not None else "refused"

    def _promote(self, outcome: RetrainOutcome, taken: TakenIn, twin: Twin) -> None:
        self.tell(f"Building model {outcome.version}")
        patterns = self.work / "patterns"
        shutil.copytree(self.folders.patterns, patterns)
        write_changes(patterns, outcome.learnt)
        nlp = self.workshop.build(self.workshop.config, patterns, self.work / "corpus")
        nlp.meta["version"] = outcome.version
        learned_from = fingerprint(self.work / "corpus", patterns)
        nlp.meta["learning"] = learning_of(outcome, learned_from.patterns)
        nlp.to_disk(self.work / "model")
        files = {self.folders.corpus / name: data for name, data in taken.files.items()}
        for name, text in outcome.learnt.files.items():
            files[self.folders.patterns / name] = text.encode()
        try:
            keep_twin(self.store, twin, self.work / "model")
            promote(self.store, Promotion(self.work / "model", files, history_line(outcome)))
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
    *,
    dry_run: bool = False,
    keep_anyway: str | None = None,
) -> RetrainOutcome:
    """Learn from new annotated reports, and use the new model if it is nowhere worse.

    `new`: folders and files as of read_deliveries. `tell` is called before each step.
    `keep_anyway`: why the new model is to be used even if it is worse. The same input
    gives the same bytes; killed at any moment, the old model is in use. Raises
    PolesitterError where a folder is missing (E650), another retraining is at work
    (E651), the reason is empty (E655) or nothing could be written (E656).
    """
    if keep_anyway is not None and not keep_anyway.strip():
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
        try:
            return Retraining(folders, workshop, tell, dry_run=dry_run, reason=keep_anyway).run(new)
        finally:
            # Not all of .staging: a promotion that a full disk stopped is finished from there.
            shutil.rmtree(store.staging / WORK, ignore_errors=True)
