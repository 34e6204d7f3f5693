"""What the declarations of reviews cannot say."""

from datetime import date, timedelta

from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.review.stats.models import YearReturn


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


def an_area(ground, filed):
    """A return of an area; what was filed in it has been accepted."""

    def make(ctx):
        if YearReturn.objects.for_act("test").filter(form=filed.form, node=filed.node, state="accepted").exists():
            return
        filed.summed = True
        filed.save()
        YearReturn(form=filed.form, node=filed.node, on=filed.on, state="accepted").save()

    by_house("tests.area", make)


def emptied(filed):
    """Nothing happened at the unit, and nothing is in the records."""
    for cell in filed.cells.for_act("test"):
        cell.value, cell.prefilled = 0, None
        cell.save()


def month_from(day) -> str:
    """Thirty-one days, in which the units of the cast stood."""
    return f"{day}..{day + timedelta(days=30)}"


def all_zero(ground, filed):
    by_house("tests.zero", lambda ctx: emptied(filed))


def signed(ground, form):
    """The issuer of the form has signed what its area says."""
    told = {"form": form, "node": form.node, "on": form.ends_on, "summed": True, "signed_on": clock.today(), "state": "signed"}
    by_house("tests.signed", lambda ctx: YearReturn(**told).save())


def frozen(ground, cell):
    """Its return is frozen."""

    def make(ctx):
        cell.filed.state = "frozen"
        cell.filed.save()

    by_house("tests.frozen", make)


BORN_BY = {
    "review_stats.snapshot": "stats.compute",
    "review_stats.returncell": lambda g: g.born(YearReturn).cells.for_act("test").order_by("pk").first(),
}
VALUES = {
    ("stats.fill_return", "zeros"): lambda g, s: True,
    ("stats.send_back_return", "remarks"): lambda g, s: {"A01": "请核对"},
    ("stats.issue_form", "period"): lambda g, s: month_from(date(2021, 1, 1) + timedelta(days=next(g.numbers) % 1300)),
    ("stats.begin", "period"): lambda g, s: str(1950 + next(g.numbers) % 70),
    ("stats.begin", "more"): lambda g, s: "",
    ("stats.check_line", "line"): lambda g, s: "all",
    ("stats.write", "text"): lambda g, s: "各项工作平稳。",
}
FIRST = {
    "stats.freeze": all_checked, "stats.correct": told_late, "stats.sum_up": an_area, "stats.submit_return": all_zero, "stats.sign_return": all_zero,
    "stats.freeze_form": signed, "stats.correct_cell": frozen,
}  # fmt: skip
LATE = {
    "stats.unfiled": lambda g: g.born(YearReturn),
    "stats.return_unchecked": lambda g: g.situation("stats.accept_return", "submitted").subject,
}
ROWS = {"review_stats.surveyform": {"period": "2023"}}
