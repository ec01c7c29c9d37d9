"""All checks over whole folders of annotated reports."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from polesitter.learn.corpus import GoldReport
from polesitter.learn.corpus_check.finding import Finding
from polesitter.learn.corpus_check.grounding import ungrounded
from polesitter.learn.corpus_check.marks import check_marks
from polesitter.learn.corpus_check.rows import check_record
from polesitter.text.plain import unmark


def check_folders(folders: Iterable[Path]) -> list[Finding]:
    """Return what is wrong in folders of annotated reports, by file and line."""
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for folder in folders:
        for stem in sorted({path.stem for path in _files(folder)}):
            found, text = _check_report(folder, stem)
            findings += found
            name = (folder / stem).as_posix()
            if stem in ids:
                findings.append(_whole(f"{name}.json", f"{ids[stem]} has the same id"))
            ids.setdefault(stem, name)
            digest = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
            if text and digest in texts:
                findings.append(_whole(f"{name}.txt", f"{texts[digest]} has the same text"))
            texts.setdefault(digest, name)
    return findings


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.suffix in (".json", ".txt") and not path.name.startswith("."):
            yield path


def _check_report(folder: Path, stem: str) -> tuple[list[Finding], str]:
    """What is wrong with one report, and its plain text ("" where there is none)."""
    names = [(folder / f"{stem}{suffix}") for suffix in (".txt", ".json")]
    findings = [
        _whole(path.as_posix(), "is missing beside the other file of the report")
        for path in names
        if not path.is_file()
    ]
    if findings:
        return findings, ""
    marked_file, record_file = (path.as_posix() for path in names)
    try:
        marked = names[0].read_bytes().decode("utf-8-sig")
        record: Any = json.loads(names[1].read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        return [_whole((folder / stem).as_posix(), f"byte {error.start} is not UTF-8")], ""
    except ValueError as error:
        return [_whole(record_file, f"no JSON: {error}")], ""
    text, marks = unmark(marked)
    findings += check_marks(marked_file, marked)
    problems = list(check_record(record, stem))
    findings += [_whole(record_file, problem) for problem in problems]
    if _readable(record):
        gold = GoldReport(stem, text, tuple(marks), record["session"], tuple(record["records"]))
        findings += [_whole(record_file, problem) for problem in ungrounded(gold)]
    return findings, text


def _readable(record: Any) -> bool:
    """Whether session and rows are what they should be, whatever their values."""
    if not isinstance(record, dict) or not isinstance(record.get("session"), dict):
        return False
    rows = record.get("records")
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _whole(file: str, message: str) -> Finding:
    return Finding(file, None, "error", message)
