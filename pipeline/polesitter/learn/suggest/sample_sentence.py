"""The example that a slot pattern stands with: a sentence the pipeline reads by itself."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from polesitter.learn.suggest.places import plain_line
from polesitter.learn.suggest.unexplained import Pair
from polesitter.relations.slots import Element, RuleSet

Encode = Callable[[str], Sequence[Element]]
"""A sentence by itself as elements, its mentions found as in a report."""

WELL_KNOWN = {
    "DRIVER": ("Scott Dixon", "Will Power", "Josef Newgarden", "Pato O'Ward"),
    "TEAM": ("Chip Ganassi Racing", "Team Penske", "Andretti Global"),
}
"""Names that every model knows, for a surname that means nothing outside of its article."""


def sample_sentence(pair: Pair, rules: RuleSet, encode: Encode) -> str | None:
    """The sentence of a pair, else it with well-known names; None where neither is matched."""
    for sentence in _sentences(pair):
        if rules.match(encode(sentence)):
            return sentence
    return None


def _sentences(pair: Pair) -> Iterator[str]:
    text = pair.reading.view.text
    yield plain_line(text[pair.sentence.start : pair.sentence.end])
    yield plain_line(_renamed(pair))


def _renamed(pair: Pair) -> str:
    """The sentence with other names: one for each name, the same wherever it recurs."""
    view = pair.reading.view
    stock = {label: cycle(names) for label, names in WELL_KNOWN.items()}
    chosen: dict[tuple[str, str], str] = {}
    pieces: list[str] = []
    at = pair.sentence.start
    for item in pair.sentence.items:
        if item.label not in stock:
            continue
        key = (item.label, view.text[item.start : item.end])
        if key not in chosen:
            chosen[key] = next(stock[item.label])
        pieces += [view.text[at : item.start], chosen[key]]
        at = item.end
    return "".join([*pieces, view.text[at : pair.sentence.end]])
