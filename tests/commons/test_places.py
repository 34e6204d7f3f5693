"""Places: one physical site, its signs, hours, changed days and inspections."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gonghui.commons.places import acts, inspect_acts, more_acts, reads, rules
from gonghui.commons.places.models import Inspection, OpeningException, Place, Sign, signed
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from tests.particulars.places import fresh_photo
from tests.refusals import refused
from tests.situations import Ground

DAY = date(2024, 5, 6)  # a Monday
HERE = "30.592800,114.305500"


def enter(cast, who="wang", **more):
    given = {"node": cast.nodes["district"], "kind": "centre", "name": "东湖驿站", "opened_on": DAY, "point": HERE} | more
    return do(acts.enter, getattr(cast, who), **given).subject


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


def is_open(place, text: str) -> bool:
    return reads.open_now(Place.objects.for_act("test").filter(pk=place.pk), moment(text)).exists()


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("每天 00:00-24:00", [(d, 0, 1440) for d in range(7)]),
        ("周一至周五 09:00-17:00；周六 10:00-16:00", [*((d, 540, 1020) for d in range(5)), (5, 600, 960)]),
        ("周末 9:00-12:00，14:00-18:00", [(d, o, c) for d in (5, 6) for o, c in ((540, 720), (840, 1080))]),
        ("周一、三、周五 20:00-02:00", [(d, 1200, 120) for d in (0, 2, 4)]),
    ],
)
def test_hours_are_read_as_people_write_them(text, week):
    assert rules.week_of(text) == week


@pytest.mark.parametrize("text", ["周一 9:00-25:00", "九点到五点", "周五至周一 09:00-10:00", "周一 09:60-10:00", "周一 09:00-09:00", "", "；"])
def test_hours_that_cannot_be_are_refused(text):
    assert refused(lambda: rules.week_of(text)) == "places.hours"


def test_hours_that_overlap_are_refused():
    assert refused(lambda: rules.week_of("周一 09:00-12:00,11:00-18:00")) == "places.hours_overlap"


@pytest.mark.parametrize("text", ["114.3055,30.5928", "0,0", "30.5", "a,b", "nan,nan", "1e400,100"])
def test_a_point_swapped_or_outside_china_is_refused(text):
    assert refused(lambda: rules.point_of(text)) == "places.point"


def test_a_week_is_said_as_it_is_typed():
    for text in ("每天 08:00-20:00", "周一至周五 09:00-17:00；周六 10:00-16:00"):
        assert rules.week_said(rules.week_of(text)) == text


def test_the_same_station_entered_by_another_is_asked_about_and_a_second_sign_keeps_it_one(cast):
    first = enter(cast)
    assert refused(lambda: enter(cast, "sun", node=cast.nodes["union"], name="银行驿站", point="30.592900,114.305600")) == "places.same_place"
    enter(cast, "sun", node=cast.nodes["union"], name="远处驿站", point="30.602900,114.305600")
    do(more_acts.hang_sign, cast.wang, first, kind="room", since=DAY)
    assert refused(lambda: do(more_acts.hang_sign, cast.wang, first, kind="room", since=DAY)) == "places.sign_hangs"
    for kind in ("centre", "room"):
        assert first in Place.objects.for_act("test").filter(signed(kind, DAY))
    assert Place.objects.for_act("test").filter(signed("centre", DAY)).count() == 2
    assert (
        refused(lambda: do(more_acts.take_sign, cast.wang, enter(cast, name="第三处", point=""), kind="centre", on=DAY, why="x"))
        == "places.last_sign"
    )


def test_a_place_is_planned_built_accepted_by_two_on_the_spot_and_opened(cast):
    ground = Ground(cast)
    place = do(acts.plan, cast.sun, node=cast.nodes["union"], kind="centre", name="新站", point=HERE).subject
    do(acts.build, cast.sun, place, on=DAY)
    li = cast.accounts["li"]
    photo = fresh_photo(ground, None)
    assert refused(lambda: do(acts.accept, cast.wang, place, beside=cast.accounts["wang"], photo=photo)) == "places.alone"
    assert refused(lambda: do(acts.accept, cast.wang, place, beside=li, photo=photo, at_point="30.612800,114.305500")) == "places.too_far"
    do(acts.accept, cast.wang, place, beside=li, photo=photo, at_point="30.593800,114.305500")
    other = do(acts.plan, cast.sun, node=cast.nodes["union"], kind="centre", name="另一站").subject
    do(acts.build, cast.sun, other, on=DAY)
    photo.seek(0)
    assert refused(lambda: do(acts.accept, cast.wang, other, beside=li, photo=photo)) == "places.photo_used"
    assert refused(lambda: do(acts.open_, cast.wang, place, on=DAY - timedelta(days=1))) == "places.days"
    do(acts.open_, cast.wang, place, on=DAY)
    assert Inspection.objects.for_act("test").get().kind == "acceptance" and Sign.objects.for_act("test").get().since == DAY


def test_a_place_under_renovation_is_not_open_and_opens_again_under_all_its_signs(cast):
    place = enter(cast)
    do(more_acts.hang_sign, cast.wang, place, kind="room", since=DAY)
    do(acts.renovate, cast.wang, place, on=date(2024, 6, 30), why="漏水")
    assert not Place.objects.for_act("test").filter(signed("centre", date(2024, 7, 1))).exists()
    do(acts.open_, cast.wang, place, on=date(2024, 9, 1))
    place = Place.objects.for_act("test").get()
    assert place.opened_on == DAY and all(
        Place.objects.for_act("test").filter(signed(kind, date(2024, 9, 1))).exists() for kind in ("centre", "room")
    )
    assert Place.objects.for_act("test").filter(signed("centre", date(2024, 6, 30))).exists()


def test_doors_are_open_by_the_week_and_past_midnight(cast):
    place = enter(cast, hours="周一至周五 09:00-12:00,14:00-17:00；周六 20:00-02:00")
    told = {
        t: is_open(place, t)
        for t in ("2024-05-06T09:00", "2024-05-06T12:00", "2024-05-06T16:59", "2024-05-11T23:00", "2024-05-12T01:59", "2024-05-12T02:00")
    }
    assert list(told.values()) == [True, False, True, True, True, False]


def test_published_days_hold_instead_of_the_week(cast):
    place = enter(cast, hours="每天 09:00-17:00")
    with clock.at(date(2024, 1, 20)):
        do(more_acts.propose_days, cast.wang, place, since=date(2024, 2, 10), until=date(2024, 2, 12), reason="春节", hours="08:00-22:00")
        assert (
            refused(lambda: do(more_acts.propose_days, cast.wang, place, since=date(2024, 2, 12), until=date(2024, 2, 13), reason="x"))
            == "places.days_taken"
        )
        arrangement = OpeningException.objects.for_act("test").get()
        assert not is_open(place, "2024-02-10T21:00")
        do(more_acts.publish_days, cast.wang, arrangement)
        assert is_open(place, "2024-02-10T21:00") and not is_open(place, "2024-02-13T21:00")
        do(more_acts.confirm_duty, cast.wang, arrangement, duty="邓", supplies="热茶、点心")
        do(more_acts.cancel_days, cast.wang, arrangement, why="人手不够")
        assert not is_open(place, "2024-02-10T21:00")


def test_a_place_closed_for_longer_than_a_week_leaves_the_map(cast):
    place = enter(cast, hours="每天 09:00-17:00")
    with clock.at(date(2024, 6, 1)):
        do(more_acts.propose_days, cast.wang, place, since=date(2024, 6, 2), until=date(2024, 6, 10), reason="检修")
        do(more_acts.publish_days, cast.wang, OpeningException.objects.for_act("test").get())
    shown = [
        reads.on_map(Place.objects.for_act("test"), day).count() for day in (date(2024, 6, 1), date(2024, 6, 2), date(2024, 6, 10), date(2024, 6, 11))
    ]
    assert shown == [1, 0, 0, 1] and not is_open(place, "2024-06-05T10:00")


def test_places_near_a_point_come_nearest_first(cast):
    far = enter(cast, name="远", point="30.612800,114.305500")
    near = enter(cast, name="近", point="30.594800,114.305500")
    enter(cast, name="别处", point="31.592800,114.305500")
    enter(cast, name="无坐标", point="")
    assert list(reads.near(Place.objects.for_act("test"), 30.5928, 114.3055, 5000)) == [near, far]
    assert abs(reads.distance(near, 30.5928, 114.3055) - 222) <= 2


def test_a_keeper_sees_and_serves_their_own_place_and_no_other(cast):
    place = enter(cast)
    enter(cast, name="别人的", point="")
    do(more_acts.assign_keeper, cast.wang, place, keeper=cast.accounts["chen"])
    chen = Viewer(cast.accounts["chen"])
    assert list(Place.objects.within(chen)) == [place]
    do(more_acts.set_hours, chen, place, hours="每天 06:00-22:00")
    assert reads.hours_said(place) == "每天 06:00-22:00"
    assert refused(lambda: do(acts.close, chen, place, on=DAY, why="x")) == "no_power"


def test_a_sample_is_drawn_once_a_quarter_and_rectified_within_its_days(cast):
    for i in range(12):
        enter(cast, name=f"站{i}", point="")
    drawn = do(inspect_acts.draw, cast.wang, node=cast.nodes["district"], kind="centre").subjects
    assert len(drawn) == 2 and len({one.place_id for one in drawn}) == 2  # 10 % of twelve, rounded up
    for _time in range(5):
        do(inspect_acts.draw, cast.wang, node=cast.nodes["district"], kind="centre")
    assert refused(lambda: do(inspect_acts.draw, cast.wang, node=cast.nodes["district"], kind="centre")) == "places.nothing_to_draw"
    one = do(inspect_acts.order_rectification, cast.wang, drawn[0], findings="没有急救箱").subject
    do(inspect_acts.report_rectified, cast.wang, one, measures="已配")
    assert refused(lambda: do(inspect_acts.confirm_rectified, cast.wang, one)) == "same_person"
    assert do(inspect_acts.confirm_rectified, cast.li, one).subject.state == "passed"


def test_a_register_kept_in_a_workbook_is_taken_in_with_signs_hours_and_facilities(cast):
    enter(cast, name="已有")
    text = (
        "组织编码,类别,名称,开放日期,坐标,开放时间,设施（功能）,面积（平方米）,关闭日期\n"
        'DISTRICT,职工服务中心、活动室（功能室）,甲,2023-07-01,"30.60,114.30",每天 08:00-20:00,饮水、充电,20,\n'
        "UNION,职工服务中心,乙,2020-07-01,,,,,2022-07-01\n"
        "DISTRICT,职工服务中心,已有,2023-07-01,,,,,\n"
        'DISTRICT,职工服务中心,丙,2023-07-01,"114.30,30.60",,,,\n'
        "DISTRICT,职工服务中心,丁,2023-07-01,,九点,,,\n"
        "OUTSIDE,没有的,戊,2099-07-01,,,没有的,0,\n"
    )
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="places", file=SimpleUploadedFile("阵地.csv", text.encode())).subject
    assert (batch.good, batch.bad) == (2, 4)
    codes = {(e.row, e.code) for e in batch.errors.all()}
    assert {(4, "places.same_place"), (5, "places.point"), (6, "places.hours"), (7, "places.no_node"), (7, "places.in_future")} <= codes
    assert carry_on(do(start, cast.wang, batch).subject).done == 2
    one = Place.objects.for_act("test").get(name="甲")
    assert reads.hours_said(one) == "每天 08:00-20:00" and one.facilities.for_act("test").count() == 2 and one.code.startswith("P")
    assert {s.kind for s in reads.signs_of(one, date(2023, 7, 1))} == {"centre", "room"}
    assert Place.objects.for_act("test").filter(signed("centre", date(2022, 7, 1))).get().state == "closed"
