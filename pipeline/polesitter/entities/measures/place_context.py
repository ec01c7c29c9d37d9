"""Whether an ordinal tells a place on the grid or counts something else."""

import re

# Between an ordinal and what it counts stand adjectives ("third straight career pole"),
# never one of these: "sixth in the session", "seventh for the team".
_FUNCTION_WORDS = "|".join(
    "ahead after alongside and as at because before behind but by despite fastest for from in is"
    " just of on only or overall quickest than thanks that then this till to until up was were when"
    " a an the which while who whose will with without".split()
)
_COUNTED = "|".join(
    (
        r"anniversary appearances? attempts? bonus brand careers? cars? caution century "
        r"champion\w* chances? chicane corners? crash cut days? different dozen drivers? edition "
        r"effort eight entries entry event ever feature five flag flying four gear generation "
        r"grand group hairpin half half-dozen halves heat hour impression lane laps? legs? man "
        r"manufacturer meeting members? minutes? months? opportunity out\b outing parts? person "
        r"phase place\sfinish podiums? points? poles? practices? qualifying races? red rookie "
        r"rounds? row\b(?=\sof) runs? seasons? sectors? segment series sessions? sets? six splits? "
        r"sprint stage starts? stints? stop stoppage teams? ten tests? three times? tire titles? "
        r"tow triumph trucks? turns? two tyre victories victory visits? week weekend wins? woman "
        r"years? yellow"
    ).split()
)
_COUNTS_AFTER = re.compile(
    r"[- ](?:straight (?!away)|consecutive |successive |career |overall pole"
    rf"|(?:(?!(?:{_FUNCTION_WORDS})\b)[\w'\u2019.-]+ ){{0,2}}?(?:{_COUNTED})\b"
    r"(?! him| her| out of))"
)
_ELSEWHERE_AFTER = re.compile(
    r"(?:[- ]places?)?(?: overall)? (?:in (?:a [Rr]ow|(?:the |his |her |their |this |its |last )?"
    r"(?:\w+ )?(?:points|standings|championship|title|race\b|opener|campaign|practice|FP\d|line"
    r"|queue|warm-?up|succession|series history|main event))"
    r"|of (?:the (?:season|year|campaign|weekend)|his|her|their|(?:19|20)\d\d)|(?:to|from) last"
    r"|across|in (?:the |a )(?:line|queue)|on the (?:all-time|road|final lap)"
    r"|out of the (?:pits|box)|to (?:run|go out|leave)|by the (?:flag|finish))"
)
_RANKED_AFTER = re.compile(r"-(?:best|placed|fastest|quickest|ranked|place|starting)\b")
"""What makes an ordinal a rank whatever is counted after it: "the fifth-placed man"."""
_OWN = re.compile(r"\b(?:his|her|their|its|whose) $", re.IGNORECASE)
_PLACE_AFTER = re.compile(
    r"[- ](?:places?\b|placed|spots?\b|quickest|fastest|starting|position\b|slot|qualifier"
    r"|on the (?:grid|time ?sheets?|charts?)|in qualifying|in the (?:session|order|final order))"
)
_TIMED_BEFORE = re.compile(r"\b(?:had|set|sets|setting|posted|recorded|clocked|with) the $")
_TIMED_AFTER = re.compile(r" (?:best |fastest |quickest )?(?:time|lap|speed)\b(?! this| in)")
"""Around a rank among the times: "had the fourth time"."""
_OWNED_BEFORE = frozenset(
    "a an another any arrive each every full half her his its my no nose one our per split that the"
    " their this three two whose".split()
)
_IS = re.compile(r"(?:^|\W)(?:he|she|it|who|that|there|what)['\u2019]s$", re.IGNORECASE)
"""Ends in "is", and owns nothing."""
_POSSESSIVE = ("'s", "\u2019s", "s'", "s\u2019")
_RACED_BEFORE = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|c[ao]mes? home|brought home|crossed the line|t[ao]o?ke? the flag"
    r"|runner-up|home|ran|classified|twice|distant|racer)(?: a| an| \w+ly)? $"
)
_FIRST_BEFORE = re.compile(
    r"\b(?:qualif\w+(?: it| the car)?|start\w*|to|took|takes|placed|lined up|lines up|grid) $"
    r"|\n[^\n.]{0,40}[A-Z]\w+ $"
)
_FIRST_AFTER = re.compile(r"(?:[-,;.)]|\n|$| (?:and|in (?!the )|on|with|for|overall|ahead)\b)")
_TIME_BEFORE = re.compile(r"(?<![\w.#-])(?<!No\. )\d*\.?\d+ $")
"""A bare number: "a 26.3 second lap"."""
_WINDOW = 32
"""Code points before a candidate that decide on it."""


def is_a_place(text: str, start: int, end: int) -> bool:
    """Whether the ordinal at code points `start`..`end` of `text` is a qualifying place."""
    surface = text[start:end].lower()
    first = surface == "first"
    before = "\n" + text[:start] if start < _WINDOW else text[start - _WINDOW : start]
    ranked = None if first else _RANKED_AFTER.match(text, end)
    if ranked is not None:
        return not _OWN.search(before) and not _ELSEWHERE_AFTER.match(text, ranked.end())
    if not first and _TIMED_BEFORE.search(before) and _TIMED_AFTER.match(text, end):
        return True
    if _COUNTS_AFTER.match(text, end) or _ELSEWHERE_AFTER.match(text, end):
        return False
    if _PLACE_AFTER.match(text, end):
        return not first or text[end] == "-"
    if _is_owned(before) or before.endswith("-") or _RACED_BEFORE.search(before.lower()):
        return False
    if surface == "second" and _TIME_BEFORE.search(before):
        return False
    return not first or bool(_FIRST_BEFORE.search(before) and _FIRST_AFTER.match(text, end))


def _is_owned(before: str) -> bool:
    """Whether the last word before an ordinal says whose it is, or that there is one."""
    last = before.split()[-1:]
    if not last or _IS.search(last[0]):
        return False
    return last[0].lower() in _OWNED_BEFORE or last[0].endswith(_POSSESSIVE)
