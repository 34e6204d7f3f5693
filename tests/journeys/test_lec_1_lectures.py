"""LEC-1 Lecturer groups and sessions: filed from the phone in one screen, counted once at organiser and host."""

from datetime import date

import pytest
from PIL import Image

from gonghui.commons.activities.models import Activity


@pytest.mark.browser
def test_a_lecture_is_filed_from_the_phone_with_a_photo(person, stage, tmp_path):
    picture = tmp_path / "现场.jpg"
    Image.new("RGB", (640, 480), "red").save(picture)
    sun = person("sun", phone=True).go("/portal/lectures/").look("lec-1-file")
    for label in ("劳模工匠宣讲", "巾帼宣讲"):
        sun.page.locator("label.choice", has_text=label).click()
    sun.page.fill("input[name=title]", "劳模精神进车间")
    sun.page.fill("input[name=at_place]", "一车间")
    sun.page.fill("input[name=head_count]", "86")
    sun.page.locator("input[name=host_q]").type("西岭水泥厂")
    sun.page.wait_for_timeout(800)
    sun.page.set_input_files("input[name=photo]", str(picture))
    sun.press("填报").says("已填报：劳模精神进车间")
    activity = Activity.objects.for_act("journey").get()
    assert activity.head_count == 86 and activity.held_on == date.today()
    year = date.today().year
    wang = person("wang").go(f"/office/commons_activities/activity/{activity.pk}/change/").says("现场.jpg").says("已填报").look("lec-1-record")
    wang.go(f"/office/figure/lectures.model_workers.sessions/?node=DISTRICT&period={year}").says("1 场").says("劳模精神进车间")


def test_organiser_and_host_each_count_one_lecture_once(program, cast):
    zhou = program("zhou")
    data = {
        "node": cast.nodes["union"].pk,
        "host": cast.nodes["far"].pk,
        "series": ["theory"],
        "title": "理论",
        "held_on": "2024-03-01",
        "at_place": "礼堂",
        "head_count": 50,
    }
    assert zhou("/acts/lectures.file", data).status_code == 201
    told = {
        code: zhou("/figures/lectures.sessions", node=code, period="2024").json()["value"]
        for code in ("UNION", "FAR", "CITY", "OTHER_CITY", "PROV", "BESIDE")
    }
    assert told == {"UNION": 1, "FAR": 1, "CITY": 1, "OTHER_CITY": 1, "PROV": 1, "BESIDE": 0}
    assert zhou("/acts/lectures.file", data | {"title": "又一次"}).json()["errors"][0]["code"] == "activities.looks_twice"
