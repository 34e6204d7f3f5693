"""CON-6 Industry chain tagging: the chains the municipality named are a register of their own; items carry one."""

from datetime import date

from gonghui.commons.activities.models import Activity
from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.production.contests.models import Item

from .office import AtDesk, newest

SINCE = date(2023, 1, 1)


def test_chains_are_listed_and_an_item_follows_one(cast):
    li, year = AtDesk(cast, "li"), date.today().year
    for title in ("钛及新材料产业链", "白酒产业链"):
        what = {"kind": "industry_chain", "title": title, "since": SINCE, "in_force_from": SINCE, "issuer": "市人民政府", "tier": "city"}
        li.does("registers.enter", desk="contest_register", node=cast.nodes["city"], **what)
    chain = newest(RegisterEntry, title="钛及新材料产业链")
    li.figure("contests.industry_chains", "CITY", year, 2)
    li.does("activities.plan", desk="contests", kind="labour_contest", node=cast.nodes["city"], title="链上竞赛", held_on=SINCE, at_place="厂")
    what = {"contest": newest(Activity), "title": "钛材加工", "tier": "city", "judged": "score", "held_on": SINCE}
    li.refused("contests.open_item", "", category=chain, **what)  # a chain is no class
    li.does("contests.open_item", chain=chain, **what).reads(newest(Item), "钛及新材料产业链")
    li.does("registers.end", newest(RegisterEntry, title="白酒产业链"), on=date(2023, 12, 31), why="目录调整")
    li.figure("contests.industry_chains", "CITY", year, 1).figure("contests.industry_chains", "CITY", 2023, 2)
