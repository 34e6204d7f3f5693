"""CAD-4 Socialised union workers: a quota, hired under it with a contract, months noted, a subsidy paid once a month, assessed, left."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.money.models import PayBatch, Source
from gonghui.commons.plans.models import PlanItem
from gonghui.lines.organization.cadres import words
from gonghui.lines.organization.cadres.models import Appointment, Month

from .governing import TODAY, members
from .office import AtDesk, newest


def test_hiring_keeps_to_the_quota_and_a_month_is_paid_once(cast):
    wang, li, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    first, second = members(cast, 2)
    span = {"since": TODAY, "until": TODAY + timedelta(days=360), "target": 1, "unit": "person"}
    wang.does("plans.propose", desk="hire_quotas", node=district, kind=words.QUOTA, title="社会化工会工作者名额", **span)
    li.does("plans.approve", newest(PlanItem))
    told = {"node": district, "post": "社会化工会工作者", "sort": "hired"}
    wang.refused("cadres.propose", "名额", person=first, **told)
    wang.does("cadres.propose", person=first, plan=newest(PlanItem), **told)
    wang.refused("cadres.propose", "已聘 1 人", person=second, plan=newest(PlanItem), **told)
    row = newest(Appointment)
    wang.refused("cadres.note_month", "", appointment=row, month=TODAY)
    li.does("cadres.consent", row, document="批1号")
    wang.does("cadres.appoint", row, on=TODAY, until=TODAY + timedelta(days=730))
    wang.does("cadres.note_month", appointment=row, month=TODAY).refused("cadres.note_month", "已登记过", appointment=row, month=TODAY)
    wang.does("money.declare_source", node=district, code="ZX", name="专项资金", since=TODAY)
    batch = {"kind": words.SUBSIDY, "title": "补助", "source": newest(Source), "award_year": TODAY.year}
    wang.does("money.open_batch", node=district, **batch)
    line = {"batch": newest(PayBatch), "person": first, "amount": Decimal(2000), "cause": newest(Month).pk}
    wang.does("money.add", **line).refused("money.add", "", **line)
    li.does("cadres.assess", row, grade="fit").figure("cadres.hired", "CITY", TODAY, 1).figure("cadres.hire_subsidies", "CITY", TODAY.year, 0)
    wang.does("cadres.leave_post", row, on=TODAY, why="合同解除")
