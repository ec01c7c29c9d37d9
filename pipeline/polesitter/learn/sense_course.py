"""What the senses of words are taught from: the marks of the corpus."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from spacy.language import Language

from polesitter.entities.linear import LinearModel
from polesitter.entities.measures.find import find_measures
from polesitter.entities.proposed import proposed
from polesitter.entities.senses.sense import signs_with_rule
from polesitter.learn.corpus import GoldReport
from polesitter.learn.fitting.fit import fit_examples
from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.learn.times import times_of_each

CARRIERS: Final = {"POSITION": "measures", "CLASS": "overlap"}
"""Labels with words of several senses, and the components that tell them."""
L2: Final = {"POSITION": 6.0, "CLASS": 1.0}
SEEN: Final = 3
"""How often a sign must have been seen."""


class Word(NamedTuple):
    """A word of several senses at code points `start`..`end` of a report, and its signs."""

    label: str
    start: int
    end: int
    signs: list[str]


class SenseCourse:
    """The words of several senses in a corpus, from which models are taught."""

    def __init__(self, examples: Mapping[str, Examples]) -> None:
        self.examples = dict(examples)

    def models(self, without: int | None = None) -> dict[str, LinearModel]:
        """Return the model of each label, taught on all folds of the reports or all but one."""
        left_out = [] if without is None else [without]
        return {
            label: fit_examples(
                examples.without(left_out), ("no", "yes"), l2=L2[label], min_count=SEEN
            )
            for label, examples in self.examples.items()
        }


def sense_course(
    golds: Sequence[GoldReport],
    fold: Mapping[str, int],
    nlp: Language,
    invented: Collection[str] = (),
) -> SenseCourse:
    """Find the words of several senses and which they have.

    `fold` of each report by its id; `nlp` lists names. `invented`: ids of reports
    beside which those of real racing count more.
    """
    times = times_of_each([report.id for report in golds], invented)
    tables = {label: SignTable() for label in CARRIERS}
    for report in golds:
        marked = {(mark.label, mark.start, mark.end) for mark in report.marks}
        for word in ambiguous_words(report.text, nlp):
            meant = int((word.label, word.start, word.end) in marked)
            table = tables[word.label]
            table.add(word.signs, meant, fold=fold[report.id], weight=times[report.id])
    return SenseCourse({label: table.examples() for label, table in tables.items()})


def ambiguous_words(text: str, nlp: Language) -> Iterator[Word]:
    """Yield the words of a text that may mean a place or a class, or something else."""
    places: list[Word] = []

    def note(text: str, start: int, end: int, kind: str, told: bool) -> bool:
        signs = signs_with_rule(text, start, end, kind, told)
        places.append(Word("POSITION", start, end, signs))
        return True

    find_measures(text, note)
    yield from places
    overlap: Any = nlp.get_pipe("overlap")
    for row in proposed(nlp.get_pipe("names")(nlp.make_doc(text))):
        form = text[row.start_char : row.end_char]
        if row.label == "CLASS" and overlap.class_forms.needs_context(form):
            signs = signs_with_rule(text, row.start_char, row.end_char, form, told=None)
            yield Word("CLASS", row.start_char, row.end_char, signs)


def give_senses(nlp: Language, models: Mapping[str, LinearModel]) -> None:
    """Have a pipeline tell the senses of words by these models."""
    for label, name in CARRIERS.items():
        pipe: Any = nlp.get_pipe(name)
        pipe.set_data({**pipe.data, "sense": models[label].to_dict()})
