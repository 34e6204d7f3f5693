"""What the declarations of collective bargaining cannot say."""

from datetime import timedelta

from gonghui.kernel import clock
from gonghui.rehearsal.people import credit_code

DAY = timedelta(days=1)


def number(ground, subject):
    return f"集备{credit_code(next(ground.numbers))}"


BORN_BY = {"rights_bargaining.contract": "bargaining.offer", "rights_bargaining.covered": "bargaining.enter"}
VALUES = {
    ("bargaining.offer", "on"): lambda g, s: clock.today() - 100 * DAY,
    ("bargaining.offer", "employer"): lambda g, s: g.made("parties.enter_employer"),
    ("bargaining.enter", "until"): lambda g, s: clock.today() + 300 * DAY,
    ("bargaining.enter", "number"): number,
    ("bargaining.draft", "workers"): lambda g, s: 50,
    ("bargaining.sign", "on"): lambda g, s: clock.today() - 60 * DAY,
    ("bargaining.sign", "until"): lambda g, s: clock.today() + 900 * DAY,
    ("bargaining.file", "on"): lambda g, s: clock.today() - 50 * DAY,
    ("bargaining.file", "number"): number,
}


LATE = {"bargaining.due": lambda g: g.made("bargaining.offer")}
ROWS = {"rights_bargaining.contract": {"reach": "region"}}  # held by no one employer
