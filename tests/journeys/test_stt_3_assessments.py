"""STT-3 External assessments: a grade from above stands in the year it is for, not the year it came."""

from datetime import date

from .office import AtDesk


def test_a_grade_of_last_year_counts_in_last_year(cast):
    li = AtDesk(cast, "li")
    told = {
        "kind": "assessment",
        "title": "政治安全考核",
        "topic": "政治安全",
        "issuer": "省总工会",
        "note": "优秀",
        "since": date(2024, 3, 1),
        "year": 2023,
    }
    li.does("registers.enter", desk="assessments", node=cast.nodes["city"], **told).sees("assessments", "政治安全考核", "优秀")
    li.figure("stats.assessments", "CITY", 2023, 1).figure("stats.assessments", "CITY", 2024, 0)
