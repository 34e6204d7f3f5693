"""LEG-4 Lawyers, coordinators, advisers: proposed, looked at by another, appointed for a term that ends."""

from datetime import date, timedelta

from .by_program import Program


def test_a_lawyer_counts_while_the_appointment_lasts(cast):
    wang, li, today = Program(cast.accounts["wang"]), Program(cast.accounts["li"]), date.today()
    begun, over = today - timedelta(days=100), today - timedelta(days=10)
    told = {"node": cast.nodes["district"], "kind": "legal_pro", "topic": "律师", "issuer": "省司法厅", "since": begun}
    one = wang.does("registers.propose", title="罗律师", number="1370120201001", holder_name="罗宁", until=over, **told)
    assert li.figure("legal_aid.team_members", "CITY", f"asof-{today - timedelta(days=50)}") == 0
    assert "同一人" in wang.refused("registers.register", one)
    li.does("registers.register", one)
    wang.does("registers.enter", title="张协调员", number="XT-001", holder_name="张明", **told)
    assert "已登记" in wang.refused("registers.enter", title="又一人", number="XT-001", holder_name="李明", **told)
    assert li.figure("legal_aid.team_members", "CITY", f"asof-{over}") == 2
    assert li.figure("legal_aid.team_members", "CITY", f"asof-{today}") == 1
