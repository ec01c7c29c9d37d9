"""What is said of the session and its classes, in a few lines."""

from collections.abc import Iterable

from rich.text import Text

from polesitter.review.terminal.palette import HEADING, QUIET
from polesitter.review.values import day_text, percent_text
from polesitter.types import ClassFacts, Session

DOT = " · "
UNNAMED = "Session not named"


def heading(session: Session, source: str, qualifying: float | None = None) -> Text:
    """Return series and event, then track and day, then the source and what it is."""
    first = [name for name in (session.series, session.event) if name]
    second = [session.track] if session.track else []
    if session.session_date is not None:
        second.append(day_text(session.session_date))
    told = Text(DOT.join(first or second or [UNNAMED]), HEADING)
    if first and second:
        told.append(f"\n{DOT.join(second)}", "")
    told.append(f"\n{source}", QUIET)
    if qualifying is not None:
        told.append(f"{DOT}qualifying report: {percent_text(qualifying)}", QUIET)
    return told


def facts_text(facts: ClassFacts) -> Text | None:
    """Return the facts of a class on one line; None where nothing is stated."""
    stated = list(_stated(facts))
    if not stated:
        return None
    whose = f"{facts.car_class}: " if facts.car_class else ""
    return Text(f"{whose}{DOT.join(stated)}")


def _stated(facts: ClassFacts) -> Iterable[str]:
    if facts.entries is not None:
        yield _count(facts.entries, "entry", "entries")
    if facts.red_flags is not None:
        yield _count(facts.red_flags, "red flag", "red flags")
    if facts.track_record is not None:
        yield "track record" if facts.track_record else "no track record"
    holder = [str(item) for item in (facts.record_holder, facts.record_year) if item is not None]
    if holder:
        yield f"earlier record: {', '.join(holder)}"
    if facts.race_start:
        yield f"race: {facts.race_start}"
    if facts.broadcaster:
        yield f"on {facts.broadcaster}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
