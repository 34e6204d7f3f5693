"""HON-4 National cultivation of craftsmen: recommended, admitted by the issuer, trained to plan, assessed, concluded."""

from datetime import date, timedelta

from gonghui.commons.designations.models import Designation
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock

from .office import newest
from .titles import CALLED, called, put_forward, sits


def test_one_who_is_admitted_is_trained_assessed_and_concludes(cast):
    zhou, li = sits(cast, "zhou"), sits(cast, "li")
    round = called(cast, "craftsman_programme", "大国工匠培育工程", tier="national", outer="on", issuer="全国总工会", recheck_months=12)
    row = put_forward(cast, round, "林秀")
    with clock.at(CALLED + timedelta(days=5)):
        zhou.does("designations.review", row).does("designations.forward", row, document="河工〔2024〕4号")
    with clock.at(date(2024, 4, 20)):
        zhou.does("designations.confer", row, document="总工办〔2024〕6号", awarded_on=date(2024, 4, 20))
        plan = {"kind": "craftsman_training", "title": "林秀培育计划（导师：王强）", "since": date(2024, 5, 1), "until": date(2025, 4, 30)}
        li.does("plans.propose", desk="craftsman_training", node=cast.nodes["city"], **plan)
        zhou.does("plans.approve", newest(PlanItem))
    zhou.figure("honours.national_craftsman_programme", "PROV", 2024, 1).figure("honours.national_craftsman_programme", "OUTSIDE", 2024, 0)
    title = newest(Designation)
    assert title.recheck_due == date(2025, 4, 20)
    zhou.does("designations.begin_recheck", title).does("designations.pass_recheck", newest(Designation), on=date(2025, 4, 25))
    zhou.does("designations.end", newest(Designation), on=date(2025, 5, 1), why="培育期满结业").reads(title, "已终止")
