"""How far slot patterns get that nobody wrote: `python benchmarks/from_nothing.py`.

Takes every file out of patterns/relations, macros included, induces slot patterns from the
reports the model is taught, trains the weights of the relations anew on their marks, and
scores corpus/test. These models are compared with the one in use:

- hand-written: the patterns that people wrote, trained as the others are, to compare with.
- induced: the induced patterns, and the signs of single words that the relation model
  learns beside any pattern. This is the system without a hand-written relation pattern.
- induced alone: of a driver and a value the model knows only which induced patterns pair
  them, how the value is framed and which place is meant. No word speaks by itself.
- nothing: the same without patterns: whose value it is follows from who else is named.

What stays in all of them is code and other lists: how mentions are found (names, measures),
who is who, framing by its cue words (patterns/lexicon/cues.jsonl), the cue words of
patterns/lexicon/outcomes.jsonl (their words are signs in the first two models only), the code
that counts on along lists, reads rows of tables and finds crews, and the assignment that
makes one story of all claims. Names and measures are those of the model in use. Weights
are learned from reports as marked, not as read by a model that never saw them, which the
model in use learns from as well: the figures are a little low for that.
"""

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import polesitter
from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.evaluate import evaluate, read_answers
from polesitter.learn.induction.induce import induced_slot_lines, rules_by_hand
from polesitter.learn.induction.marked_lessons import MarkedLessons
from polesitter.learn.predictions import predict
from polesitter.learn.relation_model.course import Choose
from polesitter.learn.relation_model.links import train_relations
from polesitter.learn.relation_model.truth import Lesson
from polesitter.learn.taught_parts import taught_parts
from polesitter.relations.claims.find import VALUES
from polesitter.relations.slots import RuleSet, load_rules
from polesitter.relations.slots.hits import find_hits

WANTED = 0.7
"""Share of the full system's cell F1 that induced patterns must reach."""
KEPT = ("rule:", "framing:", "place:", "row ", "row half:", "rear", "top after:", "beat")
"""How the names of signs begin that are no words around the pair."""


def main() -> None:
    """Measure and print; exits with 1 where the induced patterns fall short."""
    parser = argparse.ArgumentParser(description="Score patterns induced from nothing.")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--patterns", type=Path, default=Path("patterns"))
    options = parser.parse_args()
    parts = taught_parts(options.corpus)
    reports = list(read_gold([part for part in parts if part.exists()]))
    test = read_answers(options.corpus / "test")
    induced = induced_rules(reports, options.patterns)
    lessons = list(MarkedLessons(options.patterns)(reports))
    full = cell_f1(test)
    print(f"{len(induced)} patterns induced from {len(reports)} reports; {len(test)} to test")
    print(f"{'full system':<16} {full:.3f}")
    shares = []
    for name, rules, choose in (
        ("hand-written", rules_by_hand(options.patterns), None),
        ("induced", induced, None),
        ("induced alone", induced, without_words),
        ("nothing", RuleSet([]), without_words),
    ):
        f1 = cell_f1(test, rules, trained(lessons, rules, choose))
        shares.append(f1 / full)
        print(f"{name:<16} {f1:.3f}  {f1 / full:.0%} of the full system")
    raise SystemExit(0 if shares[1] >= WANTED else 1)


def induced_rules(reports: Sequence[GoldReport], patterns: Path) -> RuleSet:
    """The rules that reports teach where patterns/relations is empty."""
    with tempfile.TemporaryDirectory() as place:
        bare = Path(place) / "patterns"
        shutil.copytree(patterns, bare, ignore=shutil.ignore_patterns("relations"))
        (bare / "relations").mkdir()
        found = induced_slot_lines(reports, bare, MarkedLessons(bare))
        text = "".join(f"{line.json()}\n" for line in found)
        (bare / "relations" / "induced.jsonl").write_text(text, encoding="utf-8")
        return load_rules([bare / "relations"], root=bare)


def without_words(label: str, signs: list[str]) -> list[str]:
    """The signs of a claim on a value that are no words around it."""
    return [sign for sign in signs if sign.startswith(KEPT)] if label in VALUES else signs


def trained(lessons: Sequence[Lesson], rules: RuleSet, choose: Choose | None) -> dict[str, Any]:
    """The weights of the relations, with the pairs that `rules` see."""
    for lesson in lessons:
        lesson.view.hits = find_hits(lesson.view, rules)
    return train_relations(lessons, choose=choose).to_dict()


def cell_f1(
    test: Sequence[GoldReport], rules: RuleSet | None = None, weights: dict[str, Any] | None = None
) -> float:
    """Cell F1 of the model in use, with other rules and weights if they are given."""
    nlp = polesitter.load()
    if rules is not None and weights is not None:
        pipe: Any = nlp.get_pipe("relations")
        pipe.set_data({**pipe.data, "rules": rules.to_dict(), "model": weights})
    return evaluate(test, partial(predict, nlp)).whole.cells.score().f1


if __name__ == "__main__":
    main()
