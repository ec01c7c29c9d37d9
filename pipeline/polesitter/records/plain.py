"""Records as plain data, so that a Doc travels as bytes: dates as text, tuples as lists."""

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from polesitter.types import ClassFacts, Evidence, Result, Session


class _Fields:
    """Reads the fields of one dataclass.

    dataclasses.asdict copies every value on the way, which costs ten times as much.
    """

    def __init__(self, kind: type) -> None:
        self.names = [field.name for field in fields(kind)]
        self.values = attrgetter(*self.names)

    def __call__(self, value: object) -> dict[str, Any]:
        return dict(zip(self.names, self.values(value), strict=True))


_RESULT, _SESSION, _CLASS_FACTS = _Fields(Result), _Fields(Session), _Fields(ClassFacts)


def plain_result(result: Result) -> dict[str, Any]:
    """A result with its evidence."""
    row = _RESULT(result)
    row["flags"] = list(result.flags)
    row["evidence"] = _evidence(result.evidence)
    return row


def plain_session(session: Session) -> dict[str, Any]:
    """A session with the facts of its classes; the day as "YYYY-MM-DD"."""
    row = _SESSION(session)
    row["session_date"] = session.session_date.isoformat() if session.session_date else None
    row["classes"] = [_class_facts(facts) for facts in session.classes]
    row["evidence"] = _evidence(session.evidence)
    return row


def _class_facts(facts: ClassFacts) -> dict[str, Any]:
    row = _CLASS_FACTS(facts)
    row["evidence"] = _evidence(facts.evidence)
    return row


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    # Written out: a report has hundreds of them.
    return [
        {
            "field": item.field,
            "start": item.start,
            "end": item.end,
            "text": item.text,
            "rule": item.rule,
            "score": item.score,
        }
        for item in evidence
    ]
