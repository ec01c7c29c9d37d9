from polesitter.learn.scoring.mention_score import MentionTally


def test_a_mention_needs_both_bounds_and_its_label() -> None:
    tally = MentionTally()
    gold = [(0, 3, "DRIVER"), (5, 9, "TEAM"), (10, 12, "CAR")]
    tally.add(gold, [(0, 3, "DRIVER"), (5, 8, "TEAM"), (10, 12, "TEAM")])
    assert (tally.score("DRIVER").f1, tally.score("TEAM").f1, tally.score("CAR").recall) == (
        1,
        0,
        0,
    )
    assert (tally.right.total(), tally.wrong["TEAM"], tally.missed.total()) == (1, 2, 2)
