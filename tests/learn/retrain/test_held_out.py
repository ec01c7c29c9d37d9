"""Which reports the gate judges by."""

from polesitter.learn.corpus import GoldReport
from polesitter.learn.folds import session_key
from polesitter.learn.retrain.held_out import ONE_IN, hold_out, to_judge


def report(name: str, day: str, track: str = "Oval") -> GoldReport:
    """A report of a session."""
    return GoldReport(name, "", (), {"date": day, "track": track}, ())


def by_id(*reports: GoldReport) -> dict[str, GoldReport]:
    return {one.id: one for one in reports}


TRAIN = by_id(*(report(f"kite-{n:03}", f"20{n // 300:02}-01-{n % 300:03}") for n in range(600)))
DEV = by_id(report("kite-901", "2030-05-01"), report("kite-902", "2030-05-02"))


def test_dev_is_held_out_whole_and_a_share_of_the_rest() -> None:
    held = hold_out({"train": TRAIN, "dev": DEV})
    assert held >= DEV.keys()
    assert 0.7 < (len(held) - 2) * ONE_IN / len(TRAIN) < 1.3


def test_a_session_is_held_out_whole() -> None:
    twice = {f"{id}-again": GoldReport(f"{id}-again", "", (), one.session, ())
             for id, one in {**TRAIN, **DEV}.items()}  # fmt: skip
    held = hold_out({"train": TRAIN, "dev": DEV, "own": twice})
    assert {f"{id}-again" for id in held if id + "-again" in twice} <= held
    # Whoever reports the same session as a dev report is held out with it.
    assert {"kite-901-again", "kite-902-again"} <= held


def test_more_reports_change_no_draw() -> None:
    more = by_id(report("surf-1", "2031-01-01"), report("surf-2", "2031-01-02"))
    before = hold_out({"train": TRAIN, "dev": DEV})
    assert before == hold_out({"train": TRAIN, "dev": DEV, "own": more}) - more.keys()


def test_new_reports_take_their_sessions_out_of_the_judgement() -> None:
    held = frozenset(DEV)
    assert [one.id for one in to_judge(held, DEV, {})] == ["kite-901", "kite-902"]
    same_session = by_id(report("wave-001", "2030-05-01"))
    assert [one.id for one in to_judge(held, DEV, same_session)] == ["kite-902"]
    replaced = by_id(report("kite-902", "2030-06-02"))
    assert [one.id for one in to_judge(held, DEV, replaced)] == ["kite-901"]


def test_what_a_model_annotated_does_not_judge_it() -> None:
    known = {**DEV, **by_id(report("read-kite-903", "2030-05-03"))}
    assert [one.id for one in to_judge(frozenset(known), known, {})] == ["kite-901", "kite-902"]


def test_reports_without_a_date_are_sessions_of_their_own() -> None:
    one, other = (GoldReport(name, "", (), {}, ()) for name in ("kite-1", "kite-2"))
    assert session_key(one) != session_key(other)
