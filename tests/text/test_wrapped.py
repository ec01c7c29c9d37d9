"""Hard-wrapped prose and lists, of which only the one is put together."""

import pytest

from polesitter.text.layout import find_passages

WIRE = """Ann Lee took the pole for the Harbor 200 on Friday with the last lap of
a session that was stopped twice for rain. She went around in 25.901
seconds.
Bo Ray and Di Cox complete the first two rows, with the rookie Cy Fox
fourth in a Ford.

Ray was second by .020 seconds and was said to be pleased with his car
"but no more than that." Lee had gone out as the very last in the No.
12 Toyota.
"""


def sentences(text: str) -> list[tuple[str, int, str]]:
    return [(p.kind, p.paragraph, text[p.start : p.end]) for p in find_passages(text)]


def test_the_lines_of_a_wire_report_are_put_together() -> None:
    found = sentences(WIRE)
    assert [(kind, words.split()[0], words.split()[-1]) for kind, _, words in found] == [
        ("prose", "Ann", "rain."), ("prose", "She", "seconds."), ("prose", "Bo", "Ford."),
        ("prose", "Ray", 'that."'), ("prose", "Lee", "Toyota."),
    ]  # fmt: skip
    paragraphs = [paragraph for _, paragraph, _ in found]
    assert paragraphs[0] == paragraphs[1] < paragraphs[2] < paragraphs[3] == paragraphs[4]


def test_a_headline_right_above_stays_one() -> None:
    found = sentences("Lee on pole at Harbor, Ray second, and rain wherever one looked\n" + WIRE)
    assert [kind for kind, _, _ in found[:2]] == ["headline", "prose"]
    assert found[1][2].startswith("Ann Lee")


@pytest.mark.parametrize(
    "text",
    [
        # each line stands by itself, however long
        "Driver: Ann Lee, of the Harbor Line Racing team of Oslo, Norway\nCar: No. 12 Toyota",
        "HARBOR 200 AT HARBOR SPEEDWAY - THE LINEUP FOR SATURDAY NIGHT\nHarbor Speedway, .5 miles",
        "Ann Lee, Harbor Line Racing, Toyota, of Oslo, Norway, in 25.901\n"
        "Bo Ray, Keystone Motorsports, Ford, of Ames, Iowa, in 25.921\n"
        "Di Cox, Keystone Motorsports, Ford, of Ames, Iowa, in 25.988",
    ],
)
def test_lists_stay_as_they_are(text: str) -> None:
    assert [words for _, _, words in sentences(text)] == text.split("\n")


def test_a_result_list_under_wrapped_prose_stays_one() -> None:
    found = sentences(WIRE + "\n1. Ann Lee, 25.901\n2. Bo Ray, 25.921\n3. Di Cox, 25.988\n")
    assert [kind for kind, _, _ in found[-3:]] == ["row"] * 3
