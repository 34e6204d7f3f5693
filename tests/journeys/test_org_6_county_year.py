"""ORG-6 County union strengthening year: a plan, contact groups with every county, visits, a list of measures checked by another."""

from datetime import timedelta

from gonghui.commons.tasks.models import Task
from gonghui.kernel.clock import today

from .conftest import the


def test_a_strengthening_year_is_planned_staffed_visited_and_carried_out(program, cast):
    zhou, li = program("zhou"), program("li")
    root, day, year = cast.nodes["province"].pk, today().isoformat(), str(today().year)
    plan = {"node": root, "kind": "county_year", "title": "县级工会加强年", "since": f"{year}-01-01", "until": f"{year}-12-31"}
    assert zhou("/acts/plans.propose", plan).status_code == 201
    group = zhou("/acts/parties.found_team", {"node": root, "kind": "contact_group", "name": "第一联系组", "since": day}).json()["subjects"][0]
    for county in ("district", "other_district"):
        added = zhou(f"/acts/parties.add_member/{group}", {"unit": cast.nodes[county].pk, "since": day})
        assert added.status_code == 200, added.content
    visit = {
        "kind": "contact_visit",
        "node": root,
        "title": "走访东湖区总",
        "held_on": day,
        "at_place": "东湖区",
        "host": cast.nodes["district"].pk,
        "head_count": 6,
    }
    assert zhou("/acts/activities.record", visit).status_code == 201
    tasks = {"node": cast.nodes["city"].pk, "kind": "county_measures", "title": "加强年保障措施", "origin": "programme", "on": day}
    whole = li("/acts/tasks.open_list", tasks).json()["subjects"][0]
    due = (today() + timedelta(days=60)).isoformat()
    assert li("/acts/tasks.set", {"tasks_of": whole, "title": "配强专职干部", "due_on": due, "department": "组织部"}).status_code == 201
    task = the(Task).pk
    wang = program("wang")
    assert li(f"/acts/tasks.assign/{task}", {"node": cast.nodes["district"].pk}).status_code == 200
    assert wang(f"/acts/tasks.report_result/{task}", {"result": "已配齐", "on": day}).status_code == 200
    assert li(f"/acts/tasks.close/{task}", {}).status_code == 200
    assert zhou(f"/acts/tasks.check/{task}", {}).status_code == 200
    asof = {
        key: zhou(f"/figures/governance.{key}", node="PROV", period=f"asof-{day}").json()["value"] for key in ("contact_groups", "contact_counties")
    }
    assert asof == {"contact_groups": 1, "contact_counties": 2}
    assert zhou("/figures/governance.contact_coverage_pct", node="PROV", period=f"asof-{day}").json()["value"] == "66.67"
    assert zhou("/figures/governance.county_measures", node="PROV", period=year).json()["value"] == 1
    assert zhou("/figures/orgs.contact_visits", node="DISTRICT", period=year).json()["value"] == 1
