"""Recording in patterns/entities that two names are one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from polesitter.analysis.aliases import FILES
from polesitter.errors import Errors, PolesitterError
from polesitter.text.normal import normal

Kind = Literal["driver", "team"]
BY_HAND = {"source": "hand"}
"""What a line says of where it comes from, as `patterns add` writes it."""
KINDS: tuple[Kind, ...] = ("driver", "team")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file of patterns/entities; `file` without its folder and suffix.

    `further`: what else it says, as its source.
    """

    file: str
    label: str
    pattern: str
    id: str
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge recorded: the id both names have now, and the lines added or changed."""

    id: str
    changed: tuple[Line, ...]


def merge(patterns: Path, one: str, other: str, kind: Kind | None = None) -> Merged:
    """Record that `one` is another way to write `other`; the files stay sorted by id, pattern.

    All names that shared an id with `one` go with it. A name that no line lists gets one.
    `kind`: of the names; if left out, that of the listed one. Raises PolesitterError where
    none is listed and no kind is given (E725), where they are one already (E727), or a
    name is listed under two ids (E728).
    """
    kind = kind or _kind_of(patterns, (other, one))
    lines = _read(patterns, kind)
    first, second = _id_of(lines, one, patterns), _id_of(lines, other, patterns)
    if (first and first == second) or normal(one) == normal(other):
        raise PolesitterError(Errors.E727.format(one=one, other=other, id=second or normal(one)))
    target = second or f"{kind}:{normal(other).replace(' ', '-')}"
    file = next((line.file for line in lines if line.id == target), FILES[kind][0])
    kept = [_moved(line, target, file) if line.id == first else line for line in lines]
    for name, known in ((one, first), (other, second)):
        if known is None:
            kept.append(Line(file, kind.upper(), " ".join(name.split()), target, BY_HAND))
    changed = tuple(line for line in kept if line not in lines)
    # The file that gains lines first: a name told twice can be mended, a lost one cannot.
    emptied = {line.file for line in lines if line.id == first} - {file}
    for name in (file, *sorted(emptied)):
        _write(patterns, name, [line for line in kept if line.file == name])
    return Merged(target, changed)


def _moved(line: Line, target: str, file: str) -> Line:
    return replace(line, id=target, file=file)


def _kind_of(patterns: Path, names: Sequence[str]) -> Kind:
    for name in names:
        for kind in KINDS:
            if any(normal(line.pattern) == normal(name) for line in _read(patterns, kind)):
                return kind
    raise PolesitterError(Errors.E725.format(names=" nor ".join(names), patterns=patterns))


def _id_of(lines: Sequence[Line], name: str, patterns: Path) -> str | None:
    ids = sorted({line.id for line in lines if normal(line.pattern) == normal(name)})
    if len(ids) > 1:
        raise PolesitterError(
            Errors.E728.format(one=name, first=ids[0], second=ids[1], patterns=patterns)
        )
    return ids[0] if ids else None


def _read(patterns: Path, kind: Kind) -> list[Line]:
    found: list[Line] = []
    for file in FILES[kind]:
        path = patterns / "entities" / f"{file}.jsonl"
        texts = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        entries = [json.loads(text) for text in texts if text.strip()]
        found += [Line(file, x["label"], x["pattern"], x["id"], _further(x)) for x in entries]
    return found


def _further(entry: Mapping[str, str]) -> dict[str, str]:
    return {name: entry[name] for name in entry if name not in ("label", "pattern", "id")}


def _write(patterns: Path, file: str, lines: Sequence[Line]) -> None:
    path = patterns / "entities" / f"{file}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    written = [
        json.dumps(
            {"label": x.label, "pattern": x.pattern, "id": x.id, **x.further}, ensure_ascii=False
        )
        for x in sorted(lines, key=_place)
    ]
    unfinished = path.with_suffix(".tmp")
    unfinished.write_text("".join(f"{text}\n" for text in written), encoding="utf-8", newline="\n")
    unfinished.replace(path)


def _place(line: Line) -> tuple[str, str]:
    return (line.id, line.pattern)
