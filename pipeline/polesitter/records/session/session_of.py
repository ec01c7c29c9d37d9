"""The session a report tells of: names, date, facts by class."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from polesitter.records.session.fact import Fact
from polesitter.records.session.facts import find_facts
from polesitter.records.session.names import Named, choose_name
from polesitter.text.dates import resolve_session_date
from polesitter.text.layout import Passage
from polesitter.text.normal import normal
from polesitter.types import ClassFacts, Evidence, Mention, Result, Session


def session_of(
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    results: Sequence[Result],
    published: date | None,
) -> Session:
    """The session of a report; offsets of evidence are code points of `text`."""
    chosen = {
        name: choose_name(name.upper(), text, mentions) for name in ("series", "event", "track")
    }
    evidence = [_name_evidence(name, named, mentions) for name, named in chosen.items() if named]
    days = [mention for mention in mentions if mention.label == "DATE"]
    # The day of practice, a race or a decision is not that of a session nothing is told of.
    resolved = resolve_session_date(text, days, published) if results else None
    day = None
    if resolved is not None:
        day, start, end = resolved
        evidence.append(Evidence("session_date", start, end, text[start:end], "date.session", 1.0))
    names = {name: named.text if named else None for name, named in chosen.items()}
    return Session(
        session_id=session_id(names["series"], names["track"], day),
        series=names["series"],
        event=names["event"],
        track=names["track"],
        session_date=day,
        classes=class_facts(find_facts(text, passages, mentions), results),
        evidence=tuple(evidence),
    )


def session_id(series: str | None, track: str | None, day: date | None) -> str | None:
    """An id that reports of one session share; None where series, track or day is unknown."""
    if series is None or track is None or day is None:
        return None
    parts = (normal(series), normal(track), day.isoformat())
    return "/".join(part.replace(" ", "-") for part in parts)


def class_facts(facts: Sequence[Fact], results: Sequence[Result]) -> tuple[ClassFacts, ...]:
    """One ClassFacts per class told of, the whole session (class None) first."""
    classes: list[str | None] = [None]
    classes += [r.car_class for r in results if r.car_class not in classes]
    classes = list(dict.fromkeys(classes))
    stated: dict[str | None, dict[str, Fact]] = {name: {} for name in classes}
    for fact in facts:
        own = fact.car_class if fact.car_class in stated else None
        stated[own].setdefault(fact.field, fact)
    return tuple(_class_facts(name, stated[name], results) for name in classes)


def _class_facts(
    name: str | None, stated: dict[str, Fact], results: Sequence[Result]
) -> ClassFacts:
    poles = [r for r in results if r.position == 1 and r.car_class == name and r.driver]
    evidence = [fact.evidence for fact in stated.values()]
    facts = ClassFacts(
        car_class=name,
        entries=_whole(stated.get("entries")),
        red_flags=_whole(stated.get("red_flags")),
        track_record=bool(stated["track_record"].value) if "track_record" in stated else None,
        record_holder=_text(stated.get("record_holder")),
        record_year=_whole(stated.get("record_year")),
        race_start=_text(stated.get("race_start")),
        broadcaster=_text(stated.get("broadcaster")),
    )
    if len(poles) == 1:
        evidence.extend(
            replace(item, field="pole_driver")
            for item in poles[0].evidence
            if item.field in ("driver", "position")
        )
        facts = replace(facts, pole_driver=poles[0].driver)
    return replace(facts, evidence=tuple(evidence))


def _whole(fact: Fact | None) -> int | None:
    return int(fact.value) if fact is not None else None


def _text(fact: Fact | None) -> str | None:
    return str(fact.value) if fact is not None else None


def _name_evidence(name: str, named: Named, mentions: Sequence[Mention]) -> Evidence:
    mention = mentions[named.index]
    return Evidence(
        name, mention.start, mention.end, mention.text, mention.rule or f"session.{name}",
        round(min(named.score / 3.0, 1.0), 4),
    )  # fmt: skip
