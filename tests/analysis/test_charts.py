import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from polesitter.analysis.charts.choose import Kind, chart_of
from polesitter.analysis.charts.draw import draw
from polesitter.analysis.charts.theme import BLUE, GREEN, INK, ORANGE, VERMILION, Spec, distinct
from polesitter.analysis.told import Told
from polesitter.analysis.wanted import Wanted
from polesitter.errors import PolesitterError

from .conftest import MakeTold

SHOWN: dict[Kind, str] = {
    "grid": "Bo Ray",
    "poles": "Ann Lee",
    "gaps": "IndyCar (1)",
    "confidence": "estimated chance that a row is right",
    "coverage": "100%",
}
KINDS = tuple(SHOWN)


@pytest.fixture
def rows(told: MakeTold) -> list[Told]:
    return [
        told("Ann Lee", 1, lap_time_s=60.0, team="Red Team"),
        told("Bo Ray", 2, lap_time_s=60.6, confidence=0.3),
        told("Cy Fox", 3, status="no_time"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_is_drawn(rows: Sequence[Told], kind: Kind, tmp_path: Path) -> None:
    spec, _ = chart_of(kind, rows, Wanted(), "driver")
    draw(spec, tmp_path / "chart.svg")
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert SHOWN[kind] in svg


@pytest.mark.parametrize("suffix", [".png", ".svg", ".html"])
def test_where_no_chart_can_be_written_it_is_told(
    rows: Sequence[Told], suffix: str, tmp_path: Path
) -> None:
    spec, _ = chart_of("poles", rows, Wanted(), "driver")
    (tmp_path / f"folder{suffix}").mkdir()
    (tmp_path / "file.txt").write_text("in the way", encoding="utf-8")
    for place in (f"folder{suffix}", f"file.txt/chart{suffix}"):
        with pytest.raises(PolesitterError, match="cannot be written"):
            draw(spec, tmp_path / place)


def test_the_grid_chart_tells_gap_team_and_status(rows: Sequence[Told], tmp_path: Path) -> None:
    spec, note = chart_of("grid", rows, Wanted(), "driver")
    draw(spec, tmp_path / "grid.svg")
    svg = (tmp_path / "grid.svg").read_text(encoding="utf-8")
    assert note == ""
    for words in ("IndyCar · Indy GP", "Barber · 4 May 2024", "+0.600", "Red Team", "no time",
                  "behind the pole, seconds"):  # fmt: skip
        assert words in svg


def test_of_many_sessions_the_one_with_most_gaps_is_drawn(
    told: MakeTold, rows: Sequence[Told]
) -> None:
    other = [told("Di Eck", 1, session_id=None, event="Other GP", source="z.txt")]
    spec, note = chart_of("grid", [*rows, *other], Wanted(), "driver")
    assert spec["title"]["text"] == "IndyCar · Indy GP"
    assert note.startswith("drawing IndyCar · Indy GP; 1 other session fits; ")


def test_a_session_of_several_classes_is_called_by_none_of_them(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, car_class="GS"), told("Cy Fox", 1, car_class="TCR")]
    other = told("Di Eck", 1, session_id=None, event="Other GP", source="z.txt")
    spec, note = chart_of("grid", [*rows, other], Wanted(), "driver")
    assert spec["title"]["text"] == "IndyCar · Indy GP"
    assert note.startswith("drawing IndyCar · Indy GP; 1 other session fits; ")


def test_classes_of_a_session_share_one_scale(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1, car_class="GS", lap_time_s=60.0),
        told("Bo Ray", 2, car_class="GS", lap_time_s=61.0),
        told("Cy Fox", 1, car_class="TCR"),
    ]
    spec, _ = chart_of("grid", rows, Wanted(), "driver")
    axes = [part["layer"][0]["encoding"]["x"] for part in spec["vconcat"]]
    assert [axis["scale"]["domain"] for axis in axes] == [[0, 1.0], [0, 1.0]]
    # It is drawn once, below the last.
    assert [axis["axis"] is None for axis in axes] == [True, False]


def test_rows_are_counted_by_how_sure_they_are(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, confidence=sure) for sure in (0.0, 0.49, 0.5, 0.52, 0.79, 0.8, 1.0)]
    spec, _ = chart_of("confidence", rows, Wanted(), "driver")
    counted = [bar for bar in spec["data"]["values"] if bar["rows"]]
    assert [(bar["from"], bar["rows"], bar["level"]) for bar in counted] == [
        (0.0, 1, "below 50%: worth a look"),
        (0.45, 1, "below 50%: worth a look"),
        (0.5, 2, "50% to 80%"),
        (0.75, 1, "50% to 80%"),
        (0.8, 1, "80% and more"),
        (0.95, 1, "80% and more"),
    ]


def test_the_grid_chart_tells_how_each_gap_is_known(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1, lap_time_s=60.0),
        told("Bo Ray", 2, gap_s=0.5, gap_to="leader"),
        told("Cy Fox", 3, lap_time_s=60.7),
        told("Di Eck", 4, gap_s=0.1, gap_to="Cy Fox"),
        told("Ed Orr", 5),
    ]
    spec, _ = chart_of("grid", rows, Wanted(), "driver")
    assert [place["how"] for place in spec["data"]["values"]] == [
        "pole", "stated", "from laps", "from a chain of gaps", None,
    ]  # fmt: skip
    shown = spec["layer"][1]["encoding"]["color"]["scale"]["domain"]
    assert shown == ["pole", "stated", "from laps", "from a chain of gaps"]


@pytest.mark.parametrize(
    ("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("html", b"<!DOCTYPE html>")]
)
def test_formats(rows: Sequence[Told], tmp_path: Path, suffix: str, begins: bytes) -> None:
    spec, _ = chart_of("poles", rows, Wanted(), "driver")
    path = tmp_path / "new" / f"chart.{suffix}"
    draw(spec, path)
    content = path.read_bytes()
    assert content.lower().startswith(begins.lower())
    assert b'src="http' not in content


def test_an_unknown_suffix_is_refused(rows: Sequence[Told], tmp_path: Path) -> None:
    with pytest.raises(PolesitterError, match=r"\.png, \.svg, \.html"):
        draw(chart_of("poles", rows, Wanted(), "driver")[0], tmp_path / "chart.gif")


def test_what_is_missing_is_told(
    rows: Sequence[Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    with pytest.raises(PolesitterError, match=r"polesitter\[plot\]"):
        draw(chart_of("poles", rows, Wanted(), "driver")[0], tmp_path / "chart.png")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_draw_is_told(kind: Kind) -> None:
    with pytest.raises(PolesitterError, match="nothing to draw"):
        chart_of(kind, [], Wanted(), "driver")


LABEL = re.compile(r'<text text-anchor="end" transform="translate\([^,]+,([\d.]+)\)"[^>]*>([^<]+)<')


def rows_of(spec: Spec, path: Path) -> list[str]:
    """The names on the left of a drawn chart, from top to bottom."""
    draw(spec, path)
    found = LABEL.findall(path.read_text(encoding="utf-8"))
    return [text for _, text in sorted((float(y), text) for y, text in found if text[0].isalpha())]


def test_most_poles_stand_on_top(told: MakeTold, tmp_path: Path) -> None:
    names = ["Ann Lee", "Zoe Fox", "Zoe Fox", "Zoe Fox", "Bo Ray"]
    rows = [told(name, 1, session_id=None, source=str(i)) for i, name in enumerate(names)]
    disputed = told("Cy Eck", 1, session_id=None, source="4", confidence=0.1)
    spec, _ = chart_of("poles", [*rows, disputed], Wanted(), "driver")
    assert rows_of(spec, tmp_path / "poles.svg") == ["Zoe Fox", "Ann Lee", "Bo Ray"]


def test_places_stand_in_order(told: MakeTold, tmp_path: Path) -> None:
    gap = {"gap_s": 0.2, "gap_to": "leader"}
    rows = [told("Zoe Fox", 1, lap_time_s=60.0), told("Mia Eck", 2), told("Ann Lee", 3, **gap)]
    spec, _ = chart_of("grid", rows, Wanted(), "driver")
    labels = rows_of(spec, tmp_path / "grid.svg")
    assert [label.split("\u2003")[0] for label in labels] == ["Zoe Fox", "Mia Eck", "Ann Lee"]


def test_names_that_recur_stay_apart() -> None:
    assert len(set(distinct(["Ann", "Bo", "Ann"]))) == 3


def test_specifications_are_plain_json(rows: Sequence[Told]) -> None:
    for kind in KINDS:
        assert json.loads(json.dumps(chart_of(kind, rows, Wanted(), "driver")[0]))


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_kinds_of_gaps_differ_in_shape_and_in_lightness() -> None:
    """So that they stay apart without colour."""
    from polesitter.analysis.charts.grid_chart import COLOURS, HOW, SHAPES

    assert len(set(SHAPES)) == len(HOW) == len(COLOURS)
    assert {*COLOURS} == {INK, BLUE, ORANGE, GREEN, VERMILION}
    assert abs(lightness(BLUE) - lightness(ORANGE)) > 0.2
