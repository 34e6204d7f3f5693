"""Services to platform workers: the demonstration's, and what the published figure comes from."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment import offer_acts
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.money import acts as money
from gonghui.commons.money import line_acts
from gonghui.commons.registers import acts as registers
from gonghui.commons.tasks import acts as tasks
from gonghui.kernel import clock
from gonghui.lines.organization.membership import words
from gonghui.rehearsal.replay.ground import Stage

ONE = timedelta(days=1)
KINDS = ("送法律", "送文化", "送培训", "送技能", "送温暖", "送清凉")


def row(node: str, day: date, kind: str, *, sort: str = "新就业形态送服务", state: str = "已填报") -> dict:
    """A service as the table of activities has it."""
    return {
        "node": node, "kind": sort, "series": kind, "title": f"{kind}进驿站 {day}", "held_on": day.isoformat(), "at_place": f"{node}驿站", "head_count": "60",
        "state": state,
    }  # fmt: skip


def demo(b) -> None:
    """Services of each kind over the year, and a check of platforms with its findings under way."""
    rows = [row(b.counties[n % len(b.counties)].code, b.day(b.year, b.today - ONE), KINDS[n % 6]) for n in range(b.count(60, 12))]
    b.table("activities", b.province, pl.DataFrame(rows).unique(("node", "held_on", "series"), maintain_order=True))
    whole = b.do(
        tasks.open_list,
        "wang",
        at=b.today - 20 * ONE,
        node=b.counties[0],
        kind="newform_check",
        title="快递企业权益检查",
        origin="finding",
        on=b.today - 20 * ONE,
    )
    for area, title in (("劳动合同", "未签书面合同"), ("劳动防护", "未发头盔"), ("劳动条件", "无休息场所")):
        finding = b.do(tasks.find, "wang", at=b.today - 15 * ONE, tasks_of=whole, title=title, area=area, on=b.today - 15 * ONE)
        task = b.do(tasks.set_, "wang", at=b.today - 15 * ONE, tasks_of=whole, title=f"督促整改：{title}", finding=finding, due_on=b.today + 20 * ONE)
        if area == "劳动防护":
            b.do(tasks.assign, "wang", task, at=b.today - 14 * ONE, node=b.union.node)
            b.do(tasks.report_result, "sun", task, at=b.today - 9 * ONE, result="已为骑手配发头盔。", on=b.today - 9 * ONE)
            b.do(tasks.close, "wang", task, at=b.today - 8 * ONE)


def own(b, me) -> None:
    """Benefits with their merchant; the worker has claimed one of them."""
    for title in ("节日出行优惠券", "健步骑行月卡"):
        at = clock.now()
        times = {"opens_at": at - ONE, "closes_at": at + 20 * ONE, "starts_at": at - ONE / 2, "ends_at": at + 60 * ONE}
        offer = b.do(offer_acts.draft, "li", node=b.cities[0], kind=words.BENEFIT, title=title, seats=b.count(2000, 20), **times)
        b.do(offer_acts.publish, "li", offer)
        told = {"kind": words.MERCHANT, "title": f"{title}服务商", "since": b.today - ONE}
        b.do(registers.enter, "li", node=b.cities[0], **told)
    b.do(enrolment.enrol, "chen", offer=Offer.objects.for_act("demo").filter(title="节日出行优惠券").first())
    redeemed(b)


def redeemed(b) -> None:
    """A benefit that is over: the worker has redeemed it, and its merchant was paid."""
    with clock.at(b.today - 40 * ONE):
        noon = clock.now()
    times = {"opens_at": noon - ONE, "closes_at": noon + 8 * ONE, "starts_at": noon, "ends_at": noon + 20 * ONE}
    told = {"kind": words.BENEFIT, "title": "职工观影优惠券", "seats": b.count(2000, 20), **times}
    offer = b.do(offer_acts.draft, "li", at=b.today - 42 * ONE, node=b.cities[0], **told)
    b.do(offer_acts.publish, "li", offer, at=b.today - 42 * ONE)
    claim = b.do(enrolment.enrol, "chen", at=b.today - 40 * ONE, offer=offer)
    b.do(enrolment.attend, "li", claim, at=b.today - 36 * ONE)
    on = b.today - 18 * ONE
    source = b.do(money.declare_source, "zhou", at=b.year, node=b.province, code="PH-1", name="会员普惠资金", since=b.year)
    paid = {"kind": words.BENEFIT_SETTLED, "title": "职工观影优惠券结算", "source": source, "award_year": on.year}
    batch = b.do(money.open_batch, "li", at=on, node=b.cities[0], **paid)
    line = {"payee": "银都影院", "amount": Decimal(30), "account_no": "62220000555501", "cause": str(offer.pk)}
    b.do(line_acts.add, "li", at=on, batch=batch, **line)
    b.do(money.approve, "gao", batch, at=on + ONE)
    b.do(money.hand_over, "zhou", batch, at=on + 2 * ONE, on=on + 2 * ONE)


def guizhou(stage: Stage, n) -> None:
    """Services at the prefecture and below it; and what must not count: last year's, called off, another kind, elsewhere."""
    if not n("GZ-038"):
        return
    ground, city = stage.ground, stage.ground.cities[0]
    below = next(node for node in ground.counties if node.parent_id == city.pk)
    kinds = KINDS[: n("GZ-038")]
    rows = [row((city, below)[i % 2].code, date(2023, 3, 5) + 20 * i * ONE, kind) for i, kind in enumerate(kinds * 2)]
    decoys = [
        row(city.code, date(2023, 6, 6), kinds[0], state="已取消"),
        row(city.code, date(2022, 12, 31), "送健康"),
        row(city.code, date(2024, 1, 1), kinds[2]),
    ]
    elsewhere = [row(ground.cities[1].code, date(2023, 6, 6), kinds[3])]
    ground.table("activities", pl.DataFrame(rows[:-2] + decoys + elsewhere))
    stage.beside.table("activities", pl.DataFrame([row(stage.beside.cities[0].code, date(2023, 6, 6), kinds[4])]))


REPLAY = {"guizhou": guizhou}
