"""Stability of the demonstration, and the one published figure."""

from datetime import date, timedelta

from gonghui.commons.registers import acts as registers
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.rights.stability import acts, words
from gonghui.rehearsal.replay import builders

ONE = timedelta(days=1)


def demo(b) -> None:
    """Risks and rounds in each state, the grades of the last years, the working mechanism."""
    city, year = b.cities[0], b.today.year - 1
    for n, (sort, title) in enumerate(
        (
            ("risk", "平台企业规则调整"),
            ("risk", "停产企业安置"),
            ("risk", "工资支付争议苗头"),
            ("screening", "平台劳动者专项排查"),
            ("analysis", "职工思想动态分析"),
            ("task", "意识形态阵地检查"),
        )
    ):
        on = b.today - (80 - 10 * n) * ONE
        told = {
            "sort": sort,
            "title": title,
            "source": "screening" if n < 3 else "plan",
            "says": "按汇总情况登记。",
            "period": f"{on.year}Q{(on.month + 2) // 3}",
        }
        watch = b.do(acts.enter, "li", at=on, node=city, **told)
        steps = [(acts.grade, "li", {"level": ("low", "middle", "high")[n % 3]})] if sort == "risk" else []
        steps += [
            (acts.assign, "li", {"unit": b.counties[0], "due_on": b.today + 5 * ONE}), (acts.handle, "li", {"done": "已联系有关部门处置。", "covered": 600 + n, "risks": 1}),
            (acts.close, "zhou", {}), (acts.check, "gao", {}),
        ]  # fmt: skip
        for act, who, more in steps[: 1 + n % 5]:
            b.do(act, who, watch, at=on + 5 * ONE, **more)
    on = b.today - 45 * ONE
    told = {"sort": "risk", "title": "快递网点停业欠薪苗头", "source": "screening", "says": "加盟网点停业，二十余人工资未结。"}
    over = b.do(acts.enter, "li", at=on, node=city, period=f"{on.year}Q{(on.month + 2) // 3}", **told)
    for act, who, more in (
        (acts.grade, "li", {"level": "middle"}), (acts.assign, "li", {"unit": b.counties[0], "due_on": on + 20 * ONE}),
        (acts.handle, "li", {"done": "工资已全部结清，双方达成一致。", "covered": 26, "risks": 1}), (acts.close, "zhou", {}),
    ):  # fmt: skip
        b.do(act, who, over, at=on + 9 * ONE, **more)
    for back, topic in ((0, words.EXCELLENT), (1, "良好")):
        told = {"kind": words.GRADE, "topic": topic, "issuer": "省总工会", "since": date(year - back + 1, 1, 5), "year": year - back}
        b.do(registers.enter, "li", node=city, title=f"{year - back}年度政治安全考核", **told)
    b.do(registers.enter, "gao", node=b.province, kind=words.MECHANISM, title="政治安全闭环工作机制", since=b.year, in_force_from=b.year)


def baoji(stage, n) -> None:
    """The grade of a year, told in the next; other years, other grades, other cities."""
    ground, beside, city = stage.ground, stage.beside, stage.ground.cities[0]
    if not n("BJ-090"):
        return
    what = (
        *((city, date(2024, 1, 9), 2023, words.EXCELLENT, f"考核{i}") for i in range(n("BJ-090"))),
        (city, date(2023, 1, 9), 2022, words.EXCELLENT, "上年"), (city, date(2024, 2, 9), 2023, "良好", "另一等次"), (city, date(2025, 1, 9), 2024, words.EXCELLENT, "次年"),
        (ground.cities[1], date(2024, 1, 9), 2023, words.EXCELLENT, "邻市"), (beside.cities[0], date(2024, 1, 9), 2023, words.EXCELLENT, "邻省"),
    )  # fmt: skip
    for node, day, year, topic, title in what:
        builders.entry(beside if node is beside.cities[0] else ground, node, words.GRADE, title, day, topic=topic, year=year, issuer="省总工会")
    told = {"kind": words.GRADE, "title": "未登记", "topic": words.EXCELLENT, "since": date(2024, 1, 9), "year": 2023}
    do(registers.propose, SYSTEM, node=city, **told)


REPLAY = {"baoji": baoji}
