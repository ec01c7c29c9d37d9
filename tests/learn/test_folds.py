from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.corpus import GoldReport
from polesitter.learn.fold_corpus import copy_without, write_plain
from polesitter.learn.folds import fold_of, session_key

DAYS = ("2024-05-04", "2024-05-05", None)


def report(name: str, day: str | None = None, track: str | None = None) -> GoldReport:
    return GoldReport(name, "", (), {"date": day, "track": track}, ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("2024-05-04", "Lime Rock"), ("2024-05-04", "Lime Rock Park"), True),
        (("2024-05-04", "Lime Rock"), ("2024-05-05", "Lime Rock"), False),
        (("2024-05-04", "Lime Rock"), ("2024-05-04", "Road America"), False),
        # Of what is not told nothing is known to be shared.
        ((None, "Lime Rock"), (None, "Lime Rock"), False),
        (("2024-05-04", None), ("2024-05-04", None), False),
    ],
)
def test_sessions(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert (session_key(report("a-01", *one)) == session_key(report("b-02", *other))) is same


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(DAYS)), max_size=30),
    st.integers(2, 6),
)
def test_sessions_stay_together_and_folds_are_even(
    told: list[tuple[str, str | None]], folds: int
) -> None:
    golds = [report(f"{name}-{at:02}", day, "Oval") for at, (name, day) in enumerate(told)]
    fold = fold_of(golds, folds)
    assert set(fold) == {gold.id for gold in golds}
    assert set(fold.values()) <= set(range(folds))
    by_session: dict[tuple[str, ...], set[int]] = {}
    for gold in golds:
        by_session.setdefault(session_key(gold), set()).add(fold[gold.id])
    assert all(len(where) == 1 for where in by_session.values())
    assert fold_of(golds[::-1], folds) == fold


def test_each_fold_has_its_share_of_each_group() -> None:
    golds = [report(f"{group}-{number:02}") for group in ("indy", "stock") for number in range(10)]
    fold = fold_of(golds, 5)
    shares = Counter((gold.group, fold[gold.id]) for gold in golds)
    assert set(shares.values()) == {2}


def test_a_share_of_each_group_comes_before_like_size() -> None:
    session = [report("indy-01", "2024-05-04", "Oval"), report("indy-02", "2024-05-04", "Oval")]
    fold = fold_of([*session, report("stock-01"), report("stock-02")], 2)
    assert fold["stock-01"] != fold["stock-02"]


@pytest.mark.parametrize("folds", [2, 3, 4, 5])
def test_more_reports_leave_the_others_in_their_folds(folds: int) -> None:
    moved = []
    for draw in range(5):
        known = [
            report(f"{group}-{draw}{number}")
            for group in ("indy", "stock")
            for number in range(300)
        ]
        # Dealt in the order of their ids, all that come after these would move.
        more = [report(f"indy-{draw}0{number}0") for number in range(5)]
        before, after = fold_of(known, folds), fold_of([*known, *more], folds)
        moved.append(sum(before[gold.id] != after[gold.id] for gold in known))
    # Folds without room to spare would hand on one or two for each that comes.
    assert sum(moved) <= len(moved)


@pytest.mark.parametrize("folds", [2, 3, 4, 5])
def test_of_many_reports_no_fold_holds_a_tenth_more_than_its_share(folds: int) -> None:
    golds = [report(f"{group}-{number}") for group in ("indy", "stock") for number in range(200)]
    fold = fold_of(golds, folds)
    shares = Counter((gold.group, fold[gold.id]) for gold in golds)
    assert len(shares) == 2 * folds
    assert max(shares.values()) <= 1.1 * 200 / folds + 1


def test_a_large_session_goes_where_least_is() -> None:
    large = [report(f"indy-{number}", "2024-05-04", "Oval") for number in range(7)]
    fold = fold_of([*large, report("indy-7"), report("indy-8")], 2)
    assert len({fold[gold.id] for gold in large}) == 1
    assert {fold["indy-7"], fold["indy-8"]} == {1 - fold["indy-0"]}


def test_siblings_are_with_the_report_that_they_were_modelled_on() -> None:
    golds = [report(f"indy-{number}", "2024-05-04", f"Oval{number}") for number in range(40)]
    models = {f"indy-{number}": f"indy-{number % 8}" for number in range(8, 32)}
    fold = fold_of(golds, 4, models | {"indy-39": "elsewhere-1"})
    assert all(fold[one] == fold[other] for one, other in models.items())
    assert set(fold.values()) == set(range(4))
    assert fold != fold_of(golds, 4)


def test_one_fold_is_refused() -> None:
    with pytest.raises(ValueError, match="two folds"):
        fold_of([report("a-01")], 1)


def test_a_corpus_without_a_fold(tmp_path: Path) -> None:
    files = ("train/a-01.txt", "train/a-01.json", "dev/a-02.txt", "framing/a-01.json",
             "framing/a-02.json", "test/a-03.txt", "sample/x.txt", "unrelated/y.txt",
             "GUIDE.md")  # fmt: skip
    for name in files:
        (tmp_path / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "corpus" / name).write_text(name, encoding="utf-8")
    copy_without(tmp_path / "corpus", {"a-01"}, tmp_path / "copy")
    copied = {
        str(path.relative_to(tmp_path / "copy"))
        for path in (tmp_path / "copy").rglob("*")
        if path.is_file()
    }
    assert copied == {"dev/a-02.txt", "framing/a-02.json", "unrelated/y.txt", "GUIDE.md"}


def test_texts_are_written_as_they_are(tmp_path: Path) -> None:
    write_plain([GoldReport("a-01", "Lee\r\nwon — é", (), {}, ())], tmp_path / "plain")
    assert (tmp_path / "plain" / "a-01.txt").read_bytes() == "Lee\r\nwon — é".encode()
