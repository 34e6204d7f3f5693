"""MED-1 Joint mechanisms: a dispute the court refers, agreed to by both sides, mediated, confirmed; partners by role, the rate of success."""

from datetime import date

from .by_program import Program


def test_a_referred_dispute_is_mediated_and_confirmed(cast):
    wang, li, chen = (Program(cast.accounts[name]) for name in ("wang", "li", "chen"))
    here, today = cast.nodes["district"], date.today()
    for role, body in (("court", "区人民法院"), ("court", "第二人民法庭"), ("labour", "区人社局")):
        wang.does(
            "registers.enter", node=here, kind="med_partner", title=f"{body}诉调对接", topic=role, holder_name=body, since=today, in_force_from=today
        )
    assert li.figure("mediation.partner_agencies", "CITY", f"asof-{today}") == 2
    own = chen.does("cases.receive", node=here, kind="med.dispute", title="年休假工资争议", says="申请调解", name="陈师傅")
    wang.does("cases.admit", own)
    referred = wang.does("cases.register", node=here, kind="med.dispute", channel="passed", title="加班工资争议", says="法院委派", people=12)
    for case, stages in (
        (own, ("med.consent", "med.failed", "med.to_court")),
        (referred, ("med.consent", "med.agreed", "med.confirmed", "med.performed")),
    ):
        li.does("cases.assign", case, to=here)
        wang.does("cases.accept", case)
        for stage in stages:
            wang.does("cases.note_stage", case, stage=stage)
    wang.does("cases.note_amount", referred, sort="claimed", amount="9000", on=today)
    wang.does("cases.handle", referred, answer="已达成协议并司法确认", resolved=True)
    assert "同一人" in wang.refused("cases.reply", referred)
    li.does("cases.reply", referred)
    for key, value in (("disputes", 2), ("disputes@people", 13), ("agreed", 1), ("concluded", 2), ("agreed_pct", 50)):
        assert li.figure(f"mediation.{key}", "CITY", today.year) == value
