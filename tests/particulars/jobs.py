"""Jobs: whose vacancy, whose application; what a bulk act leads into."""

from decimal import Decimal

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.jobs import acts, words
from gonghui.rehearsal.people import credit_code

from .enrolment import known


def code(ground, subject):
    return credit_code(900_000 + next(ground.numbers))


def published(ground, subject=None):
    """A vacancy that another has looked at."""
    return moved(do(acts.publish, SYSTEM, [ground.made("jobs.post")]))


def applied_for(ground, subject):
    """The same, and whoever applies is known."""
    known(ground)
    return published(ground)


def confirmed(ground):
    return moved(do(acts.confirm, SYSTEM, [ground.made("jobs.place")], told_by=words.ToldBy.EMPLOYER))


def moved(done):
    """The record as a bulk act has left it."""
    done.subject.refresh_from_db(from_queryset=type(done.subject).objects.for_act("situation"))
    return done.subject


VALUES = {
    ("jobs.post", "uscc"): code,
    ("jobs.post", "fair"): lambda g, s: g.made("activities.plan", kind=words.FAIR),
    ("jobs.post", "pay_low"): lambda g, s: Decimal(3000),
    ("jobs.post", "pay_high"): lambda g, s: Decimal(4000),
    ("jobs.apply", "vacancy"): applied_for,
    ("jobs.note_intent", "vacancy"): published,
    ("jobs.note_intent", "phone"): lambda g, s: g.person()["phone"],
    ("jobs.place", "file"): lambda g, s: g.made("cases.register", kind=words.SEEKER),
}
INTO = {"welfare_jobs.vacancy": (published,), "welfare_jobs.jobmatch": (confirmed,)}
LATE = {"jobs.follow_up": lambda g: g.made("jobs.note_intent")}
