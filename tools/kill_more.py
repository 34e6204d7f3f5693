"""Made tables of the lines that came later; gathered by `tools/kill_tables.py`."""

from datetime import date, timedelta

from gonghui.commons.activities import acts as activities
from gonghui.commons.parties.models import Employer
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.lines.welfare.jobs import acts as jobs
from gonghui.lines.welfare.jobs.models import Vacancy
from gonghui.lines.welfare.mutual_aid import acts as mutual_aid
from gonghui.lines.welfare.mutual_aid.models import Roster
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


def contracts(count: int) -> list[dict]:
    """Regional contracts of the district, in force."""
    told = {"sort": "综合集体合同", "reach": "区域性", "offered_on": "2023-01-05", "signed_on": "2023-02-01", "filed_on": "2023-02-05"}
    return k.each(count, node="DISTRICT", title="第{n}份合同", **told, number="备{n}", since="2023-03-01", until="2026-02-28")


def covered_units(count: int) -> list[dict]:
    """Enterprises that one regional contract covers."""
    k.take_in("contracts", contracts(1))
    codes, place = [credit_code(800_000 + n) for n in range(count)], k.node("DISTRICT").pk
    fields = ("uscc", "name", "short", "sought", "node_id", "division", "industry", "ownership", "since")
    rows = [(code, f"厂{code}", "", "", place, "", "", "", date(2020, 1, 1)) for code in codes]
    k.by_house("kills.covered", lambda ctx: k.insert(Employer, fields, rows))
    return [{"node": "DISTRICT", "contract": "备0", "employer": code, "workers": 30, "on": "2023-03-01"} for code in codes]


def democracy_units(count: int) -> list[dict]:
    """Unionised enterprises of the district, each with a union and a congress."""
    codes = [credit_code(900_000 + n) for n in range(count)]
    rows = k.each(count, parent="DISTRICT", code="M{n}", name="第{n}厂工会", kind="single", founded_on="2020-07-01", employer="第{n}厂")
    k.take_in("unions", [row | {"uscc": code} for row, code in zip(rows, codes, strict=True)])
    return [{"node": "DISTRICT", "employer": code, "sort": "非公有制", "since": "2021-01-01", "congress_since": "2021-05-01"} for code in codes]


def roster(count: int) -> list[dict]:
    """Members of the union in a plan year."""
    told = {"fund": "mutual", "code": "HZ", "name": "医疗互助", "since": date(today().year, 1, 1), "until": date(today().year, 12, 31)}
    do(mutual_aid.declare_year, k.viewer("zhou"), node=k.node("PROV"), **told)
    return [{"node": "UNION", "year": "HZ", "name": p["name"], "id_no": p["id_no"], "amount": 60} for p in k.members(count)]


def relief(count: int) -> list[dict]:
    """Relief from a day's donation, asked for by as many members."""
    told = {"fund": "donation", "code": "JK", "name": "一日捐", "since": date(2023, 1, 1), "until": date(2023, 12, 31)}
    do(mutual_aid.declare_year, k.viewer("zhou"), node=k.node("PROV"), **told)
    bills = {"event": "疾病住院", "admitted_on": "2023-07-01", "cost": 9000, "own_paid": 4000, "amount": 1000}
    return [{"node": "UNION", "year": "JK", "name": p["name"], "id_no": p["id_no"], **bills} for p in k.members(count)]


def tables() -> dict:
    """Kind -> Table."""
    return {
        "vacancies": k.Table("welfare_jobs.vacancy", vacancies, ("uscc",), "submitted"),
        "job_intents": k.Table("welfare_jobs.jobintent", job_intents, ("key",), "agreed"),
        "job_matches": k.Table(
            "welfare_jobs.jobmatch", lambda n: k.each(n, node="UNION", name="职工{n}", firm="东湖厂", since="2023-07-01"), ("name",), "found"
        ),
        "contracts": k.Table("rights_bargaining.contract", contracts, ("number",), "effective"),
        "covered_units": k.Table("rights_bargaining.covered", covered_units, ("employer",)),
        "mutual_roster": k.Table(
            "welfare_mutual_aid.participation", roster, ("person",), "listed",
            also=lambda count: sum(Roster.objects.for_act("kills").values_list("count", flat=True)) == count,
        ),
        "democracy_units": k.Table("rights_democracy.unit", democracy_units, ("employer",)),
        "mutual_claims": k.Table("welfare_mutual_aid.claim", relief, ("person",), "reviewed"),
    }  # fmt: skip
