"""MED-2 Pre-litigation linkage with eight roles: each body is called in with its own lane beside the dispute, once."""

from datetime import date

from gonghui.lines.rights.mediation.words import ROLES

from .by_program import Program


def test_eight_bodies_have_one_lane_each_beside_a_dispute(cast):
    wang, li = Program(cast.accounts["wang"]), Program(cast.accounts["li"])
    here, today, roles = cast.nodes["district"], date.today(), [slug for slug in ROLES if slug != "arbitration"]
    case = wang.does("cases.register", node=cast.nodes["union"], kind="med.dispute", channel="visit", title="停工争议", says="班组停工", people=30)
    assert "成员单位" in wang.refused("mediation.call_in", case=case, roles=["court"])
    for role in roles:
        wang.does(
            "registers.enter",
            node=here,
            kind="med_role",
            title=f"成员{role}",
            topic=role,
            holder_name=f"单位{role}",
            since=today,
            in_force_from=today,
        )
    assert wang.figure("mediation.linked_roles", "DISTRICT", f"asof-{today}") == 8
    wang.does("mediation.call_in", case=case, roles=roles)
    assert "已在联动" in wang.refused("mediation.call_in", case=case, roles=["court"])
    lanes = wang.rows("dispute_lanes")
    assert len(lanes) == 8 and {row["outside"] for row in lanes} == {f"单位{role}" for role in roles}
    wang.does("cases.assign", lanes[0]["id"], outside=lanes[0]["outside"])
    assert li.figure("mediation.lanes", "CITY", today.year) == 8 and li.figure("mediation.disputes", "CITY", today.year) == 1
