"""JOB-2 Skill training for employment: a class with its roll, certificates of those who were there, the subsidy booked against the class."""

from datetime import date
from decimal import Decimal

from gonghui.commons.activities.models import Activity
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.money.models import PayBatch, Source
from gonghui.kernel import clock
from gonghui.lines.welfare.jobs.words import CERTIFICATE, CLASS, SEATS, SUBSIDY

from .innovating import LATER, TODAY, workers
from .office import AtDesk, newest


def test_a_class_is_enrolled_for_attended_certified_and_paid_for_once(cast):
    zhou, li, wang, hu, zheng = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "hu", "zheng"))
    here, year, (one, two, stranger) = cast.nodes["district"], TODAY.year, workers(cast, 3)
    start = clock.now() + LATER
    seats = {"title": "家政服务班", "seats": 30, "opens_at": clock.now(), "closes_at": start, "starts_at": start, "ends_at": start + LATER}
    wang.does(
        "enrolment.draft",
        desk="job_class_seats",
        node=here,
        kind=SEATS,
        audience="members",
        **{k: f"{v:%Y-%m-%dT%H:%M}" if k.endswith("_at") else v for k, v in seats.items()},
    )
    wang.does("enrolment.publish", newest(Offer))
    wang.does("activities.plan", desk="job_classes", node=here, kind=CLASS, title="家政服务班", held_on=TODAY, at_place="实训基地")
    course = newest(Activity)
    li.does("activities.approve", course)
    wang.does("activities.hold", course).does("activities.call_roll", course, people=[one, two]).does("activities.close_roll", course)
    for number, person in (("JN-1", one), ("JN-2", one), ("JN-3", stranger)):
        told = {
            "node": here,
            "kind": CERTIFICATE,
            "title": f"家政服务员{number}",
            "issuer": "人社局",
            "number": number,
            "since": TODAY,
            "person": person,
        }
        wang.does("registers.enter", desk="job_certificates", **told)
    for key, value in (("classes", 1), ("attendances", 2), ("certificates", 1), ("certificate_pct", 50)):
        wang.figure(f"jobs.training.{key}", "DISTRICT", year, value)
    zhou.does("money.declare_source", node=here, code="JYPX", name="就业培训", since=date(2020, 1, 1))
    wang.does("money.open_batch", node=here, kind=SUBSIDY, title="培训补贴", source=newest(Source), award_year=year, form="cash")
    line = {"batch": newest(PayBatch), "amount": Decimal(30000), "payee": "技工学校", "account_no": "622200001234", "cause": str(course.pk)}
    wang.does("money.add", **line).refused("money.add", "已", **line)
    zheng.does("money.approve", newest(PayBatch))
    hu.does("money.send", newest(PayBatch)).does("money.all_paid", newest(PayBatch), on=TODAY, total=Decimal(30000))
    wang.figure("jobs.training.amount", "DISTRICT", year, 30000)
