"""The page as a browser would take it apart, without one."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from polesitter.records.extraction import Extraction
from polesitter.review.page.report_page import report_page
from polesitter.types import ClassFacts, Evidence, Mention, Report, Result, Session

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!--", "]]>", "&lt;b&gt;", "\u202e<b>", "a\x00<b>",
)  # fmt: skip


class Page(HTMLParser):
    """Elements as (tag, attributes), and the text outside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.inside: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside in ("script", "style"):
            self.inside[inside] = data
        else:
            self.text += data

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.elements if name == tag)


def test_the_page_allows_its_own_style_and_script_and_nothing_else(extraction: Extraction) -> None:
    page = Page(report_page(extraction))
    (policy,) = (m["content"] for m in page.all("meta") if "http-equiv" in m)
    assert policy is not None
    for kind in ("style", "script"):
        digest = b64encode(sha256(page.inside[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_asks_for_nothing(extraction: Extraction) -> None:
    text = report_page(extraction)
    for tag, attributes in Page(text).elements:
        assert not {"src", "srcset", "style"} & set(attributes), tag
        assert not any(name.startswith("on") for name in attributes), tag
        assert tag not in ("base", "iframe", "object", "embed")
    assert re.findall(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", text) == []


def test_every_cell_points_to_the_words_that_prove_it(extraction: Extraction) -> None:
    page = Page(report_page(extraction))
    words = {m["data-s"]: m["data-label"] for m in page.all("mark")}
    cells = {(c.get("data-who"), c["data-name"]): c for _, c in page.elements if "data-cell" in c}
    assert words[cells["Ann Lee", "Lap time"]["data-spans"]] == "LAPTIME"
    assert words[cells["Bo Carr Jr.", "Gap"]["data-spans"]] == "GAP"
    assert cells["Ann Lee", "Lap time"]["data-why"] == "link.lap_time, 99%"
    empty = cells["Bo Carr Jr.", "Lap time"]
    assert empty["data-spans"] == ""
    assert empty["data-why"] == "'1:29.000' (31%): told of practice"


def test_a_text_that_was_not_kept_is_told(extraction: Extraction) -> None:
    bare = replace(extraction, report=replace(extraction.report, text=""))
    page = Page(report_page(bare))
    assert "The text was not kept" in page.text
    assert list(page.all("mark")) == []
    assert "Ann Lee" in page.text


def hostile(words: str) -> Extraction:
    """A report in which every string is hostile."""
    text = f"{words} took pole."
    end = len(words)
    proofs = tuple(
        Evidence(field, 0, end, words, words, 1.0)
        for field in ("driver", "team", "car", "car_number", "car_class", "segment", "status")
    )
    result = Result(
        0, words, words, 1, driver=words, driver_id=words, team=words, car=words, car_number=words,
        segment=words, status=words, confidence=0.5, flags=(words,), evidence=proofs,
    )  # fmt: skip
    facts = ClassFacts(words, race_start=words, broadcaster=words, record_holder=words)
    session = Session(words, words, words, words, None, (facts,))
    mention = Mention(0, end, words, "DRIVER", words, words, True, words, 0.5, words, words)
    report = Report(words, text, "0" * 64, words)
    return Extraction(report, words, 0.5, session, (result,), (mention,))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text(words: str) -> None:
    plain, page = Page(report_page(hostile("Ann Lee"))), Page(report_page(hostile(words)))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert [set(names) for _, names in page.elements] == [set(n) for _, n in plain.elements]
    assert page.text.count("took pole.") == 1
