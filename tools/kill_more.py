"""Made tables of the lines that came later; gathered by `tools/kill_tables.py`."""

from datetime import timedelta

from gonghui.commons.activities import acts as activities
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.jobs import acts as jobs
from gonghui.lines.welfare.jobs.models import Vacancy
from gonghui.rehearsal.people import credit_code

from . import kill_tables as k


def vacancies(count: int) -> list[dict]:
    """Vacancies of as many employers, between fairs."""
    rows = k.each(count, node="UNION", firm="第{n}厂", title="电工", posts=3, since=today(), until=today() + timedelta(days=30))
    return [row | {"uscc": credit_code(700_000 + n)} for n, row in enumerate(rows)]


def job_intents(count: int) -> list[dict]:
    """Seekers at one employer's stand."""
    fair = do(activities.plan, k.viewer("sun"), node=k.node("UNION"), kind="job_fair", title="招聘会", at_place="广场", held_on=today()).subject
    told = {"firm": "东湖厂", "uscc": credit_code(700_000), "title": "电工", "posts": 9, "until": today() + timedelta(days=9)}
    made = do(jobs.post, k.viewer("sun"), node=k.node("UNION"), fair=fair, **told).subject
    do(jobs.publish, k.viewer("wang"), [made])
    number = Vacancy.objects.for_act("made tables").get(pk=made.pk).pk
    return [row | {"phone": f"139{n:08d}"} for n, row in enumerate(k.each(count, node="UNION", vacancy=number, name="求职者{n}", on=today()))]


def tables() -> dict:
    """Kind -> Table."""
    return {
        "vacancies": k.Table("welfare_jobs.vacancy", vacancies, ("uscc",), "submitted"),
        "job_intents": k.Table("welfare_jobs.jobintent", job_intents, ("key",), "agreed"),
        "job_matches": k.Table(
            "welfare_jobs.jobmatch", lambda n: k.each(n, node="UNION", name="职工{n}", firm="东湖厂", since="2023-07-01"), ("name",), "found"
        ),
    }
