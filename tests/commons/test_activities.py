"""Activities: filed in one act, asked about when filed twice, counted by heads or by names and never by both."""

from datetime import date, timedelta

import polars as pl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gonghui.commons.activities import acts, names, rules
from gonghui.commons.activities.models import Activity, Attendance
from gonghui.kernel import clock
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from tests.refusals import refuses
from tests.situations import Ground

DAY, ONE = date(2024, 6, 6), timedelta(days=1)
WHAT = {"kind": "lecture", "title": "劳模宣讲", "held_on": DAY, "at_place": "职工之家"}


def people(cast, count: int) -> list:
    ground = Ground(cast)
    return [ground.made("membership.register").person for _ in range(count)]


def held(cast, who="sun", node="union", **more):
    """An activity of 2024 that names may be entered for."""
    with clock.at(DAY):
        one = do(acts.plan, cast.viewer(who), node=cast.nodes[node], **(WHAT | more)).subject
        do(acts.approve, cast.zhou, one)
        return do(acts.hold, cast.viewer(who), one).subject


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", ""),
        ("9:00", "09:00"),
        ("14:00—16：30", "14:00-16:30"),
        ("25:00", None),
        ("14:60", None),
        ("16:00-14:00", None),
        ("14:00-14:00", None),
        ("下午", None),
    ],
)
def test_a_time_of_day_is_one_or_is_refused(typed, told):
    assert rules.hours(typed) == told


def test_organiser_and_host_are_asked_about_the_same_occasion_whoever_files_first(cast):
    do(acts.record, cast.li, node=cast.nodes["city"], head_count=80, series=["campus", "model_worker"], **WHAT)
    again = {"node": cast.nodes["union"], "head_count": 80, "series": ["campus"], **WHAT, "title": "劳模进校园", "at_place": "职工 之家"}
    refuses("activities.looks_twice", do, acts.record, cast.sun, **again)
    do(acts.record, cast.sun, **again | {"series": ["women"]})
    do(acts.record, cast.sun, **again | {"held_on": DAY + ONE})
    do(acts.record, cast.zhao, **again | {"node": cast.nodes["outside"]})
    do(acts.record, cast.sun, **again, another=True)
    assert Activity.objects.for_act("test").count() == 5


def test_a_head_count_and_names_are_never_filed_together(cast):
    few = people(cast, 2)
    what = WHAT | {"node": cast.nodes["union"]}
    refuses("activities.one_of_two", do, acts.record, cast.sun, **what, head_count=2, people=few)
    refuses("activities.nobody", do, acts.record, cast.sun, **what)
    one = do(acts.record, cast.sun, **what, people=few).subject
    assert one.head_count is None and names.named(one) == 2 and one.state == "filed"
    zero = do(acts.record, cast.sun, **what | {"at_place": "二车间"}, head_count=0).subject
    assert zero.head_count == 0
    with_heads = held(cast, at_place="三车间")
    do(names.call_roll, cast.sun, with_heads, people=few)
    refuses("activities.names_or_heads", do, acts.file, cast.sun, with_heads, head_count=2)
    assert do(acts.close_roll, cast.sun, with_heads).subject.state == "filed"
    sums = figure(find("lectures.attendances"), cast.nodes["province"], Period.parse("2024"), viewer=cast.zhou)
    assert sums.value == 0  # the names are no heads


def test_a_name_struck_off_stays_and_counts_no_more_until_the_roll_is_checked(cast):
    one = held(cast)
    refuses("activities.no_names", do, acts.close_roll, cast.sun, one)
    first, second = people(cast, 2)
    do(names.call_roll, cast.sun, one, people=[first, second, first])
    refuses("activities.there_already", do, names.call_roll, cast.sun, one, people=[second])
    row = Attendance.objects.for_act("test").get(person=first)
    do(names.strike_out, cast.sun, row, why="未到场")
    assert names.named(one) == 1 and Attendance.objects.for_act("test").count() == 2
    do(names.reinstate, cast.sun, row, why="核实到场")
    do(acts.close_roll, cast.sun, one)
    do(acts.check, cast.zhou, one)
    refuses("activities.roll_checked", do, names.strike_out, cast.sun, row, why="晚了")


def test_a_worker_signs_in_by_the_code_on_the_door_on_its_day_and_once(cast):
    ground = Ground(cast)
    with clock.at(DAY + 2 * ONE):
        situation = ground.situation("activities.sign_in")
        row = situation.do().subject
        assert row.method == "qr" and row.activity.held_on == DAY + 2 * ONE
        refuses("activities.already_in", situation.do)
        refuses("activities.bad_code", situation.do, code="1.forged")
        refuses("activities.no_person", do, names.sign_in, cast.zhou, code=situation.arguments["code"])
    with clock.at(DAY + 3 * ONE):
        refuses("activities.not_now", situation.do)


def test_many_people_need_a_permit_before_an_event_is_announced_and_anew_for_another_day(cast):
    with clock.at(DAY):
        one = do(acts.plan, cast.li, node=cast.nodes["city"], **WHAT, expected=5000, open_to_public=True).subject
        do(acts.approve, cast.zhou, one)
        refuses("activities.needs_permit", do, acts.announce, cast.li, one)
        do(acts.permit, cast.li, one, permit="临公治许〔2024〕6号")
        do(acts.announce, cast.li, one)
        do(acts.postpone, cast.li, one, why="暴雨")
        moved = do(acts.reschedule, cast.li, one, held_on=DAY + 9 * ONE).subject
        assert moved.permit == "" and moved.state == "planned"
        small = do(acts.plan, cast.li, node=cast.nodes["city"], **WHAT | {"at_place": "小礼堂"}, expected=999, open_to_public=True).subject
        do(acts.approve, cast.zhou, small)
        assert do(acts.announce, cast.li, small).subject.state == "announced"


def test_a_postponed_activity_of_three_days_lasts_three_days(cast):
    with clock.at(DAY):
        one = do(acts.plan, cast.sun, node=cast.nodes["union"], **WHAT, ended_on=DAY + 2 * ONE).subject
        do(acts.postpone, cast.sun, one, why="停电")
        moved = do(acts.reschedule, cast.sun, one, held_on=DAY + 7 * ONE).subject
    assert (moved.held_on, moved.ended_on, moved.days) == (DAY + 7 * ONE, DAY + 9 * ONE, 3)


def take(cast, kind: str, frame: dict, who="wang", node="district"):
    file = SimpleUploadedFile("表.csv", pl.DataFrame(frame).write_csv().encode())
    return do(check, cast.viewer(who), node=cast.nodes[node], kind=kind, file=file).subject


def test_a_roll_goes_in_as_a_table_and_strangers_are_told_not_made(cast):
    ground = Ground(cast)
    known = [ground.person() for _ in range(4)]
    for row in known:
        ground.made("membership.register", name=row["name"], id_no=row["id_no"], phone=row["phone"])
    one, counted, stranger = held(cast), held(cast, at_place="二车间"), ground.person()
    with clock.at(DAY):
        do(acts.file, cast.sun, counted, head_count=40)
    rows = [
        (one.pk, known[0]["name"], known[0]["id_no"], "", "2024-06-06 14:05"), (one.pk, known[1]["name"], "", known[1]["phone"], ""),
        (one.pk, known[0]["name"], known[0]["id_no"], "", ""), (one.pk, "别人", known[2]["id_no"], "", ""),
        (one.pk, stranger["name"], stranger["id_no"], "", ""), (counted.pk, known[3]["name"], known[3]["id_no"], "", ""),
        (10**9, known[3]["name"], known[3]["id_no"], "", ""), (one.pk, known[3]["name"], known[3]["id_no"], "", "2024-06-07"),
    ]  # fmt: skip
    frame = dict(zip(("活动编号", "姓名", "身份证号", "手机号", "签到时间"), map(list, zip(*rows, strict=True)), strict=True))
    batch = take(cast, "attendance", frame)
    assert (batch.good, batch.bad) == (2, 6)
    told = list(batch.errors.order_by("row").values_list("row", "code"))
    assert told == [
        (4, "activities.there_already"), (5, "activities.other_name"), (6, "activities.unknown_person"), (7, "activities.heads_or_names"),
        (8, "activities.no_activity"), (9, "activities.wrong_time"),
    ]  # fmt: skip
    assert carry_on(do(start, cast.wang, batch).subject).done == 2
    assert names.named(one) == 2 and Attendance.objects.for_act("test").filter(method="import").count() == 2
    assert take(cast, "attendance", {k: v[:2] for k, v in frame.items()}).good == 0


def test_a_year_of_activities_goes_in_once_however_often_it_is_sent(cast):
    frame = {
        "主办编码": ["UNION", "UNION", "FAR"], "类别": ["宣讲", "study_class", "宣讲"], "系列": ["劳模工匠宣讲", "劳模工匠宣讲", ""],
        "名称": ["一", "二", "三"], "日期": ["2024-03-01"] * 3, "地点": ["礼堂"] * 3, "到场人数": ["40", "30", "20"],
    }  # fmt: skip
    batch = take(cast, "activities", frame)
    assert list(batch.errors.order_by("row").values_list("row", "code")) == [(3, "activities.other_series"), (4, "activities.no_node")]
    carry_on(do(start, cast.wang, batch).subject)
    assert [e.code for e in take(cast, "activities", frame).errors.order_by("row")][0] == "activities.looks_twice"
    assert Activity.objects.for_act("test").get().tags.get().slug == "model_worker"


def client_of(cast, name) -> Client:
    client = Client()
    client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def test_the_calendar_of_a_node_shows_what_is_below_and_what_was_put_off(cast):
    for name, state in (("照常", None), ("延了", acts.postpone), ("不办了", acts.cancel)):
        with clock.at(DAY):
            one = do(acts.plan, cast.sun, node=cast.nodes["union"], **WHAT | {"title": name}, another=True).subject
            if state:
                do(state, cast.sun, one, why="天气")
    do(acts.record, cast.zhao, node=cast.nodes["outside"], **WHAT | {"title": "外市的"}, head_count=3)
    page = client_of(cast, "wang").get("/portal/calendar/?month=2024-06").content.decode()
    assert all(text in page for text in ("照常", "延了", "已延期", "不办了", "已取消")) and "外市的" not in page
    assert "照常" not in client_of(cast, "wang").get("/portal/calendar/?month=2024-07").content.decode()
    below = client_of(cast, "zhou").get(f"/portal/calendar/?month=2024-06&node={cast.nodes['outside'].pk}").content.decode()
    assert "外市的" in below and "照常" not in below


def test_what_is_announced_is_shown_to_workers_and_what_is_public_to_everybody(cast):
    for name, public in (("内部活动", False), ("公益市集", True)):
        one = do(
            acts.plan,
            cast.sun,
            node=cast.nodes["union"],
            **WHAT | {"title": name, "held_on": clock.today() + ONE},
            open_to_public=public,
            another=True,
        )
        do(acts.approve, cast.zhou, one.subject)
        do(acts.announce, cast.sun, one.subject)
    anybody, worker = (client.get("/portal/activities/").content.decode() for client in (Client(), client_of(cast, "chen")))
    assert "公益市集" in anybody and "内部活动" not in anybody
    assert "公益市集" in worker and "内部活动" in worker
