"""Characters written as several: entities of HTML, letters with their accents apart."""

import re
from html import unescape
from typing import Final
from unicodedata import normalize

ENTITY: Final = re.compile(r"&(?:amp;)?(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")
"""Some feeds have escaped the ampersand, too."""
APART: Final = re.compile("[A-Za-z][\u0300-\u0345]+")


def written_out(text: str) -> list[tuple[int, int, str]]:
    """Return [start, end) of each and the character meant, in order."""
    found = []
    if "&" in text:
        for match in ENTITY.finditer(text):
            meant = unescape(unescape(match[0]))
            if len(meant) == 1:
                found.append((*match.span(), meant))
    if not text.isascii():
        for match in APART.finditer(text):
            meant = normalize("NFC", match[0])
            if len(meant) == 1:
                found.append((*match.span(), meant))
    return sorted(found)
