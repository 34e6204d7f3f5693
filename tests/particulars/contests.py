"""What the declarations of contests cannot say."""

from datetime import timedelta

from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.production.contests.models import Item


def _contest(ground):
    """A planned contest of the district."""
    day = clock.today()
    what = {"kind": "skill_contest", "title": f"技能竞赛{next(ground.numbers)}", "held_on": day, "ended_on": day, "state": "planned"}

    def plan(ctx):
        activity = Activity(node=ground.cast.nodes["district"], **what)
        activity.save()
        return activity

    return by_house("tests.contest", plan)


def _over(ground, item):
    """The time for appeals is over."""
    at = item.signed_at - timedelta(days=2)
    by_house("tests.appeals", lambda ctx: Item.objects.for_act("test").filter(pk=item.pk).update(signed_at=at))


def _judging(ground, entry, judged="score"):
    """The item of an entry is being judged."""
    by_house("tests.judged", lambda ctx: Item.objects.for_act("test").filter(pk=entry.item_id).update(judged=judged))
    if Item.objects.for_act("test").get(pk=entry.item_id).state == "entering":
        ground.on(entry.item, "contests.close_entries")


def _ranked(ground, entry):
    ground.on(ground.on(entry.item, "contests.sign_scores"), "contests.rank")


VALUES = {
    ("contests.open_item", "contest"): lambda g, s: _contest(g),
    ("contests.enter", "team"): lambda g, s: g.made("parties.found_team", kind="delegation"),
    ("contests.enter", "item"): lambda g, s: g.made("contests.open_item"),
}

FIRST = {
    "contests.rank": _over,
    "contests.score": _judging,
    "contests.measure": lambda g, s: _judging(g, s, "benefit"),
    "contests.correct_score": lambda g, s: g.on(s.item, "contests.sign_scores"),
    "contests.award": _ranked,
}

ROWS = {"production_contests.entry": {"award": ""}}  # an award goes by rank, and no rank is filled
