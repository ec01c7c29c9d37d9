"""A stand-in pipeline that worker processes can import: one result per "NAME took pole".

EXPLODE, DIE and HANG in a text do what they say; each SLOW takes some milliseconds, and HOLD takes
as long as there is the file that the environment variable of that name tells. "ROWLESS NAME took
pole" gives a mention and no result.
"""

import os
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

from polesitter.types import ClassFacts, Evidence, Mention, Relation, Result, Session

POLE = re.compile(r"(\w+) took pole")


class FakeDoc:
    def __init__(self, text: str) -> None:
        self.text = text
        self.user_data: dict[str, Any] = {}
        self._ = SimpleNamespace()


class FakePipeline:
    meta: ClassVar = {"lang": "en", "name": "fake", "version": "1.2.3"}
    vocab = SimpleNamespace(strings=())

    def make_doc(self, text: str) -> FakeDoc:
        return FakeDoc(text)

    def __call__(self, doc: FakeDoc) -> FakeDoc:
        if "EXPLODE" in doc.text:
            raise ValueError("boom at 0x7f00dead in /somewhere/private/part.py")
        if "DIE" in doc.text:
            os._exit(3)
        if "HANG" in doc.text:
            # Runs away inside C code, where no other thread comes to its turn.
            re.match("(a+)+b", "a" * 60)
        if "SLOW" in doc.text:
            time.sleep(0.02 * doc.text.count("SLOW"))
        while "HOLD" in doc.text and Path(os.environ.get("HOLD", "/none")).exists():
            time.sleep(0.005)
        found = list(POLE.finditer(doc.text))
        too_big = 10**6 if "OVERFLOW" in doc.text else 1
        doc._.mentions = [
            Mention(match.start(1), match.end(1), match[1], "DRIVER", rule="fake", score=1 / 3)
            for match in found
        ]
        doc._.results = [
            Result(
                number,
                position=too_big,
                driver=match[1],
                car_number="08",
                confidence=2 / 3,
                flags=("fake",),
                evidence=(_evidence("driver", match),),
            )
            for number, match in enumerate(found)
            if not doc.text[: match.start()].endswith("ROWLESS ")
        ]
        doc._.relations = [
            Relation("qualified", number, None, "1", "outcome", "fake", 0.5, True)
            for number in range(len(found))
        ]
        facts = (
            ClassFacts(entries=20, evidence=(_evidence("entries", found[0]),)) if found else None
        )
        doc._.session = Session(event=doc.user_data["published"], classes=(facts,) if facts else ())
        doc._.qualifying = 0.87654321 if found else 0.0
        return doc

    def pipe(self, docs: Iterable[FakeDoc], *, batch_size: int) -> Iterator[FakeDoc]:
        for doc in docs:
            yield self(doc)


class LaterPipeline(FakePipeline):
    meta: ClassVar = {**FakePipeline.meta, "version": "1.3.0"}


def load() -> FakePipeline:
    return FakePipeline()


def load_later() -> FakePipeline:
    return LaterPipeline()


def _evidence(field: str, match: re.Match[str]) -> Evidence:
    return Evidence(field, match.start(1), match.end(1), match[1], "fake", 1.0)
