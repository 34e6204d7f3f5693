"""CAD-3 Selection and dual management: proposed, the union above consents by letter or not, appointed, in post, left."""

from gonghui.lines.organization.cadres.models import Appointment

from .governing import TODAY, members
from .office import AtDesk, newest


def test_nobody_is_appointed_without_the_consent_of_the_union_above(cast):
    wang, li, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    first, second = members(cast, 2)
    told = {"node": district, "post": "副主席"}
    wang.does("cadres.propose", person=first, sort="full", **told).refused("cadres.propose", "已是", person=first, sort="part", **told)
    row = newest(Appointment)
    wang.refused("cadres.appoint", "", row, on=TODAY).refused("cadres.consent", "", row, document="自己同意")
    li.does("cadres.consent", row, document="临工复〔2026〕1号")
    wang.does("cadres.appoint", row, on=TODAY).reads(row, "临工复〔2026〕1号", "在任")
    wang.does("cadres.propose", person=second, sort="attached", **told)
    li.does("cadres.object", newest(Appointment), why="任职回避")
    for key, period, value in (("in_post", TODAY, 1), ("full_time", TODAY, 1), ("appointed", TODAY.year, 1)):
        li.figure(f"cadres.{key}", "CITY", period, value)
    wang.does("cadres.leave_post", row, on=TODAY, why="调任").sees("appointment", "已离任")
