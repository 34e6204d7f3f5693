"""JOB-1 Job fairs: employers checked, vacancies looked at by another, intents signed at the stand, asked after; an intent is no job."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.kernel.clocks import marks_of, strike
from gonghui.lines.welfare.jobs.models import JobIntent, JobMatch, Vacancy
from gonghui.lines.welfare.jobs.words import FAIR
from gonghui.rehearsal.people import credit_code
from tests.particulars.enrolment import known
from tests.situations import Ground

from .by_program import Program
from .innovating import TODAY
from .office import AtDesk, newest

ONE = timedelta(days=1)


def test_a_fair_from_its_plan_to_a_job_that_lasts(cast):
    wang, li = AtDesk(cast, "wang"), AtDesk(cast, "li")
    here = cast.nodes["district"]
    wang.does(
        "activities.plan", desk="job_fairs", node=here, kind=FAIR, title="春季招聘会", held_on=TODAY, at_place="人民广场", series=["job.spring"]
    )
    fair = newest(Activity)
    li.does("activities.approve", fair).does("activities.announce", fair)
    told = {"node": here, "fair": fair, "firm": "苏州电子厂", "uscc": credit_code(7), "posts": 40, "until": TODAY + 30 * ONE}
    wang.refused("jobs.post", "歧视", title="普工（限男性）", **told)
    wang.refused("jobs.post", "最低工资", title="普工", pay_low=4, pay_high=6, **told)
    wang.refused("jobs.post", "校验位", title="普工", **told | {"uscc": credit_code(7)[:-1] + "A"})
    wang.refused("jobs.post", "有效期", title="普工", **told | {"until": TODAY + 400 * ONE})
    for title in ("普工", "电工"):
        wang.does("jobs.post", title=title, pay_low=4000, pay_high=6000, **told)
    wang.refused("jobs.post", "已发布过", title="电工", **told)
    offered = list(Vacancy.objects.for_act("journey").order_by("pk"))
    wang.figure("jobs.posts", "DISTRICT", TODAY.year, 0)
    li.does("jobs.publish", offered)
    with_phone = {"vacancy": offered[0], "name": "求职者", "phone": "13900000001", "on": TODAY}
    wang.does("jobs.note_intent", **with_phone).refused("jobs.note_intent", "每家单位", **with_phone | {"vacancy": offered[1]})
    wang.figure("jobs.intents", "DISTRICT", TODAY.year, 0)
    wang.does("activities.hold", fair).does("activities.file", fair, head_count=300)
    for key, value in (
        ("fairs", 1),
        ("employers@distinct", 1),
        ("employers@stands", 1),
        ("posts", 80),
        ("intents", 1),
        ("served", 300),
        ("placed", 0),
    ):
        wang.figure(f"jobs.{key}", "DISTRICT", TODAY.year, value)
    with clock.at(TODAY + 31 * ONE):
        strike("jobs.follow_up")
        assert [mark.label for mark in marks_of(newest(JobIntent))] == ["就业意向逾期未回访"]
    wang.does("jobs.hire", newest(JobIntent), since=TODAY)
    wang.figure("jobs.placed", "DISTRICT", TODAY.year, 0)
    li.does("jobs.confirm", [newest(JobMatch)], told_by="follow_up").figure("jobs.placed", "CITY", TODAY.year, 1)
    wang.refused("jobs.keep", "未满", newest(JobMatch))
    with clock.at(TODAY + 91 * ONE):
        wang.does("jobs.keep", newest(JobMatch))


def test_a_worker_applies_on_the_phone_once_and_takes_it_back(cast):
    wang, li, chen = (Program(cast.accounts[name]) for name in ("wang", "li", "chen"))
    told = {
        "node": cast.nodes["district"],
        "firm": "东湖纺织厂",
        "uscc": credit_code(8),
        "title": "挡车工",
        "posts": 5,
        "until": date.today() + 20 * ONE,
    }
    vacancy = wang.does("jobs.post", **told)
    li.does("jobs.publish", [vacancy])
    assert "姓名" in chen.refused("jobs.apply", vacancy=vacancy)
    known(Ground(cast), cast.accounts["chen"])
    intent = chen.does("jobs.apply", vacancy=vacancy)
    assert [row["state"] for row in chen.rows("job_intents")] == ["applied"]
    assert "每家单位" in chen.refused("jobs.apply", vacancy=vacancy)
    chen.does("jobs.withdraw", intent)
    again = chen.does("jobs.apply", vacancy=vacancy)
    wang.does("jobs.agree", again, on=date.today())
    wang.does("jobs.not_hire", again, why="另有选择")
    li.does("jobs.take_down", vacancy, why="已招满")
