"""Service projects of the demonstration, and what the published figures come from."""

from datetime import date, timedelta

from gonghui.commons.plans import acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.service.projects import words
from gonghui.rehearsal.replay import builders

ONE = timedelta(days=1)
TOLD = (
    ("职工趣味运动会", 3, 12, "session", "activities"), ("困难职工送温暖", 1, 400, "household", ""), ("公益课堂进企业", 4, 60, "session", ""),
    ("工匠创新扶持", 2, 20, "item", ""), ("户外驿站便民服务", 0, 30, "place", ""), ("新业态群体建会", 5, 50, "org", ""), ("农民工返乡关爱", 0, 200, "person", ""),
)  # fmt: skip
STEPS = ((acts.approve, "zhou"), (acts.publish, "li"), (acts.begin, "li"), (acts.finish, "li"), (acts.evaluate, "li"), (acts.publish_result, "li"))


def demo(b) -> None:
    """Projects of last year and of this, in every state, with what was reported of them."""
    city, first = b.cities[0], b.year.replace(day=1)
    for n, (title, of, target, unit, _by) in enumerate(TOLD):
        over = n < 3
        span = {"since": first, "until": b.today - 30 * ONE} if over else {"since": b.today - 60 * ONE, "until": b.today + 200 * ONE}
        item = b.do(
            acts.propose, "li", at=span["since"], node=city, kind=words.PROJECT, title=title, category=words.CLASSES[of], target=target, unit=unit,
            lead="生活保障部", **span,
        )  # fmt: skip
        done = 4 + n if over else n - 3
        for act, who in STEPS[:done]:
            late = act in (acts.finish, acts.evaluate, acts.publish_result)
            b.do(act, who, item, at=span["until"] + ONE if late else span["since"] + ONE)
            if act is acts.begin:
                b.do(acts.report, "li", item, at=span["since"] + 20 * ONE, says="已启动，首批服务已开展。", done=target // 4)
    dropped = b.do(acts.propose, "li", node=city, kind=words.PROJECT, title="冬泳节", since=b.today, until=b.today + 90 * ONE)
    b.do(acts.drop, "li", dropped, why="场地不具备条件")


def baoji(stage, n) -> None:
    """The list of a year: published in six classes, some of it done by now."""
    ground, beside, city = stage.ground, stage.beside, stage.ground.cities[0]
    if not n("BJ-019"):
        return
    classes = words.CLASSES[: n("BJ-018") or 6]
    span = (date(2024, 1, 5), date(2024, 12, 20))
    for i in range(n("BJ-019")):
        project(ground, city, classes[i % len(classes)], *span, begun=i % 3 == 0)
    other = words.CLASSES[6]
    project(ground, city, other, *span, published=False)
    project(ground, city, other, *span, dropped=True)
    project(ground, city, other, date(2023, 12, 31), span[1])
    project(ground, city, other, date(2025, 1, 1), date(2025, 12, 20))
    project(ground, ground.cities[1], other, *span)
    project(beside, beside.cities[0], other, *span)
    builders.plan(ground, city, "lecture", "宣讲计划", *span)


def project(ground, node, category: str, since: date, until: date, *, published=True, begun=False, dropped=False) -> None:
    """One project, as far as it has come."""
    ground.serial += 1
    with clock.at(since):
        what = {"title": f"第{ground.serial}项", "category": category, "since": since, "until": until}
        item = do(acts.propose, SYSTEM, node=node, kind=words.PROJECT, **what).subject
        steps = [acts.approve] + [acts.publish] * published + [acts.begin] * begun
        for act in steps:
            do(act, ground.officer, item)
        if dropped:
            do(acts.drop, ground.officer, item, why="不再办理")


REPLAY = {"baoji": baoji}
