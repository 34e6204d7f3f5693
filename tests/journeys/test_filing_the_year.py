"""In a browser: a form is filled in, sent, sent back, mended, accepted, summed, signed and frozen; an erratum, and from a number down to a row and back."""

from datetime import date

import pytest

from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.review.stats.models import ReturnCell, SurveyForm, YearReturn
from gonghui.lines.review.stats.survey.acts import digest

from .conftest import DESK, PHONE, the
from .office import AtDesk, newest

YEAR = date.today().year - 1


@pytest.mark.browser
def test_a_year_is_filed_from_the_first_cell_to_the_erratum(person, stage):
    told = {"kind": "lecture", "title": "劳模宣讲", "held_on": date(YEAR, 5, 4), "at_place": "礼堂", "head_count": 30}
    AtDesk(stage, "sun").does("activities.record", node=stage.nodes["union"], **told)
    zhou = person("zhou")
    zhou.does("stats.issue_form", node="河州省总工会", who="basic", period=YEAR, due_on=date(YEAR + 1, 12, 31))
    zhou.does("stats.open_returns", the(SurveyForm)).press("尚未报送的单位").says("东湖纺织厂工会")
    zhou.look("form-missing")

    mine = newest(YearReturn, node=stage.nodes["union"])
    sun = person("sun")
    sun.opens(mine).says("未填；没有发生请填 0").look("return-empty")
    sun.page.locator("a[href*='/act/stats.fill_return/']:visible").first.click()
    sun.look("return-filling-desk").fill("values.A02", "5").fill("values.K03", "2")
    sun.page.set_viewport_size(PHONE)
    sun.look("return-filling-phone")
    sun.page.set_viewport_size(DESK)
    sun.page.check("input[name=zeros]")
    sun.page.locator("form button[type=submit]", has_text="填报").click()
    sun.look("return-faults").says("应 ≤ A01（0）").says("与系统取数不一致")
    sun.does("stats.fill_return", mine, **{"values.A02": "0", "values.K03": "1"}).does("stats.submit_return", mine).says("待审核")

    wang = person("wang")
    wang.does("stats.send_back_return", mine, why="请核对", **{"remarks.A09": "职工数应为310"}).says("职工数应为310").look("return-marked")
    sun.does("stats.fill_return", mine, **{"values.A09": "310"}).does("stats.submit_return", mine, **{"whys.A09": "年末新招10人"})
    wang.does("stats.accept_return", mine).says("年末新招10人")

    wang.go("/office/review_stats/yearreturn/act/stats.open_return/").fill("form", "基层工会调查表").fill("node", "东湖区")
    wang.page.check("input[name=summed]")
    wang.page.locator("form button[type=submit]", has_text="开始填表").click()
    wang.look().says("填报中")
    area = newest(YearReturn, summed=True)
    wang.does("stats.sum_up", area).says("310").look("area-summed")
    li = person("li")
    li.does("stats.sign_return", area, **{"whys.A09": "年末新招10人"}).says("已签章").look("area-signed")
    li.does("stats.report_return", area)
    zhou.does("stats.accept_return", area)

    cell = newest(ReturnCell, filed=mine, code="K03")
    sun.opens(mine).page.get_by_role("link", name="K03 职工宣讲场次").click()
    sun.look("cell-desk").says("由哪些记录算出").page.get_by_role("link", name="劳模宣讲").first.click()
    sun.look().says("礼堂")
    sun.page.go_back()
    sun.look().says("由哪些记录算出")

    top = AtDesk(stage, "zhou")
    top.does("stats.open_return", form=the(SurveyForm), node=stage.nodes["province"], summed=True).does("stats.sum_up", newest(YearReturn))
    by_house("tests.another_signed", lambda ctx: signed(newest(YearReturn)))
    zhou.does("stats.freeze_form", the(SurveyForm)).says("已定格")
    zhou.does("stats.correct_cell", cell, value=2, why="漏登一场").opens(mine).says("2").look("return-corrected")
    with trusted():
        assert [one.value for one in ReturnCell.objects.for_act("journey").filter(code="K03", standing=True, filed__summed=True)] == [2, 2]


def signed(filed) -> None:
    """The head of the province, who is nobody of the cast, has signed."""
    filed.state, filed.signed_on, filed.seal = "signed", date.today(), digest(filed)
    filed.save()
