from io import StringIO

import pytest
from rich.console import Console, RenderableType

from polesitter.records.extraction import Extraction
from polesitter.review.terminal.grid import Grid, confidence
from polesitter.review.terminal.marked_text import legend, marked_text
from polesitter.review.terminal.palette import LABEL_STYLES
from polesitter.review.terminal.report import grids_view, report_view
from polesitter.text.plain import unmark
from polesitter.types import LABELS, ClassFacts, Mention, Result, Session

# Reviewed by eye: change it only for a better page.
PAGE = """\

  [Ann Lee](DRIVER) took [pole](POSITION) for [Red Kites](TEAM) with a lap of
  [1:23.529](LAPTIME).
  [Bo Carr Jr.](DRIVER) was [.803 seconds](GAP) back in a [Honda](CAR), after
  [1:29.000](LAPTIME) in practice. [Cy Dale](DRIVER) set no time.

  DRIVER 3  TEAM 1  CAR 1  LAPTIME 2  GAP 1  POSITION 1

────────────────────────────────────────────────────────────────────────────────
Kite Cup · Lake 200
Lake Oval · 4 May 2024
lake.txt · qualifying report: 93%

Pos   Driver        Team        Car          Lap      Gap   Status        Conf.
───────────────────────────────────────────────────────────────────────────────
  1   Ann Lee       Red Kites   –       1:23.529        –             ███▉  97%
  –   Bo Carr Jr.   –           Honda          –   +0.803             ██    50%
  –   Cy Dale       –           –              –        –   no_time   █     25%

1 entry · 2 red flags · track record · race: 5 p.m.
! position unsure: Bo Carr Jr.
"""


def render(view: RenderableType, width: int = 80) -> str:
    told = StringIO()
    console = Console(file=told, width=width, color_system=None, highlight=False)
    console.print(view)
    lines = told.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def test_the_page_of_a_report(extraction: Extraction) -> None:
    assert render(report_view(extraction, colour=False, width=80)) == PAGE


def test_plain_marks_are_those_of_the_corpus(extraction: Extraction) -> None:
    marked = marked_text(extraction.report.text, extraction.mentions, colour=False).plain
    text, marks = unmark(marked)
    assert text == extraction.report.text
    assert [(m.start, m.end, m.label) for m in marks] == [
        (m.start, m.end, m.label) for m in extraction.mentions
    ]


def test_colour_changes_no_letter_and_marks_every_mention(extraction: Extraction) -> None:
    told = marked_text(extraction.report.text, extraction.mentions, colour=True)
    assert told.plain == extraction.report.text
    shown = {(one.start, one.end, one.style) for one in told.spans}
    assert {(m.start, m.end, LABEL_STYLES[m.label]) for m in extraction.mentions} <= shown
    practice = extraction.mentions[7]
    assert (practice.start, practice.end, "dim") in shown


def test_of_overlapping_mentions_the_first_and_longest_is_shown() -> None:
    mentions = [Mention(0, 3, "Red", "CAR"), Mention(0, 9, "Red Kites", "TEAM")]
    told = marked_text("Red Kites won", mentions, colour=False).plain
    assert told == "[Red Kites](TEAM) won"


@pytest.mark.parametrize("colour", [False, True])
def test_hard_wrapped_lines_flow(colour: bool) -> None:
    text = "Ann Lee of the quick and the clever and the ever so lucky Red\n"
    text += "Kites took the pole for the race on Sunday, and it did not surprise\nher.\n"
    told = marked_text(text, [Mention(58, 67, "Red\nKites", "TEAM")], colour=colour)
    shown = told.plain if colour else unmark(told.plain)[0]
    assert shown == text.replace("\n", " ").strip()
    assert not colour or told.plain[slice(*told.spans[0][:2])] == "Red Kites"


def test_every_label_has_its_own_style() -> None:
    styles = [LABEL_STYLES[label] for label in LABELS]
    assert len(set(styles)) == len(LABELS)


def test_the_legend_names_dim_mentions_only_in_colour(extraction: Extraction) -> None:
    assert "dim" in legend(extraction.mentions, colour=True).plain
    assert "dim" not in legend(extraction.mentions, colour=False).plain


def crowded() -> list[Result]:
    return [
        Result(
            0,
            position=2,
            grid_position=15,
            driver="Maximilian Longname",
            team="Very Long Name Motorsports",
            car="Chevrolet Camaro ZL1",
            car_number="08",
            speed=113.575,
            speed_unit="mph",
            lap_time_s=105.166,
            gap_s=0.026,
            gap_to="Bo Carr Jr.",
            status="disallowed",
            confidence=0.8,
        )
    ]


@pytest.mark.parametrize("width", [80, 100, 120, 160])
def test_nothing_is_lost_at_any_width(width: int) -> None:
    page = render(Grid(crowded()), width)
    assert max(len(line) for line in page.splitlines()) <= width
    for value in ("Longname", "Camaro", "08", "113.575 mph", "1:45.166", "+0.026", "disallowed"):
        assert value in page
    assert "…" not in page


def test_only_a_narrow_grid_stacks_cells() -> None:
    narrow, wide = render(Grid(crowded()), 80), render(Grid(crowded()), 200)
    assert len(wide.splitlines()) == 3
    assert "to Carr Jr." in narrow
    assert "Bo Carr Jr." in wide


def test_each_class_and_session_has_its_grid() -> None:
    results = [
        Result(0, car_class="GS", position=1, driver="A"),
        Result(1, car_class="ST", position=1, driver="B"),
        Result(2, car_class="GS", position=2, driver="C", session_name="Race 2"),
    ]
    page = render(grids_view(Session(), results, "x.txt"))
    lines = page.splitlines()
    assert [line for line in lines if line in ("GS", "ST", "Race 2 · GS")] == [
        "GS",
        "ST",
        "Race 2 · GS",
    ]
    assert "Session not named" in lines


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_grids_of_a_report_are_laid_out_alike(width: int) -> None:
    results = [*crowded(), Result(1, car_class="ST", position=1, driver="A", team="B", car="C")]
    lines = render(grids_view(Session(), results, "x.txt"), width).splitlines()
    wide, narrow = (line for line in lines if line.startswith("Pos"))
    assert ("Team, car" in wide) == ("Team, car" in narrow) == (width < 200)
    assert max(len(line) for line in lines) <= width


def test_shared_columns_of_grids_stand_in_line() -> None:
    results = [
        Result(0, car_class="GS", position=1, driver="Maximilian Longname", team="Kites"),
        Result(1, car_class="ST", position=1, driver="A", team="Very Long Name Motorsports"),
    ]
    lines = render(grids_view(Session(), results, "x.txt"), 120).splitlines()
    heads = [line for line in lines if line.startswith("Pos")]
    assert len(heads) == 2
    assert heads[0] == heads[1]


def test_a_flag_is_told_once_with_what_it_means() -> None:
    rows = [Result(n, driver=name, flags=("counted_position",)) for n, name in enumerate("AB")]
    page = " ".join(render(grids_view(Session(), rows, "x.txt"), 120).split())
    assert "! counted position: A, B (the place is counted on from a stated one" in page


def test_no_results_are_told() -> None:
    assert "No results" in render(grids_view(Session(), [], "x.txt"))


@pytest.mark.parametrize(
    ("qualifying", "text", "why"),
    [
        (0.9, "Ann Lee took pole.", "the text states no outcome of a competitor."),
        (0.0, None, "this does not read like a qualifying report."),
        (0.0, "The oval was wet.", "it names a circuit; at least 3 are needed of: a pole,"),
        (0.05, "Lee lapped the circuit in 1:10.954 by car.", "like a qualifying report."),
    ],
)
def test_why_there_are_none(qualifying: float, text: str | None, why: str) -> None:
    page = render(grids_view(Session(), [], "x.txt", qualifying, text), 120)
    assert why in " ".join(page.split())


def test_facts_name_their_class() -> None:
    facts = ClassFacts("GS", entries=31, track_record=False, record_holder="D", record_year=2019)
    page = render(grids_view(Session(classes=(facts,)), [Result(0, driver="A")], "x.txt"))
    assert "GS: 31 entries · no track record · earlier record: D, 2019" in page


@pytest.mark.parametrize(
    ("chance", "bar"), [(0.0, "      0%"), (0.5, "██    50%"), (1.0, "████ 100%")]
)
def test_confidence_bar(chance: float, bar: str) -> None:
    told = confidence(chance)
    assert told.plain == bar.rjust(9)
    assert str(told.style) == {0.0: "red", 0.5: "yellow", 1.0: "green"}[chance]
