"""Articles of the demonstration, and what the published figures come from."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.publicity import acts, words
from gonghui.rehearsal.replay.ground import days

ONE = timedelta(days=1)
TITLES = ("驿站里的暖心事", "劳模进校园", "欠薪追回之后", "一封职工来信", "千名职工赛技能", "夜校开课", "集体合同怎么谈", "新业态入会记")
OUTLETS = (words.Outlet.ACFTU_NET, words.Outlet.CITY_DAILY, words.Outlet.PROVINCE_PAPER, words.Outlet.STUDY_APP, words.Outlet.COUNTY_MEDIA)


def demo(b) -> None:
    """Articles registered over the year, some waiting, one turned down; correspondents, an award, a reading."""
    for n in range(b.count(60, 8)):
        on = b.day(b.year, b.today - 10 * ONE)
        entry = b.do(
            acts.submit, "wang", at=on + ONE, node=b.counties[0], title=f"{TITLES[n % len(TITLES)]}（{n + 1}）", outlet=OUTLETS[n % len(OUTLETS)], since=on,
            author="通讯员", address=f"https://example.org/{n}", genre=tuple(words.Genre)[n % 4],
        )  # fmt: skip
        if n % 8 == 7:
            b.do(registers.decline, "li", entry, at=on + 2 * ONE, why="与本市工会工作无关")
        elif n % 8 != 6:
            b.do(registers.register, "li", entry, at=on + 2 * ONE)
    for name in ("田野", "江月"):
        b.do(
            registers.enter,
            "li",
            node=b.cities[0],
            kind=words.CORRESPONDENT,
            title=f"通讯员{name}",
            since=b.year,
            in_force_from=b.year,
            holder_name=name,
        )
    b.do(acts.enter_award, "li", node=b.cities[0], title="新闻宣传先进集体", issuer="省级工人报", since=b.today - 90 * ONE, tier="provincial",
         holder_node=b.cities[0], year=b.today.year - 1)  # fmt: skip
    told = {"kind": words.VIEWS, "about": "驿站里的暖心事", "source": "平台后台", "measured_on": b.today - 3 * ONE}
    b.do(readings.receive, "li", node=b.cities[0], number=Decimal(38_200), **told)


def baoji(stage, n) -> None:
    """A year's articles in four outlets; the total is theirs together."""
    ground, beside, city, start, end = stage.ground, stage.beside, stage.ground.cities[0], date(2023, 1, 1), date(2023, 12, 31)
    outlets = {
        "BJ-081": words.Outlet.ACFTU_NET,
        "BJ-082": words.Outlet.CITY_DAILY,
        "BJ-083": words.Outlet.PROVINCE_PAPER,
        "BJ-084": words.Outlet.STUDY_APP,
    }
    if not any(n(claim) for claim in ("BJ-080", *outlets)):
        return
    made = 0
    for i, (claim, outlet) in enumerate(outlets.items()):
        made += n(claim)
        for day in days(start, end, n(claim), i):
            article(ground, city, outlet, day)
        for day in (start - ONE, end + ONE):
            article(ground, city, outlet, day)
        article(ground, city, outlet, start, registered=False)
        article(ground, ground.cities[1], outlet, start)
        article(beside, beside.cities[0], outlet, start)
    for day in days(start, end, max(n("BJ-080") - made, 0), 9):
        article(ground, city, words.Outlet.CITY_MEDIA, day)
    article(ground, city, words.Outlet.COUNTY_MEDIA, start)


def article(ground, node, outlet, on: date, registered: bool = True) -> None:
    """One article, registered by somebody else or only handed in."""
    ground.serial += 1
    with clock.at(on + 2 * ONE):
        entry = do(acts.submit, SYSTEM, node=node, title=f"第{ground.serial}篇", outlet=outlet, since=on).subject
        if registered:
            do(registers.register, ground.officer, entry)


REPLAY = {"baoji": baoji}
