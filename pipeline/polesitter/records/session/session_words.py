"""The words by which a report that tells of several sessions names one of them."""

import re
from typing import Final

from polesitter.text.calendar import WEEKDAY

NAME: Final = re.compile(
    rf"\b(?:(?P<kind>race|duel)s? (?P<n>[1-3]|one|two|three)\b|"
    rf"(?:{WEEKDAY}['’]s|the) (?P<o>first|second|third) race\b(?! (?:of (?!the (?:weekend|day|"
    r"double|two)\b)|in |here|car|win|running|start|since|this))|"
    r"(?P<sprint>sprint)(?: (?:race|qualifying|grid|pole|shootout))?\b(?! (?:Cup|Series|car))|"
    r"(?P<feature>feature)(?: race)?\b(?! (?:of|the|a)\b)|"
    rf"(?P<day>{WEEKDAY})['’]s race\b)",
    re.I,
)
