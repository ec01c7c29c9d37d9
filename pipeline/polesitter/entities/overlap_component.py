"""The pipeline component that turns candidates into mentions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from spacy.attrs import ENT_ID, ENT_IOB, ENT_TYPE
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, SpanGroup
from spacy.training import Example

from polesitter.entities.candidate import MEASURES, Candidate
from polesitter.entities.carried import Carried
from polesitter.entities.class_context import LIKELY, SURE, is_told_as_class
from polesitter.entities.class_form import ClassForms
from polesitter.entities.columns import by_column
from polesitter.entities.genre import makers_are_teams, sponsors_name_cars
from polesitter.entities.overlap import choose, find_winners, resolve
from polesitter.entities.proposed import FACTS, SCORES, proposed
from polesitter.entities.second_look.look import look_again
from polesitter.entities.senses.sense import CLASS, learned_sense
from polesitter.entities.worth import LEARNED
from polesitter.text.furniture import furniture_of
from polesitter.text.words import text_of, tokens_of
from polesitter.types import Mention
from polesitter.types.mention import read_mention

Scorer = Callable[..., dict[str, Any]]

INSIDE, OUTSIDE, BEGINS = 1, 2, 3
"""How spaCy writes a token's place in an entity."""
COMPETING: Final = frozenset({"DRIVER", "TEAM"})
MENTIONS = "mentions"
"""Key of `doc.user_data`: one dict per mention (the fields of types.Mention), in text order."""


@Language.factory(
    "polesitter_overlap",
    requires=["doc.spans"],
    assigns=["doc.ents", "doc.spans"],
    default_config={"scorer": {"@scorers": "spacy.ner_scorer.v1"}},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_overlap(nlp: Language, name: str, scorer: Scorer | None = None) -> "Overlap":
    """Build the component; `scorer` is what `spacy evaluate` scores `doc.ents` with."""
    overlap = Overlap(name)
    overlap.scorer = scorer
    return overlap


class Overlap(Carried):
    """One label per stretch of text; the losers stay in `doc.spans["discarded"]`.

    Mentions stand in `doc.ents`, in `doc.spans["mentions"]` (facts in its `attrs` by
    index) and as plain dicts in `doc.user_data["mentions"]`.
    """

    kept = (*Carried.kept, "scorer")
    scorer: Scorer | None = None

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """The figures of the scorer on `doc.ents`, as spaCy asks for them; none without one."""
        return self.scorer(examples, **settings) if self.scorer is not None else {}

    def prepare(self) -> None:
        """Take the class forms of `data` (see `ClassForms.from_data`) and `data["sense"]`."""
        self.class_forms = ClassForms.from_data(self.data)
        self.class_sense = learned_sense(self.data, CLASS)

    def find(self, doc: Doc) -> tuple[list[Candidate], list[int], dict[int, int]]:
        """The candidates, the indices of those that stand, and who beat each other one."""
        text = text_of(doc)
        words = tokens_of(doc).words
        candidates = self._eligible(doc, words, text)
        return candidates, *resolve(candidates, makers_are_teams(text), text)

    def _eligible(self, doc: Doc, words: Sequence[str], text: str) -> list[Candidate]:
        """The candidates less classes that are none, places, and what stands in bylines."""
        scores = doc.user_data.get(SCORES, {})
        told = [
            candidate
            for candidate in _candidates(doc)
            if not _is_place(words, candidate)
            and (candidate.label != "CLASS" or self._is_class(words, scores, candidate, text))
        ]
        lines = furniture_of(text)
        return [one for one in told if not _stands_in(one, lines)] if lines else told

    def _is_class(
        self, words: Sequence[str], scores: Mapping[str, float], candidate: Candidate, text: str
    ) -> bool:
        """Whether a class is one: what is in no list, or an everyday word, the words around tell.

        They tell as was learned, of everyday words by rule where nothing was. Of which the
        learned finder is sure is one.
        """
        start, end = candidate.start_char, candidate.end_char
        form = text[start:end]
        listed = candidate.rule != LEARNED
        if listed and not self.class_forms.needs_context(form):
            return True
        score = scores.get(f"{start}:{end}:CLASS", 0.0)
        if self.class_sense is not None:
            asked = listed or score >= LIKELY
            if score >= SURE or (asked and self.class_sense(text, start, end, form)):
                return True
            if listed:
                return False
        return is_told_as_class(words, candidate.start, candidate.end, form, score)

    def __call__(self, doc: Doc) -> Doc:
        """Choose the mentions of a document and return it."""
        facts = doc.user_data.get(FACTS, {})
        text = text_of(doc)
        tokens = tokens_of(doc)
        candidates = self._eligible(doc, tokens.words, text)
        standing = choose(candidates, makers_are_teams(text), text)
        chosen = look_again(
            list(zip(tokens.words, tokens.begins, strict=True)),
            by_column(text, [candidates[index] for index in standing]),
            sponsored=sponsors_name_cars(text),
        )
        numbers = _Numbers(doc.vocab.strings)
        spans = _spans(doc, chosen, numbers)
        rows = [_row(text, candidate, facts) for candidate in chosen]
        _call_classes(rows, self.class_forms)
        doc.user_data[MENTIONS] = rows
        group = SpanGroup(doc, name="mentions", spans=spans)
        group.attrs.update({str(index): row for index, row in enumerate(rows)})
        doc.spans["mentions"] = group
        stands = frozenset(standing)
        losers = [one for index, one in enumerate(candidates) if index not in stands]
        discarded = SpanGroup(doc, name="discarded", spans=_spans(doc, losers, numbers))
        # Told from the mentions as they stand: the second look joins some of the winners.
        discarded.attrs["winners"] = find_winners(chosen, losers)
        doc.spans["discarded"] = discarded
        _set_ents(doc, chosen, numbers)
        return doc


def mentions_of(doc: Doc) -> list[Mention]:
    """The mentions as values, in text order."""
    return [read_mention(row) for row in doc.user_data.get(MENTIONS, [])]


def _candidates(doc: Doc) -> list[Candidate]:
    """The candidates found so far, each once."""
    found: dict[tuple[int, int, str], Candidate] = {}
    for candidate in proposed(doc):
        start, end, _, _, label, rule, _ = candidate
        place = (start, end, label)
        known = found.setdefault(place, candidate)
        if known is candidate:
            continue
        if known.rule == LEARNED:
            found[place] = candidate
        elif rule == LEARNED:
            found[start, end, f"{label} learned"] = candidate
    return list(found.values())


def _stands_in(candidate: Candidate, lines: Sequence[tuple[int, int]]) -> bool:
    return any(start <= candidate.start_char < end for start, end in lines)


def _is_place(words: Sequence[str], candidate: Candidate) -> bool:
    """Whether a learned name of a driver or team is a place: "P7"."""
    if candidate.rule != LEARNED or candidate.label not in COMPETING:
        return False
    if candidate.end - candidate.start > 1:
        return False
    word = words[candidate.start]
    return word[0] == "P" and word[1:].isdigit()


class _Numbers(dict[str, int]):
    """String -> its number, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, name: str) -> int:
        number = self[name] = self.strings.add(name)
        return number


def _spans(doc: Doc, candidates: Sequence[Candidate], numbers: Mapping[str, int]) -> list[Span]:
    return [
        Span(doc, start, end, label=numbers[label], span_id=numbers[rule])
        for start, end, _, _, label, rule, _ in candidates
    ]


def _set_ents(doc: Doc, mentions: Sequence[Candidate], numbers: Mapping[str, int]) -> None:
    """What `doc.set_ents` does, in one array instead of token by token."""
    starts = np.array([mention.start for mention in mentions], dtype=np.int64)
    lengths = np.array([mention.end for mention in mentions], dtype=np.int64) - starts
    names = [(numbers[mention.label], numbers[mention.rule]) for mention in mentions]
    # The tokens of all mentions in a row, and which mention each is of.
    owner = np.repeat(np.arange(len(mentions)), lengths)
    tokens = np.arange(len(owner)) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    values = np.zeros((len(doc), 3), dtype=np.uint64)
    values[:, 0] = OUTSIDE
    values[tokens, 0] = INSIDE
    values[starts, 0] = BEGINS
    values[tokens, 1:] = np.array(names, dtype=np.uint64).reshape(-1, 2)[owner]
    if len(doc):
        doc.from_array([ENT_IOB, ENT_TYPE, ENT_ID], values)  # type: ignore[arg-type]


def _call_classes(rows: Sequence[dict[str, Any]], forms: ClassForms) -> None:
    """Fill in what the report's classes are called."""
    classes = [row for row in rows if row["label"] == "CLASS"]
    for row, name in zip(classes, forms.of_report([row["text"] for row in classes]), strict=True):
        row["value"] = name


def _row(report: str, candidate: Candidate, facts: dict[str, Any]) -> dict[str, Any]:
    _, _, start, end, label, rule, score = candidate
    text = report[start:end]
    row: dict[str, Any] = {
        "start": start,
        "end": end,
        "text": text,
        "label": label,
        "value": None,
        "unit": None,
        "approx": False,
        "rule": rule,
        "score": score,
        "entity_id": None,
        "framing": None,
    }
    if label in MEASURES:
        fact: Mapping[str, Any] = facts.get(f"{start}:{end}:{label}", {})
        row["value"], row["unit"] = fact.get("value"), fact.get("unit")
        row["approx"] = bool(fact.get("approx", False))
    return row
