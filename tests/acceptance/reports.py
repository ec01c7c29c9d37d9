"""Reports as plain texts, and what a dataset says of them, told so that two can be compared."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from polesitter.records.extraction import Extraction
from polesitter.text.plain import unmark
from polesitter.types import ClassFacts, Evidence, Result, Session

RUN = ("run.json", ".lock")
"""What no promise of equal bytes covers: the account of the run, and its lock."""


def corpus_texts(root: Path, *splits: str) -> dict[str, str]:
    """The annotated reports of some splits without their marks: `split/id` -> text."""
    return {
        f"{split}/{path.stem}": unmark(path.read_text(encoding="utf-8"))[0]
        for split in splits
        for path in sorted((root / "corpus" / split).glob("*.txt"))
    }


def put(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write texts as `name.txt` below a folder; return the folder."""
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def bytes_of(out: Path) -> dict[str, bytes]:
    """All files of a dataset by their place in it, but for what tells of the run."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in RUN
    }


def proofs(extraction: Extraction) -> list[Evidence]:
    """All evidence of an extraction: of rows, of the session, of its classes."""
    session = extraction.session
    bearers: list[Result | Session | ClassFacts]
    bearers = [*extraction.results, session, *session.classes]
    return [proof for bearer in bearers for proof in bearer.evidence]


def told(extraction: Extraction) -> dict[str, Any]:
    """What a report says, whatever file it came in: rows and session, without evidence."""
    session = asdict(extraction.session)
    return {
        "results": [without_evidence(asdict(result)) for result in extraction.results],
        "classes": [without_evidence(facts) for facts in session.pop("classes")],
        "session": without_evidence(session),
    }


def without_evidence(row: dict[str, Any]) -> dict[str, Any]:
    """A row but for its proofs, which cite the original and so differ by format."""
    return {name: value for name, value in row.items() if name != "evidence"}
