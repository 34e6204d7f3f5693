"""STT-2 Endorsements and experience exchange: one entry a document or talk, counted by what it is, a programme's apart and inside."""

from datetime import date

from .office import AtDesk


def test_endorsements_and_talks_are_two_figures_and_a_programme_is_a_part(cast):
    zhou = AtDesk(cast, "zhou")
    told = {"node": cast.nodes["province"], "issuer": "上级", "since": date(2023, 5, 1), "tier": "national"}
    zhou.does("registers.enter", desk="recognition", kind="endorsement", title="批示一", **told)
    zhou.does("registers.enter", desk="recognition", kind="presentation", title="交流一", topic="county_year", **told)
    zhou.does("registers.enter", desk="recognition", kind="presentation", title="交流二", **told)
    zhou.does("registers.enter", desk="recognition", kind="presentation", title="市里的交流", **told | {"tier": "city"})
    for key, value in (("leader_endorsements", 1), ("experience_exchanges", 2), ("experience_exchanges@county_year", 1)):
        zhou.figure(f"recognition.{key}", "PROV", 2023, value)
