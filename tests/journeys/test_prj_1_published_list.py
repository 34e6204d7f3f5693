"""PRJ-1 Public list of service projects: proposed, approved by another, published for everybody, done, evaluated, its result published."""

from datetime import date, timedelta

from django.test import Client

from gonghui.commons.plans.models import PlanItem

from .office import AtDesk, newest


def test_a_project_goes_from_the_proposal_to_its_published_result(cast):
    li, zhou, sun, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), AtDesk(cast, "sun"), date.today()
    year = (today - timedelta(days=2)).year
    when = {"node": cast.nodes["city"], "since": date(year, 1, 1), "until": today - timedelta(days=1)}
    for title, category in (("文化下基层", "project.culture"), ("金秋助学", "project.hardship"), ("夏送清凉", "project.hardship")):
        li.does("plans.propose", desk="projects", kind="project", title=title, category=category, target=2, unit="session", budget="50000", **when)
        one = newest(PlanItem)
        li.refused("plans.approve", "同一人", one) if title == "文化下基层" else None
        zhou.does("plans.approve", one)
    shows, late = newest(PlanItem, title="文化下基层"), newest(PlanItem, title="夏送清凉")
    for one in (shows, newest(PlanItem, title="金秋助学")):
        li.does("plans.publish", one)
    page = Client().get(f"/portal/projects/?year={year}").content.decode()
    assert "文化下基层" in page and "夏送清凉" not in page and Client().get(f"/portal/projects/{late.pk}/").status_code == 404
    show = {"kind": "show", "node": cast.nodes["union"], "title": "演出", "held_on": when["until"], "at_place": "广场", "head_count": 50}
    sun.does("activities.record", desk="shows", plan=shows, **show)
    li.does("plans.begin", shows).does("plans.report", shows, says="首场已办", done=1)
    one = Client().get(f"/portal/projects/{shows.pk}/").content.decode()
    assert "50.00%" in one and "首场已办" in one
    li.does("plans.finish", shows).does("plans.evaluate", shows, says="职工满意").does("plans.publish_result", shows)
    li.sees("projects", "文化下基层", "结果已公布")
    for key, value in (("published.total", 2), ("published.categories", 2), ("done", 1), ("done_pct", 50), ("results_published", 1)):
        li.figure(f"projects.{key}", "CITY", year, value)
