"""PLA-1 Outdoor workers' stations: planned, built, accepted by two, opened, found on the phone near me and open now, inspected."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gonghui.commons.places import acts
from gonghui.commons.places.models import Inspection, Place
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do

from .conftest import the


def enter(stage, name, point, hours):
    with trusted():
        do(
            acts.enter, stage.wang, node=stage.nodes["district"], kind="station", name=name, point=point, hours=hours, opened_on=today(),
            facilities=["water", "defibrillator"], address="湖滨路",
        )  # fmt: skip


def closed_now() -> str:
    """Hours of a day that this hour is not in."""
    return "每天 00:00-03:00" if timezone.localtime().hour >= 12 else "每天 20:00-23:00"


@pytest.mark.browser
def test_a_passer_by_finds_the_nearest_station_that_is_open_now(person, stage):
    enter(stage, "山顶驿站", "30.599000,114.305500", "每天 00:00-24:00")
    enter(stage, "湖边驿站", "30.593800,114.305500", "每天 00:00-24:00")
    enter(stage, "关门的驿站", "30.592800,114.307500", closed_now())
    passer_by = person("nobody", phone=True).go("/portal/places/")
    passer_by.page.fill("#point", "30.592800,114.305500")
    passer_by.page.select_option("#kind", "station")
    passer_by.press("查找").look("pla-1-near").says("找到 3 处")
    passer_by.page.check("input[name=open]")
    passer_by.press("查找").says("找到 2 处").says("现在开放").says("111 米")
    assert passer_by.page.locator("a.card strong").all_inner_texts() == ["湖边驿站", "山顶驿站"]
    passer_by.page.locator("a.card").first.click()
    passer_by.look("pla-1-place").says("湖滨路").says("除颤急救").says("每天 00:00-24:00")
    passer_by.go("/portal/places/?point=114.3,30.5").says("请核对是否写反")


def test_a_station_is_planned_below_opened_above_and_drawn_for_inspection(program, cast):
    sun, wang, li = program("sun"), program("wang"), program("li")
    made = sun("/acts/places.plan", {"node": cast.nodes["union"].pk, "kind": "station", "name": "厂门驿站", "point": "30.5928,114.3055"})
    assert made.status_code == 201, made.content
    pk = made.json()["subjects"][0]
    day = today().isoformat()
    assert sun(f"/acts/places.build/{pk}", {"on": day}).status_code == 200
    assert sun(f"/acts/places.open/{pk}", {"on": day}).status_code in (403, 409)
    with trusted():
        Place.objects.for_act("journey").get(pk=pk, state="built")
    figure = li("/figures/places.stations", node="CITY", period=f"asof-{day}").json()
    assert figure["value"] == 0
    made = wang("/acts/places.enter", {"node": cast.nodes["district"].pk, "kind": "station", "name": "广场驿站", "opened_on": day})
    assert made.status_code == 201
    assert li("/figures/places.stations", node="CITY", period=f"asof-{day}").json()["value"] == 1
    assert li("/figures/places.stations_new", node="CITY", period=day[:4]).json()["value"] == 1
    drawn = wang("/acts/places.draw", {"node": cast.nodes["district"].pk, "kind": "station"}).json()["subjects"]
    assert wang(f"/acts/places.order_rectification/{drawn[0]}", {"findings": "没有饮水"}).status_code == 200
    assert wang(f"/acts/places.report_rectified/{drawn[0]}", {"measures": "已配饮水机"}).status_code == 200
    assert wang(f"/acts/places.confirm_rectified/{drawn[0]}", {}).json()["errors"][0]["code"] == "same_person"
    assert li(f"/acts/places.confirm_rectified/{drawn[0]}", {}).status_code == 200
    assert the(Inspection).on + timedelta(days=1) > today()
