"""What the declarations of reviews cannot say."""

from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house


def told_late(ground, snapshot):
    """The bulletin is frozen, and its records say something else by now."""

    def make(ctx):
        snapshot.review.frozen_on = clock.today()
        snapshot.review.save()
        snapshot.value = 987_654
        snapshot.save()

    by_house("tests.told_late", make)


def all_checked(ground, review):
    """Every line has looked at its figures."""

    def make(ctx):
        for one in review.snapshots.for_act("test"):
            one.checked_on = clock.today()
            one.save()

    by_house("tests.checked", make)


BORN_BY = {"review_stats.snapshot": "stats.compute"}
VALUES = {
    ("stats.begin", "period"): lambda g, s: str(1950 + next(g.numbers) % 70),
    ("stats.begin", "more"): lambda g, s: "",
    ("stats.check_line", "line"): lambda g, s: "all",
    ("stats.write", "text"): lambda g, s: "各项工作平稳。",
}
FIRST = {"stats.freeze": all_checked, "stats.correct": told_late}
