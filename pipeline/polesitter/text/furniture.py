"""Lines around a report that tell nothing of it: bylines, photo credits, whom to call.

Paragraphs "About" a series or a team are such, too. Who is named there took no part.
"""

import re
from typing import Final

from polesitter.text.layout import DATE_LINE

_NAME: Final = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_LABELS: Final = (
    r"(?:media |press |team )?contacts?|photos?(?: (?:credits?|by|courtesy))?|images?(?: credit)?"
    r"|pictures?|credits?|editors?'? notes?|copyright|related (?:stories|articles|news)"
    r"|follow us|share this|read more|tags|filed under|for more information"
    r"|for (?:media|press) inquiries"
)
FURNITURE: Final = re.compile(
    rf"^[ \t]*(?:By {_NAME}(?: {_NAME}){{1,3}}[ \t]*(?:[,|/(\u2022\u2013\u2014-].{{0,80}})?"
    rf"|(?i:{_LABELS})[ \t]*[:|\u2013\u2014-].*"
    rf"|(?:About|ABOUT) (?:(?:the|The|THE) )?(?:{_NAME}|series|team|track|event|championship)"
    r"[^\n:.]{0,50}(?::[ \t]+[A-Z].*|:?[ \t]*\n\s*.*)"
    r"|(?:\u00a9|\(c\)|(?i:copyright)) ?(?:19|20)\d\d.*"
    r"|[^\n]{0,80}\b[\w.+-]+@[\w-]+\.[\w.]+.*)$",
    re.MULTILINE,
)
LONGEST_BYLINE: Final = 110
"""Code points; a paragraph may begin "By ..." too."""


def furniture_of(text: str) -> list[tuple[int, int]]:
    """Where such lines stand: code points [start, end), in order."""
    return [match.span() for match in FURNITURE.finditer(text) if _is_apart(match)]


def _is_apart(match: re.Match[str]) -> bool:
    """Whether it is none of the report: a headline may begin "About ...", a paragraph "By ..."."""
    line = match[0].lstrip()
    if line.startswith("By "):
        return _is_byline(line)
    return not line.startswith(("About", "ABOUT")) or not _is_headline(match)


def _is_headline(match: re.Match[str]) -> bool:
    """Whether nothing but the date stands before."""
    dated = DATE_LINE.match(match.string)
    return not match.string[dated.end() if dated else 0 : match.start()].strip()


def _is_byline(line: str) -> bool:
    return len(line) <= LONGEST_BYLINE and not line.rstrip().endswith((".", "!", "?", ":"))
