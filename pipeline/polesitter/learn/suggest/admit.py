"""Taking a pattern into patterns/ after looking whether it is fit to stand there."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from polesitter.errors import PolesitterError
from polesitter.learn.suggest.errors import Errors
from polesitter.learn.suggest.known import FILE_OF, Known
from polesitter.learn.suggest.pattern_files import Entry, put
from polesitter.learn.suggest.phrasebook import Phrasebook
from polesitter.learn.suggest.sample_sentence import Encode
from polesitter.learn.suggest.suggestion import ADDED
from polesitter.relations.slots import Rule, RuleMatch, RuleSet


@dataclass(frozen=True, slots=True)
class Added:
    """A line that was added: its file within patterns/, its number from 1, what it says."""

    file: str
    line: int
    entry: Entry


def add_name(patterns: Path, entry: Mapping[str, str]) -> Added:
    """Add a line of patterns/entities; `entry` has label, pattern, id and what else is known.

    An id that is listed makes the name another one of that entity. Raises PolesitterError:
    a text that is no name (E670), one that is listed (E672), an id of another kind (E679).
    """
    label, text = entry["label"], entry["pattern"]
    fault = _fault(label, text)
    if fault:
        raise PolesitterError(Errors.E670.format(text=text, label=label.lower(), problem=fault))
    known = Known(patterns)
    listed = known.id_of(label, text)
    if listed is not None and known.spells(label, text):
        raise PolesitterError(Errors.E672.format(text=text, known=listed))
    if not entry["id"].startswith(f"{label.lower()}:"):
        raise PolesitterError(Errors.E679.format(id=entry["id"], label=label.lower(), text=text))
    if listed is not None and listed != entry["id"]:
        raise PolesitterError(Errors.E672.format(text=text, known=listed))
    file = known.file_of(entry["id"]) or f"entities/{FILE_OF[label]}.jsonl"
    return Added(file, put(patterns, file, entry), entry)


def add_wording(patterns: Path, entry: Entry, encode: Encode, file: str = ADDED) -> Added:
    """Add a line of patterns/relations.

    Raises PolesitterError: a pattern that cannot be read (E301 to E317), an id that is taken
    (E674), an example it does not match (E675), a pattern that says what another says (E676).
    """
    book = Phrasebook(patterns)
    rule = _rule(entry, file)
    taken = book.of_id(rule.id)
    if taken is not None:
        raise PolesitterError(Errors.E674.format(id=rule.id, where=_where(taken)))
    alone = book.compiled(rule)
    _refuse_twin(book, rule, alone, encode)
    return Added(file, put(patterns, file, entry), entry)


def _fault(label: str, text: str) -> str:
    """What makes a text no name; "" for nothing."""
    if text != " ".join(text.split()) or text != unicodedata.normalize("NFC", text):
        return "it has stray spaces or letters that are not composed; write it as printed"
    if not any(char.isupper() or char.isdigit() for char in text):
        return "it has neither capital nor figure; names are found as they are spelled"
    if not any(char.isalpha() for char in text):
        return "it has no letter; every such number would be one"
    if label == "DRIVER" and " " not in text:
        return "drivers are listed by first name and surname; surnames are found from these"
    return ""


def _rule(entry: Entry, file: str) -> Rule:
    names = ("id", "relation", "pattern", "example", "source")
    own, relation, pattern, example, source = (str(entry[name]) for name in names)
    return Rule(own, relation, pattern, example, source, file, line=0)


def _refuse_twin(book: Phrasebook, rule: Rule, alone: RuleSet, encode: Encode) -> None:
    """Raise where the example is missed (E675), or another rule finds just the same (E676)."""
    elements = encode(rule.example)
    own = alone.match(elements)
    if not own:
        told = " ".join(
            element if isinstance(element, str) else f"{{{element.label}}}" for element in elements
        )
        raise PolesitterError(Errors.E675.format(example=rule.example, told=told))
    found = {_finding(match) for match in own}
    for match in book.rules.match(elements):
        other = match.rule
        if _finding(match) in found and alone.match(encode(other.example)):
            raise PolesitterError(Errors.E676.format(other=other.id, where=_where(other)))


def _finding(match: RuleMatch) -> tuple[object, ...]:
    bound = tuple(sorted(match.bindings.items()))
    return match.rule.relation, match.start, match.end, bound


def _where(rule: Rule) -> str:
    return f"patterns/{rule.file}:{rule.line}"
