"""STU-3 Project grants: selected, granted for one year, paid in the next, once whoever pays; award year and pay year are two figures."""

from datetime import date
from decimal import Decimal

from gonghui.commons.designations.models import Designation, Scheme
from gonghui.commons.money.models import PayBatch, Source
from gonghui.lines.production.studios.words import GRANT, PROJECT

from .innovating import TODAY
from .office import AtDesk, newest

LAST = TODAY.year - 1


def test_two_projects_are_granted_for_last_year_and_paid_this_year(cast):
    zhou, wang, hu, zheng = (AtDesk(cast, name) for name in ("zhou", "wang", "hu", "zheng"))
    district = cast.nodes["district"]
    told = {
        "node": district,
        "kind": PROJECT,
        "name": "优秀创新项目",
        "tier": "county",
        "issuer": "东湖区总工会",
        "holders": ["work"],
        "since": date(LAST, 1, 1),
    }
    wang.does("designations.declare_scheme", **told, document="东总〔2025〕3号", experts=0)
    for title in ("智能验布", "余热利用"):
        given = {"holder": "work", "name": title, "awarded_on": date(LAST, 12, 20), "batch": f"{LAST}年", "document": "东总12号"}
        wang.does("designations.record", scheme=newest(Scheme), node=cast.nodes["union"], **given)
    wang.sees("studio_titles", "智能验布", "余热利用")
    zhou.does("money.declare_source", node=district, code="CXXM", name="创新项目补助", since=date(2020, 1, 1))
    wang.does("money.open_batch", node=district, kind=GRANT, title="创新项目资助", source=newest(Source), award_year=LAST, form="cash")
    batch = newest(PayBatch)
    for project in Designation.objects.for_act("journey").filter(kind=PROJECT):
        line = {"batch": batch, "amount": Decimal(10000), "payee": f"{project.name}组", "account_no": "622200001234", "cause": str(project.pk)}
        wang.does("money.add", **line).refused("money.add", "已", **line)
    zheng.does("money.approve", batch)
    wang.figure("studios.project_grants", "DISTRICT", LAST, 0)
    hu.does("money.send", batch).does("money.all_paid", batch, on=TODAY, total=Decimal(20000))
    for key, year, value in (
        ("project_grants", LAST, 2), ("project_grants", TODAY.year, 0), ("project_grants@paid", LAST, 0), ("project_grants@paid", TODAY.year, 2),
        ("project_grant_amount", LAST, 20000), ("project_grant_each", LAST, 10000), ("project_grant_each", TODAY.year, None),
    ):  # fmt: skip
        wang.figure(f"studios.{key}", "DISTRICT", year, value)
