"""Which driver mentions are one person: marked sentences and the groups expected of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.references.drivers import fullest, resolve_drivers, split_name
from polesitter.types import Mention

SPLIT = [
    ("Sean McAlister", ("sean",), ("mcalister",), ""),
    ("Dale Earnhardt Jr.", ("dale",), ("earnhardt",), "jr"),
    ("Earnhardt Jr.", (), ("earnhardt",), "jr"),
    ("Alex De Angelis", ("alex",), ("de", "angelis"), ""),
    ("Renger van der Zande", ("renger",), ("van", "der", "zande"), ""),
    ("van der Zande", (), ("van", "der", "zande"), ""),
    ("Juan Pablo Montoya", ("juan", "pablo"), ("montoya",), ""),
    ("Truex", (), ("truex",), ""),
]

GROUPS = [
    # surnames, in any order
    ("Ann Lee | Lee | Bo Ray | Ray | Lee", ["Ann Lee, Lee, Lee", "Bo Ray, Ray"]),
    ("Lee | Ann Lee", ["Lee, Ann Lee"]),
    # possessives and accents are no part of the name
    ("Sergio Pérez | Perez", ["Sergio Pérez, Perez"]),
    # a unique first name
    ("Danica Patrick | Danica", ["Danica Patrick, Danica"]),
    ("Ann Lee | Ann Ray | Ann", ["Ann Lee", "Ann Ray", "Ann"]),
    ("Martin Lee | Martin Ray | Bo Martini | Martin",
     ["Martin Lee", "Martin Ray", "Bo Martini", "Martin"]),
    # short forms of first names
    ("Matthew Brabham | Matt Brabham", ["Matthew Brabham, Matt Brabham"]),
    ("Pato O'Ward | Patricio O'Ward", ["Pato O'Ward, Patricio O'Ward"]),
    ("J. Hildebrand | Jack Hildebrand", ["J. Hildebrand, Jack Hildebrand"]),
    ("Rob Cox | Robert Cox | Ronald Cox", ["Rob Cox, Robert Cox", "Ronald Cox"]),
    # names that begin alike are not short forms of each other
    ("Mario Cox | Marco Cox | Christian Ray | Christopher Ray",
     ["Mario Cox", "Marco Cox", "Christian Ray", "Christopher Ray"]),
    # typos in long names only
    ("Trinkler | Owen Trinkler | Owen Trinker", ["Trinkler, Owen Trinkler, Owen Trinker"]),
    ("Owen Trinkler | Trinklar", ["Owen Trinkler, Trinklar"]),
    ("Ann Lee | Les", ["Ann Lee", "Les"]),
    # particles
    ("Renger van der Zande | van der Zande | Zande",
     ["Renger van der Zande, van der Zande, Zande"]),
    # double surnames
    ("Joseph Marshall-Birks | Marshall", ["Joseph Marshall-Birks, Marshall"]),
    ("Cook-Sutton | Ash Cook-Sutton | Cook | Sutton",
     ["Cook-Sutton, Ash Cook-Sutton, Cook, Sutton"]),
    ("Ash Cook-Sutton | Cook-Suton", ["Ash Cook-Sutton, Cook-Suton"]),
    ("Jean-Eric Vergne | Jean-Eric", ["Jean-Eric Vergne, Jean-Eric"]),
    ("Marc-André Cox-Roy | Marc-André | P.J. Lee | P.J.",
     ["Marc-André Cox-Roy, Marc-André", "P.J. Lee, P.J."]),
    ("Felipe Cox | F.Cox | Ann Cox", ["Felipe Cox, F.Cox", "Ann Cox"]),
    # the surname first, with two words of its own
    ("Ribeiro Salles | Caio Ribeiro Salles | Caio | Salles",
     ["Ribeiro Salles, Caio Ribeiro Salles, Caio, Salles"]),
    ("Al Mansoori | Khalid Al Mansoori", ["Al Mansoori, Khalid Al Mansoori"]),
    ("Sergio Sette Camara | Sette Camara", ["Sergio Sette Camara, Sette Camara"]),
    # family: first names part them, the surname is whoever was named last
    ("Kurt Busch | Kyle Busch | Busch", ["Kurt Busch", "Kyle Busch, Busch"]),
    ("Kurt Busch | Busch | Kyle Busch | Busch", ["Kurt Busch, Busch", "Kyle Busch, Busch"]),
    ("Bo Unser Jr. | Bo Unser Sr.", ["Bo Unser Jr.", "Bo Unser Sr."]),
    ("Al Unser Jr. | Al Unser Sr.", ["Al Unser Jr.", "Al Unser Sr."]),
    ("Bo Unser Sr. | Unser Jr. | Unser", ["Bo Unser Sr.", "Unser Jr., Unser"]),
    ("Nasser Al-Attiyah | Al-Attiyah", ["Nasser Al-Attiyah, Al-Attiyah"]),
    # surname first
    ("Zhou Guanyu | Guanyu Zhou", ["Zhou Guanyu, Guanyu Zhou"]),
    # nobody's surname is a person of its own
    ("Ann Lee | Cox", ["Ann Lee", "Cox"]),
]  # fmt: skip

FULLEST = [
    ("Lee | Ann Lee | Lee", "Ann Lee"),
    ("LEE | Lee", "Lee"),
    # the spelling the rest of the report agrees with
    ("Owen Trinker | Owen Trinkler | Trinkler", "Owen Trinkler"),
    ("Owen Trinkler | Owen Trinker | Trinkler", "Owen Trinkler"),
    ("Dale Earnhardt | Dale Earnhardt Jr.", "Dale Earnhardt Jr."),
]


def drivers(notation: str) -> list[Mention]:
    """Driver mentions in text order from "Ann Lee | Lee"."""
    found, at = [], 0
    for name in notation.split(" | "):
        found.append(Mention(at, at + len(name), name, "DRIVER"))
        at += len(name) + 3
    return found


@pytest.mark.parametrize(("name", "first", "last", "suffix"), SPLIT)
def test_the_parts_of_a_name(
    name: str, first: tuple[str, ...], last: tuple[str, ...], suffix: str
) -> None:
    assert split_name(name) == (first, last, suffix)


@pytest.mark.parametrize(("notation", "groups"), GROUPS, ids=[row[0] for row in GROUPS])
def test_mentions_of_one_person(notation: str, groups: list[str]) -> None:
    mentions = drivers(notation)
    people = resolve_drivers(mentions)
    assert [", ".join(mentions[i].text for i in person.mentions) for person in people] == groups


@pytest.mark.parametrize(("notation", "name"), FULLEST)
def test_the_fullest_form(notation: str, name: str) -> None:
    (person,) = resolve_drivers(drivers(notation))
    assert fullest(person) == name


def test_other_labels_are_left_alone() -> None:
    mentions = [Mention(0, 3, "Lee", "TEAM"), Mention(4, 7, "Lee", "DRIVER")]
    assert [person.mentions for person in resolve_drivers(mentions)] == [[1]]


FORMS = st.sampled_from(
    ["Ann Lee", "Lee", "Ann", "Bo Ray", "Ray", "B. Ray", "Bo Unser Jr.", "Unser", "van der Zande",
     "Renger van der Zande", "Trinkler", "Owen Trinkler", "Owen Trinklar"]
)  # fmt: skip


@given(st.lists(FORMS, max_size=14))
def test_every_mention_has_one_person_and_alike_forms_with_first_names_share_it(
    forms: list[str],
) -> None:
    mentions = drivers(" | ".join(forms)) if forms else []
    people = resolve_drivers(mentions)
    assert sorted(i for person in people for i in person.mentions) == list(range(len(forms)))
    owner = {i: number for number, person in enumerate(people) for i in person.mentions}
    for i, form in enumerate(forms):
        if split_name(form)[0]:
            assert owner[i] == owner[forms.index(form)]
    assert [person.mentions[0] for person in people] == sorted(p.mentions[0] for p in people)
