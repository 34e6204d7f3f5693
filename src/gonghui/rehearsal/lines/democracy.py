"""Democratic management of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

import polars as pl

from gonghui.commons.cases import acts as cases
from gonghui.commons.cases import after_acts, intake_acts
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.parties import team_acts
from gonghui.commons.registers import acts as registers
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.orgs.models import Coverage
from gonghui.lines.rights.democracy import acts, words
from gonghui.lines.rights.democracy.models import Resolution, Unit
from gonghui.rehearsal.replay.builders import firms
from gonghui.rehearsal.replay.ground import days
from gonghui.rehearsal.titles import name, name_decoys, scheme

ONE = timedelta(days=1)
TOPICS = ("集体合同草案", "工资调整方案", "职工奖惩办法", "年度培训经费使用", "食堂和宿舍改善")
PARTS = 534, 518  # of so many enterprises, public and private, the printed rates are whole numbers


def demo(b) -> None:
    """Units of both sorts, most of them with a congress; sessions in every state; a delegation, proposals, a model unit."""
    made = units_of(b)
    steps = ((acts.send_material, "sun"), (acts.hold, "sun"), (acts.resolve, "sun"), (acts.publish, "sun"), (acts.file, "sun"), (acts.evaluate, "li"))
    for n, unit in enumerate(made[: b.count(40, 8)]):
        first = b.today - (60 + 9 * (n % 20)) * ONE
        told = {
            "unit": unit,
            "year": first.year,
            "term": 1 + n // 20,
            "number": 1 + n % 3,
            "staff": 400,
            "delegates": 40,
            "female": 14,
            "managers": 6,
        }
        session = b.do(acts.plan_session, "zhou", at=first, **told)
        more = {
            "democracy.send_material": {"on": first + ONE}, "democracy.hold": {"on": first + 12 * ONE, "present": 36}, "democracy.publish": {"on": first + 13 * ONE},
            "democracy.resolve": {"title": TOPICS[n % 5], "yes": 20 + n % 14, "no": 2, "secret": n % 2 == 0}, "democracy.evaluate": {"satisfied_pct": 90 + n % 9},
        }  # fmt: skip
        for act, _who in steps[: 6 - n % 7 if n % 7 < 6 else 0]:
            b.do(act, "gao" if act is acts.evaluate else "zhou", session, at=first + 14 * ONE, **more.get(act.key, {}))
        if n % 7 == 6:
            b.do(acts.cancel, "zhou", session, why="与年度预算会议合并")
    done = b.do(
        acts.plan_session,
        "sun",
        at=b.today - 40 * ONE,
        unit=made[0],
        year=b.today.year,
        term=9,
        number=1,
        staff=120,
        delegates=36,
        female=12,
        managers=5,
    )
    b.do(acts.send_material, "sun", done, on=b.today - 39 * ONE)
    passed = Resolution.objects.for_act("demo").filter(passed=True).order_by("pk").first()
    b.do(acts.carry_out, "zhou", passed, at=b.today - 9 * ONE, on=b.today - 9 * ONE)
    told = {"kind": words.MODEL_UNIT, "name": "全省厂务公开民主管理先进单位", "tier": "province", "issuer": b.province.name, "holders": ["unit"]}
    given = b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, since=b.year, document="厂开〔2024〕2号", **told)
    for union in b.unions[: b.count(10, 3)]:
        told = {"holder": "unit", "unit": union.node, "batch": "本届", "awarded_on": b.today - 70 * ONE}
        b.do(titles.record, "zhou", at=b.today - 70 * ONE, scheme=given, node=union.node, **told)
    told = {"kind": words.DISCLOSURE, "issuer": "厂务公开栏", "since": b.today - 30 * ONE}
    for title in ("上半年招待费和培训经费使用", "年度评优名单", "社会保险缴纳情况"):
        b.do(registers.enter, "sun", at=b.today - 30 * ONE, node=b.union.node, title=title, topic="经费与评优", **told)
    proposals(b)


def units_of(b) -> list:
    """The unions' enterprises listed, a third public; most have built up their congress."""
    rows = Coverage.objects.for_act("demo").filter(until=None).select_related("employer", "union__node").order_by("pk")
    made = []
    covered = sorted(rows, key=lambda row: row.union_id != b.union.pk)[: b.count(600, 24)]
    for n, row in enumerate(covered):
        sort, on = (words.Sort.PUBLIC if n % 3 == 0 else words.Sort.PRIVATE), b.year
        unit = b.do(acts.list_unit, "zhou", at=on, node=row.union.node, employer=row.employer, sort=sort, since=on)
        if n % 25 != 7:
            b.do(acts.build_congress, "zhou", unit, at=on, on=on)
        if n % 16 != 7:
            b.do(acts.open_up, "zhou", unit, at=on, on=on)
        made.append(unit)
    return made


def proposals(b) -> None:
    """What delegates proposed: handed in, filed, answered and rated, one prized nationally."""
    for n, title in enumerate(("改善夜班交通", "增设女职工休息室", "完善技能津贴", "延长食堂供餐时间")):
        on = b.today - (25 - n) * ONE
        told = {"kind": words.PROPOSAL, "channel": "centre", "title": title, "says": f"建议{title}。附议：两名代表。", "people": 3}
        case = b.do(intake_acts.register, "sun", at=on, node=b.union.node, **told)
        for act, who, more in (
            (cases.assign, "wang", {"to": b.union.node}), (cases.accept, "sun", {}), (cases.handle, "sun", {"answer": "已列入计划，下月实施。", "resolved": True}),
            (cases.reply, "qian", {}), (after_acts.call_back, "wang", {"rating": 5, "resolved": True}), (after_acts.close, "wang", {}),
        )[: 6 - 2 * n]:  # fmt: skip
            b.do(act, who, case, at=on + 3 * ONE, **more)
    award = {"kind": "award", "title": "全国优秀职工代表提案", "topic": words.PRIZED, "tier": "national", "issuer": "全国厂务公开协调小组"}
    b.do(registers.enter, "li", at=b.today - 50 * ONE, node=b.cities[0], since=b.today - 50 * ONE, holder_node=b.union.node, **award)


def own(b, me) -> None:
    """The worker is a delegate and has proposed something."""
    on, fellows = b.today - 30 * ONE, b.members(b.cities[0], 2, skip=20)
    team = b.do(team_acts.found_team, "sun", at=on, node=b.union.node, kind=words.DELEGATES, name="第九届职工代表一组", since=on)
    for person in (me, *fellows):
        b.do(team_acts.add_member, "sun", team, at=on, person=person, since=on)
    case = b.do(acts.propose, "chen", at=on + ONE, team=team, title="车间增设饮水点", says="东区车间饮水点太远，建议增设两处。", seconders=fellows)
    b.do(intake_acts.admit, "sun", case, at=on + 2 * ONE)


def guizhou(stage, n) -> None:
    """Enterprises with a union, of both sorts, with and without congress and openness; titles of two tiers; one proposal that was prized."""
    ground, beside, start, end = stage.ground, stage.beside, date(2019, 1, 1), date(2023, 12, 31)
    rates = {
        words.Sort.PUBLIC: (PARTS[0], round(PARTS[0] * n("GZ-043") / 100), round(PARTS[0] * n("GZ-044") / 100)),
        words.Sort.PRIVATE: (PARTS[1], round(PARTS[1] * n("GZ-045") / 100), round(PARTS[1] * n("GZ-046") / 100)),
    }
    if any(n(claim) for claim in ("GZ-043", "GZ-044", "GZ-045", "GZ-046")):
        for sort, (whole, congress, openness) in rates.items():
            built(ground, sort, whole, congress, openness, end)
            late = built(ground, sort, 2, 0, 0, end, since=end + ONE)
            do(acts.build_congress, ground.officer, late[0], on=end + ONE)
            for unit in built(ground, sort, 2, 2, 2, end):
                do(acts.drop_unit, ground.officer, unit, on=end - ONE, why="企业终止")
            built(beside, sort, 2, 0, 1, end)
    if n("GZ-042"):
        for tier, number in (("national", n("GZ-042") // 4), ("province", n("GZ-042") - n("GZ-042") // 4)):
            given = scheme(ground, words.MODEL_UNIT, f"{tier}厂务公开示范单位", tier=tier, holder="unit")
            name(ground, given, stage.codes, days(start, end, number))
            name_decoys(ground, beside, words.MODEL_UNIT, given, stage.codes, stage.others, start, end)
    for i in range(n("GZ-047")):
        told = {"kind": "award", "title": f"优秀提案{i}", "issuer": "全国厂务公开协调小组", "tier": "national", "topic": words.PRIZED}
        for where, since, more in (
            (ground, date(2022, 5, 1), {}), (ground, start - ONE, {}), (ground, end + ONE, {}), (beside, end, {}),
            (ground, end, {"topic": "其他提案"}), (ground, date(2021, 5, 1), {"tier": "provincial"}),
        ):  # fmt: skip
            do(registers.enter, where.officer, node=where.counties[0], since=since, **told | more)


def built(ground, sort: str, whole: int, congress: int, openness: int, end: date, since: date | None = None) -> list:
    """Enterprises below unions of areas, which are no basic unions, listed by a table; the first of them with a congress, the first with openness."""
    rows = firms(ground, whole, kind="area_league")
    built_up = [end, *[date(2020, 1, 1)] * (whole - 1)]
    frame = {
        "node": [row.union.node.code for row in rows], "employer": [row.employer.uscc for row in rows], "sort": sort,
        "since": [(since or date(2019, 1, 1) + i * ONE).isoformat() for i in range(whole)],
        "congress_since": [day.isoformat() if i < congress else "" for i, day in enumerate(built_up)],
        "disclosure_since": [day.isoformat() if i < openness else "" for i, day in enumerate(built_up)],
    }  # fmt: skip
    ground.table("democracy_units", pl.DataFrame(frame))
    return list(Unit.objects.for_act("replay").filter(employer__in=[row.employer_id for row in rows]).order_by("pk"))


REPLAY = {"guizhou": guizhou}
