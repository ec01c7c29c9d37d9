"""The shape of a report: which stretch is headline, heading, table row or prose sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from polesitter.text.table_lines import is_header, is_row
from polesitter.text.wrapped import wraps

Kind = Literal["date", "headline", "heading", "header", "row", "prose"]
KINDS: tuple[Kind, ...] = get_args(Kind)

DATE_LINE = re.compile(r"\s*date (\d{4}-\d\d-\d\d)[ \t]*(?:\r?\n)?")
LINE_BREAK = re.compile("[\n\r\u2028]")
INLINE_ITEM = re.compile(r"\d(?<!\S\d)(?=\d?[.)](\s*)(?:No\. ?|#)?[A-Z\d])")
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)")
OPENER = re.compile(r"\s+[\"'“‘(\[#]*[A-Z0-9À-ÖØ-Þ.]")
ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|St|Ste|Mt|Dr|Mr|Mrs|Ms|vs|approx|Pos|Ft|Sgt|Rev|Gov|Sen|Prof|Inc|Co|Ltd|Corp|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|"
    r"Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Que|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|"
    r"a\.m|p\.m|m\.p\.h|k\.p\.h|e\.g|i\.e|U\.S|U\.K|N\.H|N\.C|N\.Y|N\.J|S\.C|W\.Va|[A-Z]|"
    r"(?:[A-Z]\.)+[A-Z]|Jr|Sr|Jnr))\.$"
)
MAY_END = re.compile(r"(?:Jr|Sr|Jnr|a\.m|p\.m|m\.p\.h|k\.p\.h|U\.S|U\.K|Inc|Co|Ltd|Corp)\.$")
LETTERED = re.compile(r"\b(?:Group|Class|Division|Pool|Flight|Heat|Serie) [A-Z]\.$")
"""A part of a field that is called by a letter, which is no initial."""
SENTENCE_WORD = re.compile(
    r"\s+[\"'“‘(]*(?:The|He|She|It|In|On|At|His|Her|But|And|A|An|That|This|Then|They|There|Next|"
    r"After|Before|With|For|Of|As|When|While|Only|Both|All|One|Two|Three|Behind|Alongside|Also|"
    r"Who|What|If|By|From|Coverage|Qualifying|Practice|Not|No|Those|These|Their|Its|We|You|I)\b"
)


class Passage(NamedTuple):
    """One sentence, heading, headline or table row: code points [start, end) of the text."""

    start: int
    end: int
    kind: Kind
    paragraph: int


def find_passages(text: str) -> list[Passage]:
    """Split a report into passages in reading order; blank stretches belong to none."""
    passages: list[Passage] = []
    date_line = DATE_LINE.match(text)
    at = 0
    if date_line:
        passages.append(Passage(0, len(date_line.group().rstrip()), "date", 0))
        at = date_line.end()
    lines = _unwrapped(text, _lines(text, at))
    for number, (start, end) in enumerate(lines):
        kind = _kind(text, lines, number)
        if kind == "prose":
            passages.extend(_prose(text, start, end, number + 1))
        else:
            passages.append(Passage(start, end, kind, number + 1))
    return passages


def _lines(text: str, at: int) -> list[tuple[int, int]]:
    """Non-blank lines from `at` on, trimmed."""
    lines = []
    for line in LINE_BREAK.split(text[at:]):
        end = at + len(line.rstrip())
        start = at + len(line) - len(line.lstrip())
        if start < end:
            lines.append((start, end))
        at += len(line) + 1
    return lines


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines of hard-wrapped prose put together, as paragraphs."""
    found = set(wraps(text))
    joined = lines[:1]
    for start, end in lines[1:]:
        before, stop = joined[-1]
        if (stop, start) in found:
            joined[-1] = (before, end)
        else:
            joined.append((start, end))
    return joined


def _kind(text: str, lines: list[tuple[int, int]], number: int) -> Kind:
    start, end = lines[number]
    line = text[start:end]
    if is_header(line):
        return "header"
    if is_row(line):
        return "row"
    words = line.split()
    ends = line.rstrip("\"'”’)").endswith((".", "!", "?", "…"))
    if number == 0 and len(lines) > 1 and len(words) <= 22 and _stands_alone(text, lines, line):
        return "headline"
    if len(words) <= 9 and not ends and (number + 1 < len(lines) or line.endswith(":")):
        return "heading"
    return "prose"


def _stands_alone(text: str, lines: list[tuple[int, int]], line: str) -> bool:
    """A first line is a headline if it is no sentence, or a short one before longer text."""
    following = text[slice(*lines[1])]
    return not line.endswith((".", "!")) or (len(line) < 110 and len(following) > len(line))


def _prose(text: str, start: int, end: int, paragraph: int) -> list[Passage]:
    items = list(_inline_items(text, start, end))
    if len(items) >= 2 and _is_inline_table(text, items, end):
        first = [Passage(start, items[0], "heading", paragraph)] if items[0] > start else []
        stops = [*items[1:], end]
        return first + [Passage(a, b, "row", paragraph) for a, b in zip(items, stops, strict=True)]
    return [Passage(a, b, "prose", paragraph) for a, b in split_sentences(text, start, end)]


def _inline_items(text: str, start: int, end: int) -> Iterator[int]:
    """Where numbered items of a run-on list may start: after a stop, some after a comma."""
    for match in INLINE_ITEM.finditer(text, start, end):
        at = match.start()
        before = text[start:at].rstrip()[-1:]
        if at == 0 or before in (":", ";", ".") or (before == "," and match[1]):
            yield at


def _is_inline_table(text: str, items: list[int], end: int) -> bool:
    """Run-on result lists number their items upwards from some place."""
    numbers = [int(re.match(r"\d+", text[at:end]).group()) for at in items]  # type: ignore[union-attr]
    return all(b > a for a, b in pairwise(numbers))


def _may_end(text: str, head: str, stop: int) -> bool:
    """Whether a sentence ends behind an abbreviation, or behind a letter that is none."""
    if LETTERED.search(head):
        return True
    return MAY_END.search(head) is not None and SENTENCE_WORD.match(text, stop) is not None


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentence bounds within [start, end), trimmed of outer blanks."""
    sentences = []
    at = start
    for match in SENTENCE_END.finditer(text, start, end):
        stop = match.end()
        if stop >= end or not OPENER.match(text, stop):
            continue
        head = text[max(start, stop - 12) : stop].rstrip("\"'”’)]")
        if ABBREVIATION.search(head) and not _may_end(text, head, stop):
            continue
        sentences.append((at, stop))
        at = stop
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        sentences.append((at, end))
    return sentences
