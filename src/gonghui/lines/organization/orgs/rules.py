"""Rules of founding. Pure."""

from datetime import date

OWN_COMMITTEE_FROM = 25
AREAS = ("town", "zone", "village")
# what may hang below what; leagues and towns take basic unions, basic unions take their subsidiaries
BELOW = {
    "province": ("city", "county", "industry", "area_league", "sector_league", "single", "joint", "association", "institution", "department", "work_committee"),
    "city": ("county", "industry", *AREAS, "area_league", "sector_league", "single", "joint", "association", "institution", "department", "work_committee"),
    "county": (*AREAS, "area_league", "sector_league", "single", "joint", "association", "institution", "department", "work_committee"),
    "industry": ("single", "joint", "sector_league", "institution", "department", "work_committee"),
    "town": ("village", "area_league", "sector_league", "single", "joint", "association"),
    "zone": ("village", "area_league", "sector_league", "single", "joint", "association"),
    "village": ("single", "joint"),
    "work_committee": ("single", "joint", "area_league", "sector_league"),
    "area_league": ("single", "joint"),
    "sector_league": ("single", "joint"),
    "single": ("single", "branch", "group"),
    "joint": ("branch", "group"),
    "association": ("branch", "group"),
    "branch": ("group",),
    "national": ("province", "industry"),
}  # fmt: skip


def may_hang(kind: str, under: str) -> bool:
    """Tell whether a node of `kind` may stand directly below one of kind `under`. Source: 《工会法》第十、十一条; default."""
    return kind in BELOW.get(under, ())


def may_share_committee(members: int) -> bool:
    """
    Tell whether an employer's members may share a committee with a neighbour's.

    From 25 members an employer founds its own committee; below 25 it may found its own or join with
    others. Source: 《工会法》(2021修正)第十一条.
    """
    return members < OWN_COMMITTEE_FROM


def certificate_years(on: date, until: date) -> int:
    """Full years a certificate is valid; it must be three to five. Source: 总工办发〔2020〕20号 第26条."""
    return until.year - on.year - ((until.month, until.day) < (on.month, on.day))


def term_end(elected: date, years: int) -> date:
    """The last day of a committee's term: three or five years, by `org.term_years`. Source: 《工会法》第十六条."""
    leap = elected.month == 2 and elected.day == 29
    return elected.replace(year=elected.year + years, day=28 if leap else elected.day)
