"""ACA-2 Capital project tracking: planned with land and money, started, milestones reached, accepted by another, opened, its target looked at."""

from datetime import timedelta
from decimal import Decimal

from gonghui.lines.education.academy.models import Milestone, Project

from .governing import TODAY
from .office import AtDesk, newest

YEARS = timedelta(days=731)


def test_what_was_planned_stands_beside_what_was_built(cast):
    li, zhou, city, first = AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["city"], TODAY - timedelta(days=740)
    told = {"name": "劳模工匠学院", "land": Decimal("79.1"), "investment": Decimal(312_000_000), "brand_years": 3}
    li.does("academy.plan_project", node=city, on=first, **told).does("academy.start_project", newest(Project), on=first)
    for title in ("主体封顶", "竣工"):
        li.does("academy.set_milestone", project=newest(Project), title=title, due_on=first + YEARS)
        li.refused("academy.reach", "还没到", newest(Milestone), on=TODAY + timedelta(days=1))
        li.does("academy.reach", newest(Milestone), on=first + YEARS) if title == "主体封顶" else None
    zhou.refused("academy.accept_project", "还有 1 个节点", newest(Project), on=TODAY)
    li.does("academy.reach", newest(Milestone), on=first + YEARS).refused("academy.accept_project", "", newest(Project), on=TODAY)
    zhou.does("academy.accept_project", newest(Project), on=first + YEARS)
    li.does("academy.open_project", newest(Project), on=first + YEARS).reads(newest(Project), "主体封顶", "✓", "312000000")
    li.figure("academy.land_area", "CITY", first, "79.1").figure("academy.investment", "CITY", first, 312_000_000)
    li.figure("academy.build_years", "CITY", first + YEARS, 2).figure("academy.brand_years", "CITY", first, 3).figure(
        "academy.paid", "CITY", TODAY.year, 0
    )
    li.does("academy.review_target", newest(Project), reached="两年建成；品牌效应待评估").sees("capital_project", "目标已评估")
