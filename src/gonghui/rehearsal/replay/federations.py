"""
What is built for each published federation: kind of record, node, days and number, claim by claim.

`n(id)` is the number a claim asks for at the chosen scale. Claims of one federation share its ground.
"""

from datetime import date, timedelta

import polars as pl

from gonghui.rehearsal.lines import modules

from . import builders as b
from .ground import Ground, Stage, days, lay

ONE = timedelta(days=1)
Y = {year: (date(year, 1, 1), date(year, 12, 31)) for year in range(2018, 2026)}


def both(org: str, city: str = "") -> tuple[Ground, Ground, list[str], list[str]]:
    """A ground and its neighbour, each with a few unions to hold things at."""
    ground, beside = lay(org, city), lay(f"{org}-next")
    return ground, beside, b.unions(ground, [date(2012, 5, 1)] * 24), b.unions(beside, [date(2012, 5, 1)] * 6)


def shaanxi(n) -> Stage:
    ground, beside, codes, others = both("shaanxi")
    start, end = Y[2023]
    if n("SN-020"):
        b.held(ground, codes, days(start, end, n("SN-020")), series="theory")
        b.held_decoys(ground, beside, codes, others, start, end, series="theory")
    if n("SN-003"):
        b.held(ground, codes, [date(2023, 4, 10)], kind="study_class", length=n("SN-003") - 3)
        b.held(ground, codes, [date(2023, 9, 4)], kind="study_class", length=3)
        b.held_decoys(ground, beside, codes, others, start, end, kind="study_class")
    for claim, level, kind, prefix in (("SN-066", "cities", "area_league", "CL"), ("SN-067", "counties", "sector_league", "XL")):
        parents = getattr(ground, level)
        if n(claim):
            b.leagues(ground, parents, kind, days(date(2013, 1, 1), end, n(claim)), prefix)
            gone = b.leagues(ground, parents, kind, [date(2013, 1, 1)] * 2, f"{prefix}D")
            b.dissolve(ground, gone, [date(2022, 6, 30), end - ONE])
            b.leagues(ground, parents, kind, [end + ONE], f"{prefix}N")
            b.leagues(beside, getattr(beside, level), kind, [date(2013, 1, 1)] * 2, prefix)
    if n("SN-068"):
        now = n("SN-068")
        earlier = round(now * 100 / (100 + (n("SN-069") or 51)))
        gone = earlier // 20
        joined = days(date(2015, 1, 1), Y[2022][1], earlier) + days(start, end, now - earlier + gone, 2)
        b.members(ground, codes, joined, form="courier", left=dict(enumerate(days(start, end - ONE, gone, 4))))
        b.member_decoys(ground, beside, codes, others, end, form="rider")
    return Stage(ground, beside, codes, others)


def baoji(n) -> Stage:
    ground, beside, _codes, others = both("baoji-province", "baoji")
    city = ground.cities[0]
    here = [c for c in b_codes(ground) if _below(c, city)]
    start, end = date(2024, 1, 1), date(2024, 6, 30)
    overlap = n("BJ-008") if n("BJ-006") else 0
    for count, series in (
        (overlap, "campus、model_worker"),
        ((n("BJ-006") or 0) - overlap, "model_worker"),
        (n("BJ-007"), "women"),
        (0 if overlap else n("BJ-008"), "campus"),
    ):
        if count and count > 0:
            b.held(ground, here, days(start, end, count), series=series)
    elsewhere = [c for c in b_codes(ground) if c not in here]
    for series in ("model_worker", "women", "campus"):
        b.held_decoys(ground, beside, here, others, start, end, series=series)
        b.held(ground, elsewhere, [start], series=series)
    b.held(ground, here, [start], series="theory")
    return Stage(ground, beside, here, others)


def b_codes(ground: Ground) -> list[str]:
    return [f"{ground.code}-U{i}" for i in range(ground.unions)]


def _below(code: str, node) -> bool:
    return b.union_of(code).node.path.startswith(node.path)


def yanan(n) -> Stage:
    ground, beside, codes, others = both("yanan")
    start, end = date(2020, 1, 1), Y[2024][1]
    if n("YA-002"):
        count, heads = n("YA-002"), n("YA-003") or 260_000
        share = [heads // count] * count
        share[0] += heads - sum(share)
        classes = count // 10
        b.held(ground, codes, days(start, end, count - classes), series="theory", heads=share[: count - classes])
        b.held(ground, codes, days(start, end - ONE * 3, classes, 3), kind="study_class", length=2, heads=share[count - classes :])
        b.held_decoys(ground, beside, codes, others, start, end, series="theory")
    if n("YA-029"):
        b.plan(ground, ground.root, "drive", "基层组建攻坚行动", date(2021, 3, 1), date(2021 + n("YA-029") - 1, 12, 31))
        b.plan(ground, ground.root, "drive", "未批准的行动", date(2021, 1, 1), date(2022, 12, 31), approved=False)
        b.plan(ground, ground.root, "drive", "上一届的行动", date(2017, 1, 1), start - ONE)
        b.plan(beside, beside.root, "drive", "邻市行动", date(2021, 1, 1), date(2023, 12, 31))
        b.plan(ground, ground.root, "lecture", "宣讲计划", date(2021, 1, 1), date(2022, 12, 31))
    if n("YA-025"):
        grown, gone = n("YA-027") or 1000, 25
        skeleton = 1 + len(ground.cities) + len(ground.counties) + len(ground.towns) + len(codes)
        old = n("YA-025") - skeleton - grown - gone
        standing = b.unions(ground, days(date(2012, 1, 1), start - ONE, old + gone))
        b.unions(ground, days(start, end, grown), kind="joint")
        b.dissolve(ground, standing[:gone], days(start + ONE, end - ONE, gone, 5))
        b.unions(ground, days(start, end, gone, 6))
        b.unions(ground, [end + ONE] * 3)
        b.dissolve(ground, b.unions(ground, [date(2012, 1, 1)] * 2), [start - ONE * 2] * 2)
        b.unions(beside, [start] * 3)
        node = b.union_of(codes[0]).node
        for i in range(2):  # branches are no organisations of their own
            b.do(b.founding.appoint, b.SYSTEM, node=node, kind="branch", name=f"第{i}分会", on=start, code=f"YANAN-B{i}")
    if n("YA-026"):
        total, grown = n("YA-026"), n("YA-028") or n("YA-026") // 5
        left = grown // 10
        joined = days(date(2013, 1, 1), start - ONE, total - grown) + days(start, end, grown + left, 7)
        ground.members = b.members(ground, codes, joined, left=dict(enumerate(days(start, end - ONE, left, 8)))).slice(left)
        b.member_decoys(ground, beside, codes, others, end)
    return Stage(ground, beside, codes, others)


def guizhou(n) -> Stage:
    ground, beside = lay("guizhou", "liupanshui"), lay("guizhou-next")
    end = Y[2023][1]
    standing = n("GZ-070") or 24
    verified = min(n("GZ-074") or standing, standing)
    founded = days(date(2012, 1, 1), end, standing)
    codes = b.unions(ground, founded, verified=[end - ONE] * verified)
    others = b.unions(beside, [date(2012, 5, 1)] * 6, verified=[date(2013, 1, 1)] * 6)
    b.unions(ground, [end + ONE] * 3, verified=[end + ONE] * 3)
    b.dissolve(ground, b.unions(ground, [date(2012, 1, 1)] * 2, verified=[date(2013, 1, 1)] * 2), [end - ONE] * 2)
    if n("GZ-037"):
        city = ground.cities[0]
        b.leagues(ground, [city], "sector_league", [date(2023, 7, 20)] * n("GZ-037"), "KD", segment="courier")
        b.leagues(ground, [city], "sector_league", [date(2023, 7, 20)], "OT")
        b.leagues(ground, [city], "sector_league", [date(2023, 7, 21)], "LT", segment="courier")
        b.leagues(ground, [ground.cities[1]], "sector_league", [date(2023, 7, 19)], "EL", segment="courier")
    if n("GZ-015"):
        covered = 12 * n("GZ-015") // 100
        b.sites(ground, codes[:covered], date(2019, 6, 1), end - ONE)
        b.sites(ground, codes[covered:12], date(2019, 6, 1), None)
        b.sites(ground, codes[12:13], end + ONE, None)
        b.sites(beside, others[:2], date(2019, 6, 1), None)
    if n("GZ-069"):
        for title in ("新业态企业", "两新组织", "互联网企业", "小三级工会")[: n("GZ-069")]:
            b.plan(ground, ground.root, "drive.segment", title, date(2023, 3, 29), end)
        b.plan(ground, ground.root, "drive.segment", "上一年的领域", date(2022, 3, 1), Y[2022][1])
        b.plan(ground, ground.root, "drive.segment", "未批准的领域", date(2023, 3, 1), end, approved=False)
        b.plan(beside, beside.root, "drive.segment", "邻省的领域", date(2023, 3, 29), end)
    if n("GZ-071"):
        total, named, issued = n("GZ-071"), n("GZ-075") or n("GZ-071"), n("GZ-076") or 0
        early = [code for code, day in zip(codes, founded, strict=True) if day <= date(2020, 1, 1)]
        done, carded = 0, 0
        while done < total:
            size = min(400_000, total - done)
            joined = days(date(2020, 2, 1), end, size, done + 11)
            frame = b.members(ground, early, joined, named=max(min(named - done, size), 0))
            ground.members = frame if ground.members is None else pl.concat([ground.members, frame])
            holders = frame.filter(frame["id_no"] != "").head(max(issued - carded, 0))
            if len(holders):
                b.cards(ground, holders)
                carded += len(holders)
            done += size
        b.member_decoys(ground, beside, early, others, end)
        b.card_decoys(ground, beside, early, others, end)
    return Stage(ground, beside, codes, others)


def hebei(n) -> Stage:
    ground, beside, codes, others = both("hebei", "xingtai")
    start, end = Y[2023]
    if n("HB-001"):
        b.teams(ground, ground.root, days(date(2019, 1, 1), end, n("HB-001")), "省宣讲团")
        b.teams(ground, ground.root, [date(2019, 1, 1)], "已撤销团", ended=start - ONE)
        b.teams(ground, ground.cities[0], [date(2019, 1, 1)], "市宣讲团")
        b.teams(ground, ground.root, [end + ONE], "次年团")
        b.teams(beside, beside.root, [date(2019, 1, 1)], "邻省团")
    if n("HB-044"):
        b.members(ground, codes, days(date(2018, 1, 1), end, n("HB-044")), form="ride")
        b.member_decoys(ground, beside, codes, others, end, form="truck")
    if n("HB-049"):
        for i, (city, day) in enumerate(
            [(ground.cities[0], date(2023, 6, 6))] * n("HB-049") + [(ground.cities[1], date(2023, 6, 6)), (ground.cities[0], start - ONE)]
        ):
            b.do(b.founding.appoint, b.SYSTEM, node=city, kind="association", name=f"新联会工会{i}", on=day, code=f"HEBEI-X{i}")
    return Stage(ground, beside, codes, others)


FEDERATIONS = {"shaanxi": shaanxi, "baoji": baoji, "yanan": yanan, "guizhou": guizhou, "hebei": hebei}


def build(org: str, n) -> Stage:
    """Build a federation: its ground and first lines, then what each further line adds."""
    stage = FEDERATIONS[org](n)
    for module in modules().values():
        if org in getattr(module, "REPLAY", {}):
            module.REPLAY[org](stage, n)
    return stage


def node_of(org: str, stage: Stage):
    """The node a claim speaks of: a federation's root, its first city where the claim names one below, or a place a line has named."""
    if org in stage.ground.named:
        return stage.ground.named[org]
    return stage.ground.cities[0] if "." in org or org == "baoji" else stage.ground.root
