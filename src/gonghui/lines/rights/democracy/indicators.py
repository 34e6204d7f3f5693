"""What is counted of democratic management: four numerators over two denominators, all of the same list of unionised enterprises."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import titles
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import AWARD
from gonghui.kernel.indicators import Flow, Ratio, Stock

from . import words
from .models import Resolution, Session, Unit

LABELS = {
    "units": _("%(sort)s已建会企业数"), "congress": _("%(sort)s建立职代会企业数"), "disclosure": _("%(sort)s实行厂务公开企业数"),
    "congress_rate": _("%(sort)s职代会建制率"), "disclosure_rate": _("%(sort)s厂务公开建制率"),
}  # fmt: skip


def listed(day) -> Q:
    """On the list by that day: a numerator never holds what its denominator does not."""
    return Q(since__lte=day)


for _sort in words.Sort:
    _said = {name: label % {"sort": _sort.label} for name, label in LABELS.items()}
    _all = Stock(f"democracy.units.{_sort}", _said["units"], "org", Unit, Q(sort=_sort))
    for _what in ("congress", "disclosure"):
        _held = Q(sort=_sort, **{f"{_what}_since__isnull": False})
        _some = Stock(f"democracy.{_what}.{_sort}", _said[_what], "org", Unit, _held, since=f"{_what}_since", on_day=listed)
        Ratio(f"democracy.{_what}_rate.{_sort}_pct", _said[f"{_what}_rate"], "percent", top=_some, bottom=_all, main=_what == "congress")

PLACE = Q(state__in=words.TOOK_PLACE)
Flow("democracy.sessions", _("职代会召开次数"), "session", Session, PLACE, dated_by="held_on")
Flow(
    "democracy.delegates",
    _("到会代表人次"),
    "person_time",
    Session,
    PLACE & Q(delegates__gt=0),
    dated_by="held_on",
    adds="present",
    source="head_count",
)
Flow("democracy.resolutions", _("职代会通过决议数"), "item", Resolution, Q(passed=True), dated_by="on")
Flow("democracy.resolutions_done", _("已落实决议数"), "item", Resolution, Q(done_on__isnull=False), dated_by="done_on")
Flow("democracy.honoured_units", _("厂务公开先进示范单位数"), "org", Designation, titles(words.MODEL_UNIT, tiers=("national", "province")), dated_by="awarded_on",
    meaning=_("全国和省级两级"))  # fmt: skip
FILED = Q(kind=words.PROPOSAL) & ~Q(state__in=("received", "supplement", "refused", "merged", "ended"))
Flow("democracy.proposals", _("职工代表提案立案数"), "item", Case, FILED, nodes=(("slot", "node"), ("hand_slot", "hand")), dated_by="opened_on")
Flow("democracy.national_proposals", _("获评全国优秀提案数"), "item", RegisterEntry, dated_by="year_on",
    where=Q(kind=AWARD, topic=words.PRIZED, tier="national", registered_on__isnull=False))  # fmt: skip
