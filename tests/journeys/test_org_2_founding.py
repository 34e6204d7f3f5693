"""ORG-2 Founding unions: applied, approved, elected, established; net growth counts it."""

from datetime import date

import pytest

from gonghui.lines.organization.orgs.models import Founding, Union


def filed(person, act):
    pk = Founding.objects.for_act("journey").get().pk
    return person.go(f"/office/organization_orgs/founding/{pk}/act/{act}/")


@pytest.mark.browser
@pytest.mark.sqlite
def test_a_union_is_founded_through_the_level_above(person):
    li, wang = person("li"), person("wang")
    wang.go("/office/commons_parties/employer/act/parties.enter_employer/")
    wang.page.fill("input[name=name]", "东湖印刷厂")
    wang.page.fill("input[name=workers]", "60")
    wang.press("登记用人单位").says("东湖印刷厂")

    li.go("/office/organization_orgs/founding/act/orgs.apply_founding/")
    li.choose("node", "东湖区总工会").choose("employers", "东湖印刷厂")
    li.page.select_option("select[name=kind]", "single")
    li.page.fill("input[name=name]", "东湖印刷厂工会")
    li.page.fill("input[name=members]", "45")
    li.look("org-2-apply").press("申请建会").says("已申请")

    filed(li, "orgs.approve_preparation").page.fill("input[name=document]", "东工组〔2024〕1号")
    li.press("批准筹备").says("经办人与审批人不能是同一人")
    filed(wang, "orgs.approve_preparation").page.fill("input[name=document]", "东工组〔2024〕1号")
    wang.press("批准筹备").says("筹备中")
    today = date.today().isoformat()
    filed(li, "orgs.hold_election").page.fill("input[name=on]", today)
    li.page.fill("input[name=chair]", "何平")
    li.press("登记选举").says("已选举")
    filed(li, "orgs.file_result").press("报选举结果").says("已报选举结果")
    filed(wang, "orgs.establish").page.fill("input[name=on]", today)
    wang.press("批准成立").says("已成立").look("org-2-established")

    union = Union.objects.for_act("journey").select_related("node").get(node__name="东湖印刷厂工会")
    assert union.chair == "何平" and union.node.parent_id
    wang.go(f"/office/figure/orgs.net_growth@basic/?node=DISTRICT&period={date.today().year}").says("1 家")
