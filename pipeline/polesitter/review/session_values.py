"""Facts of a session and of its classes as people write them."""

from polesitter.review.values import day_text
from polesitter.types import ClassFacts, Session


def session_text(session: Session, field: str) -> str | None:
    """Return a fact of the session; None where it is not stated."""
    if field == "session_date":
        return day_text(session.session_date) if session.session_date is not None else None
    value = getattr(session, field)
    return None if value is None else str(value)


def fact_text(facts: ClassFacts, field: str) -> str | None:
    """Return a fact of a class, yes or no for a record; None where it is not stated."""
    value = getattr(facts, field)
    if value is None:
        return None
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
