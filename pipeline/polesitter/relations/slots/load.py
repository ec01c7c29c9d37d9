"""Reads relation rules from JSONL files."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots.compile import compile_pattern
from polesitter.relations.slots.grammar import parse_part, parse_pattern
from polesitter.relations.slots.inflections import Inflections, build_inflections
from polesitter.relations.slots.match import RuleSet
from polesitter.relations.slots.nodes import Choice, Lemma, Maybe, Node, Sequence
from polesitter.relations.slots.rule import Rule

_REQUIRED = ("id", "relation", "pattern", "example", "source")
_KNOWN = frozenset({*_REQUIRED, "value", "framing", "priority"})

Line = tuple[str, int, dict[str, object]]
"""File, line number from 1, the object on it."""


def load_rules(
    paths: Iterable[str | Path],
    inflections: Inflections | None = None,
    root: Path | None = None,
) -> RuleSet:
    """The rules of some JSONL files, macros from any of them shared by all.

    A directory stands for its .jsonl files in order of name. `inflections` gives the
    forms of the verbs; without it they come from spacy-lookups-data. `Rule.file` is the
    path as given, or from `root` where the file lies below it. Raises PolesitterError
    (E301 to E317) that names file, line and column.
    """
    lines = [line for path in paths for line in _read(Path(path), root)]
    macros = _macros(lines)
    rules = [_rule(line) for line in lines if "macro" not in line[2]]
    _refuse_twice([(rule.id, _where(rule.file, rule.line)) for rule in rules], "rule")
    trees = [parse_pattern(rule.pattern, macros, _where(rule.file, rule.line)) for rule in rules]
    if inflections is None:
        inflections = build_inflections({lemma for tree in trees for lemma in lemmas_of(tree)})
    return RuleSet(
        (rule, compile_pattern(tree, inflections, _where(rule.file, rule.line)))
        for rule, tree in zip(rules, trees, strict=True)
    )


def lemmas_of(node: Node) -> set[str]:
    """The verbs a pattern names."""
    if isinstance(node, Lemma):
        return {node.lemma}
    if isinstance(node, Maybe):
        return lemmas_of(node.item)
    if isinstance(node, Sequence):
        return {lemma for item in node.items for lemma in lemmas_of(item)}
    if isinstance(node, Choice):
        return {lemma for option in node.options for lemma in lemmas_of(option)}
    return set()


def _read(path: Path, root: Path | None) -> list[Line]:
    if path.is_dir():
        return [line for file in sorted(path.glob("*.jsonl")) for line in _read(file, root)]
    if root is not None and path.is_relative_to(root):
        name = path.relative_to(root).as_posix()
    else:
        name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise PolesitterError(Errors.E317.format(where=name, reason=reason)) from error
    # splitlines() would also cut at separators that JSON strings may hold.
    return [
        _object(name, number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]


def _object(file: str, number: int, text: str) -> Line:
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        column = error.colno if isinstance(error, json.JSONDecodeError) else 1
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        where = f"{_where(file, number)}, column {column}"
        raise PolesitterError(Errors.E314.format(where=where, reason=reason)) from error
    if not isinstance(value, dict):
        raise PolesitterError(
            Errors.E314.format(where=_where(file, number), reason="not an object")
        )
    return file, number, value


def _macros(lines: Iterable[Line]) -> dict[str, str]:
    macros: dict[str, str] = {}
    places: list[tuple[str, str]] = []
    for file, number, value in lines:
        if "macro" not in value:
            continue
        where = _where(file, number)
        name = _text(value, "macro", where)
        macros[name] = _text(value, "pattern", where)
        places.append((name, where))
    _refuse_twice(places, "macro")
    for name, where in places:
        # A macro nobody uses yet is read too: its author wants to know now.
        parse_part(macros[name], macros, where, (name,))
    return macros


def _rule(line: Line) -> Rule:
    file, number, value = line
    where = _where(file, number)
    rule_id, relation, pattern, example, source = [_text(value, key, where) for key in _REQUIRED]
    priority = value.get("priority", 0)
    framing = value.get("framing")
    if not isinstance(priority, int) or isinstance(priority, bool):
        raise _wrong(where, "priority is not a whole number")
    if framing is not None and not isinstance(framing, str):
        raise _wrong(where, "framing is not a string")
    return Rule(
        id=rule_id,
        relation=relation,
        pattern=pattern,
        example=example,
        source=source,
        file=file,
        line=number,
        value=_value(value.get("value"), where),
        framing=framing,
        priority=priority,
        extra={key: value[key] for key in value if key not in _KNOWN},
    )


def _value(value: object, where: str) -> str | dict[str, str] | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
        return {str(key): str(item) for key, item in value.items()}
    raise _wrong(where, "value is neither a string nor an object of strings")


def _text(value: Mapping[str, object], key: str, where: str) -> str:
    text = value.get(key)
    if not isinstance(text, str) or not text.strip():
        problem = f"{key} is empty or not a string" if key in value else f"{key} is missing"
        raise _wrong(where, problem)
    return text


def _wrong(where: str, problem: str) -> PolesitterError:
    return PolesitterError(Errors.E315.format(where=where, problem=problem))


def _refuse_twice(names: Iterable[tuple[str, str]], kind: str) -> None:
    first: dict[str, str] = {}
    for name, where in names:
        if name in first:
            raise PolesitterError(
                Errors.E316.format(where=where, kind=kind, name=name, first=first[name])
            )
        first[name] = where


def _where(file: str, number: int) -> str:
    return f"{file}, line {number}"
