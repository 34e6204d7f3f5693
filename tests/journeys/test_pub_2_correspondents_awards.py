"""PUB-2 Correspondents' and collective awards: what an outlet gave a person or a unit, by the year it is for."""

from datetime import date

from gonghui.commons.parties.reads import own_person
from gonghui.commons.registers.models import RegisterEntry
from tests.commons.test_enrolment import worker

from .office import AtDesk, newest


def test_awards_of_an_outlet_are_listed_with_their_holder_and_year(cast):
    li, city, person = AtDesk(cast, "li"), cast.nodes["city"], own_person(worker(cast, 1))
    entry = {"node": city, "kind": "correspondent", "title": "市工会通讯员", "person": person, "since": date(2023, 1, 1)}
    li.does("registers.enter", desk="correspondents", **entry)
    award = {"node": city, "issuer": "省工人报", "tier": "provincial", "since": date(2024, 1, 20), "year": 2023}
    li.does("publicity.enter_award", desk="articles", title="优秀通讯员", person=person, **award)
    li.does("publicity.enter_award", desk="articles", title="先进集体", holder_node=city, **award)
    li.refused("publicity.enter_award", "只", desk="articles", title="先进个人", person=person, holder_node=city, **award)
    li.refused("publicity.enter_award", "已登记过", desk="articles", title="先进集体", holder_node=city, **award)
    li.reads(newest(RegisterEntry, title="优秀通讯员"), "省工人报").sees("correspondents", "市工会通讯员")
    li.figure("publicity.awards", "CITY", 2023, 2).figure("publicity.awards", "CITY", 2024, 0)
    li.figure("publicity.correspondents", "CITY", 2023, 1).figure("publicity.articles", "CITY", 2024, 0)
