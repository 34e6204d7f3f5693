"""CAD-2 Stationing cadres at the grassroots: selected, posted, a diary from the phone, a problem raised, ended, judged by another."""

from datetime import timedelta

from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.cadres import words
from gonghui.lines.organization.cadres.models import Secondment

from .governing import TODAY, members
from .office import AtDesk, newest
from .phones import Phone


def test_a_cadre_is_sent_writes_a_diary_and_is_judged_by_another(cast):
    li, zhou, wang, city = AtDesk(cast, "li"), AtDesk(cast, "zhou"), AtDesk(cast, "wang"), cast.nodes["city"]
    (person,) = members(cast, 1)
    person.account = cast.accounts["chen"]
    by_house("tests.phone", lambda ctx: person.save())
    told = {"node": city, "person": person, "purpose": "进车间当工人", "since": TODAY, "until": TODAY + timedelta(days=60)}
    li.refused("cadres.select", "派出单位自己", to=city, **told)
    li.does("cadres.select", to=cast.nodes["union"], **told).refused("cadres.select", "已派往", to=cast.nodes["beside"], **told)
    row = newest(Secondment)
    wang.does("cadres.post", row)
    phone = Phone(cast.accounts["chen"]).go("my/secondment/").says("进车间当工人")
    phone.go(f"act/cadres.write_diary/{row.pk}/").send(on=TODAY.isoformat(), says="与夜班职工座谈").says("已记日志")
    case = {"kind": words.PROBLEM, "channel": "visit", "title": "夜班宿舍无热水", "says": "驻点反映"}
    li.does("cases.register", desk="posting_problems", node=city, **case)
    li.reads(row, "与夜班职工座谈").does("cadres.end_secondment", row, on=TODAY)
    li.refused("cadres.appraise", "", row, grade="fit")
    zhou.does("cadres.appraise", row, grade="excellent").sees("secondment", "已考核")
    for key in ("secondments", "diary_entries", "posting_problems"):
        zhou.figure(f"cadres.{key}", "CITY", TODAY.year, 1)
