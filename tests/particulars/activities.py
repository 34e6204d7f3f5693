"""What the acts of activities do not say of themselves."""

from gonghui.commons.activities.names import code_of
from gonghui.commons.parties.models import Person
from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house

BORN_BY = {
    "commons_activities.activity": "activities.plan",
    "commons_activities.attendance": "activities.call_roll",
}


def held(g):
    """An activity of today that people may be entered for."""
    return g.on(g.on(g.made("activities.plan"), "activities.approve"), "activities.hold")


def signed_in(g):
    """The code of an activity held today, for a worker whom the register knows."""

    def known(ctx):
        person = Person.objects.for_act("situation").get(pk=g.made("membership.register").person_id)
        person.account = g.worker
        person.save()

    by_house("tests.known", known)
    return code_of(held(g))


def someone(g):
    return [g.made("membership.register").person]


VALUES = {
    ("activities.record", "head_count"): lambda g, s: 86,
    ("activities.sign_in", "code"): lambda g, s: signed_in(g),
    ("activities.call_roll", "people"): lambda g, s: someone(g),
}


def rolled(g, activity):
    """Somebody stands in the roll."""
    with clock.at(clock.today()):
        g.on(activity, "activities.call_roll")


FIRST = {"activities.close_roll": rolled}
LATE = {"activities.unfiled": lambda g: g.situation("activities.hold").subject}
