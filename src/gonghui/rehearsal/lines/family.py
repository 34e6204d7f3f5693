"""Family in the demonstration: a meeting that was held, with a pair; one to come; rules and checks of women's rights. No figure is published."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from gonghui.commons.activities import acts as activities
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment import offer_acts
from gonghui.commons.registers import acts as registers
from gonghui.commons.tasks import acts as tasks
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.welfare.family import acts, words

ONE = timedelta(days=1)


def at(day, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def meeting(b, title: str, on, opens):
    """A meeting that takes names from a day on."""
    told = {"kind": words.SEATS, "title": title, "seats": 40, "opens_at": at(opens, 0), "closes_at": at(on - ONE), "starts_at": at(on, 14), "ends_at": at(on, 17),
        "least_age": 22, "most_age": 60, "why_limits": "单身职工联谊"}  # fmt: skip
    offer = b.do(offer_acts.draft, "li", at=opens, node=b.cities[0], at_place="工人文化宫", **told)
    return b.do(offer_acts.publish, "li", offer, at=opens)


def demo(b) -> None:
    """A meeting that was held, and the rules and checks of women's rights."""
    held = {"kind": words.MEETING, "title": "“缘在工会”单身职工联谊", "held_on": b.today - 40 * ONE, "at_place": "工人文化宫", "head_count": 36}
    b.do(activities.record, "li", at=b.today - 39 * ONE, node=b.cities[0], **held)
    meeting(b, "“缘在工会”中秋联谊", b.today + 20 * ONE, b.today - 5 * ONE)
    rule = {
        "kind": words.RULE,
        "title": "女职工劳动保护条例",
        "since": b.year,
        "in_force_from": b.year,
        "issuer": "省人大常委会",
        "tier": "provincial",
    }
    b.do(registers.enter, "gao", at=b.year, node=b.province, **rule)
    on = b.today - 30 * ONE
    told = {"kind": words.CHECK, "title": "女职工特殊保护检查", "origin": "finding", "on": on, "basis": "女职工劳动保护条例"}
    checked = b.do(tasks.open_list, "wang", at=on, node=b.counties[0], **told)
    for n, title in enumerate(("孕期安排夜班", "未设哺乳时间")):
        found = b.do(tasks.find, "wang", at=on, tasks_of=checked, title=title, on=on)
        task = b.do(tasks.set_, "wang", at=on, tasks_of=checked, title=f"整改：{title}", due_on=b.today + 20 * ONE, finding=found)
        task = b.do(tasks.assign, "wang", task, at=on, node=b.union.node)
        if n:
            b.do(tasks.report_result, "sun", task, at=on + 9 * ONE, result="已调整班次", on=on + 9 * ONE)
            b.do(tasks.close, "wang", task, at=on + 12 * ONE)


def own(b, me) -> None:
    """Entered for a meeting and looked at."""
    offer = meeting(b, "“缘在工会”国庆联谊", b.today + 30 * ONE, b.today - 3 * ONE)
    entrant = b.do(acts.enter, "chen", at=b.today - 2 * ONE, offer=offer, contact="微信 chen2024", single=True, consent=True, says="爱爬山")
    b.do(acts.check, "li", entrant, at=b.today - ONE)
    found(b, me)


def found(b, me) -> None:
    """A meeting a while ago at which the worker and somebody else have chosen each other."""
    on = b.today - 33 * ONE
    offer = meeting(b, "“缘在工会”春季联谊", on, on - 9 * ONE)
    other = next(one for one in b.members(b.counties[0], 30) if one.account_id is None and 24 <= (on - one.birth).days // 365 <= 55)
    b.account("8801", other.name, "member", b.counties[0], "联谊职工")
    b.accounts.pop()  # a number for a login: nobody is asked to sign in as them

    def link(ctx):
        other.account = b.cast["8801"].account
        other.save()

    by_house("rehearsal.account", link)
    entries = []
    for who, contact in (("chen", "微信 chen2024"), ("8801", "微信 spring")):
        entries.append(b.do(acts.enter, who, at=on - 5 * ONE, offer=offer, contact=contact, single=True, consent=True))
        b.do(acts.check, "li", entries[-1], at=on - 2 * ONE)
    for entry in entries:
        b.do(enrolment.attend, "li", entry.enrolment, at=on + ONE)
    for who, one, another in (("chen", *entries), ("8801", *reversed(entries))):
        b.do(acts.choose, who, one, at=on + ONE, badge=another.badge)
