"""What the declarations of matters cannot say."""

from datetime import date

from gonghui.commons.cases import rules
from gonghui.commons.cases.models import Case, CaseClock
from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import WorkCalendar

BORN_BY = {
    "commons_cases.caseclock": "cases.register",
    "commons_cases.casestep": "cases.register",
    "commons_cases.caseamount": "cases.register",
    "commons_cases.caselink": "cases.register",
}
VALUES = {
    ("cases.receive", "node"): lambda g, s: g.cast.nodes["district"],
    ("cases.receive", "kind"): lambda g, s: "ticket",
    ("cases.receive", "name"): lambda g, s: g.person()["name"],
    ("cases.register", "kind"): lambda g, s: "ticket",
    ("cases.assign", "to"): lambda g, s: g.cast.nodes["union"],
    ("cases.pass_on", "to"): lambda g, s: g.cast.nodes["beside"],
}


def changed(case, **values) -> None:
    by_house("tests.case", lambda ctx: Case.objects.for_act("situation").filter(pk=case.pk).update(**values))


def in_time(g, case) -> None:
    """Its times to reply run from today, as if it had come today; one not yet given is given."""
    walk = {"received": ("cases.admit", "cases.assign"), "registered": ("cases.assign",)}
    for key in walk.get(case.state, ()):
        g.on(type(case).objects.for_act("situation").get(pk=case.pk), key)
    today = clock.today()
    days = rules.days_of(WorkCalendar(), today, 5, True, 75, 3)
    dates = {name: getattr(days, name) for name in ("raw_on", "due_on", "warn_on", "late_on", "later_on")}
    rows = CaseClock.objects.for_act("situation").filter(case=case, what="reply", done_on=None)
    by_house("tests.clock", lambda ctx: rows.update(since=today, next_on=days.warn_on, level=0, **dates))


def asked(g, case) -> None:
    in_time(g, case)
    g.on(type(case).objects.for_act("situation").get(pk=case.pk), "cases.ask_extension")


FIRST = {
    "cases.ask_extension": in_time,
    "cases.extend": asked,
    "cases.decline_extension": asked,
    "cases.close": lambda g, s: changed(s, tries=3),
    "cases.rate": lambda g, s: changed(s, rating=None),
    "cases.reopen": lambda g, s: changed(s, closed_on=clock.today()) if s.closed_on else None,
}
LATE = {
    "cases.decide_late": lambda g: g.made("cases.receive", kind="aid.advice"),
    "cases.assign_late": lambda g: g.situation("cases.assign").subject,
    "cases.accept_late": lambda g: g.situation("cases.accept").subject,
    "cases.reply_late": lambda g: g.situation("cases.accept").subject,
    "cases.call_back_late": lambda g: g.situation("cases.call_back").subject,
}
ROWS = {"commons_cases.caseclock": {"late_on": date(2024, 3, 2), "later_on": date(2024, 3, 5)}}  # the days of a clock stand in order
