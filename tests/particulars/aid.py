"""What the declarations of hardship aid cannot say."""

from datetime import timedelta
from decimal import Decimal

from gonghui.kernel import clock
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.notices.models import Posting
from gonghui.lines.welfare.aid.models import Household
from tests.particulars import upload


def picture(g, s):
    return upload(g, None, ACTS["aid.visit"].params["photo"])


def notice_over(g, household) -> None:
    """Its notice was put up long enough ago."""
    last = clock.today() - timedelta(days=1)
    rows = Posting.objects.for_act("situation").filter(noun="welfare_aid.household", subject=household.pk)
    by_house("tests.notice", lambda ctx: rows.update(ends_on=last, posted_on=last, state="over"))


def in_file(g):
    """A household in file."""
    household = g.situation("aid.review").subject
    return Household.objects.for_act("situation").get(pk=household.pk)


BORN_BY = {
    "welfare_aid.household": "aid.apply",
    "welfare_aid.filespell": "aid.apply",
    "welfare_aid.householdmember": "aid.apply",
}
VALUES = {
    ("aid.apply", "node"): lambda g, s: g.cast.nodes["union"],
    ("aid.apply", "name"): lambda g, s: g.person()["name"],
    ("aid.apply", "id_no"): lambda g, s: g.person()["id_no"],
    ("aid.enter", "name"): lambda g, s: g.person()["name"],
    ("aid.enter", "id_no"): lambda g, s: g.person()["id_no"],
    ("aid.enter", "paper"): picture,
    ("aid.add_member", "name"): lambda g, s: g.person()["name"],
    ("aid.add_member", "id_no"): lambda g, s: g.person()["id_no"],
    ("aid.grant", "household"): lambda g, s: in_file(g),
    ("aid.grant", "year"): lambda g, s: clock.today().year,
    ("aid.grant", "amount"): lambda g, s: Decimal(500),
}
FIRST = {"aid.put_in_file": notice_over}
LATE = {
    "aid.accept_late": lambda g: g.made("aid.apply"),
    "aid.visit_late": lambda g: g.situation("aid.visit").subject,
    "aid.review_due": lambda g: g.situation("aid.review").subject,
    "aid.watch_ends": lambda g: g.situation("aid.relapse").subject,
}
