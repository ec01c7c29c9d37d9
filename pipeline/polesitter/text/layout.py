"""The shape of a report: which stretch is headline, heading, table row or prose sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

Kind = Literal["date", "headline", "heading", "header", "row", "prose"]
KINDS: tuple[Kind, ...] = get_args(Kind)

DATE_LINE = re.compile(r"\s*date (\d{4}-\d\d-\d\d)[ \t]*(?:\r?\n)?")
ROW_START = re.compile(
    r"\s*(?:\|\s*)?(?:[-*•]\s+)?(?:P?\d{1,3}(?:st|nd|rd|th)?)\s*(?:[.):|,/–—-]|\t|\s{2,}|\s+(?=[A-Z#]))"
)
LINE_BREAK = re.compile("[\n\r\u2028]")
HEADER_CELL_BREAK = re.compile(r"\s*[|,/\t]\s*|\s{2,}|\)\s*|^\(")
CELL_BREAK = re.compile(r"\s*\|\s*|\t+|\s{2,}|\s+/\s+|;\s*")
HEADER_WORD = re.compile(
    r"\b(?:pos|position|p|no|num|number|car|#|driver|drivers|team|entrant|make|model|class|time|"
    r"best time|lap|laps|gap|diff|difference|behind|mph|speed|interval|kph|nat|chassis|engine)\b",
    re.IGNORECASE,
)
LONGEST_HEADER_WORD = len("difference")
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


SHORTEST_WRAPPED, LONGEST_WRAPPED = 50, 130
"""Lengths of a hard-wrapped line, in code points."""


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
    """Lines of hard-wrapped prose put together: old wire copy and mail break in mid-sentence."""
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined:
            before, stop = joined[-1]
            last = text[text.rfind("\n", before, stop) + 1 : stop]
            directly = text.count("\n", stop, start) == 1
            if directly and _is_wrapped(last, text[start:end]):
                joined[-1] = (before, end)
                continue
        joined.append((start, end))
    return joined


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a line runs on: it is long, ends no sentence, and neither line is a row."""
    if len(line) < SHORTEST_WRAPPED or len(line) > LONGEST_WRAPPED:
        return False
    if _is_header(line) or _is_row(line) or _is_row(following) or _is_header(following):
        return False
    return following[:1].islower() or not line.endswith((".", "!", "?", ":", "…", '"', "”"))


def _kind(text: str, lines: list[tuple[int, int]], number: int) -> Kind:
    start, end = lines[number]
    line = text[start:end]
    if _is_header(line):
        return "header"
    if _is_row(line):
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


def _is_header(line: str) -> bool:
    if not _may_be_header(line):
        return False
    cells = [cell for cell in HEADER_CELL_BREAK.split(line) if cell]
    named = sum(bool(HEADER_WORD.fullmatch(cell.strip(". ()#") or "#")) for cell in cells)
    return len(cells) >= 3 and named * 3 >= len(cells) * 2


def _may_be_header(line: str) -> bool:
    """Whether a line falls into short cells, as counting tells.

    Most prose does not, and is spared the dearer splitting.
    """
    plain = line.isprintable() and "  " not in line
    if not plain and " ".join(line.split()) != line:
        return True
    cells = line.replace("|", ",").replace("/", ",").replace(")", ",").split(",")
    lengths = [len(cell.strip(" .()#")) for cell in cells]
    long = sum(length > LONGEST_HEADER_WORD for length in lengths)
    return len(cells) >= 3 and len(cells) - lengths.count(0) >= 3 * long


def _cells(line: str) -> list[str]:
    return [cell for cell in CELL_BREAK.split(line) if cell]


def _is_row(line: str) -> bool:
    if line.count("|") >= 2 or ("\t" in line and len(_cells(line)) >= 3):
        return True
    if not ROW_START.match(line) or len(line) > 200:
        return False
    return not _reads_like_prose(line)


def _reads_like_prose(line: str) -> bool:
    lowered = sum(word.isalpha() and word.islower() for word in line.split())
    return lowered > 5 and line.endswith(".")


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
