"""HOT-1 Unified hotline: a call is answered, classified, answered at once or made a ticket; who gives up is counted apart."""

from datetime import date

from .by_program import Program


def test_a_call_is_answered_classified_and_answered_at_once(cast):
    he, today = Program(cast.accounts["he"]), date.today()
    asked = he.does("hotline.answer", node=cast.nodes["city"], phone="13900000001", area=cast.nodes["district"], serial="A1", national="QG-1")
    assert "编号" in he.refused("hotline.answer", node=cast.nodes["city"], serial="A1")
    he.does("hotline.classify", asked, topic="legal.advice", talk=120)
    he.does("hotline.answer_at_once", asked, reference="《劳动合同法》第四十七条")
    he.does("hotline.miss", node=cast.nodes["city"], wait=40)
    told = he.does("hotline.answer", node=cast.nodes["city"], phone="13900000002")
    he.does("hotline.classify", told, topic="complain.arrears")
    he.does("hotline.open_ticket", told, title="拖欠两个月工资", says="单位拖欠工资", name="李四")
    wang = Program(cast.accounts["wang"])
    assert [row["state"] for row in he.rows("tickets")] == ["registered"] and not wang.rows("tickets")  # not yet given to the district
    li = Program(cast.accounts["li"])
    assert li.figure("hotline.calls", "CITY", today.year) == 2 and li.figure("hotline.missed_pct", "CITY", today.year) > 33
    assert li.figure("hotline.legal_consultations", "CITY", today.year) == 1
    assert wang.figure("hotline.legal_consultations", "DISTRICT", today.year) == 1  # where it came from counts it too, once above
    assert "13900000001" not in str(he.rows("call"))
