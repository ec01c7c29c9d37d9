"""Rules and their compiled patterns as plain data, to travel with a built model."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots.anchors import Needs
from polesitter.relations.slots.compile import CompiledPattern
from polesitter.relations.slots.rule import Rule
from polesitter.relations.slots.sentence import SLOT_LABELS


def write_rules(rules: Iterable[tuple[Rule, CompiledPattern]]) -> dict[str, Any]:
    """Strings, numbers, lists and dicts only; equal rules give equal data."""
    written = [{**asdict(rule), "compiled": _write_pattern(pattern)} for rule, pattern in rules]
    return {"labels": list(SLOT_LABELS), "rules": written}


def read_rules(data: Mapping[str, Any]) -> list[tuple[Rule, CompiledPattern]]:
    """The rules that write_rules wrote; no pattern is parsed or compiled.

    Raises PolesitterError (E318) where the data is of a version with other labels.
    """
    if tuple(data["labels"]) != SLOT_LABELS:
        raise PolesitterError(Errors.E318.format(labels=", ".join(data["labels"])))
    rules: list[tuple[Rule, CompiledPattern]] = []
    for entry in data["rules"]:
        facts = {key: value for key, value in entry.items() if key != "compiled"}
        rules.append((Rule(**facts), _read_pattern(entry["compiled"])))
    return rules


def _write_pattern(pattern: CompiledPattern) -> dict[str, Any]:
    needs = pattern.needs
    return {
        "source": pattern.source,
        "roles": list(pattern.roles),
        "ways": pattern.ways,
        "anchor": sorted(needs.anchor),
        "others": [sorted(keys) for keys in needs.others],
        "labels": needs.labels,
    }


def _read_pattern(data: Mapping[str, Any]) -> CompiledPattern:
    others = tuple(frozenset(keys) for keys in data["others"])
    needs = Needs(frozenset(data["anchor"]), others, data["labels"])
    return CompiledPattern(data["source"], tuple(data["roles"]), data["ways"], needs)
