"""CAD-1 Cadre training: planned, announced, a class with its roll, hours on each one's record; a class told by a head count stands apart."""

from gonghui.commons.activities.models import Activity
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.cadres import words

from .governing import TODAY, members
from .office import AtDesk, newest
from .phones import Phone


def test_a_class_is_counted_by_its_roll_and_hours_stand_on_the_record(cast):
    li, zhou, city = AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["city"]
    persons = members(cast, 2)
    persons[0].account = cast.accounts["chen"]
    by_house("tests.phone", lambda ctx: persons[0].save())
    told = {"kind": words.CLASS, "title": "工会主席研修班", "held_on": TODAY, "at_place": "外省高校"}
    li.does("activities.plan", desk="cadre_classes", node=city, **told)
    zhou.does("activities.approve", newest(Activity))
    li.does("activities.announce", newest(Activity)).does("activities.hold", newest(Activity))
    li.does("activities.call_roll", newest(Activity), people=persons).does("activities.close_roll", newest(Activity))
    li.does("activities.record", desk="cadre_classes", node=city, head_count=30, **told | {"title": "业务培训班", "at_place": "本部"})
    for person in persons:
        record = {"kind": words.HOURS, "title": "工会主席研修班", "person": person, "quantity": 24, "unit": "学时", "since": TODAY}
        li.does("registers.enter", desk="cadre_records", node=city, **record)
    Phone(cast.accounts["chen"]).go("my/registerentry/").says("工会主席研修班")
    for key, value in (("classes", 2), ("classes@province", 0), ("attendances", 30), ("attendances@roster", 2), ("hours", 48)):
        zhou.figure(f"cadres.training.{key}", "CITY", TODAY.year, value)
