"""JOB-3 Chain of employment services: a seeker's file from registration by assessment and services to a job."""

from datetime import date

from .by_program import Program


def test_a_seeker_is_registered_assessed_served_and_employed(cast):
    chen, wang, li = (Program(cast.accounts[name]) for name in ("chen", "wang", "li"))
    here, today = cast.nodes["district"], date.today()
    file = chen.does("cases.receive", node=here, kind="job_seeker", title="求职登记", says="想学一门手艺", name="陈师傅", client="hardship")
    assert wang.figure("jobs.served@files", "DISTRICT", today.year) == 0
    wang.does("cases.admit", file)
    li.does("cases.assign", file, to=here)
    wang.does("cases.accept", file)
    for stage in ("job.assessed", "job.guided", "job.trained", "job.start_up", "job.recommended"):
        wang.does("cases.note_stage", file, stage=stage)
    wang.does("cases.note", file, says="推荐至东湖纺织厂面试")
    told = {"file": file, "node": here, "name": "陈师傅", "firm": "东湖纺织厂", "since": today}
    match = wang.does("jobs.place", **told)
    assert "已登记" in wang.refused("jobs.place", **told)
    wang.does("cases.note_stage", file, stage="job.employed")
    assert wang.figure("jobs.placed", "DISTRICT", today.year) == 0
    assert "同一人" in wang.refused("jobs.confirm", [match], told_by="employer")
    li.does("jobs.confirm", [match], told_by="employer")
    assert wang.figure("jobs.placed", "DISTRICT", today.year) == 1 and wang.figure("jobs.served@files", "DISTRICT", today.year) == 1
    assert [row["title"] for row in chen.rows("case")] == ["求职登记"]
