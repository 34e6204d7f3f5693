"""REF-4 Model counties, pilots, case book, drives and the on-site meeting: a pilot recommended is counted, and granted apart."""

from datetime import date, timedelta

from .by_program import Program


def test_a_pilot_is_recommended_and_a_model_county_named(cast):
    zhou, li, wang = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang"))
    today, city = date.today(), cast.nodes["city"]
    told = {"since": date(2020, 1, 1), "holders": ["unit"], "tier": "province"}
    pilot = li.does("designations.declare_scheme", node=city, kind="reform_pilot", name="省级产改试点", issuer="省协调小组", outer=True, **told)
    round = li.does("designations.call", scheme=pilot, title="第一批试点", batch="第一批", opens_on=today, closes_on=today + timedelta(days=9))
    row = wang.does("designations.nominate", round=round, node=cast.nodes["district"], holder="unit", name="东湖纺织厂", brief="改革基础好")
    wang.does("designations.recommend", row, opinion="同意")
    li.does("designations.review", row)
    assert li.figure("reform.pilot_enterprises", "CITY", today.year) == 0
    li.does("designations.forward", row, document="产改推〔2024〕1号")
    assert li.figure("reform.pilot_enterprises", "CITY", today.year) == 1
    assert li.figure("reform.pilots_granted", "CITY", today.year) == 0
    model = zhou.does(
        "designations.declare_scheme",
        node=cast.nodes["province"],
        kind="reform_county",
        name="示范县区",
        issuer="省总工会",
        document="〔2020〕1号",
        **told,
    )
    zhou.does("designations.record", scheme=model, node=cast.nodes["district"], holder="unit", name="东湖区", awarded_on=today)
    zhou.does("tasks.open_list", node=cast.nodes["province"], kind="reform_drive", title="千企示范行动", origin="programme", on=today)
    zhou.does(
        "activities.record", node=cast.nodes["province"], kind="reform_meeting", title="现场会", held_on=today, at_place="东湖区", head_count=90
    )
    zhou.does("registers.enter", node=cast.nodes["province"], kind="reform_case", title="一线工人成长通道", since=today)
    for key in ("model_counties", "special_actions", "meetings", "cases"):
        assert zhou.figure(f"reform.{key}", "PROV", today.year) == 1, key
