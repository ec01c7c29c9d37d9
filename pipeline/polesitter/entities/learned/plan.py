"""Which features a candidate name has, and of which facts each is made.

A fact is told as "column.place" (of a token) or by a name of its own (of the
candidate). The order of FEATURES is part of the model: a feature's weights are
found by its number.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.words import Word

Ints = NDArray[np.int64]

PLACES = (
    "before3", "before2", "before", "first", "second", "third", "fourth", "fifth", "last",
    "after", "after2", "after3",
)  # fmt: skip
"""Tokens around and in a candidate; the second to fifth are the last where it is shorter."""

COLUMNS = (*Word._fields, "cover", "surname", "opens", "closes", "lower", "line", "place")
"""Facts of a token: its word's, the labels that cover it, and those of document.Setting."""

OWN = (
    "words", "shapes", "types", "cues", "nothing", "length", "upto3", "upto4", "genre", "links",
    "exact", "reaches", "ends", "repeats", "marks", "lineend",
)  # fmt: skip
"""Facts of a candidate; the first four are hashes of a column of its tokens."""

CONDITIONS = (
    "longer1", "longer2", "longer3", "longer4", "single", "owned", "capital-before",
    "capital-after", "exact", "touched", "covered-before", "covered-after", "covered-beside",
    "listed",
)  # fmt: skip
"""What a candidate must be for some of the features."""

FEATURES = tuple(
    line.split()
    for line in """
nothing
length
word.first
word.second if longer1
word.third if longer2
word.fourth if longer3
word.fifth if longer4
shapes
types
words
cues
word.first upto4
word.last upto4
suffix.last upto4
suffix.first if single
type.first type.last upto4
cue.last shape.first
suffix.last type.first
links upto4
shape.last type.last
links type.last
word.before
word.after
word.before upto3
word.after upto3
word.before2 word.before
word.after word.after2
word.before word.after
word.before types
word.after types
type.before types
type.after types
type.before type.after upto3
type.before2 type.before type.first
type.last type.after type.after2
cue.before cue.after cue.last
word.before2
word.after2
word.before3
word.after3
suffix.after
suffix.after upto3
kind.before kind.after upto3
type.before2 upto3 if owned
type.before type.first upto3 if capital-before
type.last type.after upto3 if capital-after
shape.before shape.after upto3
exact if exact
exact reaches if exact
exact genre if exact
exact word.before if exact
exact word.after if exact
exact cover.before cover.after if exact
ends reaches if touched
ends reaches upto3 if touched
cover.before upto3 if covered-before
cover.after upto3 if covered-after
cover.before cover.after upto3 if covered-beside
cover.before type.last if covered-before
genre upto3
genre words
genre type.last upto3
genre word.before upto3
repeats upto3
marks upto3
marks type.first type.last
surname.last surname.first type.first upto3
lower.first lower.last upto3
line.first upto3
line.first place.first upto3
line.first type.first type.last
line.first kind.before kind.after upto3 if listed
line.first word.before upto3
line.first word.after upto3
""".strip().splitlines()
)


class Plan:
    """Features as indices into a table of facts, those of most facts first.

    `count`: facts in the table; first come the tokens' (`fields` and `places`, indices
    of COLUMNS and PLACES), then OWN. `order`: the number of each feature in FEATURES.
    `parts`: for each position in a feature, the facts that stand there (fewer at each,
    so that they belong to the features at the front). `conditional`, `conditions`: the
    features under a condition, and which. `links`: the facts that are kinds of the
    candidate's first five tokens.
    """

    def __init__(self, features: Sequence[Sequence[str]]) -> None:
        parts = [_parts(feature) for feature in features]
        names = ["kind.first", "kind.second", "kind.third", "kind.fourth", "kind.fifth"]
        for name in (name for feature in parts for name in feature):
            if "." in name and name not in names:
                names.append(name)
        told = [name.split(".") for name in names]
        self.fields: Ints = np.array([COLUMNS.index(column) for column, _ in told])
        self.places: Ints = np.array([PLACES.index(place) for _, place in told])
        self._rows = {name: row for row, name in enumerate([*names, *OWN])}
        self.count = len(self._rows)
        self.links = slice(0, 5)
        by_length = sorted((-len(feature), number) for number, feature in enumerate(parts))
        self.order: Ints = np.array([number for _, number in by_length])
        ordered = [parts[number] for number in self.order]
        longest = len(ordered[0])
        self.parts: list[Ints] = [
            np.array([self.row(feature[at]) for feature in ordered if len(feature) > at])
            for at in range(longest)
        ]
        told_if = [(at, features[number]) for at, number in enumerate(self.order)]
        held = [(at, feature[-1]) for at, feature in told_if if "if" in feature]
        self.conditional: Ints = np.array([at for at, _ in held])
        self.conditions: Ints = np.array([CONDITIONS.index(name) for _, name in held])

    def row(self, name: str) -> int:
        """The row of a fact."""
        return self._rows[name]


def _parts(feature: Sequence[str]) -> Sequence[str]:
    return feature[: feature.index("if")] if "if" in feature else feature
