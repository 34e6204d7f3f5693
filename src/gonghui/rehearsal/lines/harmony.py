"""Harmonious units and sites of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

from gonghui.commons.activities import acts as activities
from gonghui.commons.designations import acts as titles
from gonghui.commons.designations import scheme_acts
from gonghui.commons.places import acts as places
from gonghui.commons.registers import acts as registers
from gonghui.lines.rights.harmony import words
from gonghui.rehearsal.replay.ground import days
from gonghui.rehearsal.titles import name, name_decoys, scheme

ONE = timedelta(days=1)
TERM = (date(2019, 1, 1), date(2023, 12, 31))


def demo(b) -> None:
    """Units named at each tier, one looked at again and one that lost its title; a site with what it does, named a model."""
    made = []
    for kind, title, tier, outer in (
        (words.FIRM, "全国模范劳动关系和谐企业", "national", True), (words.FIRM, "省级劳动关系和谐企业", "province", False),
        (words.COMPLEX, "和谐劳动关系综合服务体", "province", False), (words.HAPPY, "幸福企业", "province", False),
        (words.MODEL_SITE, "全国劳动关系公共服务样板站点", "national", True),
    ):  # fmt: skip
        told = {"kind": kind, "name": title, "tier": tier, "issuer": "国家协调劳动关系三方" if outer else "省协调劳动关系三方", "outer": outer}
        holders = ["place"] if kind == words.MODEL_SITE else ["unit"]
        made.append(
            b.do(scheme_acts.declare_scheme, "zhou", at=b.year, node=b.province, holders=holders, since=b.year, document="三方〔2024〕1号", **told)
        )
    for n, union in enumerate(b.unions[: b.count(24, 6)]):
        on = b.day(b.year, b.today - 40 * ONE)
        given = {"scheme": made[0] if n == 0 else made[1 + n % 3], "holder": "unit", "unit": union.node, "batch": f"{on.year}年", "awarded_on": on}
        title = b.do(titles.record, "zhou", at=on, node=union.node, **given)
        if n == 4:
            b.do(titles.withdraw, "gao", title, on=b.today - 9 * ONE, document="三方〔2025〕7号", why="发生群体性劳动争议，经核实整改不到位")
        if n == 5:
            b.do(titles.begin_recheck, "zhou", title)
    county = b.counties[0]
    told = {"name": "东湖工业园劳动关系公共服务站", "opened_on": b.year, "address": "工业园一号楼"}
    b.do(places.enter, "wang", at=b.year, node=county, kind=words.SITE, **told)
    for n in range(b.count(20, 4)):
        on = b.today - (7 * n + 3) * ONE
        told = {
            "kind": words.SERVED,
            "title": f"用工指导与调解日（{n + 1}）",
            "held_on": on,
            "at_place": told["name"] if n == 0 else "服务站",
            "head_count": 12 + n,
        }
        b.do(activities.record, "wang", at=on, node=county, **told)
    given = {"scheme": made[4], "holder": "place", "name": "东湖工业园劳动关系公共服务站", "batch": "首批", "awarded_on": b.today - 60 * ONE}
    b.do(titles.record, "zhou", at=b.today - 60 * ONE, node=county, **given)
    mode = {"kind": words.MODE, "title": "园区“三方会商、站点先调”做法", "since": b.year + 30 * ONE, "in_force_from": b.year + 30 * ONE}
    b.do(registers.enter, "wang", at=b.year + 30 * ONE, node=county, **mode)


def shaanxi(stage, n) -> None:
    """Sites named in the first national batch."""
    named(stage, n("SN-015"), words.MODEL_SITE, "样板站点", "national", "place", date(2023, 1, 1), date(2023, 12, 31))


def guizhou(stage, n) -> None:
    """Firms named nationally in the term; units of three kinds named by the province."""
    named(stage, n("GZ-039"), words.FIRM, "全国和谐企业", "national", "unit", *TERM)
    for i, kind in enumerate(words.UNITS):
        named(stage, (n("GZ-040") + 2 - i) // 3, kind, f"省级和谐{i}", "province", "unit", *TERM)


def named(stage, number: int, kind: str, title: str, tier: str, holder: str, start: date, end: date) -> None:
    if number:
        given = scheme(stage.ground, kind, title, tier=tier, holder=holder)
        name(stage.ground, given, stage.codes, days(start, end, number))
        name_decoys(stage.ground, stage.beside, kind, given, stage.codes, stage.others, start, end)


REPLAY = {"shaanxi": shaanxi, "guizhou": guizhou}
