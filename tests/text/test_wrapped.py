"""Where hard-wrapped prose goes on, and where a line was ended by its writer."""

import textwrap

import pytest

from polesitter.text.wrapped import wraps

PROSE = (
    "Ann Lee won the pole at Sebring on Friday and thanked her crew for a car that was fast from "
    "the start. Bo Ray was second in the No. 93 Acura, .02 seconds behind her; Cal Day, who had "
    "led practice at 57.8 seconds, starts third, and nobody else came within half a second."
)
ROWS = "\n".join(
    f"{place}. {driver}, of the Copperhead Motorsports team of Ohio, BMW, 1:27.{place}"
    for place, driver in enumerate(("Ann Lee", "Bo Ray", "Cal Day"), start=1)
)


def flowing(text: str) -> str:
    for start, end in reversed(wraps(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


@pytest.mark.parametrize("width", [36, 60, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_paragraphs_flow_at_any_width(width: int, indent: str) -> None:
    lines = textwrap.wrap(PROSE, width, initial_indent=indent, break_on_hyphens=False)
    wrapped = "\n".join(lines)
    assert flowing(f"{wrapped}\n\n{wrapped}") == f"{indent}{PROSE}\n\n{indent}{PROSE}"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE}\n{PROSE}",
        ROWS,
        "",
        "\n\n",
        # Lists: of one length, in lower case, and of labels.
        "Bryan Cole, No. 2 PPG Chevrolet, 2nd\nStefano Rossi, No. 3 DEX Chevrolet, 1st",
        "ann lee, copperhead\nbo ray, of the harbor line racing team of ohio\ncal day, bmw",
        "Team: Halvorsen Family Racing of Ohio\nSeries: NASCAR Craftsman Truck Series",
        "• Lee starts Race 1 from the pole, Race 2 from eighth\n• Ray loses second in tech",
        "Pos  Driver   Team of the year 2024\n1    Ann Lee  of Harbor Line Racing",
        "1 | Lee | of the Alpha Racing team\n2 | Ray | of the Gamma Racing team",
    ],
)
def test_lines_that_their_writer_ended_stay(text: str) -> None:
    assert wraps(text) == []


WRAPPED = textwrap.fill(PROSE, 72)


@pytest.mark.parametrize(
    "lines",
    [
        ROWS,
        "- Ann Lee, who was on the pole last year as well, has got it once again.\n- Bo Ray next.",
        "- Ann Lee, who was on the pole last year as well, has got it once again\n- Bo Ray next",
        "Ann Lee, who was on the pole last year as well, has got it once again.\n- Bo Ray next.",
        "Row 1: Ann Lee, Copperhead Motorsports BMW, 57.912, Cal Day, 58.001\nRow 2: Bo Ray, Ford",
        "Pos, No., Driver, Team, Make, Model, Class, Best time, Gap, Laps, Speed\nLee, 5, Alpha, 9",
        "Ann Lee, who was on the pole last year as well, has got it now once more.\n   Bo next.",
        "Ann Lee, who was on the pole last year as well, has it once again.\nBo Ray is next.",
    ],
)
def test_lines_among_wrapped_prose_stay(lines: str) -> None:
    assert flowing(f"{WRAPPED}\n\n{lines}") == f"{PROSE}\n\n{lines}"


@pytest.mark.parametrize(
    "lines",
    [
        "Third was the car of Cal Day, who had lost a spark plug already at Turn\n1. He was cross.",
        "Third was Cal Day, who had lost a spark plug before he reached the No.\n93 Acura of Ray.",
        "Third was the car of Cal Day, who had lost a spark plug down at Turn 1\n– and then again.",
        "- Third was the car of Cal Day, who had lost a spark plug already in\n  the rain, too.",
    ],
)
def test_prose_may_be_broken_before_a_number_or_a_dash(lines: str) -> None:
    assert flowing(f"{WRAPPED}\n\n{lines}").splitlines()[2] == " ".join(lines.split())


def test_one_line_too_wide_to_be_wrapped_stops_nothing() -> None:
    address = f"See https://example.org/{'results-' * 20}."
    text = "\n\n".join([WRAPPED] * 4)
    assert flowing(f"{address}\n\n{text}") == f"{address}\n\n{text.replace(WRAPPED, PROSE)}"


def test_a_line_that_cannot_be_broken_makes_the_text_no_wider() -> None:
    words = " ".join([*[PROSE] * 5, f"https://example.org/{'results-' * 10}", PROSE])
    assert (
        flowing(textwrap.fill(words, 72, break_long_words=False, break_on_hyphens=False)) == words
    )


def test_an_indent_takes_room() -> None:
    first = "          Ann Lee, who was on the pole last year, has got it once again."
    assert flowing(f"{WRAPPED}\n\n{first}\nBo Ray is next.").endswith(f"{first} Bo Ray is next.")


def test_the_blanks_of_a_break_are_told() -> None:
    text = "\r\n".join(WRAPPED.splitlines())
    start, end = wraps(text)[0]
    assert text[start:end] == "\r\n"
