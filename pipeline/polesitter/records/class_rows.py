"""One row of session facts per class, whether the report states facts of it or not."""

from collections.abc import Sequence
from dataclasses import replace

from polesitter.types import ClassFacts, Evidence, Result, Session


def class_rows(session: Session, results: Sequence[Result]) -> list[ClassFacts]:
    """Return the stated facts, led by a whole-session row, with a row for every class.

    A class of which nothing is stated has a row with its pole driver at most, taken
    from the results along with their evidence.
    """
    stated = {facts.car_class: facts for facts in session.classes}
    classes = dict.fromkeys([None, *stated, *(result.car_class for result in results)])
    return [stated.get(name) or _without_facts(name, results) for name in classes]


def _without_facts(car_class: str | None, results: Sequence[Result]) -> ClassFacts:
    poles = [
        result
        for result in results
        if result.position == 1 and result.car_class == car_class and result.driver
    ]
    # Two poles of one class are two races of a weekend: neither is the class's pole.
    if len(poles) != 1:
        return ClassFacts(car_class)
    return ClassFacts(car_class, poles[0].driver, evidence=_pole_evidence(poles[0]))


def _pole_evidence(pole: Result) -> tuple[Evidence, ...]:
    return tuple(
        replace(item, field="pole_driver")
        for item in pole.evidence
        if item.field in ("driver", "position")
    )
