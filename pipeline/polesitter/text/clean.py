"""A text as the pipeline reads it: one character for each quote, space and line end."""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polesitter.text.markdown_marks import markdown_marks
from polesitter.text.table_lines import has_columns
from polesitter.text.wrapped import flowing, wraps
from polesitter.text.written_out import written_out

# Soft hyphens, zero-width and direction marks, variation selectors: no reader sees them.
INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)

SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(chr(code) for code in range(0x2000, 0x200B))
LINE_ENDS = "\x0b\x0c\u2028\u2029"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02b9\u02bc\u00b4\u0060\uff07"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u02ba\uff02"
HYPHENS = "\u2010\u2011"
STRAY_CONTROLS = "".join(chr(code) for code in (*range(9), *range(14, 32), 127))


HYPHENATED = re.compile(r"\w- +\w")
"""A word with a hyphen, broken there."""

LINE = re.compile(".+")
BLANKS = re.compile(r"(?<=\S)  +(?=\S)")
AROUND_LINES = re.compile(r"(?<![ \t])[ \t]+$|^ +", re.MULTILINE)
"""Blanks at the end of a line, and its indent; a tab there may stand for a cell."""


def _translation() -> dict[int, str]:
    """Return one character for each that is replaced; the length never changes."""
    table: dict[int, str] = {}
    # Codes 128 to 159 are Windows-1252 punctuation that was decoded as Latin-1.
    for code in range(128, 160):
        table[code] = bytes([code]).decode("cp1252", errors="replace").replace("\ufffd", " ")
    for characters, replacement in (
        (SPACES + STRAY_CONTROLS, " "),
        (LINE_ENDS, "\n"),
        (SINGLE_QUOTES + "\x91\x92\x82\x8b\x9b", "'"),
        (DOUBLE_QUOTES + "\x93\x94\x84", '"'),
        (HYPHENS, "-"),
    ):
        table.update(dict.fromkeys((ord(character) for character in characters), replacement))
    return table


TRANSLATION = _translation()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and the way back.

    `origin` holds for every code point of `text` its offset in the original, and
    the original's length last; None where no character was removed, and offsets
    are the same in both. `lengths`: offset in the original -> code points of what
    stands there for one.
    """

    text: str
    origin: "array[int] | None" = None
    lengths: Mapping[int, int] = field(default_factory=dict)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a half-open span of `text` to the span of the original it stands for.

        The span is the tightest: removed characters at its edges stay out.
        """
        if self.origin is None:
            return start, end
        first = self.origin[start]
        if end <= start:
            return first, first
        last = self.origin[end - 1]
        return first, last + self.lengths.get(last, 1)


def clean(text: str) -> Cleaned:
    """Remove what cannot be seen and marks of Markdown; make quotes, spaces, line ends plain.

    Lines lose the blanks around them, and the line breaks of hard-wrapped prose become
    spaces. Letters with their accents apart and entities of HTML become one character.
    Dashes stay as they are. Cleaning a cleaned text changes nothing.
    """
    origin: array[int] | None = None
    lengths: dict[int, int] = {}
    if written := written_out(text):
        lengths = {start: end - start for start, end, _ in written}
        origin = _kept(range(len(text) + 1), [(start + 1, end) for start, end, _ in written])
        text = _with_characters(text, written)
    # Marks of Markdown stand at plain line ends and before plain spaces, however these are typed.
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    text = text.translate(TRANSLATION)
    for find in (_invisible, markdown_marks):
        while removed := find(text):
            origin = _kept(origin or range(len(text) + 1), removed)
            text = _without(text, removed)
    if breaks := wraps(text):
        text = flowing(text, breaks)
    if blanks := _needless(text, breaks):
        text, origin = _without(text, blanks), _kept(origin or range(len(text) + 1), blanks)
    return Cleaned(text, origin, lengths)


def _with_characters(text: str, written: Iterable[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end, meant in written:
        pieces += [text[position:start], meant]
        position = end
    return "".join([*pieces, text[position:]])


def _invisible(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in INVISIBLE.finditer(text)]


def _needless(text: str, breaks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blanks that no line needs: around it, and all but one where it went on at `breaks`.

    A word with a hyphen that was broken there needs none at all.
    """
    needless = [
        (start + (HYPHENATED.match(text, max(start - 2, 0)) is None), end) for start, end in breaks
    ]
    if " \n" in text or "\n " in text or text.startswith(" "):
        needless += [match.span() for match in AROUND_LINES.finditer(text)]
    if "  " in text:
        needless += _behind_sentences(text)
    return sorted(span for span in needless if span[0] < span[1])


def _behind_sentences(text: str) -> Iterator[tuple[int, int]]:
    """All but one of the blanks that typists leave there; of a table they part the cells."""
    for line in LINE.finditer(text):
        if "  " in line[0].strip() and not has_columns(line[0].strip()):
            for match in BLANKS.finditer(text, *line.span()):
                yield match.start() + 1, match.end()


def _without(text: str, removed: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in removed:
        pieces.append(text[position:start])
        position = end
    return "".join([*pieces, text[position:]])


def _kept(origin: Sequence[int], removed: Iterable[tuple[int, int]]) -> "array[int]":
    """The offsets left of `origin`, which has one for each code point and for the end."""
    kept = array("i")
    position = 0
    for start, end in removed:
        kept.extend(origin[position:start])
        position = end
    kept.extend(origin[position:])
    return kept
