"""Which lines are rows of a table or its header."""

import re

ROW_START = re.compile(
    r"\s*(?:\|\s*)?(?:[-*•]\s+)?(?:P?\d{1,3}(?:st|nd|rd|th)?)\s*(?:[.):|,/–—-]|\t|\s{2,}|\s+(?=[A-Z#]))"
)
HEADER_CELL_BREAK = re.compile(r"\s*[|,/\t]\s*|\s{2,}|\)\s*|^\(")
CELL_BREAK = re.compile(r"\s*\|\s*|\t+|\s{2,}|\s+/\s+|;\s*")
HEADER_WORD = re.compile(
    r"\b(?:pos|position|p|no|num|number|car|#|driver|drivers|team|entrant|make|model|class|time|"
    r"best time|lap|laps|gap|diff|difference|behind|mph|speed|interval|kph|nat|chassis|engine)\b",
    re.IGNORECASE,
)
COLUMNS = re.compile(r"\t|(?<![.!?:\"”])(?<![.!?]['’)])\s{2,}|\|.*\|")
"""What parts cells; typists leave two blanks after a sentence."""
LONGEST_HEADER_WORD = len("difference")


def has_columns(line: str) -> bool:
    """Whether something parts a line into cells."""
    return COLUMNS.search(line) is not None


def is_header(line: str) -> bool:
    """Whether a line names the columns of a table."""
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


def is_row(line: str) -> bool:
    """Whether a line is one of a table or of a numbered list."""
    if line.count("|") >= 2 or ("\t" in line and len(_cells(line)) >= 3):
        return True
    if not ROW_START.match(line) or len(line) > 200:
        return False
    return not _reads_like_prose(line)


def _reads_like_prose(line: str) -> bool:
    lowered = sum(word.isalpha() and word.islower() for word in line.split())
    return lowered > 5 and line.endswith(".")
