"""Which kind of racing a report tells of, as far as labels depend on it."""

import re
from functools import lru_cache
from typing import Final

from polesitter.text.phrases import Look, Phrases

EXPLICIT: Final = re.compile(
    r"\b(?:Formula (?:One|1|E|Two|2|Three|3)|F1|GP2|GP3|E-Prix|Super Formula|W Series|F1 Academy|"
    r"A1GP|A1 Grand Prix|Constructors'? (?:standings|Championship)|KERS|Scuderia)\b"
)
CONSTRUCTORS: Final = re.compile(
    r"\b(?:Red Bulls?|Williams|Haas|Sauber|Force India|Toro Rosso|AlphaTauri|Racing Bulls|Minardi|"
    r"Jordan|Benetton|Tyrrell|Arrows|Prost|BAR|Brawn|Caterham|Marussia|Manor|HRT|Virgin|Spyker|"
    r"Super Aguri|Mahindra|Envision|Venturi|DS Penske|DS Techeetah|Techeetah|Alpine|Racing Point|"
    r"Alfa Romeo|Dandelion|Mugen|Impul|Stake)\b"
)
OTHER: Final = re.compile(
    r"\b(?:NASCAR|ARCA|IMSA|IndyCar|INDYCAR|Indy (?:Lights|NXT|500)|IndyCar Series|WEC|TCR|DTM|"
    r"BTCC|British Touring|Supercars|Hypercar|GTD|GTE|GT[34]|LMP[123]|GTLM|prototypes?|"
    r"touring car|Speedway|Raceway|stock car|Late Models?|trucks?)\b"
)
SPONSORED: Final = re.compile(
    r"\b(?:NASCAR|ARCA|IndyCar|INDYCAR|IndyCar|Indy 500|Indianapolis 500)\b"
)
_SIGNS: Final = Phrases(
    {
        "explicit": EXPLICIT,
        "constructors": CONSTRUCTORS,
        "other": OTHER,
        "sponsored": SPONSORED,
    }
)


def makers_are_teams(text: str) -> bool:
    """Whether the makers are the teams, as in Formula 1 and Formula E."""
    look = _look(text)
    constructors = {match[0] for match in look.matches("constructors")}
    told = 2 * look.count("explicit") + 2 * len(constructors)
    return told > 2 and told > 2 + look.count("other")


def sponsors_name_cars(text: str) -> bool:
    """Whether cars bear sponsors' names, as in NASCAR and IndyCar ("the No. 22 Menards Ford")."""
    return _look(text).count("sponsored") > 0


@lru_cache(maxsize=1)
def _look(text: str) -> Look:
    """Where the signs may stand; both questions are asked of one text after another."""
    return _SIGNS.look(text)
