"""Words of the sport that tell a kind of name: "Racing" ends a team, "Speedway" a track.

Everything here is lower case. The learned model weighs the groups; no group decides.
"""

from itertools import chain

from polesitter.text.calendar import MONTHS, WEEKDAYS

CUES: dict[str, str] = {
    "team": (
        "racing motorsport motorsports autosport autosports competizione competicion"
        " competition competitions team teams scuderia ecurie equipe engineering squad garage"
        " performance sport sports technik tuning enterprises bros brothers llc inc gmbh"
        " corse escuderia rennsport raceteam racers works developments dynamics"
    ),
    "track": (
        "speedway raceway circuit autodromo autodrome autodrom motorplex motodrom ring"
        " superspeedway roval oval fairgrounds airport street streets racetrack motordrome"
    ),
    "park": "park road course international ranch hill glen bend point island beach lake hall",
    "event": (
        "prix gp hours hour heures e-prix eprix grand festival classic petit enduro weekend"
        " miles laps kilometers kilometres anniversary memorial race double"
    ),
    "series": "series championship cup challenge tour league masters trophy formula tcr xfinity",
    "generation": "jr jr. sr sr. ii iii iv",
    "person": (
        "driver teammate team-mate polesitter rookie champion winner veteran brother rival native"
        " newcomer leader runner-up co-driver racer youngster"
    ),
    "number": "no no. # number car",
    "date": (
        f"{' '.join((*WEEKDAYS, *MONTHS)).lower()} jan jan. feb feb. mar mar. apr"
        " apr. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. mon tue wed thu fri sat sun"
    ),
    "nation": (
        "american australian austrian belgian brazilian british briton canadian chinese colombian"
        " czech danish dane dutch dutchman dutchwoman english englishman estonian finn finnish"
        " french frenchman german indian irish irishman israeli italian japanese kiwi mexican"
        " monegasque norwegian polish portuguese russian scot scottish scotsman spaniard spanish"
        " swede swedish swiss swiss-born texan thai turkish venezuelan welsh welshman californian"
        " floridian argentine argentinian european north south east west central"
    ),
    "make": (
        "acura alfa alpine alpina aston audi bentley bmw brabham buick cadillac chevrolet chevy"
        " chrysler citroen corvette cupra dallara dodge duqueine ferrari fiat ford ginetta"
        " hyundai honda infiniti isotta jaguar kia ktm lada lamborghini lancia lexus ligier lola"
        " lotus lynk mazda mclaren mercedes mercedes-amg mercedes-benz mg mini mitsubishi nissan"
        " norma opel oreca panoz peugeot pontiac porsche ram renault riley rover saab saleen seat"
        " skoda spyker subaru tesla toyota vauxhall volkswagen volvo vw holden camaro mustang camry"
    ),
    "role": "said says won qualified starts started start will posted set ran was put had took",
    "broadcast": "nbc fs1 fox tv espn abc tnt speed peacock usa et pt edt est pm a.m. p.m.",
    "function": (
        "the a an and or but in on at by for from of to with without within as is it its he his"
        " she her him they their them this that these those there then than when while where who"
        " what which why how if although though because since until after before during despite"
        " following behind alongside ahead once only just also both each every all another other"
        " others most more many much some any no not nor so such still even yet however"
        " meanwhile out up down over under into onto off about around between among i we you our"
        " my your me us be been being has have do did does was were are would could should"
        " might must can"
    ),
}

CUE_OF: dict[str, int] = {
    word: code for code, words in enumerate(CUES.values(), start=1) for word in words.split()
}
CUE_CODE: dict[str, int] = {name: code for code, name in enumerate(CUES, start=1)}
FUNCTION = CUE_CODE["function"]

GENRES: tuple[tuple[str, str], ...] = (
    ("formula", "f1 f2 f3 f4 formula gp prix e-prix drs q1 q2 q3 monoposto a1gp gp2 gp3"),
    ("indy", "indycar indy nxt firestone irl champ cart"),
    ("stock", "nascar arca truck trucks xfinity busch craftsman winston speedway stock nextel"),
    ("sports", "imsa gt gtd gtp gt3 gt4 lmp lmp1 lmp2 lmp3 dpi wec elms alms prototype prototypes"
     " hypercar gtlm gte grand-am rolex gs st endurance co-driver co-drivers pro am silver bronze"),
    ("touring", "touring btcc tcr dtm supercars tc tca hatchback saloon"),
)  # fmt: skip

GENRE_OF: dict[str, int] = {
    word: code for code, (_, words) in enumerate(GENRES, start=1) for word in words.split()
}

PARTICLES = frozenset(
    "de da di del della dalla der den van von vd la le du dos das el al bin d".split()
)
"""Lower-case words that can open a surname ("van der Linde")."""

CONNECTORS = PARTICLES | frozenset(
    chain("of the at by with in presented powered & y et und e i".split(), ["'s", "’s", "'", "’"])
)
"""Words that can stand between the capitalised words of one name."""

HYPHENS = frozenset("-‐‑–/")
POSSESSIVES = frozenset(["'s", "’s", "'S", "’S", "'", "’"])

TEAM_TAILS = frozenset(["autosport", "motorsport", "motorsports"])
"""Words that some teams write small at the end of their name ("CORE autosport")."""
