"""What a stretch of text says once a reviewer has given it a label."""

from typing import TYPE_CHECKING

from polesitter.entities.class_form import ClassForms
from polesitter.entities.measures.find import find_measures
from polesitter.text.clean import clean
from polesitter.types import NAMES, Mention

if TYPE_CHECKING:
    from spacy.language import Language

REVIEWER = "reviewer"
"""The rule of a mention that a person has marked."""

AROUND = 200
"""Code points of context on each side that a measure is read in."""

CARRIERS = {
    "POSITION": ("will start {}", "qualified {} on the grid", "took the {}"),
    "LAPTIME": ("with a lap of {}", "a lap of {} seconds"),
    "GAP": ("was {} behind", "was {} seconds behind"),
    "SPEED": ("a lap at {}", "a lap at {} mph"),
    "NUMBER": ("the No. {} car",),
    "SEGMENT": ("was eliminated in {}",),
    "DATE": ("on {}",),
}
"""Words around which each kind of measure is understood, tried where its own are not."""

TIMES = frozenset({"LAPTIME", "GAP"})


class MarkReader:
    """Reads the values of marks in one text."""

    def __init__(self, text: str, forms: ClassForms) -> None:
        self.text = text
        self.forms = forms

    def __call__(self, start: int, end: int, label: str) -> Mention:
        """Return the mention of a mark; [start, end) in code points of the text.

        Where no value can be read from the words, `value` is None.
        """
        surface = self.text[start:end]
        plain = clean(surface).text
        if label == "CLASS":
            name = self.forms.of_report([plain])[0]
            return Mention(start, end, surface, label, name, rule=REVIEWER)
        if label in NAMES:
            return Mention(start, end, surface, label, rule=REVIEWER)
        told = self._in_place(start, end, label) or _in_carrier(plain, label)
        if told is None:
            return Mention(start, end, surface, label, rule=REVIEWER)
        return Mention(
            start, end, surface, label, told.value, told.unit, told.approx, rule=REVIEWER
        )

    def _in_place(self, start: int, end: int, label: str) -> Mention | None:
        first = max(0, start - AROUND)
        window = self.text[first : end + AROUND]
        same = {label, *TIMES} if label in TIMES else {label}
        for found in find_measures(window):
            if (found.start + first, found.end + first) == (start, end) and found.label in same:
                return found
        return None


def mark_reader(nlp: "Language", text: str) -> MarkReader:
    """Return a reader that knows the class forms of a pipeline."""
    data = getattr(nlp.get_pipe("overlap"), "data", {})
    return MarkReader(text, ClassForms.from_data(data))


def _in_carrier(surface: str, label: str) -> Mention | None:
    for carrier in CARRIERS[label]:
        sentence = carrier.format(surface)
        start = sentence.index(surface)
        for found in find_measures(sentence):
            if found.label == label and found.start < start + len(surface) and found.end > start:
                return found
    return None
