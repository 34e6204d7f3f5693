"""LEC-2 Campus labour education: a planned campus lecture through its states; a campus lecture is a model-worker lecture too."""

from datetime import date, timedelta

import pytest

from gonghui.commons.activities.models import Activity

from .conftest import the


@pytest.mark.browser
def test_a_campus_lecture_is_planned_approved_held_filed_and_checked(person):
    sun, wang, li, today = person("sun"), person("wang"), person("li"), date.today()
    plan = {"node": "东湖纺织厂工会", "series": ["campus", "model_worker"], "at_place": "一中", "venue": "school"}
    sun.does("lectures.plan", **plan, title="劳模进校园", held_on=today).says("已计划")
    lecture = the(Activity)
    wang.figure("lectures.campus.sessions", "DISTRICT", today.year, "0 场")
    wang.does("activities.approve", lecture).says("已批准")
    sun.does("activities.announce", lecture).says("已发布")
    sun.does("activities.hold", lecture).says("已举办")
    sun.does("activities.file", lecture, head_count=120).says("已填报").look("lec-2-filed")
    li.does("activities.check", lecture).says("已审核")
    sun.does("lectures.plan", **plan, title="工匠进校园", held_on=today + timedelta(days=30))
    sun.does("activities.cancel", the(Activity, title="工匠进校园"), why="高考").says("已取消").says("高考")
    for key in ("lectures.campus.sessions", "lectures.model_workers.sessions", "lectures.sessions"):
        wang.figure(key, "DISTRICT", today.year, "1 场")
    wang.figure("lectures.attendances", "DISTRICT", today.year, "120 人次").says("劳模进校园")
