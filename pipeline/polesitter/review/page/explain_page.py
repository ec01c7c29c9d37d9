"""An explanation as one self-contained page: every row with its sentences, rules and reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from polesitter.records.extraction import Extraction
from polesitter.review.explain import FieldExplanation, RowExplanation
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.flagged import flag_name
from polesitter.review.page.cells import NAMES, sureness
from polesitter.review.page.facts import FACT_NAMES, SESSION_NAMES
from polesitter.review.page.pieces import Piece, cut
from polesitter.review.page.render import render
from polesitter.review.page.report_page import subtitle_of, title_of
from polesitter.review.page.spans import PageSpan, PageSpans
from polesitter.review.page.visible import visible
from polesitter.review.proof import Proof, readings_of
from polesitter.review.rule_meaning import meaning_of
from polesitter.review.sentences import Sentence
from polesitter.review.unrecorded import Unrecorded
from polesitter.review.values import percent_text

SCRIPTS = ("theme.js", "keys.js", "explain.js")
DERIVED_NAMES = {
    "session_name": "Session", "driver_id": "Driver id", "team_id": "Team id",
    "manufacturer": "Manufacturer", "speed_unit": "Unit", "speed_kph": "km/h",
    "gap_approx": "Gap in round words", "starts_at_rear": "Starts at the rear",
    "session_id": "Session id",
}  # fmt: skip
FIELD_NAMES = {**SESSION_NAMES, **FACT_NAMES, **DERIVED_NAMES, **NAMES}


@dataclass(frozen=True, slots=True)
class Source:
    """Who read a value: rule, chance and weight in words, the pattern and where it stands."""

    rule: str
    meaning: str
    chance: str
    weight: str
    framing: str
    place: str
    pattern: str
    signs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatedField:
    """A value below the sentence that proves it; `rivals` as (words, chance and rule, why)."""

    name: str
    value: str
    sources: tuple[Source, ...]
    rivals: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class StatedSentence:
    """A sentence with its words of evidence, and the fields they prove."""

    pieces: tuple[Piece, ...]
    fields: tuple[StatedField, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One row, or the facts of a session or class.

    `empty`: (kind of reason, names of fields, reason); `others`: what is so by default or
    follows from the rest, as (names, value, why).
    """

    anchor: str
    title: str
    aside: str
    percent: int | None
    sureness: str
    flags: tuple[str, ...]
    sentences: tuple[StatedSentence, ...]
    empty: tuple[tuple[str, str, str], ...]
    others: tuple[tuple[str, str, str], ...]


def explain_page(explanation: ReportExplanation) -> str:
    """Return the page that explains a report, or the rows of one driver."""
    extraction = explanation.extraction
    setter = _Setter(extraction)
    cards = [setter.row(number, row) for number, row in enumerate(explanation.rows)]
    missing = [setter.unrecorded(number, one) for number, one in enumerate(explanation.unrecorded)]
    values = {
        "title": f"Why: {title_of(extraction)}",
        "heading": title_of(extraction),
        "subtitle": subtitle_of(extraction),
        "source": visible(extraction.report.source),
        "model": visible(extraction.model),
        "cards": [*cards, *missing, *setter.session(explanation)],
    }
    return render("explain.html", SCRIPTS, values)


class _Setter:
    def __init__(self, extraction: Extraction) -> None:
        self.spans = PageSpans(extraction)
        self.text = extraction.report.text

    def row(self, number: int, row: RowExplanation) -> Card:
        result = row.result
        place = f"{result.position}. " if result.position is not None else ""
        name = result.driver or (f"No. {result.car_number}" if result.car_number else result.team)
        return Card(
            f"row-{number}",
            visible(f"{place}{name or 'unnamed'}"),
            visible(" · ".join(part for part in (result.session_name, result.car_class) if part)),
            int(percent_text(result.confidence).rstrip("%")),
            sureness(result.confidence),
            tuple(visible(flag_name(flag)) for flag in result.flags),
            self._sentences(row.fields),
            _empty(field for field in row.fields if not field.is_default),
            _others((*row.derived, *(field for field in row.fields if field.is_default))),
        )

    def unrecorded(self, number: int, told: Unrecorded) -> Card:
        """The card of a driver who is named and has no row."""
        fields = told.row.fields
        why = ("unrecorded", "Row", visible(told.why))
        return Card(
            f"unrecorded-{number}",
            visible(told.name),
            "Named, and no row",
            None,
            "",
            (),
            self._sentences(fields),
            (why, *_empty(field for field in fields if not field.is_default)),
            (),
        )

    def session(self, explanation: ReportExplanation) -> list[Card]:
        """The cards of the session, of all that is told of it as a whole, and of every class."""
        session = explanation.session
        cards = [self._facts("session", "Session", session.fields)]
        for number, one in enumerate(session.classes):
            title = visible(one.car_class or "The whole session")
            card = self._facts(f"class-{number}", title, one.fields)
            if card.sentences or one.car_class is not None:
                cards.append(card)
        return cards

    def _facts(self, anchor: str, title: str, fields: Sequence[FieldExplanation]) -> Card:
        return Card(
            anchor,
            title,
            "Facts",
            None,
            "",
            (),
            self._sentences(fields),
            _empty(fields),
            _others(fields),
        )

    def _sentences(self, fields: Iterable[FieldExplanation]) -> tuple[StatedSentence, ...]:
        by_sentence: dict[Sentence, dict[str, tuple[FieldExplanation, list[Proof]]]] = {}
        for field in fields:
            for proof in field.proofs:
                proven = by_sentence.setdefault(proof.sentence, {})
                proven.setdefault(field.name, (field, []))[1].append(proof)
        return tuple(
            StatedSentence(
                self._pieces(sentence, by_sentence[sentence].values()),
                tuple(_stated(field, proofs) for field, proofs in by_sentence[sentence].values()),
            )
            for sentence in sorted(by_sentence, key=_place)
        )

    def _pieces(
        self, sentence: Sentence, proven: Iterable[tuple[FieldExplanation, list[Proof]]]
    ) -> tuple[Piece, ...]:
        numbers = {self.spans.at(proof.evidence) for _, proofs in proven for proof in proofs}
        spans: list[PageSpan] = [self.spans.all[number] for number in sorted(numbers)]
        return tuple(cut(self.text, sentence.start, sentence.end, spans))


def _stated(field: FieldExplanation, proofs: Sequence[Proof]) -> StatedField:
    sources = tuple(_source(proof) for proof in readings_of(proofs))
    rivals = tuple(
        (visible(one.text), visible(f"{percent_text(one.score)} by {one.rule}"), visible(one.why))
        for one in field.rivals
    )
    return StatedField(_name(field), visible(field.value or ""), sources, rivals)


def _source(proof: Proof) -> Source:
    item, place, weighing = proof.evidence, proof.place, proof.weighing
    signs = weighing.signs if weighing is not None else ()
    framing = (proof.framing or "outcome").replace("_", " ")
    return Source(
        visible(item.rule),
        meaning_of(item.rule) or "",
        percent_text(item.score),
        "" if weighing is None else weighing.beside(item.score),
        "" if framing == "outcome" else framing,
        str(place) if place is not None else "",
        visible(place.pattern) if place is not None and place.pattern != item.text else "",
        tuple((visible(sign.feature), f"{sign.weight:+.2f}") for sign in signs),
    )


def _empty(fields: Iterable[FieldExplanation]) -> tuple[tuple[str, str, str], ...]:
    reasons: dict[tuple[str, str], list[str]] = {}
    for field in fields:
        if field.reason is not None:
            names = reasons.setdefault((field.reason.kind, field.reason.text), [])
            names.append(_name(field))
    return tuple((kind, ", ".join(names), visible(text)) for (kind, text), names in reasons.items())


def _others(fields: Iterable[FieldExplanation]) -> tuple[tuple[str, str, str], ...]:
    derived = tuple(fields)
    stated = [one for one in derived if one.value is not None and one.origin is not None]
    told = [(_name(one), visible(one.value or ""), one.origin or "") for one in stated]
    names = {one.name for one in stated}
    missing = [one for one in derived if one.is_default or one.origin is None]
    empty = _empty(one for one in missing if one.value is None and one.name not in names)
    return (*told, *((name, "–", text) for _, name, text in empty))


def _name(field: FieldExplanation) -> str:
    return FIELD_NAMES.get(field.name, field.name.replace("_", " "))


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end
