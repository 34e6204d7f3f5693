"""Messages, matches and pushes of the demonstration; no published figure is made of them."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.cases import intake_acts
from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.lines.review.integration import acts, words

ONE = timedelta(days=1)


def demo(b) -> None:
    """Changes of days on their way to the national network in every state, a comparison with civil affairs, pushes, a referral by a court."""
    for n in range(b.count(20, 6)):
        on = b.today - (3 + n) * ONE
        told = {"partner": words.Partner.NATIONAL, "title": f"会员实名信息增量（{on}）", "rows": 40 + n}
        message = b.do(acts.queue, "zhou", at=on, node=b.province, **told)
        steps = (
            (), ("send",), ("send", "acknowledge"), ("send", "acknowledge"), ("send", "reject"), ("send", "reject", "mend", "send", "acknowledge"), ("drop",),
        )[n % 7]  # fmt: skip
        more = {
            "reject": {"answer": "组织编码未对照"},
            "mend": {"mended": "已补编码对照"},
            "acknowledge": {"answer": "入库成功"},
            "drop": {"why": "重复批次"},
        }
        for step in steps:
            b.do(getattr(acts, step), "zhou", message, at=on + ONE, **more.get(step, {}))
    matched(b)
    for n, (title, step) in enumerate((("秋季公益课程上线", "push"), ("冬季研学报名", "approve"), ("新年晚会预告", ""))):
        on = b.today - (40 - 12 * n) * ONE
        told = {"kind": words.PUSH, "title": title, "since": on, "address": f"https://example.org/push/{n}", "note": "上线次日 9 时开放报名"}
        entry = b.do(registers.propose, "wang", at=on, node=b.counties[0], **told)
        if step:
            b.do(registers.register, "li", entry, at=on + ONE)
        if step == "push":
            b.do(registers.bring_into_force, "li", entry, at=on + 2 * ONE, on=on + 2 * ONE)
    for kind, title in ((words.CODE_MAP, "组织类型编码对照"), (words.CHANNEL, "河州工会云（省级 App）"), (words.COORDINATOR, "法院平台协调员 柳青")):
        b.do(registers.enter, "zhou", at=b.year, node=b.province, kind=kind, title=title, since=b.year, in_force_from=b.year)
    told = {"kind": words.REFERRAL, "channel": "passed", "title": "法院转入：追索劳动报酬", "says": "法院平台委托工会协调员先行调解。"}
    b.do(intake_acts.register, "li", at=b.today - 2 * ONE, node=b.cities[0], **told)
    told = {"kind": words.AUDIENCE, "about": "省级数字平台", "source": "平台运营方", "measured_on": b.today - 5 * ONE, "number": Decimal(36_500)}
    b.do(readings.accept, "gao", b.do(readings.receive, "zhou", node=b.province, **told))


def matched(b) -> None:
    on = b.today - 20 * ONE
    told = {"partner": words.Partner.CIVIL, "title": "困难职工家庭低保信息比对", "rows": 12, "basis": "《社会救助暂行办法》第五十八条，本人授权"}
    message = b.do(acts.queue, "wang", at=on, node=b.counties[0], **told)
    message = b.do(acts.send, "wang", message, at=on)
    for n in range(12):
        found = {"ref": f"困{on:%Y%m}{n:03d}", "hit": n % 4 != 3, "differs": "民政登记为低保边缘" if n % 4 == 3 else ""}
        row = b.do(acts.note_match, "wang", at=on + 5 * ONE, message=message, **found)
        if n == 3:
            b.do(acts.settle, "wang", row, at=on + 8 * ONE, outcome="入户核实，档案类别已更新")
    b.do(acts.acknowledge, "wang", message, at=on + 5 * ONE, answer="比对完成")
