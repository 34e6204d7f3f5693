"""HON-3 The craftsmen's ladder: rung after rung, one person once, and the talent pool beside the title."""

from datetime import date

from gonghui.commons.designations.models import Designation, Scheme

from .office import AtDesk, newest


def test_a_craftsman_climbs_and_is_one_person(cast):
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    what = {"kind": "craftsman", "holders": ["person"], "since": date(2020, 1, 1)}
    li.does("designations.declare_scheme", node=cast.nodes["city"], name="临江工匠", tier="city", issuer="临江市总工会", **what)
    city = newest(Scheme)
    zhou.does(
        "designations.declare_scheme", node=cast.nodes["province"], name="河州工匠", tier="province", issuer="河州省委省政府", needs=city, **what
    )
    province = newest(Scheme)
    held = {"node": cast.nodes["union"], "holder": "person", "name": "林秀"}
    zhou.refused("designations.record", "须先获得", scheme=province, awarded_on=date(2023, 5, 1), **held)
    li.does("designations.record", scheme=city, awarded_on=date(2022, 5, 1), **held)
    li.refused("designations.record", "须由授予单位登记", scheme=province, awarded_on=date(2023, 5, 1), **held)
    zhou.does("designations.record", scheme=province, awarded_on=date(2023, 5, 1), **held)
    zhou.reads(newest(Designation), "临江工匠")
    for key, value in (("all_levels", 2), ("persons", 1), ("provincial", 1)):
        zhou.figure(f"honours.craftsmen.{key}", "PROV", "2022..2023", value)


def test_craftsmen_in_the_talent_pool_are_counted_while_they_are_in_it(cast):
    from tests.people import valid_id

    li, sun = AtDesk(cast, "li"), AtDesk(cast, "sun")
    sun.does("membership.register", union=cast.unions["union"], name="林秀", id_no=valid_id())
    from gonghui.commons.parties.models import Person
    from gonghui.commons.registers.models import RegisterEntry

    person, what = newest(Person), {"kind": "craftsman", "holders": ["person"], "since": date(2020, 1, 1)}
    li.does("designations.declare_scheme", node=cast.nodes["city"], name="临江工匠", tier="city", issuer="临江市总工会", **what)
    given = {"scheme": newest(Scheme), "node": cast.nodes["union"], "holder": "person", "awarded_on": date(2022, 5, 1)}
    li.does("designations.record", person=person, **given)
    li.figure("honours.craftsmen.city", "CITY", "asof-2024-12-31", 0)
    pool = {"kind": "talent_pool", "title": "产业工匠人才库", "since": date(2023, 6, 1), "in_force_from": date(2023, 6, 1)}
    li.does("registers.enter", desk="honour_register", node=cast.nodes["city"], person=person, **pool)
    li.figure("honours.craftsmen.city", "CITY", "asof-2024-12-31", 1).figure("honours.craftsmen.city", "CITY", "asof-2023-05-31", 0)
    li.does("registers.end", newest(RegisterEntry), on=date(2024, 6, 30), why="调离本市")
    li.figure("honours.craftsmen.city", "CITY", "asof-2024-12-31", 0)
