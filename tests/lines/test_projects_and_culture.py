"""Projects, seasons and publicity: plan, done and rate side by side; works judged stage by stage; articles that count."""

from datetime import date, timedelta

from django.test import Client

from gonghui.commons.activities import acts as activities
from gonghui.commons.plans import acts as plans
from gonghui.commons.plans import reads
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.education.culture import acts as culture
from gonghui.lines.education.culture import words
from gonghui.lines.education.publicity import acts as publicity
from gonghui.lines.education.publicity.words import Outlet
from gonghui.lines.service.projects.words import CLASSES, PROJECT
from tests.refusals import refuses

START, END, ONE = date(2024, 1, 1), date(2024, 12, 31), timedelta(days=1)


def project(cast, node="city", **more):
    with clock.at(START):
        what = {"kind": PROJECT, "title": "文化下基层", "category": CLASSES[3], "since": START, "until": END} | more
        item = do(plans.propose, cast.li, node=cast.nodes[node], **what).subject
        return do(plans.approve, cast.zhou, item).subject


def shows(cast, item, count: int, who="sun", node="union") -> None:
    for n in range(count):
        what = {"kind": words.SHOW, "title": f"演出{n}", "held_on": START + (30 + n) * ONE, "at_place": f"{node}{n}"}
        do(activities.record, cast.viewer(who), node=cast.nodes[node], **what, head_count=50, plan=item)


def at(cast, key: str, node="city", period="2024"):
    return figure(find(key), cast.nodes[node], Period.parse(period), viewer=cast.zhou).value


def test_plan_done_and_rate_stand_together_and_units_that_differ_are_said(cast):
    item = project(cast, target=4, unit="session")
    shows(cast, item, 3)
    held, heads = reads.done(item, END)[item.pk]
    assert (held.number, held.rate, held.differs) == (3, 75, False)
    assert (heads.number, heads.differs) == (150, True)
    assert "不是完成率" in heads.told(item) and "不是完成率" not in held.told(item)
    do(plans.begin, cast.li, item)
    do(plans.report, cast.li, item, says="又办一场", done=4)
    assert "自报完成 4" in reads.told(item, END)
    assert reads.done(item, END)[item.pk][0].number == 3  # what somebody says is never added


def test_a_target_is_shared_out_below_and_each_share_has_its_own_done(cast):
    item = project(cast, target=10, unit="session")
    do(plans.share_out, cast.li, item, nodes=[cast.nodes["district"], cast.nodes["other_district"]], target=5)
    refuses("plans.shared_already", do, plans.share_out, cast.li, item, nodes=[cast.nodes["district"]], target=1)
    refuses("plans.not_below", do, plans.share_out, cast.li, item, nodes=[cast.nodes["city"]], target=1)
    district, other = PlanItem.objects.for_act("test").filter(shared=True).order_by("pk")
    do(plans.share_out, cast.wang, district, nodes=[cast.nodes["union"]], target=2)
    own = PlanItem.objects.for_act("test").get(part_of=district)
    shows(cast, item, 2)
    shows(cast, district, 1, "wang", "district")
    told = {pk: found[0].number for pk, found in reads.done(item, END).items() if found}
    assert told == {item.pk: 3, district.pk: 3, own.pk: 2}
    assert other.pk not in told
    assert at(cast, "projects.published.total") == 0
    do(plans.publish, cast.li, item)
    assert at(cast, "projects.published.total") == 1  # the shares are no projects


def test_a_plan_of_a_level_above_may_be_pointed_to_and_one_beside_may_not(cast):
    above, beside = project(cast), project(cast, node="other_district")
    rows = reads.to_point_to(PlanItem.objects, cast.sun)
    assert above in rows and beside not in rows
    with clock.at(START):
        dropped = do(plans.drop, cast.li, above, why="经费取消").subject
    assert dropped not in reads.to_point_to(PlanItem.objects, cast.sun)


def test_what_no_record_points_to_is_measured_by_an_indicator(cast):
    item = project(cast, target=2, unit="session", measure="culture.performances")
    shows(cast, None, 3)
    (done,) = reads.done(item, END)[item.pk]
    assert (done.number, done.rate, done.differs) == (3, 150, False)


def test_the_published_list_is_read_by_everybody_and_what_is_not_published_by_nobody(cast):
    item = project(cast, target=4, unit="session")
    assert "文化下基层" not in Client().get("/portal/projects/?year=2024").content.decode()
    assert Client().get(f"/portal/projects/{item.pk}/").status_code == 404
    do(plans.publish, cast.li, item)
    shows(cast, item, 1)
    assert "文化下基层" in Client().get("/portal/projects/?year=2024").content.decode()
    assert "25.00%" in Client().get(f"/portal/projects/{item.pk}/").content.decode()


def season(cast):
    day = START
    with clock.at(day):

        def planned(**what):
            item = do(plans.propose, cast.li, node=cast.nodes["city"], since=START, until=END, **what).subject
            return do(plans.approve, cast.zhou, item).subject

        whole = planned(kind=words.SEASON_PLAN, title="艺术季")
        made = do(culture.open_season, cast.li, plan=whole, title="第二届艺术季").subject
        refuses("culture.no_items", do, culture.announce_season, cast.li, made)
        item = planned(kind=words.SEASON_ITEM, title="书画展", category="season.contests", part_of=whole)
        do(culture.announce_season, cast.li, made)
        return made, item


def test_a_season_takes_works_only_while_it_calls_and_judges_them_stage_by_stage(cast):
    made, item = season(cast)
    work = {"node": cast.nodes["union"], "season": made, "item": item, "title": "钢花"}
    refuses("culture.not_open", do, culture.enter_work, cast.sun, **work, author="陈")
    do(culture.call_for_works, cast.li, made)
    refuses("culture.no_author", do, culture.enter_work, cast.sun, **work)
    one = do(culture.enter_work, cast.sun, **work, author="陈").subject
    refuses("culture.entered_twice", do, culture.enter_work, cast.sun, **work, author="别人")
    two = do(culture.enter_work, cast.sun, **work | {"title": "炉火"}, author="陈").subject
    refuses("culture.not_this_stage", do, culture.shortlist, cast.li, one)
    do(culture.close_entries, cast.li, made)
    do(culture.shortlist, cast.li, one)
    refuses("culture.still_open", do, culture.go_to_final, cast.li, made)
    do(culture.put_out, cast.li, two)
    do(culture.go_to_final, cast.li, made)
    refuses("culture.still_open", do, culture.close_season, cast.li, made)
    assert do(culture.award_work, cast.li, one, award="一等奖").subject.award == "一等奖"
    assert do(culture.close_season, cast.li, made).subject.state == "awarded"
    period = str(clock.today().year)
    assert (at(cast, "culture.works", period=period), at(cast, "culture.works@awarded", period=period)) == (2, 1)
    assert (at(cast, "culture.season.activities"), at(cast, "culture.season.categories")) == (1, 1)


def test_culture_and_sport_are_one_figure_and_two(cast):
    for kind, heads in ((words.SHOW, 50), (words.SPORTS, 30)):
        do(activities.record, cast.sun, node=cast.nodes["union"], kind=kind, title="x", held_on=START, at_place="广场", head_count=heads)
    keys = ("culture.attendances", "culture.attendances@sports", "culture.attendances@with_sports", "culture.attendances@named")
    assert [at(cast, key) for key in keys] == [50, 30, 80, 0]


def test_an_article_counts_when_another_has_registered_it_and_an_award_by_its_year(cast):
    def article(outlet, **more):
        return do(
            publicity.submit, cast.wang, node=cast.nodes["district"], title=f"{outlet}", outlet=outlet, since=START, author="通讯员", **more
        ).subject

    for outlet in (Outlet.CITY_DAILY, Outlet.COUNTY_MEDIA):
        entry = article(outlet)
        refuses("same_person", do, registers.register, cast.wang, entry)
        do(registers.register, cast.li, entry)
    do(registers.decline, cast.li, article(Outlet.STUDY_APP), why="不是本市")
    assert (at(cast, "publicity.articles"), at(cast, "publicity.articles.city_daily"), at(cast, "publicity.articles.study_app")) == (1, 1, 0)
    do(publicity.enter_award, cast.li, node=cast.nodes["city"], title="先进集体", issuer="省报", since=date(2024, 3, 1), year=2023)
    assert (at(cast, "publicity.awards", period="2023"), at(cast, "publicity.awards")) == (1, 0)
