"""What the acts of culture do not say of themselves."""

from datetime import timedelta

from gonghui.commons.plans import acts as plans
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.culture import words
from gonghui.lines.education.culture.models import VisitorDay

from .designations import expert
from .enrolment import known


def planned(g, **what):
    """An approved plan item of the district."""
    day = clock.today()
    told = {"title": f"艺术季{next(g.numbers)}", "since": day, "until": day + timedelta(days=90)} | what
    item = do(plans.propose, g.cast.wang, node=g.cast.nodes["district"], **told).subject
    return do(plans.approve, g.cast.zhou, item).subject


def season_plan(g):
    """A season's plan with one item."""
    whole = planned(g, kind=words.SEASON_PLAN)
    planned(g, kind=words.SEASON_ITEM, part_of=whole, since=whole.since, until=whole.until)
    return whole


def calling(g):
    """A season that takes works."""
    season = g.made("culture.open_season")
    return g.on(g.on(season, "culture.announce_season"), "culture.call_for_works")


def season_of_item(g, s):
    g.season = calling(g)
    return g.season


def item_of(g, s):
    return g.season.plan.parts.for_act("situation").first()


def at(*steps):
    """Take the work's season on."""

    def go(g, work):
        season = work.season
        for key in steps:
            if season.lifecycle.may(season.state, key):
                season = g.on(season, key)

    return go


def final(g, work):
    """The season stands in its final."""
    at("culture.close_entries", "culture.go_to_final")(g, work)


def shortlisted(g, work):
    """A work that is shortlisted is judged in the final; one just entered, in the preliminary."""
    (final if work.state == words.W.SHORTLISTED else at("culture.close_entries"))(g, work)


def judging(g, s):
    """A season in its preliminary round with a sheet and a work to be judged."""
    g.made("culture.enter_work")
    g.season = g.on(g.season, "culture.set_sheet")
    g.season = g.on(g.season, "culture.close_entries")
    return g.season


def concert(g, s=None):
    """An open offer of seats with one person confirmed."""
    return g.made("enrolment.enter", offer=g.on(g.made("enrolment.draft", kind=words.SEATS, seats=2), "enrolment.publish")).offer


def unseated(g):
    """A free seat of a map, which somebody who has a place since is to get."""
    offer = g.on(g.made("enrolment.draft", kind=words.SEATS, seats=2), "enrolment.publish")
    drawn = g.made("culture.draw_seats", offer=offer)
    g.made("enrolment.enter", offer=offer)
    return drawn.seats.for_act("situation").order_by("order").first()


def running(g, kind):
    """An activity of a kind that is held over ten days, announced."""
    day = clock.today()
    one = g.made("activities.plan", kind=kind, held_on=day, ended_on=day + timedelta(days=10), open_to_public=True, title=f"连日{next(g.numbers)}")
    return g.on(g.on(one, "activities.approve"), "activities.announce")


def counted(g, activity):
    """An exhibition that is over, each of its days with a number."""

    def make(ctx):
        activity.kind, activity.state, activity.ended_on = words.EXHIBITION, "held", activity.held_on
        activity.tags.all().delete()
        activity.save()
        if not activity.visitor_days.for_act("situation").exists():
            VisitorDay(node=activity.node, activity=activity, on=activity.held_on, heads=1, source="counter").save()

    by_house("tests.counted", make)


LATE = {"culture.seats_settle": unseated}
VALUES = {
    ("culture.count_visitors", "activity"): lambda g, s: running(g, words.EXHIBITION),
    ("culture.read_today", "activity"): lambda g, s: (known(g), running(g, words.READING))[1],
    ("culture.draw_seats", "offer"): concert,
    ("culture.draw_seats", "lines"): lambda g, s: "池座 1-2 1-4,7-9",
    ("culture.ask_show", "team"): lambda g, s: g.made("parties.found_team", kind=words.TROUPE),
    ("culture.schedule_show", "begins"): lambda g, s: 14,
    ("culture.schedule_show", "ends"): lambda g, s: 16,
    ("culture.set_sheet", "stage"): lambda g, s: words.Stage.FINAL if s.state == words.S.FINAL else words.Stage.PRELIMINARY,
    ("culture.set_sheet", "items"): lambda g, s: "立意 40\n技艺 60",
    ("culture.set_sheet", "places"): lambda g, s: "初评入围 1",
    ("culture.assign_judges", "season"): judging,
    ("culture.assign_judges", "item"): item_of,
    ("culture.assign_judges", "judges"): lambda g, s: [expert(g)],
    ("culture.mark", "marks"): lambda g, s: {"1": "90", "2": "80.5"},
    ("culture.open_season", "plan"): lambda g, s: season_plan(g),
    ("culture.enter_work", "season"): season_of_item,
    ("culture.enter_work", "item"): item_of,
    ("culture.enter_work", "author"): lambda g, s: f"作者{next(g.numbers)}",
}
FIRST = {
    "culture.file_visitors": counted,
    "culture.shortlist": at("culture.close_entries"),
    "culture.put_out": shortlisted,
    "culture.award_work": final,
}
