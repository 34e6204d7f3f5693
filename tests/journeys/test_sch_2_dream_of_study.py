"""SCH-2 Adult study subsidy: the union asks for a worker who studies; the subsidy goes to the worker; a graduation is noted."""

from datetime import date
from decimal import Decimal

from gonghui.lines.welfare.scholarships.models import Student

from .by_program import Program, photo


def test_a_worker_who_studies_is_paid_a_subsidy_and_graduates(cast):
    sun, wang, hu, zheng = (Program(cast.accounts[name]) for name in ("sun", "wang", "hu", "zheng"))
    year, today = date.today().year, date.today()
    student = sun.does(
        "scholarships.enter", node=cast.nodes["union"], aid="study_subsidy", year=year, name="马师傅", worker="马师傅", school="河州开放大学", level="college",
        family="migrant", account_no="6222020000004321", proof=photo(),
    )  # fmt: skip
    assert "同一人" in sun.refused("scholarships.approve", student, amount=950) or "权限" in sun.refused("scholarships.approve", student, amount=950)
    sun.does("scholarships.check", student, family="migrant", amount=950)
    wang.does("scholarships.approve_many", [student])
    source = wang.does("money.declare_source", node=cast.nodes["district"], code="QX", name="求学圆梦资金", since=date(2020, 1, 1))
    batch = wang.does("money.open_batch", node=cast.nodes["district"], kind="study_subsidy", title="求学圆梦", source=source, award_year=year)
    wang.does("scholarships.pay", [student], batch=batch)
    zheng.does("money.approve", batch)
    hu.does("money.send", batch)
    hu.does("money.all_paid", batch, on=today, total=950)
    sun.does("scholarships.follow_up", student, feedback="已取得大专学历", graduated_on=today)
    assert wang.figure("scholarships.adult.persons", "DISTRICT", year) == 1
    assert wang.figure("scholarships.adult.amount", "DISTRICT", year) == Decimal(950)
    assert wang.figure("scholarships.children", "DISTRICT", year) == 0
    assert Student.objects.for_act("test").get().graduated_on == today
