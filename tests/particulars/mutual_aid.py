"""What the declarations of mutual aid cannot say: members, plan years that span the days of a situation, money that has come."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.money import receipt_acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.mutual_aid.claim_acts import approve
from gonghui.lines.welfare.mutual_aid.models import PlanYear, Roster
from gonghui.lines.welfare.mutual_aid.words import TAKEN_AS
from tests.particulars.enrolment import known
from tests.particulars.money import source

ONE = timedelta(days=1)


def plan(g, s=None, fund="donation") -> PlanYear:
    """A plan year; relief from a donation asks for no cover."""
    return g.made("mutual_aid.declare_year", code=f"P{next(g.numbers)}", fund=fund, since=clock.today() - 500 * ONE, until=clock.today() + 900 * ONE)


def member(g, s=None):
    """Somebody who is a member."""
    return g.on(g.made("membership.register"), "membership.approve").person


def receipt(g, roster: Roster):
    """The money for a roster, booked."""
    told = {
        "kind": TAKEN_AS[roster.fund],
        "source": source(g, None),
        "giver": "单位",
        "number": f"R{next(g.numbers)}",
        "amount": roster.total,
        "on": clock.today(),
    }
    made = do(receipt_acts.take_in, g.cast.zhou, node=g.cast.nodes["district"], **told).subject
    return do(receipt_acts.book_in, SYSTEM, made).subject


def batch(g, claim):
    return g.made("money.open_batch", kind="donation_relief")


BORN_BY = {
    "welfare_mutual_aid.roster": "mutual_aid.list_people",
    "welfare_mutual_aid.participation": "mutual_aid.list_people",
    "welfare_mutual_aid.claim": "mutual_aid.enter",
}
VALUES = {
    ("mutual_aid.declare_year", "code"): lambda g, s: f"P{next(g.numbers)}",
    ("mutual_aid.list_people", "year"): plan,
    ("mutual_aid.list_people", "people"): lambda g, s: [member(g)],
    ("mutual_aid.bring_in", "receipt"): receipt,
    ("mutual_aid.file", "node"): lambda g, s: known(g) and g.cast.nodes["union"],
    **{(f"mutual_aid.{key}", "year"): plan for key in ("file", "enter")},
    ("mutual_aid.enter", "person"): lambda g, s: g.made("membership.register").person,
    ("mutual_aid.review", "amount"): lambda g, s: Decimal(500),
    ("mutual_aid.pay", "batch"): batch,
}


def reviewed(g):
    """A claim that has been assessed by one who may not approve it."""
    claim = g.situation("mutual_aid.review").do().subject
    return type(claim).objects.for_act("test").get(pk=claim.pk)


def approved(g):
    """A claim that has been approved."""
    claim = reviewed(g)
    do(approve, SYSTEM, [claim])
    return type(claim).objects.for_act("test").get(pk=claim.pk)


INTO = {"welfare_mutual_aid.claim": (approved,)}
