"""MED-3 Centre in the arbitration court, tribunal in the union, coordinators in the court: three sorts of place, duty, hearings booked and held."""

from gonghui.commons.activities.models import Activity
from gonghui.lines.rights.mediation.words import CENTRE, DUTY, HEARING, OFFICE, TRIBUNAL

from .innovating import TODAY
from .office import AtDesk, newest


def test_three_bodies_under_one_roof_and_a_hearing(cast):
    wang, li, here = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    for kind, name in ((CENTRE, "仲裁院调解中心"), (TRIBUNAL, "工会巡回法庭"), (OFFICE, "法院协调室")):
        wang.does("places.enter", desk="med_places", node=here, kind=kind, name=name, opened_on=TODAY, another=True)
    wang.does(
        "registers.enter", desk="med_duties", node=here, kind=DUTY, title="驻院协调员值班", since=TODAY, in_force_from=TODAY, holder_name="周协调员"
    )
    for key in ("centres", "tribunals", "court_offices"):
        wang.figure(f"mediation.{key}", "DISTRICT", f"asof-{TODAY}", 1)
    wang.does(
        "activities.plan", desk="hearings", node=here, kind=HEARING, title="工资争议开庭", held_on=TODAY, at_place="工会巡回法庭", hours="14:00-16:00"
    )
    hearing = newest(Activity)
    wang.figure("mediation.hearings", "DISTRICT", TODAY.year, 0)
    li.does("activities.approve", hearing)
    wang.does("activities.hold", hearing).does("activities.file", hearing, head_count=5).figure("mediation.hearings", "DISTRICT", TODAY.year, 1)
