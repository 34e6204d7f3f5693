"""
Made tables of every kind that can be taken in, what each needs beforehand, and what is left of it afterwards.

    python -c "from tools import kill_tables; kill_tables.made('cards', 1000)"

prints the table on a house with the cast in it; `look(kind)` prints what stands there. Both are run as
processes of their own by `tools/kills.py`.
"""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402

from gonghui.commons.activities import acts as activities  # noqa: E402
from gonghui.commons.ballots import acts as ballots  # noqa: E402
from gonghui.commons.designations.scheme_acts import declare_scheme  # noqa: E402
from gonghui.commons.enrolment import offer_acts as offers  # noqa: E402
from gonghui.commons.money import acts as money  # noqa: E402
from gonghui.commons.money.models import PayBatch, Payment  # noqa: E402
from gonghui.commons.parties.models import Employer, Person  # noqa: E402
from gonghui.kernel.access.models import Account  # noqa: E402
from gonghui.kernel.access.viewer import Viewer  # noqa: E402
from gonghui.kernel.access.wall import trusted  # noqa: E402
from gonghui.kernel.clock import now, today  # noqa: E402
from gonghui.kernel.intake.acts import carry_on, check, start  # noqa: E402
from gonghui.kernel.intake.models import Batch  # noqa: E402
from gonghui.kernel.intake.sheet import SHEETS  # noqa: E402
from gonghui.kernel.ledger.chain import verify  # noqa: E402
from gonghui.kernel.ledger.do import do  # noqa: E402
from gonghui.kernel.ledger.house import by_house  # noqa: E402
from gonghui.kernel.ledger.models import Event  # noqa: E402
from gonghui.kernel.store import insert  # noqa: E402
from gonghui.kernel.tree.models import Node  # noqa: E402
from gonghui.lines.education.campaigns import acts as campaigns  # noqa: E402
from gonghui.rehearsal.people import people  # noqa: E402

DAY = timedelta(days=1)
PAYER_MONTHS = [f"{year}-{month:02d}" for year in (2021, 2022, 2023) for month in range(1, 13)]


@dataclass(frozen=True)
class Table:
    """
    rows: count -> rows, each by column; makes what they point at. noun, state: the rows that one of the table becomes, and
    the state it leads them into. by: who brings it, to which node. key: what no two of them share. also: what must hold besides.
    """

    noun: str
    rows: Callable[[int], list[dict]]
    key: tuple[str, ...]
    state: str = ""
    by: str = "wang"
    node: str = "DISTRICT"
    also: Callable[[int], bool] = field(default=lambda count: True)


def viewer(login: str) -> Viewer:
    return Viewer(Account.objects.for_act("made tables").get(login=login))


def node(code: str) -> Node:
    return Node.objects.for_act("made tables").get(code=code)


def each(count: int, **columns) -> list[dict]:
    """Rows in which {n} stands for their number."""
    return [{name: str(text).format(n=n) for name, text in columns.items()} for n in range(count)]


def csv_of(kind: str, rows: list[dict]) -> str:
    """The table under the headings of its sheet."""
    headings = {column.name: str(column.label) for column in SHEETS[kind].columns}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([headings[name] for name in rows[0]])
    writer.writerows(row.values() for row in rows)
    return out.getvalue()


def take_in(kind: str, rows: list[dict]) -> None:
    table = TABLES[kind]
    file = SimpleUploadedFile(f"{kind}.csv", csv_of(kind, rows).encode())
    batch = do(check, viewer(table.by), node=node(table.node), kind=kind, file=file).subject
    assert batch.bad == 0, list(batch.errors.values_list("row", "says")[:3])
    carry_on(do(start, viewer(table.by), batch).subject)


def folk(count: int) -> list[dict]:
    return list(people(8_600_000, count).iter_rows(named=True))


def members(count: int) -> list[dict]:
    """Verified members of the union."""
    made = folk(count)
    take_in("members", [{"union": "UNION", "name": p["name"], "id_no": p["id_no"], "joined_on": "2021-05-01"} for p in made])
    by_house("kills.verify", lambda ctx: Person.objects.for_act("made tables").exclude(id_hash=None).update(verified_on=ctx.day))
    return made


def attendance(count: int) -> list[dict]:
    made = members(count)
    held = do(activities.plan, viewer("sun"), node=node("UNION"), kind="lecture", title="安全课", at_place="礼堂", held_on=today()).subject
    do(activities.approve, viewer("wang"), held)
    do(activities.announce, viewer("sun"), held)
    return [{"activity": held.pk, "name": p["name"], "id_no": p["id_no"]} for p in made]


def enrolments(count: int) -> list[dict]:
    made, at = members(count), now()
    times = {"opens_at": at - DAY / 24, "closes_at": at + 5 * DAY, "starts_at": at + 20 * DAY, "ends_at": at + 21 * DAY}
    offer = do(offers.draft, viewer("wang"), node=node("DISTRICT"), title="瑜伽班", seats=count, **times).subject
    do(offers.publish, viewer("wang"), offer)
    return [{"offer": offer.pk, "name": p["name"], "id_no": p["id_no"]} for p in made]


def ballots_cast(count: int) -> list[dict]:
    times = {"opens_at": now() - DAY / 24, "closes_at": now() + 5 * DAY}
    poll = do(ballots.draft, viewer("wang"), node=node("DISTRICT"), title="好网民", electorate="anyone", each_day=1, **times).subject
    for title in "甲乙丙":
        do(ballots.add_option, viewer("wang"), poll, title=title)
    do(ballots.open_poll, viewer("wang"), poll)
    return each(count, poll=poll.pk, voter="u{n}", options=2, on=today())


def participations(count: int) -> list[dict]:
    rule = {"sort": "check_in", "opens_on": today(), "closes_on": today() + 10 * DAY, "each_day": 1}
    campaign = do(campaigns.draft, viewer("wang"), node=node("DISTRICT"), title="书香职工", **rule).subject
    do(campaigns.approve, viewer("li"), campaign)
    do(campaigns.launch, viewer("wang"), campaign)
    return each(count, campaign=campaign.pk, who="u{n}", on=today())


def titles(count: int) -> list[dict]:
    what = {"kind": "craftsman", "name": "河州工匠", "tier": "province", "issuer": "河州省总工会", "holders": ["person"], "since": date(2020, 1, 1)}
    do(declare_scheme, viewer("zhou"), node=node("PROV"), **what)
    return each(count, scheme="河州工匠", node="UNION", holder="个人", name="工匠{n}", batch="2023年", awarded_on="2023-04-28")


payments = partial(
    each, node="UNION", batch="慰问", kind="其他支出", source="JF", award_year=2023, form="物资", payee="职工{n}", account_no="6222{n:012d}", amount="10.01"
)  # fmt: skip


def bank_results(count: int) -> list[dict]:
    rows = payments(count)
    take_in("payments", [row | {"form": "cash"} for row in rows])
    batch = PayBatch.objects.for_act("made tables").get()
    do(money.approve, viewer("zheng"), batch)
    do(money.send, viewer("hu"), batch)
    numbers = Payment.objects.for_act("made tables").order_by("pk").values_list("pk", flat=True)
    return [{"number": pk, "amount": "10.01", "result": "成功", "on": today()} for pk in numbers]


def payer_months(count: int) -> list[dict]:
    codes = [f"9133{n:014d}" for n in range(-(-count // len(PAYER_MONTHS)))]
    place = node("DISTRICT").pk
    by_house("kills.payers", lambda ctx: insert(Employer, ("uscc", "name", "short", "sought", "node_id", "division", "industry", "ownership", "since"),
                                               [(code, f"厂{code}", "", "", place, "", "", "", date(2020, 1, 1)) for code in codes]))  # fmt: skip
    pairs = [(code, month) for code in codes for month in PAYER_MONTHS][:count]
    sums = {"wages": "100000", "received": "2000", "upward": "800"}
    return [{"union": "UNION", "uscc": c, "month": m} | sums | {"voucher": f"{c}-{m}", "received_on": "2024-04-12"} for c, m in pairs]


def lists_add_up(count: int) -> bool:
    return list(PayBatch.objects.for_act("kills").values_list("count", flat=True)) == [count]


def returns(count: int) -> list[dict]:
    units = -(-count // len(PAYER_MONTHS))
    take_in("unions", TABLES["unions"].rows(units))
    pairs = [(n, month) for n in range(units) for month in PAYER_MONTHS][:count]
    return [{"unit": f"N{n}", "kind": "contest.labour", "period": month, "number": n, "basis": "竞赛台账"} for n, month in pairs]


def of_people(count: int, *, made=folk, **columns) -> list[dict]:
    """Rows with the name and number of somebody each; {n} stands for their number."""
    rows = each(count, **columns)
    return [row | {"id_no": p["id_no"]} for row, p in zip(rows, made(count), strict=True)]


def kept(label: str, **where) -> Callable[[int], bool]:
    """Whether as many rows stand in a table beside it."""
    return lambda count: apps.get_model(label)._base_manager.filter(**where).count() == count


one_activity = partial(each, node="UNION", title="第{n}场", held_on="2023-07-01", at_place="礼堂", head_count=20)
one_day = partial(each, node="UNION", opened_on="2023-07-01")
MEMBER, PAYMENT, ACTIVITY = "organization_membership.membership", "commons_money.payment", "commons_activities.activity"
TABLES = {
    "members": Table(
        MEMBER, partial(each, union="UNION", name="张一民", joined_on="2021-05-01"), ("person",), "active",
        by="sun", node="UNION", also=kept("organization_membership.spell"),
    ),
    "cards": Table("organization_membership.card", partial(of_people, made=members, card="62{n:010d}", issued_on="2023-05-01"), ("membership",), "active"),
    "exits": Table(MEMBER, partial(of_people, made=members, left_on="2023-05-01"), ("person",), "withdrawn", also=kept("organization_membership.spell", until="2023-05-01")),
    "unions": Table(
        "organization_orgs.union", partial(each, parent="DISTRICT", code="N{n}", name="第{n}厂工会", kind="single", founded_on="2020-07-01"),
        ("node",), "established", also=kept("kernel.node", code__startswith="N"),
    ),
    "payments": Table(PAYMENT, payments, ("cause_id", "once"), "listed", by="sun", node="UNION", also=lists_add_up),
    "bank_results": Table(PAYMENT, bank_results, ("pk",), "paid", by="hu", also=lists_add_up),
    "attendance": Table("commons_activities.attendance", attendance, ("activity", "person"), "present", by="sun", node="UNION"),
    "activities": Table(ACTIVITY, partial(one_activity, kind="lecture"), ("title",), "filed"),
    "lectures": Table(ACTIVITY, partial(one_activity, kind="宣讲"), ("title",), "filed"),
    "enrolments": Table("commons_enrolment.enrolment", enrolments, ("person",), "confirmed"),
    "ballots": Table("commons_ballots.turnout", ballots_cast, ("voter",), also=kept("commons_ballots.ballot", set_aside="")),
    "participations": Table("education_campaigns.participation", participations, ("who",)),
    "designations": Table("commons_designations.designation", titles, ("name",), "standing", by="zhou", node="PROV"),
    "cases": Table("commons_cases.case", partial(one_day, kind="aid.advice", title="来访{n}", closed_on="2023-07-09"), ("title",), "closed"),
    "register": Table("commons_registers.registerentry", partial(each, node="UNION", kind="award", title="条目{n}", since="2023-07-01"), ("title",), "registered"),
    "readings": Table(
        "commons_readings.reading", partial(each, node="UNION", kind="publicity.views", about="稿件{n}", number=7, source="电视台", measured_on="2023-12-31"),
        ("about",), "received",
    ),
    "returns": Table("commons_returns.headcount", returns, ("node", "since"), "submitted"),
    "places": Table("commons_places.place", partial(one_day, kind="room", name="活动室{n}"), ("name",), "open", also=kept("commons_places.sign")),
    "households": Table(
        "welfare_aid.household", partial(of_people, node="UNION", name="林秀英", category="深度困难", filed_on="2021-03-01"),
        ("number",), "in_file", also=kept("welfare_aid.filespell"),
    ),
    "students": Table(
        "welfare_scholarships.student",
        partial(each, node="UNION", aid="金秋助学（职工子女）", year=today().year, name="学生{n}", worker="职工{n}", school="一中", level="senior", family="hardship", amount=3000),
        ("known_as",), "checked",
    ),
    "calls": Table("rights_hotline.call", partial(each, node="CITY", serial="S{n}", on="2024-03-01", wait=3, talk=60), ("serial",), "done", by="li", node="CITY"),
    "results": Table(
        "production_innovation.result", lambda count: [
            {"authors" if name == "id_no" else name: value for name, value in row.items()}
            for row in of_people(count, made=members, node="UNION", kind="invention", title="成果{n}", submitted_on="2023-07-01")
        ],
        ("title",), "submitted", also=kept("production_innovation.author"),
    ),
    "payer_months": Table("treasury_finance.payermonth", payer_months, ("voucher",), "received"),
}  # fmt: skip


from tools.kill_more import tables  # noqa: E402 - built of what stands above

TABLES |= tables()


def made(kind: str, count: int) -> None:
    """Print a table of a kind, made on this house, with who brings it."""
    with trusted():
        table = TABLES[kind]
        print(json.dumps({"text": csv_of(kind, table.rows(count)), "by": table.by, "node": table.node, "before": looked(kind, count)}))


def looked(kind: str, count: int, state: str = "") -> dict:
    """Rows and events of the noun of a kind, in the state its table or an act leads them into: how many, and how many distinct."""
    table = replace(TABLES[kind], state=state) if state else TABLES[kind]
    noun = apps.get_model(table.noun)
    rows = noun._base_manager.filter(**({"state": table.state} if table.state else {}))
    told = Event.objects.for_act("kills").filter(noun=noun._meta.label_lower, went_to=table.state)
    done = Batch.objects.for_act("kills").filter(kind=kind).order_by("-pk").values_list("done", "state").first()
    numbers = [rows.count(), rows.order_by().values(*table.key).distinct().count(), told.count(), told.values("subject").distinct().count()]
    return {"numbers": numbers, "done": done, "also": table.also(count), "broken": verify()}


def approve_all() -> None:
    """Approve all that is checked in one bulk act, saying when it begins."""
    from gonghui.lines.welfare.scholarships.acts import approve_many
    from gonghui.lines.welfare.scholarships.models import Student

    with trusted():
        checked = list(Student.objects.for_act("kills").filter(state="checked").values_list("pk", flat=True))
        print("begun", flush=True)
        do(approve_many, viewer("li"), checked)


def look(kind: str, count: int, state: str = "") -> None:
    """Print what stands there now."""
    with trusted():
        print(json.dumps(looked(kind, count, state)))


def stand(kind: str, count: int) -> None:
    """Have a table of a kind taken in."""
    with trusted():
        take_in(kind, TABLES[kind].rows(count))
