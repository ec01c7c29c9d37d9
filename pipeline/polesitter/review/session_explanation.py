"""Why the facts of a session are as they are: series, track and day, and those of each class."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from polesitter.records.extraction import Extraction
from polesitter.review.explain import FieldExplanation
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.proof import Proofs
from polesitter.review.readings import Readings
from polesitter.review.reason import Reason
from polesitter.review.session_values import fact_text, session_text
from polesitter.review.weights import NoWeights
from polesitter.types import ClassFacts, Evidence

LABEL_OF = {"series": "SERIES", "event": "EVENT", "track": "TRACK", "session_date": "DATE"}
MENTIONS_TOLD = 3
ID_OF = "the series, the track and the day in plain letters"


@dataclass(frozen=True, slots=True)
class ClassExplanation:
    """The facts of one class; `car_class` None: those of the whole session."""

    car_class: str | None
    fields: tuple[FieldExplanation, ...]


@dataclass(frozen=True, slots=True)
class SessionExplanation:
    """What is said of a session, fact by fact, and of each of its classes."""

    fields: tuple[FieldExplanation, ...]
    classes: tuple[ClassExplanation, ...]


def explain_session(extraction: Extraction, places: PatternPlaces) -> SessionExplanation:
    """Explain the facts of a report's session and classes, stated or not."""
    proofs = Proofs(Readings(extraction), places, NoWeights())
    session = extraction.session
    named = [
        _explained(name, session_text(session, name), session.evidence, proofs)
        or _unnamed(name, extraction)
        for name in LABEL_OF
    ]
    return SessionExplanation(
        (*named, _session_id(extraction)),
        tuple(_class(facts, proofs) for facts in session.classes),
    )


def _class(facts: ClassFacts, proofs: Proofs) -> ClassExplanation:
    names = [one.name for one in fields(ClassFacts) if one.name not in ("car_class", "evidence")]
    explained = [
        _explained(name, fact_text(facts, name), facts.evidence, proofs)
        or FieldExplanation(name, None, reason=_untold(name))
        for name in names
    ]
    return ClassExplanation(facts.car_class, tuple(explained))


def _explained(
    name: str, value: str | None, evidence: Sequence[Evidence], proofs: Proofs
) -> FieldExplanation | None:
    if value is None:
        return None
    found = tuple(proofs.of(item) for item in evidence if item.field == name)
    return FieldExplanation(name, value, found)


def _unnamed(name: str, extraction: Extraction) -> FieldExplanation:
    label = LABEL_OF[name]
    told = [one.text for one in extraction.mentions if one.label == label]
    noun = "day" if label == "DATE" else name
    if not told:
        reason = Reason("untold", f"the report names no {noun}")
    else:
        words = ", ".join(repr(one) for one in dict.fromkeys(told[:MENTIONS_TOLD]))
        reason = Reason("unclaimed", f"{words}: not known to be this session's {noun}")
    return FieldExplanation(name, None, reason=reason)


def _session_id(extraction: Extraction) -> FieldExplanation:
    value = extraction.session.session_id
    if value is not None:
        return FieldExplanation("session_id", value, origin=ID_OF)
    missing = [
        noun
        for name, noun in (("series", "series"), ("track", "track"), ("session_date", "day"))
        if getattr(extraction.session, name) is None
    ]
    told = ", ".join(missing)
    return FieldExplanation("session_id", None, reason=Reason("untold", f"not known: {told}"))


def _untold(name: str) -> Reason:
    if name == "pole_driver":
        return Reason("untold", "no driver has the first place of this class")
    return Reason("untold", "no phrase of the report tells it")
