"""Words around a time that make it a difference: "by …", "… behind", "… quicker"."""

import re

_BEFORE = re.compile(
    r"\b(?:by|within|margin of|gap of|gap (?:was|is)|deficit (?:of|was|is)|lead (?:of|by)"
    r"|margin was"
    r"|inside|separated by|lost|losing|loses|gained|gives? up|cost \w+|costs \w+|found|finds"
    r"|shaved|knocked|trimmed"
    r"|shed|sliced|cut|had|another|advantage of|beaten by|short by|missed by)"
    r"(?: (?:just|only|nearly|almost|about|around|a|an|mere|scant|some|over|under|more|less|than"
    r"|roughly|another|the|better|part|of|combined|full|close|to|all|slim|slender|whopping"
    r"|massive|huge))*"
    r"[\s+]*$"
)
_AFTER = re.compile(
    r"[\s,)]*(?:a lap |per lap )?(?:behind(?! the (?:wheel|controls))|adrift|faster|quicker"
    r"|slower|better|clear\b|ahead|back\b|off\b|shy\b|short\b"
    r"|down\b|away\b|in (?:arrears|front|hand)|to spare|too slow|in it\b|apart"
    r"|up on|in front|of (?:advantage|margin|each other|one another)|separat|cover|between"
    r"|in the lead)"
)
_AFTER_SHORT = re.compile(
    r"[\s,]*(?:under|over|up\b|from (?:pole|the|p\d)|on (?:him|her|[A-Z]\w+(?!day))"
    r"|of (?:him|her|pole|the|that|\w+['\u2019]s|[A-Z])|outside|inside|on (?:his|her|the field"
    r"|the rest))"
)
_BEFORE_WINDOW, _AFTER_WINDOW = 48, 24


def compares(text: str, start: int, end: int) -> bool:
    """Whether the words next to code points `start`..`end` make the time there a difference."""
    after = text[end : end + _AFTER_WINDOW]
    if _AFTER.match(after):
        return True
    return _BEFORE.search(text[max(0, start - _BEFORE_WINDOW) : start].lower()) is not None


def compares_short(text: str, start: int, end: int) -> bool:
    """As compares(), with words that would also fit a lap time ("on", "over", "from the")."""
    return compares(text, start, end) or bool(_AFTER_SHORT.match(text, end))
