"""CAD-5 Young cadres' theory programme: study days with a head count, the result of a knowledge challenge on the record."""

from gonghui.lines.organization.cadres import words

from .governing import TODAY, members
from .office import AtDesk


def test_study_days_are_counted_and_a_result_stands_on_the_record(cast):
    li, city = AtDesk(cast, "li"), cast.nodes["city"]
    (person,) = members(cast, 1)
    told = {"kind": words.YOUTH, "node": city, "title": "青年理论学习小组", "held_on": TODAY, "at_place": "学习室", "head_count": 18}
    li.does("activities.record", desk="cadre_classes", **told).figure("cadres.youth.sessions", "CITY", TODAY.year, 1)
    result = {"kind": words.CHALLENGE, "title": "知识竞赛一等奖", "person": person, "quantity": 1, "unit": "名次", "since": TODAY}
    li.does("registers.enter", desk="cadre_records", node=city, **result).sees("cadre_records", "知识竞赛一等奖")
